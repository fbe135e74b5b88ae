"""The palette and the scale of every screen, under the names of the design."""

from __future__ import annotations

COLOURS = {
    "ink": "#10182B",
    "ink-2": "#465069",
    "ink-3": "#666F85",
    "line": "#D5DBE7",
    "surface": "#FFFFFF",
    "ground": "#F1F3F8",
    "brand": "#2B4BEE",
    "brand-deep": "#1F3AC4",
    "brand-soft": "#E7EBFF",
    "go": "#0B6B43",
    "go-deep": "#07482D",
    "go-soft": "#DCF2E7",
    "heed": "#FFC247",
    "heed-soft": "#FFF1D6",
    "heed-ink": "#6B4300",
    "stop": "#A3161F",
    "stop-deep": "#720D14",
    "stop-soft": "#FBE4E5",
    "ask": "#1F3FD1",
    "ask-deep": "#152C96",
    "fail": "#000000",
    "fail-deep": "#3A3A3A",
}
"""Go: let in. Heed: ask or send on, with dark text. Stop: do not let in. Fail: not recorded."""

SIZES = {
    "r-s": 8,
    "r-m": 14,
    "r-l": 22,
    "s1": 4,
    "s2": 8,
    "s3": 12,
    "s4": 16,
    "s5": 24,
    "s6": 32,
    "f-cap": 15,
    "f-body": 18,
    "f-lead": 22,
    "f-title": 30,
    "f-next": 42,
    "f-hero": 72,
    "f-giant": 150,
}
"""Pixels: corner radii, spaces, font sizes."""
