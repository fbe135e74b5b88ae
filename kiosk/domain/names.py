"""Names: folded for the search, shortened and masked for the queue's eyes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from kiosk.domain.layouts import to_jcuken, to_us

LABEL_LENGTH = 40
"""Characters of a kiosk's or an entrance's name at most: it stands in records and in headers."""
_LOOK_ALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")
_DASHES = str.maketrans(dict.fromkeys("-‐‑‒–—_.,«»\"'’", " "))
_CLASS = re.compile(r"\b\d{1,2} ?[a-z]\b")
_GRADE = re.compile(r"(\d{1,2}) ?([^\W\d_])")
_MOST_READINGS = 16
_LEAST_LETTERS = 2


def is_label(name: str) -> bool:
    """Whether a kiosk or an entrance may be called so."""
    return 0 < len(name.strip()) <= LABEL_LENGTH and name.isprintable()


def fold(text: str) -> str:
    """A name as the search compares it.

    Case, ё and е, hyphens and runs of spaces do not matter. In a word that has Cyrillic letters a
    Latin look-alike is read as the Cyrillic letter («Иванoв» with a Latin o), and so is a letter
    that stands alone behind a number: the class «9A».
    """
    text = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    text = " ".join(text.translate(_DASHES).split())
    text = _CLASS.sub(lambda found: found[0].translate(_LOOK_ALIKES), text)
    return " ".join(_fold_word(word) for word in text.split())


def fold_grade(grade: str) -> str:
    """A school class as the search keeps it, together and apart: «9 «Б»» → «9б 9 б»."""
    folded = fold(grade)
    found = _GRADE.fullmatch(folded)
    return f"{found[1]}{found[2]} {found[1]} {found[2]}" if found else folded


def readings(text: str) -> Iterator[str]:
    """What a typed text may mean, the likeliest first: each word as it is, or as the same keys on
    the other layout («tkrby 9» → «елкин 9»).

    Of many words not every mixture is tried.
    """
    words = [(word, _on_other_layout(word)) for word in text.split()]
    whole = (" ".join(word for word, _ in words), " ".join(other for _, other in words))
    mixed = (" ".join(choice) for choice in islice(product(*words), _MOST_READINGS))
    return iter(dict.fromkeys((*whole, *mixed)))


def words_of(text: str) -> list[str]:
    """The folded words of a text, without its punctuation."""
    return re.findall(r"\w+", fold(text))


def fitting(names: Iterable[str], text: str, limit: int) -> list[str]:
    """The names whose words begin like all the words of a typed text, whole words first.

    A text that fits nothing as it was typed is read as the other layout's keys.
    """
    known = [(name, words_of(name)) for name in names]
    for reading in readings(text):
        typed = words_of(reading)
        hits = [
            (sum(word not in words for word in typed), name)
            for name, words in known
            if typed and all(_begins(word, words) for word in typed)
        ]
        if hits:
            return [name for _, name in sorted(hits, key=lambda hit: hit[0])[:limit]]
    return []


def is_pointed_at(text: str, name: str, *others: str) -> bool:
    """Whether a typed text has two letters of a name, and in another word the beginning of one of
    the `others`: whoever can say that much knows the person.
    """
    return any(_points(words_of(reading), name, others) for reading in readings(text))


@lru_cache(8_192)  # a list repeats first names, patronymics and the words of schools
def _fold_word(word: str) -> str:
    cyrillic = any("а" <= letter <= "я" for letter in word)
    return word.translate(_LOOK_ALIKES) if cyrillic else word


def short(name: str) -> str:
    """«Ёлкина Мария Петровна» → «Мария Ё.»; a single word stays as it is."""
    parts = name.split()
    return f"{parts[1]} {parts[0][0]}." if len(parts) > 1 else name


def tidy(name: str) -> str:
    """A typed name with single spaces and large first letters: «римский-корсаков» too."""
    words = " ".join(name.split())
    return re.sub(r"(?<![^\s-])\w", lambda first: first[0].upper(), words)


def masked(name: str) -> str:
    """«Ёлкина Мария Петровна» → «Ё…а М…»: enough to recognise, too little to read out."""
    first, *rest = name.split() or [""]
    shown = f"{first[0]}…{first[-1]}" if len(first) > _LEAST_LETTERS else first[:1]
    return " ".join([shown, *(f"{part[0]}…" for part in rest[:1])])


def _points(typed: list[str], name: str, others: Iterable[str]) -> bool:
    named, known = words_of(name), [word for other in others for word in words_of(other)]
    return any(
        len(one) >= _LEAST_LETTERS and _begins(one, named) and _begins(two, known)
        for i, one in enumerate(typed)
        for j, two in enumerate(typed)
        if i != j
    )


def _begins(typed: str, words: Iterable[str]) -> bool:
    return any(word.startswith(typed) for word in words)


def _on_other_layout(word: str) -> str:
    cyrillic = any("а" <= letter <= "я" or letter == "ё" for letter in word.casefold())
    return to_us(word) if cyrillic else to_jcuken(word)
