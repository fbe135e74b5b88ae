"""Signing in: who works the kiosk."""
