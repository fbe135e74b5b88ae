"""The first day from outside: the commands, their JSON, and what they promise."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.layouts import to_jcuken
from tests.e2e.conftest import Done, Site

Kiosk = Callable[..., Done]


def scan(kiosk: Kiosk, folder: Path, *texts: str) -> Done:
    return kiosk("scan", "--data-dir", folder, "-", stdin="\n".join(texts) + "\n")


def verdicts(done: Done) -> list[str]:
    return [line["verdict"] for line in done.lines]


KEYBOARDS: dict[str, Callable[[str], str]] = {
    "lower case": str.lower,
    "Russian layout": to_jcuken,
    "Russian layout, lower case": lambda text: to_jcuken(text.lower()),
    "Caps Lock": str.swapcase,
}


@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_a_ticket_reads_whatever_the_keyboard_did_to_it(
    site: Site, kiosk: Kiosk, keyboard: str
) -> None:
    texts = [ticket["text"] for ticket in site.tickets()]
    plain = verdicts(scan(kiosk, site.kiosk(1), *texts))
    typed = verdicts(scan(kiosk, site.kiosk(2), *map(KEYBOARDS[keyboard], texts)))
    assert typed == plain
    assert {"admitted", "cancelled", "forged", "wrong_site"} <= set(plain)


def test_every_picture_holds_its_ticket(site: Site, kiosk: Kiosk) -> None:
    tickets = site.tickets()
    pictures = [site.folder / "tickets" / ticket["png"] for ticket in tickets]
    found = kiosk("decode", *pictures)
    assert [line["texts"] for line in found.lines] == [[ticket["text"]] for ticket in tickets]


def test_each_status_gets_its_verdict(site: Site, kiosk: Kiosk) -> None:
    for status, verdict, notes in (
        ("valid", "admitted", []),
        ("late", "admitted", ["not_listed"]),
        ("cancelled", "cancelled", []),
        ("foreign", "forged", []),
    ):
        texts = [ticket["text"] for ticket in site.tickets(status=status, here="1")][:5]
        for line in scan(kiosk, site.kiosk(1), *texts).lines:
            assert (line["verdict"], line["notes"]) == (verdict, notes)
    elsewhere = [ticket["text"] for ticket in site.tickets(here="0")]
    assert set(verdicts(scan(kiosk, site.kiosk(1), *elsewhere))) == {"wrong_site"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_changed_character_is_admitted(site: Site, kiosk: Kiosk, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([t["text"] for t in site.tickets(status="valid", here="1")]))
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(
        st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").filter(lambda c: c != text[place])
    )
    changed = text[:place] + other + text[place + 1 :]
    assert verdicts(scan(kiosk, site.kiosk(1), changed)) != ["admitted"]


def test_a_repeat_shows_the_first_record_again(site: Site, kiosk: Kiosk) -> None:
    first, other = (t["text"] for t in site.tickets(status="valid", here="1")[:2])
    once, again, between, later = scan(kiosk, site.kiosk(1), first, first, other, first).lines
    assert (again["verdict"], again["seq"], again["repeat"]) == ("admitted", once["seq"], True)
    assert (between["repeat"], later["verdict"]) == (False, "already_inside")
    listed = kiosk("journal", "list", "--data-dir", site.kiosk(1)).lines
    assert [line["kind"] for line in listed] == ["opened", "arrival", "arrival", "refusal"]


def test_a_demo_clock_can_be_set_and_a_repeat_ends_with_its_window(
    site: Site, kiosk: Kiosk
) -> None:
    text = site.tickets(status="valid", here="1")[0]["text"]
    answers = [
        kiosk("scan", "--data-dir", site.kiosk(1), "--at", f"2030-01-01T10:00:{second}Z", text)
        for second in ("00", "14", "16")
    ]
    assert [a.lines[0]["verdict"] for a in answers] == ["admitted", "admitted", "already_inside"]
    assert [a.lines[0]["repeat"] for a in answers] == [False, True, False]
    assert answers[0].lines[0]["recorded_at"].startswith("2030-01-01T10:00:00")


def test_search_and_trials(site: Site, kiosk: Kiosk) -> None:
    ticket = next(t for t in site.tickets(status="valid", here="1") if t["group_size"] == "0")
    found = kiosk("search", "--data-dir", site.kiosk(1), ticket["name"]).lines
    assert {"name": ticket["name"], "code": ticket["code"], "inside": False}.items() <= {
        key: found[0][key] for key in ("name", "code", "inside")
    }.items()
    trial = kiosk("trial", "list", "--data-dir", site.kiosk(1)).lines[0]["trial"]
    scan(kiosk, site.kiosk(1), ticket["text"])
    wrong = kiosk(
        "trial", "record", ticket["code"], "--trial", trial, "--outcome", "completed",
        "--score", 999, "--data-dir", site.kiosk(1),
    )  # fmt: skip
    assert (wrong.status, wrong.lines) == (1, [])
    assert "The score of this trial goes from 0 to" in wrong.said
    kiosk(
        "trial", "record", ticket["code"], "--trial", trial, "--outcome", "completed",
        "--score", 3, "--remark", "good hands", "--data-dir", site.kiosk(1),
    )  # fmt: skip
    rows = kiosk("trial", "list", "--trial", trial, "--data-dir", site.kiosk(1)).lines
    assert [(row["code"], row["outcome"], row["score"]) for row in rows] == [
        (ticket["code"], "completed", 3)
    ]
    journal = kiosk("journal", "list", "--data-dir", site.kiosk(1))
    assert all("good hands" not in line["line"] for line in journal.lines)


def test_without_a_server_everything_stays_pending(site: Site, kiosk: Kiosk) -> None:
    scan(kiosk, site.kiosk(1), site.tickets(status="valid", here="1")[0]["text"])
    failed = kiosk("sync", "--data-dir", site.kiosk(1), "--patience", 1)
    assert (failed.status, failed.lines[-1]["pending"], failed.lines[-1]["ok"]) == (1, 2, False)
    with site.server() as central:
        sent = kiosk("sync", "--data-dir", site.kiosk(1)).lines[-1]
        again = kiosk("sync", "--data-dir", site.kiosk(1)).lines[-1]
        assert central.stats().records == sent["sent"]
    assert (sent["pending"], sent["ok"]) == (0, True)
    assert (again["sent"], again["received"], again["receipts"]) == (0, 0, 0)


def close_day(site: Site, kiosk: Kiosk, *numbers: int) -> Done:
    for number in numbers:
        kiosk("end-day", "--data-dir", site.kiosk(number))
        kiosk("sync", "--data-dir", site.kiosk(number))
    return kiosk("close", "--data-dir", site.kiosk(numbers[0]))


def test_the_closing_page_names_who_stands_in_the_way_and_then_proves(
    site: Site, kiosk: Kiosk, tmp_path: Path
) -> None:
    text, other = (t["text"] for t in site.tickets(status="valid", here="1", group_size="0")[:2])
    scan(kiosk, site.kiosk(1), text)
    scan(kiosk, site.kiosk(2), text, other)
    with site.server() as central:
        early = close_day(site, kiosk, 1)
        assert (early.status, early.lines[-1]["closed"]) == (1, False)
        assert early.lines[-1]["problem"].startswith("Киоск 2 has not ended its day")
        page = close_day(site, kiosk, 1, 2).lines[-1]
        stats = central.stats()
        proof = tmp_path / "proof.jsonl"
        kiosk("journal", "proof", "--data-dir", site.kiosk(1), "--out", proof)
        again = kiosk("close", "--data-dir", site.kiosk(1)).lines[-1]
    assert (page["closed"], page["double_entries"]) == (True, 1)
    assert (page["arrivals"], page["unique_visitors"]) == (3, 2)
    assert all(device["missing"] == 0 and device["ended"] for device in page["devices"])
    assert stats.records == sum(device["recorded"] for device in page["devices"])
    assert again["devices"] == page["devices"], "closing a closed day writes nothing"
    assert verified(proof).returncode == 0
    content = bytearray(proof.read_bytes())
    content[len(content) // 2] ^= 1
    proof.write_bytes(content)
    assert verified(proof).returncode == 1


def verified(proof: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk.journal.verify_proof", str(proof)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_both_copies_of_a_copied_kiosk_are_counted_and_named(site: Site, kiosk: Kiosk) -> None:
    first, second, third = (
        t["text"] for t in site.tickets(status="valid", here="1", group_size="0")[:3]
    )
    scan(kiosk, site.kiosk(1), first)
    shutil.copytree(site.kiosk(1), site.kiosk(3))
    scan(kiosk, site.kiosk(1), second)
    scan(kiosk, site.kiosk(3), third)
    with site.server() as central:
        assert kiosk("sync", "--data-dir", site.kiosk(1)).lines[-1]["doubled"] is False
        assert kiosk("sync", "--data-dir", site.kiosk(3)).lines[-1]["doubled"] is True
        page = close_day(site, kiosk, 1, 3, 2).lines[-1]
        page = kiosk("close", "--data-dir", site.kiosk(1)).lines[-1]
        assert (central.stats().arrivals, page["unique_visitors"]) == (3, 3)
    assert [d["name"] for d in page["devices"] if d["doubled"]] == ["Киоск 1"]
    assert page["closed"] is True


def test_a_second_program_on_one_folder_is_told_so(site: Site, kiosk: Kiosk) -> None:
    from kiosk.store.database import Database

    with Database.open(site.kiosk(1)):
        refused = scan(kiosk, site.kiosk(1), "x")
        read = kiosk("journal", "list", "--data-dir", site.kiosk(1))
    assert (refused.status, refused.lines) == (1, [])
    assert "using this folder" in refused.said
    assert read.status == 0


def test_the_played_day_closes_with_the_planned_figures(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = kiosk("demo", "--headless", "--out", tmp_path / "day", "--visitors", 80)
    totals = done.lines[-1]
    assert totals["closed"] is True
    assert totals["recorded"] == totals["on_server"] > 0
    assert totals["visitors"] == 80
    assert totals["arrivals"] >= totals["unique_visitors"] > 0
    assert list((tmp_path / "day" / "screens").glob("*.png"))


def test_bytes_that_are_no_text_stop_nothing(site: Site) -> None:
    good = site.tickets(status="valid", here="1")[0]["text"].encode()
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "scan", "--data-dir", site.kiosk(1), "--json", "-"],
        input=b"\xff\xfe\x00\n" + good + b"\n",
        capture_output=True,
        check=True,
    )
    answers = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
    assert answers == ["unreadable", "admitted"]


def test_a_picture_that_is_none_is_an_unreadable_scan(site: Site, kiosk: Kiosk) -> None:
    ticket = site.tickets(status="valid", here="1")[0]
    none = site.folder / "none.png"
    none.write_bytes(b"%!PS")
    done = kiosk("scan", "--data-dir", site.kiosk(1), none, site.folder / "tickets" / ticket["png"])
    assert (verdicts(done), done.status) == (["unreadable", "admitted"], 1)
    assert "none.png is not a picture" in done.said
