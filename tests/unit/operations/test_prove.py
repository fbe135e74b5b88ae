"""The proof file of a closed site, and the stand-alone verifier that believes nothing."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kiosk.domain.records import AFTER_DAY_END, Kind
from kiosk.journal import verify_proof
from kiosk.journal.canonical import decode, encode
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity, genesis
from kiosk.journal.lines import line_hash, parse
from kiosk.journal.proof import DeviceJournal, proof_file
from kiosk.journal.receipts import Receipt
from kiosk.journal.verify_proof import NotProved, verify
from kiosk.operations.close_site import excuse_device
from kiosk.operations.ports import Entry, Signer
from tests.mutations import mutated
from tests.unit.operations.fake_server import EVENT, SITE, FakeServer
from tests.unit.operations.fakes import FakeClock
from tests.unit.operations.invented import MORNING, Kiosk, ticket

Verify = Callable[[bytes], str]


@pytest.fixture
def check(tmp_path: Path) -> Verify:
    """Verifies bytes as a file."""
    file = tmp_path / "day.proof"

    def verified(proof: bytes) -> str:
        file.write_bytes(proof)
        return verify(str(file))

    return verified


def closed_site() -> tuple[Kiosk, Kiosk]:
    """Two kiosks of a closed site; the first one closed it."""
    server = FakeServer(FakeClock(MORNING))
    one, other = (Kiosk.enrolled(server, name) for name in ("Gate", "Hall"))
    one.scan(ticket(1))
    other.scan(ticket(2))
    other.log_trial(ticket(2))
    for kiosk in (other, one):
        kiosk.end_day()
        kiosk.sync()
    assert one.close().closed
    return one, other


@pytest.fixture(scope="module")
def small() -> bytes:
    """The proof of one kiosk's day with one arrival."""
    kiosk = Kiosk.enrolled(FakeServer(FakeClock(MORNING)))
    kiosk.scan(ticket(1))
    kiosk.end_day()
    assert kiosk.close().closed
    return kiosk.prove()


def refused(check: Verify, proof: bytes) -> bool:
    try:
        check(proof)
    except NotProved:
        return True
    return False


def test_a_closed_day_is_proved(check: Verify) -> None:
    one, other = closed_site()
    said = check(one.prove())
    everything = len({r.hash for kiosk in (one, other) for r in kiosk.records()})
    assert said.startswith(f"Proved: {everything} records of 2 devices")
    assert one.server.key.device_id in said


def test_any_kiosk_of_the_site_can_write_the_proof(check: Verify) -> None:
    one, other = closed_site()
    other.sync()
    assert check(other.prove()) == check(one.prove())


def test_no_private_part_is_in_a_proof() -> None:
    one, _ = closed_site()
    assert "Молодец".encode() not in one.prove()


def test_the_servers_fingerprint_can_be_demanded(tmp_path: Path) -> None:
    one, _ = closed_site()
    file = tmp_path / "day.proof"
    file.write_bytes(one.prove())
    assert verify(str(file), one.server.key.device_id)
    with pytest.raises(NotProved):
        verify(str(file), Identity.generate().device_id)


def test_any_changed_byte_is_found(check: Verify, small: bytes) -> None:
    """Each position in turn, changed to what could pass: the other case, a near digit."""
    for at, old in enumerate(small):
        for new in (old ^ 0x20, old ^ 1):
            assert refused(check, small[:at] + bytes([new]) + small[at + 1 :]), (at, old, new)


def test_a_removed_doubled_or_swapped_line_is_found(check: Verify, small: bytes) -> None:
    lines = small.splitlines(keepends=True)
    for at in range(len(lines)):
        assert refused(check, b"".join(lines[:at] + lines[at + 1 :]))
        assert refused(check, b"".join([*lines[: at + 1], *lines[at:]]))
        for other in range(at + 1, len(lines)):
            swapped = list(lines)
            swapped[at], swapped[other] = swapped[other], swapped[at]
            assert refused(check, b"".join(swapped))


def test_a_cut_off_tail_is_found(check: Verify, small: bytes) -> None:
    for end in range(len(small)):
        assert refused(check, small[:end])
    assert refused(check, small + b"\n")
    assert refused(check, small + b"{}\n")


def test_whatever_is_no_proof_is_refused(check: Verify) -> None:
    for junk in (b"", b"\n", b"{}\n", b"[]\n[]\n", b"\xff\n", b'{"proof":"kiosk-proof-1"}\n' * 2):
        assert refused(check, junk)
    deep = b"[" * 100_000 + b"]" * 100_000
    assert refused(check, b'{"a":' + deep + b"}\n")
    receipt = b'{"receipt":"x"}\n'
    head = b'{"proof":"kiosk-proof-1","server_public":"00"}\n'
    end = b'{"signature":"","signed_by":""}\n'
    assert refused(check, head + b'{"device":{"public":"00"}}\n' + receipt + end)


# --- a kiosk that signs a file that is not what it says ---


class Forgery:
    """The parts of a proof, to be signed anew by the kiosk's own key after a change."""

    def __init__(self, one: Kiosk, other: Kiosk) -> None:
        self.one, self.other = one, other
        self.one.sync()
        page = self.one.look()
        self.devices = {
            proof.device_id: DeviceJournal(
                public=proof.public,
                name=proof.name,
                lines=[e.line for e in self.entries(proof.device_id)],
                heads=proof.heads,
                receipts=proof.receipts,
            )
            for proof in page.proofs
        }

    def entries(self, device: str) -> list[Entry]:
        return self.one.store.read(lambda uow: list(uow.journal.entries(device)))

    def change(self, kiosk: Kiosk, **parts: object) -> None:
        old = self.devices[kiosk.device_id]
        fields = {name: getattr(old, name) for name in DeviceJournal.__slots__} | parts
        self.devices[kiosk.device_id] = DeviceJournal(**fields)

    def file(self) -> bytes:
        return proof_file(
            event=EVENT,
            site=SITE,
            server_public=self.one.server.key.public,
            devices=self.devices.values(),
            by=self.one.store.contents.signers[-1].identity,
        )


@pytest.fixture
def forgery() -> Forgery:
    return Forgery(*closed_site())


def test_unchanged_parts_are_proved(check: Verify, forgery: Forgery) -> None:
    assert check(forgery.file())


def test_a_device_left_out_is_found(check: Verify, forgery: Forgery) -> None:
    del forgery.devices[forgery.other.device_id]
    with pytest.raises(NotProved, match="not closed over"):
        check(forgery.file())


def test_a_device_that_stands_twice_is_found(check: Verify, forgery: Forgery) -> None:
    forgery.devices["again"] = forgery.devices[forgery.other.device_id]
    with pytest.raises(NotProved, match="stands twice"):
        check(forgery.file())


@pytest.mark.parametrize("at", range(4))
def test_a_record_left_out_is_found(check: Verify, forgery: Forgery, at: int) -> None:
    lines = forgery.devices[forgery.other.device_id].lines
    forgery.change(forgery.other, lines=[*lines[:at], *lines[at + 1 :]])
    with pytest.raises(NotProved):
        check(forgery.file())


def test_a_cut_tail_is_found_by_the_heads(check: Verify, forgery: Forgery) -> None:
    lines = forgery.devices[forgery.other.device_id].lines
    forgery.change(forgery.other, lines=lines[:-1])
    with pytest.raises(NotProved, match="heads do not cover"):
        check(forgery.file())


def test_a_head_that_the_device_did_not_sign_is_found(check: Verify, forgery: Forgery) -> None:
    [head] = forgery.devices[forgery.other.device_id].heads
    mine = forgery.one.store.contents.signers[-1].identity
    wrong = Head(
        head.device_id, head.seq, head.hash, Head.sign(mine, head.seq, head.hash).signature
    )
    forgery.change(forgery.other, heads=[wrong])
    with pytest.raises(NotProved, match="signature"):
        check(forgery.file())


def test_a_receipt_that_the_server_did_not_sign_is_found(check: Verify, forgery: Forgery) -> None:
    [receipt] = forgery.devices[forgery.other.device_id].receipts
    signed = Receipt.sign(
        forgery.one.store.contents.signers[-1].identity,
        device=receipt.device_id,
        seq=receipt.seq,
        record_hash=receipt.hash,
        private_parts=(),
        server_time=receipt.server_time,
    )
    for wrong, reason in (
        (signed, "another server"),
        (Receipt.from_fields(receipt.fields() | {"signature": signed.signature}), "signature"),
        (Receipt.from_fields(receipt.fields() | {"server_time": 1}), "signature"),
    ):
        forgery.change(forgery.other, receipts=[wrong])
        with pytest.raises(NotProved, match=reason):
            check(forgery.file())
    forgery.change(forgery.other, receipts=[])
    with pytest.raises(NotProved, match="receipts do not cover"):
        check(forgery.file())


class Said:
    """Fields that the server signed for another purpose."""

    def __init__(self, server: Identity, fields: dict[str, object]) -> None:
        unsigned = {k: v for k, v in fields.items() if k != "signature"}
        unsigned["purpose"] = "kiosk-other-1"
        self._fields = unsigned | {"signature": server.sign(encode(unsigned))}

    def fields(self) -> dict[str, object]:
        return self._fields


def test_what_the_server_signed_for_another_purpose_is_no_receipt(
    check: Verify, forgery: Forgery
) -> None:
    [receipt] = forgery.devices[forgery.other.device_id].receipts
    said = Said(forgery.one.server.key, receipt.fields())
    forgery.change(forgery.other, receipts=[said])
    with pytest.raises(NotProved, match="something else"):
        check(forgery.file())


def go_on(forgery: Forgery, *, end_again: bool) -> None:
    """Lets the other kiosk admit somebody after the closing, and sends it to the server."""
    kiosk = forgery.other
    kiosk.scan(ticket(5))
    if end_again:
        kiosk.end_day()
    kiosk.sync()
    proof = next(p for p in forgery.one.look().proofs if p.device_id == kiosk.device_id)
    lines = [entry.line for entry in forgery.entries(kiosk.device_id)]
    forgery.change(kiosk, lines=lines, heads=proof.heads, receipts=proof.receipts)


def test_a_reopened_day_is_not_proved(check: Verify, forgery: Forgery) -> None:
    go_on(forgery, end_again=False)
    with pytest.raises(NotProved, match="not ended"):
        check(forgery.file())


def test_a_day_that_was_ended_again_but_not_closed_again_is_not_proved(
    check: Verify, forgery: Forgery
) -> None:
    go_on(forgery, end_again=True)
    with pytest.raises(NotProved, match="not closed over"):
        check(forgery.file())


def test_a_writer_from_outside_is_refused(check: Verify, forgery: Forgery) -> None:
    stranger = Identity.generate()
    file = proof_file(
        event=EVENT,
        site=SITE,
        server_public=forgery.one.server.key.public,
        devices=forgery.devices.values(),
        by=stranger,
    )
    with pytest.raises(NotProved, match="writer"):
        check(file)


def test_more_on_the_last_line_is_refused(check: Verify, small: bytes) -> None:
    *lines, last = small[:-1].split(b"\n")
    more = encode(decode(last) | {"note": "all is well"})
    with pytest.raises(NotProved):
        check(b"\n".join([*lines, more]) + b"\n")


@pytest.fixture(scope="module")
def signing() -> tuple[list[Any], Identity]:
    """The lines of a proof, without its signature, and the key that signs it."""
    one, _ = closed_site()
    lines = [decode(line) for line in one.prove().splitlines()]
    return lines[:-1], one.store.contents.signers[-1].identity


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_mutated_proof_passes_although_a_kiosk_signs_it(
    check: Verify, signing: tuple[list[Any], Identity], data: st.DataObject
) -> None:
    lines, writer = signing
    changed = data.draw(mutated(lines))
    try:
        body = b"".join(encode(line) + b"\n" for line in changed)
    except ValueError:
        assume(False)
    signature = writer.sign(b"kiosk-proof-1\0" + hashlib.sha256(body).digest())
    end = encode({"signed_by": writer.device_id, "signature": signature}) + b"\n"
    assert refused(check, body + end) or proved_by(changed) == proved_by(lines)


def proved_by(lines: list[Any]) -> set[bytes]:
    """What counts in a proof: its records, and the signed words about them."""
    return {encode(line) for line in lines if isinstance(line, dict) and "prev" in line}


# --- excuses and copies ---


def test_an_excused_device_is_named(check: Verify) -> None:
    server = FakeServer(FakeClock(MORNING))
    one, other = (Kiosk.enrolled(server, name) for name in ("Gate", "Hall"))
    other.scan(ticket(2))
    other.sync()
    one.end_day()
    one.sync()
    one.do(lambda uow, at: excuse_device(uow, at, other.device_id, "fell into the pond"))
    assert one.close().closed
    assert check(one.prove()).endswith(f"; excused: {other.device_id}.")


def doubled_site() -> tuple[Kiosk, Kiosk]:
    """A closed site of one kiosk and the copy of it that wrote as well."""
    kiosk = Kiosk.enrolled(FakeServer(FakeClock(MORNING)))
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    kiosk.scan(ticket(2))
    copy.scan(ticket(3))
    for each in (kiosk, copy):
        each.sync()
        each.end_day()
        each.sync()
    assert kiosk.close().closed
    return kiosk, copy


def test_a_doubled_kiosks_branches_are_both_proved(check: Verify) -> None:
    kiosk, _ = doubled_site()
    proof = kiosk.prove()
    arrivals = [
        parse(line)
        for line in proof.splitlines()
        if b'"kind":"arrival"' in line and line_hash(line) in kiosk.store.contents.entries
    ]
    assert {record.integer("ticket") for record in arrivals} == {1, 2, 3}
    assert "2 devices" in check(proof)


def test_a_branch_left_out_is_found(check: Verify) -> None:
    forgery = Forgery(*doubled_site())
    whole = forgery.devices[forgery.one.device_id]
    own = [entry.line for entry in forgery.one.own_entries()]
    ends = {line_hash(line) for line in own}
    forgery.change(
        forgery.one,
        lines=own,
        heads=[head for head in whole.heads if head.hash in ends],
        receipts=[receipt for receipt in whole.receipts if receipt.hash in ends],
    )
    with pytest.raises(NotProved, match="that the closing names is missing"):
        check(forgery.file())


def test_a_kiosk_found_to_be_a_copy_after_the_closing_can_still_prove(check: Verify) -> None:
    """Its new identity has written nothing, so the server does not know it: the old one signs."""
    one, _ = closed_site()
    new = Identity.generate()
    old = one.store.contents.signers[-1]
    succeeds = (old.identity.device_id, old.seq, old.hash)
    one.store.contents.signers += (Signer(new, 0, genesis(new.public), succeeds=succeeds),)
    assert check(one.prove())


# --- the program ---


def test_the_verifier_knows_the_same_harmless_kinds() -> None:
    assert verify_proof.AFTER_DAY_END == AFTER_DAY_END
    assert Kind.ARRIVAL not in verify_proof.AFTER_DAY_END


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the verifier alone: without the package around it."""
    alone = folder / "verify_proof.py"
    alone.write_bytes(Path(verify_proof.__file__).read_bytes())
    return subprocess.run(
        [sys.executable, "-I", str(alone), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


def test_the_program_stands_alone(tmp_path: Path, small: bytes) -> None:
    (tmp_path / "good").write_bytes(small)
    (tmp_path / "bad").write_bytes(small[:-1])
    good = run(tmp_path, "good")
    assert (good.returncode, good.stdout[:7], good.stderr) == (0, "Proved:", "")
    for arguments in (["bad"], ["missing"], [], ["good", "0" * 32], ["good", "", ""]):
        bad = run(tmp_path, *arguments)
        assert (bad.returncode, bad.stdout) == (1, "")
        assert len(bad.stderr.splitlines()) == 1
