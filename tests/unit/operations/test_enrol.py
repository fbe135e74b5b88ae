"""Enrolment binds a device to a site, if the right server answers."""

from __future__ import annotations

import pytest

from kiosk.journal.identity import Identity
from kiosk.operations.enrol import enrol
from kiosk.operations.ports import Binding, Final, Retryable, Trouble
from tests.unit.operations.fake_server import EVENT, SITE, FakeServer
from tests.unit.operations.fakes import MemoryStore


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(Identity.generate())


def test_a_code_binds_the_device(server: FakeServer, store: MemoryStore) -> None:
    server.codes["4711"] = "Gate"
    binding = enrol(
        store, server, server_url="http://x", code="4711", fingerprint=server.key.device_id
    )
    assert (binding.device_name, binding.event, binding.site) == ("Gate", EVENT, SITE)
    assert binding.server_public == server.key.public
    assert store.contents.binding == binding
    [signer] = store.contents.signers
    assert signer.token == server.devices[signer.identity.device_id].token
    assert signer.token not in repr(signer)


def test_without_a_fingerprint_the_server_is_taken_at_its_word(
    server: FakeServer, store: MemoryStore
) -> None:
    server.codes["4711"] = "Gate"
    enrol(store, server, server_url="http://x", code="4711", fingerprint="")
    assert store.contents.binding is not None


def test_another_server_than_the_code_names_is_refused(
    server: FakeServer, store: MemoryStore
) -> None:
    server.codes["4711"] = "Gate"
    other = Identity.generate().device_id
    with pytest.raises(Final) as caught:
        enrol(store, server, server_url="http://x", code="4711", fingerprint=other)
    assert caught.value.trouble is Trouble.NOT_THE_SERVER
    assert store.contents.binding is None
    assert store.contents.signers[0].token == ""
    assert store.writes == 0


def test_another_name_at_the_same_site_comes_with_a_new_code(
    server: FakeServer, store: MemoryStore
) -> None:
    for name in ("Gate", "Hall"):
        server.codes["4711"] = name
        binding = enrol(store, server, server_url="http://x", code="4711", fingerprint="")
    assert store.contents.binding == binding


@pytest.mark.parametrize("fingerprint_is_known", [True, False])
def test_a_kiosk_stays_with_its_first_site(
    server: FakeServer, store: MemoryStore, *, fingerprint_is_known: bool
) -> None:
    """Its records belong there: they would go astray with the new token."""
    server.codes["4711"] = "Gate"
    bound = enrol(store, server, server_url="http://x", code="4711", fingerprint="")
    signers, writes = store.contents.signers, store.writes
    elsewhere = FakeServer(server.clock)
    elsewhere.key = Identity.generate()
    elsewhere.codes["0815"] = "Gate"
    fingerprint = elsewhere.key.device_id if fingerprint_is_known else ""
    with pytest.raises(Final, match="belongs to site 7"):
        enrol(store, elsewhere, server_url="http://y", code="0815", fingerprint=fingerprint)
    assert (store.contents.binding, store.contents.signers) == (bound, signers)
    assert store.writes == writes
    assert bool(elsewhere.codes) is fingerprint_is_known, "a code is not spent in vain"


def test_a_folder_to_practise_with_joins_no_site(server: FakeServer, store: MemoryStore) -> None:
    store.contents.binding = Binding("Practice", EVENT, SITE, "A", "", b"", demo=True)
    server.codes["4711"] = "Gate"
    with pytest.raises(Final, match="practise"):
        enrol(store, server, server_url="http://x", code="4711", fingerprint="")
    assert server.calls == []


def test_a_used_code_or_no_network_changes_nothing(server: FakeServer, store: MemoryStore) -> None:
    with pytest.raises(Final):
        enrol(store, server, server_url="http://x", code="?", fingerprint="")
    server.faults["enrol"] = Retryable(Trouble.NO_NETWORK, "There is no network.")
    with pytest.raises(Retryable):
        enrol(store, server, server_url="http://x", code="?", fingerprint="")
    assert store.writes == 0
