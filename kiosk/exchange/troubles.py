"""What went wrong on the way to the server, in one sentence that says what to do."""

from __future__ import annotations

import ssl

import httpx

from kiosk.operations.ports import Final, Retryable, Trouble


def not_the_server() -> Retryable:
    """Somebody else answered, or the answer was damaged on its way."""
    return Retryable(
        Trouble.NOT_THE_SERVER,
        "The answer did not come from the central server: check whether the network asks for "
        "a sign-in page, then try again.",
    )


def cut_short() -> Retryable:
    """The answer's end is missing."""
    return Retryable(
        Trouble.NO_NETWORK, "The connection broke off: it goes on from there at the next try."
    )


def took_too_long() -> Retryable:
    """Nothing came, or it came too slowly."""
    return Retryable(
        Trouble.TIMEOUT,
        "The central server did not answer in time: try again when the network is better.",
    )


def retryable_for(error: Exception) -> Retryable:
    """What an exception of the HTTP library means."""
    if isinstance(error, httpx.TimeoutException):
        return took_too_long()
    secured = next((e for e in _causes(error) if isinstance(e, ssl.SSLError)), None)
    if isinstance(secured, ssl.SSLCertVerificationError):
        return Retryable(
            Trouble.CERTIFICATE,
            "The certificate is not the central server's: check whether the network asks for a "
            "sign-in page, and whether this computer's date is right.",
        )
    if secured is not None or isinstance(error, httpx.DecodingError):
        return not_the_server()
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        return Retryable(
            Trouble.NO_NETWORK,
            "The central server cannot be reached: check the network, then try again.",
        )
    return cut_short()


def answered_otherwise(status: int) -> Retryable:
    """What an answer means that the server's own code did not give, or gave because it failed."""
    fault = status == httpx.codes.TOO_MANY_REQUESTS or status >= 500
    if not fault or status == httpx.codes.NETWORK_AUTHENTICATION_REQUIRED:
        return not_the_server()
    return Retryable(
        Trouble.SERVER_FAULT,
        "The central server has a fault or too much to do: it is tried again by itself.",
    )


def final_for(status: int) -> Final | None:
    """What a status means that only a person can change, None for any other."""
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        return Final(
            Trouble.NOT_AUTHORISED,
            "The central server does not accept this kiosk: enrol it again with a new code.",
        )
    passing = (httpx.codes.PROXY_AUTHENTICATION_REQUIRED, httpx.codes.TOO_MANY_REQUESTS)
    if 400 <= status < 500 and status not in passing:
        return Final(
            Trouble.REFUSED,
            "The central server refused the request: nothing is lost, tell the coordinator.",
        )
    return None


def _causes(error: BaseException | None) -> list[BaseException]:
    """An exception and what led to it."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
