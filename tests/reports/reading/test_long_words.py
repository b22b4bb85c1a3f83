"""Texts that no council writes, and a damaged file may hold: they must not keep the reader long."""

from __future__ import annotations

from time import process_time

import pytest

from reports.reading.kinds import KINDS
from reports.reading.kinds.kind import Kind, Paper
from tests.reports.reading.papers import paragraphs

ENOUGH = 2.0  # seconds of processor time; a pattern that tries every letter of the word takes ten times as long


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("letters", ["A", "a", "Ab"])
def test_a_word_of_18000_letters_is_read_at_once(kind: Kind, letters: str):
    word = letters * (18_000 // len(letters))
    paper = Paper(paragraphs("CHILDREN'S PANEL", ("1", "HUBS"), "Conclusions:", ("1.1", word)), None, "Wexcombe", {})

    begun = process_time()
    kind.read(paper)

    assert process_time() - begun < ENOUGH
