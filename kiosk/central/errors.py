"""What can go wrong on the central server.

CentralError           the administrator must act; the message says what to do
    DatabaseError      the database cannot be used
Refused                a request is not done; the sentence goes back to the device
    NotAuthorised      401: the token is nobody's
    Forbidden          403: not with this code, or not at this site
    Unacceptable       422: the request contradicts itself or what the server holds
    TooLarge           413: more bytes than any kiosk sends
"""

from __future__ import annotations


class CentralError(Exception):
    """The administrator must act. The message says what to do, and holds no data."""


class DatabaseError(CentralError):
    """The database cannot be used."""


class Refused(Exception):
    """A request is not done. The message is one sentence for the device's people."""

    status = 400


class NotAuthorised(Refused):
    """The token is nobody's."""

    status = 401


class Forbidden(Refused):
    """Not with this code, or not at this site."""

    status = 403


class Unacceptable(Refused):
    """The request contradicts itself or what the server holds; nothing of it was kept."""

    status = 422


class TooLarge(Refused):
    """More bytes than any kiosk sends."""

    status = 413
