"""Checks a proof file of a closed day. Trusts neither the kiosk nor the server, nor their code:
it needs Python's standard library and the package `cryptography` for Ed25519, nothing of this one.

    python -m kiosk.journal.verify_proof FILE [SERVER-KEY-FINGERPRINT]

Exit status 0: the file proves what it says; 1: it does not, and the reason is printed.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

AFTER_DAY_END = {
    "clock_checked", "day_ended", "device_excused", "purged", "settled", "sign_in", "sign_out",
    "site_closed",
}  # fmt: skip


Checked = tuple[set[str], dict[str, dict[str, Any]], str]
"""Of one device: the hashes of its last records (one a branch), its records by hash, its id."""


class NotProved(Exception):
    """The file does not prove what it says."""


def require(condition: object, reason: str) -> None:
    if not condition:
        raise NotProved(reason)


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha256(purpose: bytes, data: bytes) -> str:
    return hashlib.sha256(purpose + b"\0" + data).hexdigest()


def check_signature(public: str, message: bytes, signature: str) -> None:
    try:
        raw = bytes.fromhex(signature)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(raw, message)
    except (InvalidSignature, ValueError) as error:
        raise NotProved("a signature is not genuine") from error
    require(raw.hex() == signature, "a signature is not in its one written form")


def read(path: str) -> tuple[list[bytes], list[dict[str, Any]]]:
    """The lines of the file, each checked to be in its one canonical form."""
    data = Path(path).read_bytes()
    require(data.endswith(b"\n"), "the file's end is cut off")
    lines = data[:-1].split(b"\n")
    try:
        values = [json.loads(line) for line in lines]
    except ValueError as error:
        raise NotProved("a line is not readable") from error
    for number, (line, value) in enumerate(zip(lines, values, strict=True), 1):
        require(isinstance(value, dict) and canonical(value) == line, f"line {number} is altered")
    return lines, values


def check_device(device: dict[str, Any], server_key: str, server_id: str) -> Checked:
    """Checks one device's chain, heads and receipts."""
    public = device["public"]
    genesis = sha256(b"kiosk-device-1", bytes.fromhex(public))
    name = f"device {genesis[:8]}"
    by_hash = {sha256(b"kiosk-record-1", line): json.loads(line) for line in device["lines"]}
    require(len(by_hash) == len(device["lines"]), f"{name}: a record stands twice")
    followed = set()
    for record in by_hash.values():
        require(record["device_id"] == genesis[:32], f"{name}: a record of another device")
        before = by_hash.get(record["prev"], {"seq": 0})
        chained = record["prev"] in by_hash or record["prev"] == genesis
        require(chained and record["seq"] == before["seq"] + 1, f"{name}: a record is missing")
        followed.add(record["prev"])
    for head in device["heads"]:
        fields = {k: head[k] for k in ("device_id", "hash", "seq")}
        check_signature(public, b"kiosk-head-1\0" + canonical(fields), head["signature"])
    for receipt in device["receipts"]:
        fields = {k: v for k, v in receipt.items() if k != "signature"}
        require(receipt["purpose"] == "kiosk-receipt-1", f"{name}: something else than a receipt")
        require(receipt["key_id"] == server_id, f"{name}: a receipt of another server")
        require(receipt["device_id"] == genesis[:32], f"{name}: a receipt of another device")
        check_signature(server_key, canonical(fields), receipt["signature"])
    leaves = {h for h in by_hash if h not in followed}
    for what in ("heads", "receipts"):
        held = {item["hash"] for item in device[what]}
        require(leaves <= held, f"{name}: {what} do not cover the last record")
    return leaves, by_hash, genesis[:32]


def tail(leaf: str, by_hash: dict[str, dict[str, Any]]) -> dict[str, str]:
    """The kinds, by hash, from a branch's end back to the last record that is not harmless."""
    kinds: dict[str, str] = {}
    while leaf in by_hash:
        kinds[leaf] = by_hash[leaf]["kind"]
        if kinds[leaf] not in AFTER_DAY_END:
            break
        leaf = by_hash[leaf]["prev"]
    return kinds


def by_device(lines: list[bytes], values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The devices of the file, each with its lines, heads and receipts."""
    devices: list[dict[str, Any]] = []
    for line, value in zip(lines, values, strict=True):
        if "device" in value:
            devices.append({**value["device"], "lines": [], "heads": [], "receipts": []})
        elif "head" in value or "receipt" in value:
            kind = "head" if "head" in value else "receipt"
            devices[-1][kind + "s"].append(value[kind])
        else:
            devices[-1]["lines"].append(line)
    return devices


def check_closed(checked: list[Checked]) -> set[str]:
    """Checks that each day is ended and the site closed over it; returns the excused devices."""
    records = [record for _, by_hash, _ in checked for record in by_hash.values()]
    opened = [r["data"] for r in records if r["kind"] == "opened"]
    succeeded = {data["succeeds"]["hash"] for data in opened if "succeeds" in data}
    excuses = {r["data"]["device_id"] for r in records if r["kind"] == "device_excused"}
    excused = set()
    ends: dict[str, list[set[str]]] = {}
    for leaves, by_hash, device_id in checked:
        tails = {leaf: tail(leaf, by_hash) for leaf in leaves}
        ends[device_id] = [set(kinds) for kinds in tails.values()]
        over = all(h in succeeded or "day_ended" in kinds.values() for h, kinds in tails.items())
        if not (leaves and over):
            require(device_id in excuses, f"device {device_id[:8]}: its day is not ended")
            excused.add(device_id)
    closings = [r["data"]["heads"] for r in records if r["kind"] == "site_closed"]
    closed = any(
        set(heads) == set(ends) and all(end & set(heads[i]) for i in ends for end in ends[i])
        for heads in closings
    )
    require(closed, "the site was not closed over these records")
    held = {name for _, by_hash, _ in checked for name in by_hash}
    named = {name for heads in closings for ends_of in heads.values() for name in ends_of}
    require(named <= held, "a record that the closing names is missing")
    return excused


def check(lines: list[bytes], values: list[dict[str, Any]], fingerprint: str) -> str:
    """Checks the file's parts, then the writer's signature over all of it."""
    header, last = values[0], values[-1]
    require(header.get("proof") == "kiosk-proof-1", "this is not a proof file")
    require(set(last) == {"signature", "signed_by"}, "the last line is not a signature")
    server_key = header["server_public"]
    server_id = sha256(b"kiosk-device-1", bytes.fromhex(server_key))[:32]
    require(fingerprint in ("", server_id), "the receipts are of another server")
    devices = by_device(lines[1:-1], values[1:-1])
    checked = [check_device(device, server_key, server_id) for device in devices]
    excused = check_closed(checked)
    public = {i: device["public"] for device, (_, _, i) in zip(devices, checked, strict=True)}
    require(len(public) == len(checked), "a device stands twice")
    require(last["signed_by"] in public, "the file's writer is not one of its devices")
    body = hashlib.sha256(b"\n".join(lines[:-1]) + b"\n").digest()
    check_signature(public[last["signed_by"]], b"kiosk-proof-1\0" + body, last["signature"])
    count = sum(len(by_hash) for _, by_hash, _ in checked)
    without = f"; excused: {', '.join(sorted(excused))}" if excused else ""
    return f"Proved: {count} records of {len(checked)} devices are on server {server_id}{without}."


def verify(path: str, fingerprint: str = "") -> str:
    """Checks the whole file; returns one sentence on what it proves. Raises NotProved, OSError."""
    try:
        return check(*read(path), fingerprint)
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise NotProved(f"this is not a proof file ({type(error).__name__})") from error


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit("Usage: python -m kiosk.journal.verify_proof FILE [SERVER-KEY-FINGERPRINT]")
    try:
        print(verify(*sys.argv[1:]))
    except (NotProved, OSError) as reason:
        sys.exit(f"Not proved: {reason}.")


if __name__ == "__main__":
    main()
