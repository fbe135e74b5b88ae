"""A vanished key, two programs on one folder, a clock that is set back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.store.keys import keys_folder
from tests.e2e.conftest import Done, Site
from tests.integration.warm import Warm

Kiosk = Callable[..., Done]

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("scan", "x"), ("sync",), ("end-day",), ("close",), ("search", "Иванова"),
    ("journal", "list"), ("journal", "verify"), ("trial", "list"),
    ("undo", "1", "--reason", "mistake"),
)  # fmt: skip


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("fate", ["vanished", "another", "cut short"])
def test_without_its_key_a_kiosk_says_what_to_do_and_deletes_nothing(
    site: Site, kiosk: Kiosk, tmp_path: Path, fate: str
) -> None:
    folder = site.kiosk(1)
    text, other = (ticket["text"] for ticket in site.tickets(status="valid", here="1")[:2])
    kiosk("scan", "--data-dir", folder, text)
    key = keys_folder() / f"{json.loads((folder / 'kiosk.json').read_bytes())['key']}.key"
    content = key.read_bytes()
    before = files_in(folder)
    try:
        if fate == "vanished":
            key.unlink()
        else:
            key.write_bytes(bytes(32) if fate == "another" else content[:-1])
        for command in COMMANDS:
            refused = kiosk(*command, "--data-dir", folder)
            assert (refused.status, refused.lines) == (1, []), command
            assert "key" in refused.said, command
            assert "Something went wrong" not in refused.said, command
        assert files_in(folder) == before
    finally:
        key.write_bytes(content)
    again = kiosk("scan", "--data-dir", folder, other)
    assert (again.lines[0]["verdict"], again.lines[0]["seq"]) == ("admitted", 3)
    assert kiosk("journal", "verify", "--data-dir", folder).lines[-1]["ok"]


def test_one_of_two_programs_writes_and_the_other_is_told_so_or_reads(
    site: Site, kiosk: Kiosk, warm: Warm
) -> None:
    folder = site.kiosk(1)
    texts = [ticket["text"] for ticket in site.tickets(status="valid", here="1")]
    words = ("scan", "--data-dir", folder, "--json", "-")
    first = warm.start("kiosk_program", *words, stdin="\n".join(texts * 200))
    first.wait_for_lines(3)
    second = kiosk("scan", "--data-dir", folder, texts[0])
    read = kiosk("journal", "list", "--data-dir", folder)
    checked = kiosk("journal", "verify", "--data-dir", folder)
    answered = len(first.lines())
    first.kill()
    assert answered < len(texts) * 200, "the first program had ended before the others were run"
    assert (second.status, second.lines) == (1, [])
    assert "close it first" in second.said
    assert read.status == 0
    assert {line["seq"] for line in read.lines} >= {1, 2, 3}
    assert checked.lines[-1]["ok"]
    after = kiosk("scan", "--data-dir", folder, texts[0])
    assert (after.lines[0]["verdict"], after.said) == ("already_inside", "")


def test_a_clock_set_back_a_day_refuses_nobody_and_orders_the_journal_as_it_was_written(
    site: Site, kiosk: Kiosk
) -> None:
    folder = site.kiosk(1)
    texts = [ticket["text"] for ticket in site.tickets(status="valid", here="1")[:4]]
    days = ("2027-04-17", "2027-04-16", "2027-04-16", "2027-04-17")
    answers = [
        kiosk("scan", "--data-dir", folder, "--at", f"{day}T06:00:00Z", text).lines[0]
        for day, text in zip(days, texts, strict=True)
    ]
    assert [answer["verdict"] for answer in answers] == ["admitted"] * 4
    assert [answer["seq"] for answer in answers] == [2, 3, 4, 5]
    assert [answer["recorded_at"][:10] for answer in answers] == list(days)
    again = kiosk("scan", "--data-dir", folder, "--at", "2027-04-16T05:59:59Z", texts[3]).lines[0]
    assert (again["verdict"], again["repeat"]) == ("already_inside", False)
    assert kiosk("journal", "verify", "--data-dir", folder).lines[-1]["ok"]
    with site.server() as central:
        sent = kiosk("sync", "--data-dir", folder).lines[-1]
        assert (sent["ok"], sent["pending"]) == (True, 0)
        assert central.stats().records == len(kiosk("journal", "list", "--data-dir", folder).lines)
