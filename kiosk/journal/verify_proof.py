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
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(
            bytes.fromhex(signature), message
        )
    except (InvalidSignature, ValueError) as error:
        raise NotProved("a signature is not genuine") from error


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


def check_device(
    device: dict[str, Any], server_key: str, server_id: str
) -> tuple[set[str], dict[str, dict[str, Any]], str]:
    """Checks one device's chain, heads and receipts; returns its last records, records and id."""
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
        require(receipt["key_id"] == server_id, f"{name}: a receipt of another server")
        require(receipt["device_id"] == genesis[:32], f"{name}: a receipt of another device")
        check_signature(server_key, canonical(fields), receipt["signature"])
    leaves = {h for h in by_hash if h not in followed}
    for what in ("heads", "receipts"):
        held = {item["hash"] for item in device[what]}
        require(leaves <= held, f"{name}: {what} do not cover the last record")
    return leaves, by_hash, genesis[:32]


def ended(leaf: str, by_hash: dict[str, dict[str, Any]], succeeded: set[str]) -> bool:
    """Whether a branch ends its day: nothing but harmless kinds stands after `day_ended`."""
    if leaf in succeeded:
        return True
    while leaf in by_hash and by_hash[leaf]["kind"] in AFTER_DAY_END:
        if by_hash[leaf]["kind"] == "day_ended":
            return True
        leaf = by_hash[leaf]["prev"]
    return False


def verify(path: str, fingerprint: str = "") -> str:
    """Checks the whole file; returns one sentence on what it proves. Raises NotProved."""
    lines, (header, *values) = read(path)
    require(header.get("proof") == "kiosk-proof-1", "this is not a proof file")
    server_key = header["server_public"]
    server_id = sha256(b"kiosk-device-1", bytes.fromhex(server_key))[:32]
    require(fingerprint in ("", server_id), "the receipts are of another server")
    devices = []
    for line, value in zip(lines[1:-1], values[:-1], strict=True):
        if "device" in value:
            devices.append({**value["device"], "lines": [], "heads": [], "receipts": []})
        elif "head" in value or "receipt" in value:
            kind = "head" if "head" in value else "receipt"
            devices[-1][kind + "s"].append(value[kind])
        else:
            devices[-1]["lines"].append(line)
    checked = [check_device(device, server_key, server_id) for device in devices]
    records = {h: r for _, by_hash, _ in checked for h, r in by_hash.items()}
    succeeded = {r["data"]["succeeds"]["hash"] for r in records.values() if "succeeds" in r["data"]}
    excused = {r["data"]["device_id"] for r in records.values() if r["kind"] == "device_excused"}
    for leaves, by_hash, device_id in checked:
        over = bool(leaves) and all(ended(h, by_hash, succeeded) for h in leaves)
        settled = over or device_id in excused
        require(settled, f"device {device_id[:8]}: its day is not ended")
    closings = [r["data"]["heads"] for r in records.values() if r["kind"] == "site_closed"]
    enrolled = {device_id for _, _, device_id in checked}
    require(any(enrolled <= set(heads) for heads in closings), "the site was not closed")
    body = b"\n".join(lines[:-1]) + b"\n"
    signer = values[-1]["signed_by"]
    public = {i: d["public"] for d, (_, _, i) in zip(devices, checked, strict=True)}
    require(signer in public, "the file's writer is not one of its devices")
    message = b"kiosk-proof-1\0" + hashlib.sha256(body).digest()
    check_signature(public[signer], message, values[-1]["signature"])
    return f"Proved: {len(records)} records of {len(devices)} devices are on server {server_id}."


def main() -> None:
    try:
        print(verify(*sys.argv[1:3]))
    except NotProved as reason:
        sys.exit(f"Not proved: {reason}.")
    except (OSError, TypeError, KeyError, IndexError, ValueError) as error:
        sys.exit(f"Not proved: this is not a readable proof file ({type(error).__name__}).")


if __name__ == "__main__":
    main()
