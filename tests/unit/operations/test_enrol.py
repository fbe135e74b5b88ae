"""Enrolment binds a device to a site, if the right server answers."""

from __future__ import annotations

import pytest

from kiosk.journal.identity import Identity
from kiosk.operations.enrol import enrol
from kiosk.operations.ports import Final, Retryable, Trouble
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


def test_a_used_code_or_no_network_changes_nothing(server: FakeServer, store: MemoryStore) -> None:
    with pytest.raises(Final):
        enrol(store, server, server_url="http://x", code="?", fingerprint="")
    server.faults["enrol"] = Retryable(Trouble.NO_NETWORK, "There is no network.")
    with pytest.raises(Retryable):
        enrol(store, server, server_url="http://x", code="?", fingerprint="")
    assert store.writes == 0
