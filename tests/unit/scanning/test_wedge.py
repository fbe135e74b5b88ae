"""The wedge: a scanner or a person?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.layouts import to_jcuken
from kiosk.scanning.wedge import KEY_GAP_MS, SUFFIX_GAP_MS, TICKET_GAP_MS, Burst, Wedge

TICKET = "ED" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 3 + "ABCDEFGHIJKLMNOPQRSTUVWX"
ENTER = "\n"


class Typing:
    """Presses keys at a wedge as the device module does, and keeps what came of it."""

    def __init__(self) -> None:
        self.wedge = Wedge()
        self.now = 1_000
        self.bursts: list[Burst] = []
        self.entered = 0
        """Enters that were a person's."""

    @property
    def scans(self) -> list[str]:
        return [burst.scan for burst in self.bursts if burst.scan]

    def _note(self, burst: Burst | None) -> None:
        if burst:
            self.bursts.append(burst)

    def type(self, text: str, gap: int) -> Typing:
        for character in text:
            self.now += gap
            self._note(self.wedge.lapse(self.now))
            if character != ENTER:
                self._note(self.wedge.key(character, self.now))
            elif not self.wedge.is_suffix(self.now):
                burst = self.wedge.end(self.now)
                self._note(burst)
                self.entered += not (burst and burst.scan)
        return self

    def pause(self) -> Typing:
        self.now += self.wedge.patience + 1
        self._note(self.wedge.pause())
        return self


def test_a_ticket_is_complete_without_enter() -> None:
    assert Typing().type(TICKET, 5).scans == [TICKET]


def test_two_tickets_without_enter_between() -> None:
    assert Typing().type(TICKET + TICKET.lower(), 5).scans == [TICKET, TICKET.lower()]


def test_the_enter_after_a_ticket_is_not_a_persons() -> None:
    typing = Typing().type(TICKET + ENTER + ENTER, 5)
    assert (typing.scans, typing.entered) == ([TICKET], 0)
    typing.now += SUFFIX_GAP_MS
    assert typing.type(ENTER, 1).entered == 1


def test_tickets_with_and_without_enter_in_turn() -> None:
    typing = Typing().type(TICKET + ENTER + TICKET + TICKET + ENTER, 5)
    assert (typing.scans, typing.entered) == ([TICKET] * 3, 0)


def test_a_ticket_under_the_russian_layout() -> None:
    typing = Typing().type(to_jcuken(TICKET) + ENTER, 5)
    assert (typing.scans, typing.entered) == ([TICKET], 0)


def test_a_foreign_code_ends_with_enter_or_a_pause() -> None:
    assert Typing().type("TP-77" + ENTER, 10).scans == ["TP-77"]
    assert Typing().type("TP-2026-77", 10).pause().scans == ["TP-2026-77"]
    assert Typing().type("TP-77", 10).pause().scans == []


def test_the_enter_after_a_pause_belongs_to_the_scan() -> None:
    typing = Typing().type("TP-2026-77", 10).pause().type(ENTER, 20)
    assert (typing.scans, typing.entered) == (["TP-2026-77"], 0)


@given(st.text("абвгдежзиedabc 0123456789", min_size=1), st.integers(KEY_GAP_MS + 1, 2_000))
def test_a_person_is_never_a_scan(text: str, gap: int) -> None:
    typing = Typing().type(text + ENTER, gap).pause()
    assert typing.scans == []
    assert typing.entered == 1
    assert sum(burst.keys for burst in typing.bursts) == len(text)


def test_a_lone_enter_is_a_persons() -> None:
    assert Typing().type(ENTER, 500).entered == 1
    fresh = Wedge()
    assert not fresh.is_suffix(0)


def test_a_scan_right_after_a_person_leaves_out_what_the_person_typed() -> None:
    typing = Typing().type("ив", 150).type(TICKET, 5)
    assert typing.scans == [TICKET]
    [stray] = [burst.strays for burst in typing.bursts if burst.scan]
    assert stray in (0, 1)  # 5 ms after the last letter nobody can tell where the scan began
    assert sum(burst.keys for burst in typing.bursts) == len("ив" + TICKET)


def test_a_slower_scanner_may_stumble_in_a_ticket() -> None:
    typing = Typing().type(TICKET[:30], 40).type(TICKET[30], TICKET_GAP_MS).type(TICKET[31:], 40)
    assert typing.scans == [TICKET]
    assert Typing().type("TP-2026-77", 40).wedge.patience == KEY_GAP_MS


def test_a_ticket_cut_short_is_still_a_scan() -> None:
    assert Typing().type(TICKET[:90], 5).pause().scans == [TICKET[:90]]


def test_a_gap_ends_a_burst_without_a_timer() -> None:
    typing = Typing().type("TP-2026-77", 10).type("TP-2026-78", 100).type(ENTER, 10)
    assert typing.scans[0] == "TP-2026-77"


def test_a_clock_that_jumps_back_ends_the_burst() -> None:
    typing = Typing().type("ABC", 10)
    typing.now = 5
    assert typing.type("D", 1).bursts == [Burst(3)]


def test_recognised_after_four_fast_keys() -> None:
    typing = Typing().type("TP-", 10)
    assert not typing.wedge.awaits(typing.now)
    typing.type("7", 10)
    assert typing.wedge.awaits(typing.now + KEY_GAP_MS)
    assert not typing.wedge.awaits(typing.now + KEY_GAP_MS + 1)
