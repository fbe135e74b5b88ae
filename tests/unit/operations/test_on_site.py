"""Who is on the site, and how old what is known of it is."""

from __future__ import annotations

from kiosk.domain.programme import SitePolicy
from kiosk.operations.on_site import on_site
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.invented import Kiosk, ticket


def test_a_kiosk_knows_others_by_the_entrance_of_their_last_record(server: FakeServer) -> None:
    policy = SitePolicy(tracks_exits=True)
    one, other, third = (Kiosk.enrolled(server, name, policy) for name in ("One", "Two", "Three"))
    other.scan(ticket(1))
    third.scan(ticket(2))
    for kiosk in (other, third, one):
        kiosk.sync()
    one.clock.pass_ms(11 * 60_000)
    found = one.store.read(lambda uow: on_site(uow, one.clock.wall_ms))
    assert (found.people, found.tracked, len(found.alone)) == (2, True, 2)
    mine, *others = found.kiosks
    assert (mine.name, mine.here, mine.as_of) == ("One", True, one.clock.wall_ms)
    assert {age.device_id for age in others} == {other.device_id, third.device_id}
    assert len({age.label for age in others}) == 2, "kiosks of one entrance are told apart"
    assert all(age.is_stale(found.now_ms) for age in others)
    assert found.as_of == min(age.as_of or 0 for age in others)


def test_an_earlier_identity_is_this_kiosk(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    copy.scan(ticket(2))
    copy.sync()
    kiosk.scan(ticket(3))
    kiosk.sync()
    kiosk.scan(ticket(4))
    found = kiosk.store.read(lambda uow: on_site(uow, kiosk.clock.wall_ms))
    assert len({record.device_id for record in kiosk.records()}) == 2
    assert [age.here for age in found.kiosks] == [True]
