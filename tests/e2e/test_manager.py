"""The manager's and the paper side of the day, from outside."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.scanning.images import decode_image
from tests.e2e.conftest import Done, Site

Kiosk = Callable[..., Done]


def test_a_policy_reaches_the_kiosks_and_the_live_count_knows_who_is_inside(
    site: Site, kiosk: Kiosk
) -> None:
    one, other = site.kiosk(1), site.kiosk(2)
    ticket = site.tickets(status="valid", here="1", group_size="0")[0]
    changed = kiosk(
        "central", "policy", 1, "--set", "tracks_exits=true",
        "--data-dir", site.folder / "central",
    )  # fmt: skip
    assert changed.lines[-1]["tracks_exits"] is True
    with site.server():
        for folder in (one, other):
            kiosk("sync", "--data-dir", folder)
        kiosk("scan", "--data-dir", other, ticket["text"])
        kiosk("sync", "--data-dir", other)
        kiosk("sync", "--data-dir", one)
    inside = kiosk("onsite", "--data-dir", one).lines[-1]
    assert (inside["people"], inside["tracked"]) == (1, True)
    assert {k["name"] for k in inside["kiosks"]} == {"Киоск 1", "Вход 2"}
    kiosk("scan", "--data-dir", one, "--exit", ticket["text"])
    assert kiosk("onsite", "--data-dir", one).lines[-1]["people"] == 0


def test_a_policy_that_is_none_is_told(site: Site, kiosk: Kiosk) -> None:
    central = ("--data-dir", site.folder / "central")
    wrong = kiosk("central", "policy", 1, "--set", "tracks_exit=true", *central)
    assert (wrong.status, "tracks_exits" in wrong.said) == (1, True)
    assert kiosk("central", "policy", 1, "--set", "tracks_exits", *central).status == 2


def test_a_class_sheet_is_entered_from_paper_and_counted_as_such(site: Site, kiosk: Kiosk) -> None:
    group = site.tickets(status="valid", here="1", kind="group")[0]
    done = kiosk(
        "paper", "enter", group["text"], "--at", "0:00", "--pupils", 10, "--adults", 1,
        "--data-dir", site.kiosk(1),
    )  # fmt: skip
    assert (done.lines[-1]["verdict"], done.lines[-1]["heads"]) == ("admitted", 11)
    unknown = kiosk("paper", "enter", "nothing", "--at", "0:00", "--data-dir", site.kiosk(1))
    assert (unknown.status, "no such ticket" in unknown.said) == (1, True)


def test_the_demo_has_a_staff_with_badges(site: Site, kiosk: Kiosk) -> None:
    badges = sorted((site.folder / "staff").glob("*.png"))
    assert len(badges) == 6
    assert all(decode_image(badge)[0] for badge in badges)
    scanned = kiosk(
        "scan", "--data-dir", site.kiosk(1), "--as", "volunteer-1",
        site.tickets(status="valid", here="1", group_size="0")[0]["text"],
    )  # fmt: skip
    assert scanned.lines[-1]["verdict"] == "admitted"
    stranger = kiosk("end-day", "--data-dir", site.kiosk(1), "--as", "volunteer-1")
    assert stranger.status == 1, "a volunteer may not end the day"


def test_members_of_groups_may_come_on_tickets_of_their_own(site: Site, kiosk: Kiosk) -> None:
    tickets = site.tickets(status="valid", here="1")
    members = tickets[-3:]
    assert [(t["kind"], t["group_size"]) for t in members] == [("pupil", "0")] * 3
    found = kiosk("scan", "--data-dir", site.kiosk(1), *(t["text"] for t in members)).lines
    assert [line["verdict"] for line in found] == ["admitted"] * 3
    with site.server():
        kiosk("sync", "--data-dir", site.kiosk(1))
