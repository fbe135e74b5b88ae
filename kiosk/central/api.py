"""The central server's interface: HTTP calls to `Requests`, and its refusals back to status codes.

Bodies are read on the event loop; everything that computes or waits runs in worker threads.
No answer holds a traceback or repeats what was sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect

from kiosk.central.admin import Central
from kiosk.central.bodies import read_body
from kiosk.central.errors import DatabaseError, NotAuthorised, Refused, Unacceptable
from kiosk.central.requests import Requests
from kiosk.exchange import protocol
from kiosk.exchange.protocol import (
    FEED_PAGE,
    LARGEST_SEQ,
    EnrolRequest,
    JournalRequest,
    Model,
    NotOurs,
    Refusal,
    SuccessorRequest,
    Wire,
)

_BEARER = "Bearer "
_SMALLEST_PACKED = 4_096
_UNWATCHED = TelemetryConfig(
    tracing=False, metrics=False, logs=False, operation_spans=False, auto_configure=False
)
"""Bodies hold personal data: nothing about them goes to a collector that the environment names."""


def create_app(central: Central) -> FastAPI:
    """The application that serves one central server."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, telemetry=_UNWATCHED)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_PACKED, compresslevel=5)
    _add_refusals(app)
    _add_calls(app, Requests(central))
    return app


async def _token(request: Request) -> str:
    header = request.headers.get("authorization", "")
    if not header.startswith(_BEARER):
        raise NotAuthorised("The request names no kiosk: enrol it first.")
    return header.removeprefix(_BEARER)


Body = Annotated[bytes, Depends(read_body)]
Token = Annotated[str, Depends(_token)]


def _add_calls(app: FastAPI, requests: Requests) -> None:
    @app.post(protocol.DEVICES)
    def enrol(body: Body) -> Response:
        return _json(requests.enrol(_read(EnrolRequest, body)))

    @app.post(protocol.SUCCESSOR)
    def succeed(token: Token, body: Body) -> Response:
        return _json(requests.succeed(token, _read(SuccessorRequest, body)))

    @app.post(protocol.JOURNAL)
    def receive(token: Token, body: Body) -> Response:
        return _json(requests.receive(token, _read(JournalRequest, body)))

    @app.get(protocol.ROSTER)
    def roster(token: Token, epoch: str = "", after: int = 0, limit: int = FEED_PAGE) -> Response:
        after = max(0, min(after, LARGEST_SEQ))
        return _json_lines(requests.roster(token, epoch=epoch, after=after, limit=limit))

    @app.get(protocol.JOURNAL)
    def journal(token: Token, after: str = "", page: str = "") -> Response:
        return _json_lines(requests.journal(token, after=after, page=page))

    @app.get(protocol.CLOSING)
    def closing(token: Token, site: str) -> Response:
        return _json(requests.closing(token, site))


def _read(model: type[Model], body: bytes) -> Model:
    try:
        return protocol.read(model, body)
    except NotOurs as error:
        raise Unacceptable("The request is not understood: update the kiosk.") from error


def _json(message: Wire, status: int = 200) -> Response:
    return Response(message.to_bytes(), status, media_type=protocol.JSON)


def _json_lines(lines: Sequence[str]) -> Response:
    return Response("\n".join([*lines, ""]), media_type=protocol.JSON_LINES)


def _add_refusals(app: FastAPI) -> None:
    @app.exception_handler(Refused)
    async def refused(_: Request, error: Refused) -> Response:
        return _json(Refusal(error=str(error)), error.status)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, __: RequestValidationError) -> Response:
        return _json(Refusal(error="The request is not understood: update the kiosk."), 422)

    @app.exception_handler(HTTPException)
    async def no_such_call(_: Request, error: HTTPException) -> Response:
        return _json(Refusal(error="There is no such call here."), error.status_code)

    @app.exception_handler(ClientDisconnect)
    async def gone(_: Request, __: ClientDisconnect) -> Response:
        return _json(Refusal(error="The request broke off."), 400)

    @app.exception_handler(DatabaseError)
    @app.exception_handler(SQLAlchemyError)
    async def database(_: Request, __: Exception) -> Response:
        return _json(Refusal(error="The database is not available now: try again later."), 503)
