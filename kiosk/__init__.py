"""Kiosk: the check-in desk of an open-doors day, offline first."""

__version__ = "0.1.0"
