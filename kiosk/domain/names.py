"""Names: folded for the search, shortened for the queue's eyes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LOOK_ALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")
_DASHES = str.maketrans(dict.fromkeys("-‐‑‒–—_.,«»\"'’", " "))


def fold(text: str) -> str:
    """A name as the search compares it.

    Case, ё and е, hyphens and runs of spaces do not matter, and in a word that has Cyrillic letters
    a Latin look-alike is read as the Cyrillic letter («Иванoв» with a Latin o).
    """
    text = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return " ".join(_fold_word(word) for word in text.translate(_DASHES).split())


@lru_cache(8_192)  # a list repeats first names, patronymics and the words of schools
def _fold_word(word: str) -> str:
    cyrillic = any("а" <= letter <= "я" for letter in word)
    return word.translate(_LOOK_ALIKES) if cyrillic else word


def short(name: str) -> str:
    """«Ёлкина Мария Петровна» → «Мария Ё.»; a single word stays as it is."""
    parts = name.split()
    return f"{parts[1]} {parts[0][0]}." if len(parts) > 1 else name
