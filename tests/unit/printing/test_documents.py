"""Requests on their way to the printing process."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printing.documents import Badge, Document, Pdf, PrintRequest, Target
from kiosk.printing.results import Outcome, PrintResult, Reason, sentence

TEXTS = st.text(max_size=40)
DOCUMENTS = st.builds(
    Badge, TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=3).map(tuple)
) | st.builds(Pdf, st.binary(max_size=200), st.lists(st.integers(0, 99), max_size=3).map(tuple))


@given(DOCUMENTS, TEXTS, st.sampled_from([None, Path("badge.pdf")]))
def test_a_request_comes_back_as_it_was_sent(
    document: Document, printer: str, file: Path | None
) -> None:
    request = PrintRequest(document, Target(printer, file))
    line = request.to_json()
    assert "\n" not in line
    assert PrintRequest.from_json(line) == request


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_end_has_a_sentence_of_its_own(language: str) -> None:
    ends = [PrintResult(1, outcome) for outcome in Outcome if outcome is not Outcome.FAILED]
    ends += [PrintResult(1, Outcome.FAILED, reason) for reason in Reason]
    said = [sentence(end, language) for end in ends]
    assert len(set(said)) == len(said)
    assert all(one.endswith(".") for one in said)
