"""Every word on the screen is translated, and the compiled files are the present ones."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kiosk.resources import resource

TRANSLATE = Path(__file__).parents[2] / ".ci" / "translate"
PLACEHOLDER = re.compile(r"\{\w*\}|%L?n")


def messages(language: str) -> Iterator[tuple[str, list[str]]]:
    """Each source text with its translations: one, or one a plural form."""
    tree = ET.parse(resource("i18n", f"kiosk_{language}.ts"))
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        source = message.findtext("source") or ""
        assert translation.get("type") is None, f"{source!r} is {translation.get('type')}"
        forms = [form.text or "" for form in translation.findall("numerusform")]
        yield source, forms or [translation.text or ""]


def test_the_translations_are_up_to_date(tmp_path: Path) -> None:
    for path in resource("i18n").glob("*.ts"):
        shutil.copy(path, tmp_path)
    subprocess.run([TRANSLATE, tmp_path], check=True)
    for fresh in sorted(tmp_path.iterdir()):
        kept = resource("i18n", fresh.name)
        stale = f"{fresh.name} is stale: run .ci/translate and fill in the new words"
        assert fresh.read_bytes() == kept.read_bytes(), stale


def test_every_word_has_a_russian_one() -> None:
    found = dict(messages("ru"))
    assert len(found) > 150
    for source, forms in found.items():
        assert all(forms), source
        assert len(forms) in (1, 3), source


def test_english_has_its_plurals() -> None:
    found = dict(messages("en"))
    assert all(len(forms) == 2 and all(forms) for forms in found.values())
    assert {source for source, forms in messages("ru") if len(forms) == 3} == found.keys()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_translation_keeps_what_is_filled_in(language: str) -> None:
    for source, forms in messages(language):
        for form in forms:
            expected = sorted(PLACEHOLDER.findall(source))
            assert sorted(PLACEHOLDER.findall(form)) == expected, source


def test_nobody_failed_and_nobody_has_a_sex() -> None:
    """A trial is not completed; a person is never spoken of in the past tense."""
    shown = " ".join(form for _, forms in messages("ru") for form in forms).lower()
    for word in ("провал", "пришла", "пришёл", "вошла", "вошёл", "зарегистрирован"):
        assert word not in shown
