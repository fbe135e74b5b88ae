"""The kiosk's identities with the signed ends of their chains."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity, genesis
from kiosk.operations.ports import Cause, NotRecorded, Signer, StoreError
from kiosk.store.prepared import Prepared
from kiosk.store.tables.journal import head, signer

_SIGNERS = (
    select(signer, head.c.seq, head.c.hash)
    .outerjoin_from(signer, head, head.c.device_id == signer.c.device_id)
    .order_by(signer.c.id)
)
_PRESENT = _SIGNERS.order_by(None).order_by(signer.c.id.desc()).limit(1)
_ADD = insert(signer)
_FIRST_HEAD = insert(head)
_MOVE_HEAD = Prepared(
    update(head)
    .where(
        head.c.device_id == bindparam("device"),
        head.c.seq == bindparam("old_seq"),
        head.c.hash == bindparam("old_hash"),
    )
    .values(
        seq=bindparam("new_seq"), hash=bindparam("new_hash"), signature=bindparam("new_signature")
    )
)


def present_signer(connection: Connection) -> Signer:
    """The identity that writes now. Raises StoreError before the kiosk has one."""
    row = connection.execute(_PRESENT).mappings().first()
    if row is None:
        raise StoreError("The kiosk has no identity yet; start the kiosk on this folder once.")
    return _signer(row)


def all_signers(connection: Connection) -> list[Signer]:
    """Every identity that this kiosk has had, the present one last."""
    return [_signer(row) for row in connection.execute(_SIGNERS).mappings()]


def add_signer(connection: Connection, new: Signer) -> None:
    """Makes an identity that has not written yet the present one."""
    device, seq, record_hash = new.succeeds or (None, None, None)
    row = {
        "device_id": new.identity.device_id,
        "private": new.identity.to_bytes(),
        "token": new.token,
        "number": new.number,
        "succeeds_device": device,
        "succeeds_seq": seq,
        "succeeds_hash": record_hash,
    }
    connection.execute(_ADD, row)


def change(connection: Connection, device_id: str, **given: str | int) -> None:
    """Keeps what the server has given to an identity, by the names of the columns."""
    connection.execute(update(signer).where(signer.c.device_id == device_id).values(given))


def move_head(connection: Connection, old_seq: int, old_hash: str, new: Head) -> None:
    """Signs a longer chain. Raises NotRecorded unless the stored head is the old one."""
    if old_seq == 0:
        row = {"device_id": new.device_id, "seq": new.seq}
        connection.execute(_FIRST_HEAD, row | {"hash": new.hash, "signature": new.signature})
        return
    moved = _MOVE_HEAD.run(
        connection,
        {
            "device": new.device_id,
            "old_seq": old_seq,
            "old_hash": old_hash,
            "new_seq": new.seq,
            "new_hash": new.hash,
            "new_signature": new.signature,
        },
    )
    if moved != 1:
        raise NotRecorded(
            Cause.OTHER, "The record does not continue this kiosk's journal; check the journal."
        )


def _signer(row: RowMapping) -> Signer:
    identity = Identity.from_bytes(row["private"])
    succeeds = None
    if row["succeeds_device"] is not None:
        succeeds = (row["succeeds_device"], row["succeeds_seq"], row["succeeds_hash"])
    return Signer(
        identity=identity,
        seq=row["seq"] or 0,
        hash=row["hash"] or genesis(identity.public),
        token=row["token"],
        succeeds=succeeds,
        number=row["number"] or 0,
    )
