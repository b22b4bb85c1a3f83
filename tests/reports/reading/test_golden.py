"""Every kind has papers whose reading was approved, and no kind claims another's."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.reading.kinds import KINDS, score
from reports.reading.read import read, text_of
from tests.reports.reading.conftest import GOLDEN

PAPERS = sorted(path for path in GOLDEN.rglob("*") if path.suffix in (".pdf", ".docx"))


def named(paper: Path) -> str:
    return f"{paper.parent.name}/{paper.name}"


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_a_paper_reads_as_was_approved(paper, golden):
    golden(paper)


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_a_paper_is_of_the_kind_that_its_folder_names(paper):
    assert read(paper.read_bytes()).kind == paper.parent.name


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_no_other_kind_claims_a_paper(paper):
    text = text_of(paper.read_bytes())
    # Of a pack the agenda in front counts: its other papers are of other kinds.
    found = text.papers[0].paragraphs if text.papers else text.paragraphs

    claiming = [kind.name for kind in KINDS if score(kind, found) >= kind.threshold]

    assert claiming == [paper.parent.name]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_a_golden_pair(kind):
    assert [paper for paper in PAPERS if paper.parent.name == kind.name]


def test_every_approved_reading_has_its_paper():
    approved = {path.with_suffix("") for path in GOLDEN.rglob("*.json")}

    assert approved == {paper.with_suffix("") for paper in PAPERS}
