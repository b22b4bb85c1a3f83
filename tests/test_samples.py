"""The sample documents are what their sources say, and what is expected of each can be found in its words."""

import json
import re
from pathlib import Path

import pytest

from reports.reading.facts import FACTS
from reports.reading.kinds import KINDS
from reports.reading.read import read
from tests.samples.blocks import Block, read_block, read_source
from tests.samples.make import HERE, make
from tests.samples.word_paper import WordPaper

SOURCES = sorted((HERE / "sources").glob("*.txt"))
EXPECTED = sorted((HERE / "expected").glob("*.json"))
OF_LABELS = {"fact", "match", "answer_match", "note", "optional"}


def stem(path: Path) -> str:
    return path.stem


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def words(source: Path) -> str:
    blocks = read_source(source.read_text(encoding="utf-8")).blocks
    return squeezed("".join(block.text + "".join("".join(row) for row in block.rows) for block in blocks))


def test_the_documents_are_those_that_the_sources_make(tmp_path):
    remade = make(tmp_path)

    assert {path.name for path in remade} == {path.name for path in HERE.iterdir() if path.suffix in (".pdf", ".docx")}
    assert [path.name for path in remade if path.read_bytes() != (HERE / path.name).read_bytes()] == []


def test_each_kind_has_a_paper_and_the_commonest_ones_a_pdf_and_a_word_file():
    labels = [json.loads(path.read_text(encoding="utf-8")) for path in EXPECTED]

    forms = {(label["kind"], Path(label["file"]).suffix) for label in labels}

    assert {kind for kind, _ in forms} == {kind.name for kind in KINDS}
    commonest = ("executive_report", "panel_minutes", "officer_report", "budget_scrutiny")
    assert {(kind, form) for kind in commonest for form in (".pdf", ".docx")} <= forms


def test_one_paper_has_something_to_flag_before_it_is_published():
    reading = read((HERE / "officer-report-2026-12-14-short-breaks.docx").read_bytes())

    assert {flag.sort for flag in reading.flags} == {"tracked_changes", "comments", "private_email"}
    assert "eight" not in " ".join(paragraph.text for paragraph in reading.paragraphs)


def test_one_paper_is_a_pack():
    reading = read((HERE / "agenda-pack-2026-11-25.pdf").read_bytes())

    assert [each.kind for each in reading.enclosures] == ["agenda", "panel_minutes", "officer_report"]


def test_one_paper_counts_its_ratings_wrongly():
    reading = read((HERE / "performance-report-2026-27-q2.pdf").read_bytes())

    assert any("3 green, 2 were read" in problem.message for problem in reading.problems)


def test_each_document_has_its_expected_facts():
    assert [path.stem for path in SOURCES] == [path.stem for path in EXPECTED]


@pytest.mark.parametrize("path", EXPECTED, ids=stem)
def test_what_is_expected_stands_in_the_document(path):
    label = json.loads(path.read_text(encoding="utf-8"))
    printed = words(HERE / "sources" / f"{path.stem}.txt")

    phrases = [p for fact in label["facts"] for p in fact.get("match", []) + fact.get("answer_match", [])]

    assert [phrase for phrase in phrases if squeezed(phrase) not in printed] == []


@pytest.mark.parametrize("path", EXPECTED, ids=stem)
def test_expected_facts_have_the_fields_of_a_fact(path):
    for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]:
        fields = {re.sub(r"_(alt|optional)$", "", name) for name in fact} - OF_LABELS

        assert fields <= set(FACTS[fact["fact"]].__dataclass_fields__), fact


@pytest.mark.parametrize("path", EXPECTED, ids=stem)
def test_expected_figures_are_printed_in_the_document(path):
    source = (HERE / "sources" / f"{path.stem}.txt").read_text(encoding="utf-8")
    facts = json.loads(path.read_text(encoding="utf-8"))["facts"]

    # A million or a thousand may be printed as such: those are looked at by eye.
    values = [fact["value"] for fact in facts if fact["fact"] == "Figure" and 0 < fact["value"] < 10_000]

    assert [value for value in values if not re.search(rf"(?<![\d.]){shown(value)}(?!\d)", source)] == []


def shown(value: float) -> str:
    """A pattern for the ways in which a number may be printed: `17` for `17.0`, `6,240` for `6240`."""
    whole, _, part = f"{value:,.10g}".partition(".")
    return whole.replace(",", ",?") + (rf"\.{part}" if part else r"(\.0)?")


def test_a_block_is_known_by_its_first_characters():
    asked = read_block("1.2 :: The Panel\n  agreed.\n>> Ann Archer")

    assert asked == Block("paragraph", "The Panel agreed.", "1.2", "Ann Archer")
    assert read_block("# 3. :: MINUTES") == Block("heading", "MINUTES", "3.")
    assert read_block("|= Year | Amount\n| 2024 | £4").rows == (("Year", "Amount"), ("2024", "£4"))
    assert read_block("! For :: 7").rows == (("For", "7"),)


def test_a_word_file_never_prints_another_number_than_its_source():
    source = read_source("form: docx\ntitle: T\nnumbers: automatic\n---\n# 1. :: One\n\n1.2 :: Two")

    with pytest.raises(ValueError, match=r"Word will print 1\.1 where the source has 1\.2"):
        WordPaper(source).made()
