"""Enrolment binds a device to a site; the device's identity and journal are there before it."""

from __future__ import annotations

from kiosk.journal.identity import device_id
from kiosk.operations.ports import Binding, Enrolment, Final, Server, Store, Trouble, UnitOfWork


class BadLink(Exception):
    """What was typed or scanned is no enrolment link."""


def enrol(store: Store, server: Server, *, server_url: str, code: str, fingerprint: str) -> Binding:
    """Binds this kiosk to the site that the one-time code stands for.

    `fingerprint` is the server key's, from the enrolment QR; empty where it is not known
    yet. A kiosk stays with its first site, because its records belong there; a new code for the
    same one is good. Raises ServerError.
    """
    signer, bound = store.read(lambda uow: (uow.journal.signer(), uow.binding()))
    if bound is not None and (bound.is_practice or fingerprint not in ("", _key_of(bound))):
        raise _belongs(bound)
    enrolment = server.enrol(code, signer.identity, site=bound.site if bound else None)
    if fingerprint and device_id(enrolment.server_public) != fingerprint:
        raise Final(
            Trouble.NOT_THE_SERVER,
            "The server that answered has another key than the enrolment code names: "
            "ask the coordinator for a new code.",
        )
    binding = _binding(enrolment, server_url)
    if bound is not None and _home(binding) != _home(bound):
        raise _belongs(bound)

    def save(uow: UnitOfWork) -> None:
        uow.save_binding(binding)
        uow.journal.save_token(signer.identity.device_id, enrolment.token)

    store.write(save)
    return binding


def _key_of(bound: Binding) -> str:
    return device_id(bound.server_public)


def _home(binding: Binding) -> tuple[bytes, int, int]:
    return binding.server_public, binding.event, binding.site


def _belongs(bound: Binding) -> Final:
    whose = "is there to practise" if bound.is_practice else f"belongs to site {bound.site}"
    return Final(
        Trouble.REFUSED,
        f"This data folder {whose}: choose a new one with --data-dir to join elsewhere.",
    )


def _binding(enrolment: Enrolment, server_url: str) -> Binding:
    return Binding(
        device_name=enrolment.device_name,
        event=enrolment.event,
        site=enrolment.site,
        entrance=enrolment.entrance,
        server_url=server_url,
        server_public=enrolment.server_public,
        demo=enrolment.demo,
    )
