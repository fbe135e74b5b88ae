"""The keys of a keyboard under the American layout and under the Russian one, ЙЦУКЕН.

The digits stay digits; punctuation of the one layout is letters of the other.
"""

from __future__ import annotations

_US = (
    "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
    '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
    "@#$^&|"
)  # fmt: skip
_JCUKEN = (
    "ёйцукенгшщзхъфывапролджэячсмитьбю."
    "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
    '"№;:?/'
)  # fmt: skip
_TO_US = str.maketrans(_JCUKEN, _US)
_TO_JCUKEN = str.maketrans(_US, _JCUKEN)


def to_jcuken(text: str) -> str:
    """What the keys of a text type under the Russian layout."""
    return text.translate(_TO_JCUKEN)


def to_us(text: str) -> str:
    """What the keys of a text type under the American layout."""
    return text.translate(_TO_US)
