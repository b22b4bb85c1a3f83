"""The scorer itself: what is found, right, wrong and too much."""

from __future__ import annotations

import json
from datetime import date

import pytest

from reports.reading.facts import VERSION
from tests.score.__main__ import SAMPLES, card, of, table
from tests.score.likeness import likeness, same_date, same_person, share_said
from tests.score.matching import NEARNESS
from tests.score.tally import Tally, tally


def decision(text: str, basis: str = "mark", page: int = 1, **said) -> dict:
    return {"fact": "Decision", "text": text, **said, "source": {"page": page, "basis": basis}}


def label(*facts: dict, complete: bool = True) -> dict:
    return {"kind": "panel_minutes", "complete": list(NEARNESS) if complete else [], "facts": list(facts)}


HUBS = {"fact": "Decision", "match": ["four family hubs"], "outcome": "approved", "committee": "Cabinet"}
READ = decision("That four family-\nhubs be opened", outcome="approved", committee="The Cabinet")


def counts(labelled: dict, *facts: dict) -> dict:
    return dict(tally(labelled, {"facts": list(facts)}).facts["panel_minutes", "Decision"])


def test_a_fact_is_found_and_right():
    assert counts(label(HUBS), READ) == {"required": 1, "found": 1, "said": 1, "right": 1, "fields": 2, "equal": 2}


def test_a_fact_that_is_missed_and_one_too_much():
    found = tally(label(HUBS), {"facts": [decision("That the library close", basis="cell")]})

    assert found.facts["panel_minutes", "Decision"]["found"] == 0
    assert found.bases["cell"] == {"said": 1, "right": 0, "whole": 0}
    assert {said.split(":")[0] for said in found.amiss} >= {"missed", "too much (a table cell)"}


def test_a_field_read_otherwise_leaves_a_fact_right_but_not_whole():
    found = tally(label(HUBS), {"facts": [READ | {"outcome": "noted"}]})

    assert found.bases["mark"] == {"said": 1, "right": 1, "whole": 0}
    assert found.facts["panel_minutes", "Decision"]["equal"] == 1


def test_where_not_all_is_labelled_nothing_is_too_much():
    assert counts(label(HUBS, complete=False), READ, decision("That the library close")).get("said") is None


def test_an_optional_fact_is_neither_missed_nor_too_much():
    optional = HUBS | {"optional": True}

    assert counts(label(optional))["required"] == 0
    assert counts(label(optional), READ)["right"] == 1


def test_of_two_alike_each_is_taken_once():
    assert counts(label(HUBS, HUBS), READ)["found"] == 1


@pytest.mark.parametrize(
    ("labelled", "read", "same"),
    [
        ({"value": 41.2, "area": "Wexcombe", "label": "Looked after"}, {"value": 41.2, "area": "Wexcombe"}, True),
        ({"value": 41.2, "area": "Wexcombe", "label": "Looked after"}, {"value": 41.3, "area": "Wexcombe"}, False),
        ({"value": 41.2, "area": ["Wexcombe", "Marl"], "label": "Looked after"}, {"value": 41.2, "area": "Marl"}, True),
        ({"value": 41.2, "area": "Wexcombe", "label": "Looked after"}, {"value": 41.2, "area": "England"}, False),
        (
            {"value": 41.2, "area": None, "label": "Looked after", "role": "target"},
            {"value": 41.2, "area": None},
            False,
        ),
    ],
)
def test_a_figure_is_known_by_value_area_role_and_name(labelled, read, same):
    nearness = NEARNESS["Figure"](labelled | {"period": "2025"}, {"label": "looked after", "period": "2025"} | read)

    assert (nearness >= 0.5) is same


@pytest.mark.parametrize(("one", "other", "same"), [("2025-03", "2025-03-04", True), ("2025-03-04", "2025-03", False)])
def test_a_day_is_right_where_a_month_is_labelled(one, other, same):
    assert same_date(one, other) is same


def test_names_words_and_phrases_are_compared_as_people_do():
    assert same_person("Cllr R J O’Amberly MBE", "Rosalind O'Amberly")
    assert likeness("Children’s Panel", "The Children's Panel") == pytest.approx(1)
    assert share_said(["Schedule 12A"], "schedule\n12A") == 1


def test_a_paper_that_cannot_be_read_has_nothing(tmp_path):
    (tmp_path / "empty.pdf").write_bytes(b"")

    found = of(label(HUBS) | {"file": "empty.pdf"}, tmp_path)

    assert found.total()["found"] == 0
    assert found.amiss[0].startswith("not read:")


def test_a_sample_is_measured_and_told():
    labelled = json.loads((SAMPLES / "expected" / "panel-minutes-2023-09-13.json").read_text())
    total = Tally()
    total.add(of(labelled, SAMPLES))

    said = card(total, date(2026, 3, 9))

    assert (said["version"], said["date"], said["documents"]) == (VERSION, "2026-03-09", 1)
    assert said["sure"]["right"] >= 0.98 * said["sure"]["said"] > 0
    assert any(line.startswith("panel_minutes Decision") for line in table(total))
