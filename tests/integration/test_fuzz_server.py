"""Requests that no kiosk sends: the server refuses them in its own words, and keeps nothing."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode
from sqlalchemy import select
from sqlmodel import col

from kiosk.central.admin import Central
from kiosk.central.api import create_app
from kiosk.central.tables import DeviceRow, RecordRow
from kiosk.exchange import protocol
from kiosk.exchange.client import HttpServer
from kiosk.exchange.protocol import (
    ClosingReply,
    EnrolRequest,
    JournalLine,
    JournalReply,
    JournalRequest,
    Refusal,
    RosterLine,
    SuccessorRequest,
    Wire,
    WireCursor,
    WireHead,
    WirePart,
    read,
    read_receipt,
)
from kiosk.journal.private import PrivatePart
from tests.integration.conftest import Enrol
from tests.integration.laptops import SITE, Laptop
from tests.mutations import mutated

BODIES: dict[str, type[Wire]] = {
    protocol.DEVICES: EnrolRequest,
    protocol.SUCCESSOR: SuccessorRequest,
    protocol.JOURNAL: JournalRequest,
}
CALLS = [
    (method, path, mode)
    for method, path in [
        *(("POST", path) for path in BODIES),
        ("GET", protocol.JOURNAL),
        ("GET", protocol.ROSTER),
        ("GET", protocol.CLOSING),
    ]
    for mode in GenerationMode
    if (path, mode) != (protocol.CLOSING, GenerationMode.NEGATIVE)  # any text may stand in a path
]
HEADERS: st.SearchStrategy[dict[str, str]] = st.just({}) | st.fixed_dictionaries(
    {},
    optional={
        "content-encoding": st.sampled_from(["gzip", "br", "identity", "gzip, gzip", "é"]),
        "content-type": st.sampled_from(["", "text/html", "application/json; charset=utf-16"]),
    },
)
thorough = settings(
    max_examples=40,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
    ],
)


def document(central: Central) -> dict[str, Any]:
    """The server's OpenAPI document, with the bodies that it reads by itself."""
    whole: dict[str, Any] = create_app(central).openapi()
    for path, model in BODIES.items():
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        whole["components"]["schemas"] |= schema.pop("$defs", {})
        body = {"required": True, "content": {protocol.JSON: {"schema": schema}}}
        whole["paths"][path]["post"]["requestBody"] = body
    [site] = whole["paths"][protocol.CLOSING]["get"]["parameters"]
    site["schema"] = {"type": "string", "pattern": f"^({protocol.OWN_SITE}|[0-9a-z]{{1,9}})$"}
    return whole


def check_answer(status: int, content: str, body: bytes) -> None:
    """Whatever the server was asked, its answer is one that the protocol knows."""
    assert status < 500, body
    if status != 200:
        sentence = read(Refusal, body).error
        assert sentence.isprintable()
        assert sentence.endswith(".")
    elif content == protocol.JSON_LINES:
        first, *rest = body.splitlines()
        if b"epoch" in first:
            assert read(WireCursor, first).epoch
            assert [read(RosterLine, line) for line in rest][-1].complete is not None
        else:
            assert [read(JournalLine, line) for line in (first, *rest)][-1].more is not None
    elif b'"devices"' in body:
        assert read(ClosingReply, body).devices
    else:
        assert read(JournalReply, body).vector is not None


@pytest.mark.parametrize(("method", "path", "mode"), CALLS)
def test_no_call_breaks_the_server_or_passes_for_a_kiosks(
    central: Central, address: str, enrol: Enrol, method: str, path: str, mode: GenerationMode
) -> None:
    token = enrol().token
    schema = schemathesis.openapi.from_dict(document(central))
    cases = schema[path][method].as_strategy(generation_mode=mode)
    before = everything(central)
    seen = Counter[int]()

    @thorough
    @given(
        case=cases, headers=HEADERS, bearer=st.sampled_from([token, token, "", "é", "x" * 9_000])
    )
    def call(case: schemathesis.Case[Any], headers: dict[str, str], bearer: str) -> None:
        headers = headers | {"authorization": f"Bearer {bearer}"}
        answer = case.call(base_url=address, headers=headers)
        [content] = answer.headers["content-type"]
        seen[answer.status_code] += 1
        check_answer(answer.status_code, content, answer.content)
        if method == "POST":
            assert answer.status_code != 200

    call()
    assert everything(central) == before
    assert method == "POST" or seen[200] or mode is GenerationMode.NEGATIVE
    print(dict(seen))


def journal_of(laptop: Laptop) -> JournalRequest:
    """What a kiosk sends: some records, two of them with private parts."""
    laptop.fill(2)
    laptop.write("trial_result", {"ticket": 100, "trial": "t1"}, {"remark": "Ровный шов"})
    laptop.write("of_tomorrow", {"x": [1, {"y": None}]}, {"name": "Полевая Анна"})
    parts = {n: WirePart.of(e.private) for n, e in enumerate(laptop.entries, 1) if e.private}
    return JournalRequest(
        end=WireHead.of(laptop.head()),
        newest=WireHead.of(laptop.head()),
        lines=[entry.line.decode() for entry in laptop.entries],
        private=parts,
    )


@settings(thorough, max_examples=100)
@given(data=st.data())
def test_of_a_mutated_run_only_what_a_kiosk_wrote_is_taken(
    central: Central, server: HttpServer, address: str, data: st.DataObject
) -> None:
    laptop = Laptop()
    laptop.token = server.enrol(central.enrol_code(SITE, "Вход"), laptop.identity).token
    sound = journal_of(laptop).model_dump(mode="json", exclude_none=True)
    body = json.dumps(data.draw(mutated(sound))).encode()
    headers = {"authorization": f"Bearer {laptop.token}"}
    answer = httpx.post(address + protocol.JOURNAL, content=body, headers=headers)
    check_answer(answer.status_code, answer.headers["content-type"], answer.content)
    held = lines(central, laptop)
    for (line, salt, part), entry in zip(held, laptop.entries, strict=False):
        assert line == entry.line
        assert part is None or PrivatePart(salt, part) == entry.private
    receipt = answer.json().get("receipt")
    if receipt is not None:
        given = read_receipt(receipt)
        assert given.is_genuine(central.keys.receipts.public)
        assert len(held) == given.seq
        assert given.private_parts == tuple(n for n, row in enumerate(held, 1) if row.part)
        assert given.hash == (laptop.records[given.seq - 1].hash if given.seq else laptop.end())


def lines(central: Central, laptop: Laptop) -> list[Any]:
    """What the server holds of a device, in order: line, salt and private part."""
    mine = col(DeviceRow.device_id) == laptop.device_id
    columns = (RecordRow.line, RecordRow.salt, RecordRow.part)
    query = select(*map(col, columns)).join(DeviceRow).where(mine).order_by(col(RecordRow.seq))
    with central.database.read() as connection:
        return list(connection.execute(query).all())


def everything(central: Central) -> list[Any]:
    """What must not change: the devices and the records."""
    with central.database.read() as connection:
        devices = select(col(DeviceRow.device_id), col(DeviceRow.claimed), col(DeviceRow.records))
        lines = select(col(RecordRow.line))
        return [connection.execute(query).all() for query in (devices, lines)]
