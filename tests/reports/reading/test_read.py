from dataclasses import replace

import pytest

from reports.reading.acronyms import acronyms_in
from reports.reading.councils import council_of
from reports.reading.message import as_json, as_message, from_message
from reports.reading.read import SIZE_LIMIT, read
from reports.reading.reading import Unreadable
from tests.reports.reading.golden_papers import minutes
from tests.reports.reading.papers import column, paragraphs, pdf


def test_a_paper_of_no_kind_is_still_read():
    reading = read(pdf(column(["A leaflet about the family centres."])))

    assert (reading.kind, reading.facts) == (None, ())
    assert [paragraph.text for paragraph in reading.paragraphs] == ["A leaflet about the family centres."]


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"", "not_a_document"),
        (b"plain words", "not_a_document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "not_a_document"),
        (b"%PDF-" + b" " * SIZE_LIMIT, "too_large"),
    ],
    ids=["empty", "plain", "old Word", "large"],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content, state):
    with pytest.raises(Unreadable) as refused:
        read(content)

    assert refused.value.state == state
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("texts", "council"),
    [
        (
            (
                "CABINET",
                "Officers of Wexcombe County Council met Devon County Council.",
                "Wexcombe County Council agreed.",
            ),
            "Wexcombe County Council",
        ),
        (("LONDON BOROUGH OF CAMDEN",), "London Borough of Camden"),
        (("The Rutland Safeguarding Children Board and Rutland's schools",), "Rutland Council"),
        (("Cornwall Council met.",), "Cornwall Council"),
        (("The County Council met the Youth Council.",), None),
    ],
)
def test_the_council_is_known_by_the_papers_own_words(texts, council):
    assert council_of(paragraphs(*texts)) == council


def test_a_running_head_may_name_the_council():
    assert council_of(paragraphs("CABINET"), ["Wexcombe County Council Page 1"]) == "Wexcombe County Council"


def test_short_forms_are_those_that_the_paper_explains():
    found = acronyms_in(
        paragraphs("The Wexcombe Safeguarding Children Board (WSCB) and the CHICV (Children in Care Voice) met (HQ).")
    )

    assert found == {"WSCB": "Wexcombe Safeguarding Children Board", "CHICV": "Children in Care Voice"}


def test_a_reading_survives_its_passage():
    reading = read(minutes())

    assert from_message(as_message(reading)) == reading


def test_the_contract_names_source_and_votes():
    said = as_json(read(minutes()))

    decision = next(fact for fact in said["facts"] if fact["fact"] == "Decision" and fact["votes"])
    assert set(decision["source"]) == {"page", "paragraph", "quote", "basis"}
    assert decision["votes"]["for"] is None
    assert decision["votes"]["unanimous"] is True


@pytest.mark.parametrize(
    "spoil",
    [
        lambda message: message | {"pages": "2"},
        lambda message: message | {"extra": 1},
        lambda message: message | {"facts": [{"fact": "Rumour"}]},
        lambda message: message | {"facts": [message["facts"][0] | {"held_on": 2018}]},
        lambda message: message | {"paragraphs": [{"ordinal": 0}]},
        lambda message: {},
        lambda message: [],
    ],
)
def test_a_message_that_is_no_reading_is_refused(spoil):
    message = as_message(read(minutes()))

    with pytest.raises(ValueError, match=r"\w"):
        from_message(spoil(message))


def test_the_same_bytes_give_the_same_reading():
    assert replace(read(minutes())) == read(minutes())
