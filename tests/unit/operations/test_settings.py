"""What the manager sets for a kiosk at its site."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.admission import VerdictName
from kiosk.domain.local_policy import LocalPolicy
from kiosk.domain.names import LABEL_LENGTH
from kiosk.domain.programme import SitePolicy
from kiosk.operations.log_trial import TrialRefused
from kiosk.operations.overview import overview
from kiosk.operations.recording import NotEnrolled
from kiosk.operations.settings import (
    BadEntrance,
    rename_entrance,
    set_policies,
    site_settings,
)
from tests.unit.operations.invented import Kiosk, ticket

DECIDED = LocalPolicy(asks_clearance=True, tracks_exits=False)
YES_NO = st.booleans()
POLICIES = st.builds(SitePolicy, YES_NO, YES_NO, YES_NO, YES_NO, YES_NO)
LOCAL = st.builds(LocalPolicy, *5 * [st.none() | YES_NO])


@given(POLICIES, POLICIES)
def test_what_is_wanted_holds_and_what_the_roster_says_is_not_repeated(
    roster: SitePolicy, wanted: SitePolicy
) -> None:
    local = LocalPolicy.between(roster, wanted)
    assert local.over(roster) == wanted
    assert LocalPolicy.between(roster, roster) == LocalPolicy()
    assert all(
        decided is None or decided != getattr(roster, name)
        for name, decided in local.decisions().items()
    )


@given(POLICIES, LOCAL)
def test_what_is_not_decided_here_is_as_the_roster_says(
    roster: SitePolicy, local: LocalPolicy
) -> None:
    holds = local.over(roster)
    for name, decided in local.decisions().items():
        assert getattr(holds, name) == (getattr(roster, name) if decided is None else decided)


def test_a_new_name_stands_in_the_following_records_only(kiosk: Kiosk) -> None:
    before = kiosk.store.read(site_settings).entrance
    kiosk.scan(ticket(1))
    kiosk.store.write(lambda uow: rename_entrance(uow, "  Южный вход "))
    kiosk.scan(ticket(2))
    assert [r.entrance for r in kiosk.records()] == [before, before, "Южный вход"]


@pytest.mark.parametrize("name", ["", "  ", "Вход\n2", "х" * (LABEL_LENGTH + 1)])
def test_a_name_that_is_none_changes_nothing(kiosk: Kiosk, name: str) -> None:
    before = kiosk.store.read(site_settings)
    with pytest.raises(BadEntrance, match="1 to 40"):
        kiosk.store.write(lambda uow: rename_entrance(uow, name))
    assert kiosk.store.read(site_settings) == before


def test_the_gate_goes_by_what_was_decided_here(kiosk: Kiosk) -> None:
    not_cleared = ticket(7)
    decided = LocalPolicy(asks_clearance=True)
    kiosk.store.write(lambda uow: set_policies(uow, decided))
    assert kiosk.scan(not_cleared).verdict.name is VerdictName.NOT_CLEARED
    shown = kiosk.store.read(overview).site
    assert shown is not None
    assert shown.policy.asks_clearance
    told = kiosk.store.read(site_settings)
    assert (told.roster, told.local) == (SitePolicy(), decided)
    kiosk.store.write(lambda uow: set_policies(uow, LocalPolicy()))
    assert kiosk.scan(not_cleared).verdict.name is VerdictName.ADMITTED


def test_a_trial_asks_for_the_briefing_where_that_was_decided_here(kiosk: Kiosk) -> None:
    kiosk.store.write(lambda uow: set_policies(uow, LocalPolicy(asks_briefing=True)))
    with pytest.raises(TrialRefused, match="briefing"):
        kiosk.log_trial(ticket(1))
    kiosk.store.write(lambda uow: set_policies(uow, LocalPolicy(asks_briefing=False)))
    kiosk.log_trial(ticket(1))


def test_a_decision_is_the_sites_that_it_was_made_at(kiosk: Kiosk) -> None:
    kiosk.store.write(lambda uow: set_policies(uow, DECIDED))
    binding = kiosk.store.contents.binding
    assert binding is not None
    kiosk.store.write(lambda uow: uow.save_binding(replace(binding, site=binding.site + 1)))
    assert kiosk.store.read(site_settings).local == LocalPolicy()


def test_a_kiosk_without_a_site_has_nothing_to_set(kiosk: Kiosk) -> None:
    kiosk.store.contents.binding = None
    with pytest.raises(NotEnrolled):
        kiosk.store.read(site_settings)
    with pytest.raises(NotEnrolled):
        kiosk.store.write(lambda uow: set_policies(uow, DECIDED))
    with pytest.raises(NotEnrolled):
        kiosk.store.write(lambda uow: rename_entrance(uow, "Южный"))
