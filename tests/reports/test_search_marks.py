"""What is marked in a paragraph that was found, and what of a long one is shown."""

from __future__ import annotations

import pytest
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.models import PAPERS, Document, apart, words_in
from reports.search.marks import SHOWN, marked, snippet, stems_for
from reports.search.queries import reading
from reports.search.typed import understood
from tests import factories

pytestmark = pytest.mark.django_db


def marks(text: str, typed: str) -> list[str]:
    asked = reading(understood(typed), None)
    return [piece for piece, is_marked in marked(text, asked, stems_for([text], [asked])) if is_marked]


def shown(text: str, typed: str) -> str:
    asked = reading(understood(typed), None)
    pieces = snippet(text, asked, stems_for([text], [asked]))
    return "".join(f"[{piece}]" if is_marked else piece for piece, is_marked in pieces)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("close", ["closed", "Closing"]),
        ('"closing the"', ["Closing the"]),
        ("A039/17", ["A039/17"]),
        ("childrens", ["Children’s"]),
        ("the centre", ["centres"]),
        ('"the centre"', ["the centres"]),
        ("looked after", ["Looked"]),
        ('"looked after"', ["Looked-after"]),
        ("hubs -closing", []),
        ("never or closed", ["closed", "Closing"]),
    ],
)
def test_the_words_that_were_searched_for_are_marked(typed, found):
    text = "Children’s centre: it closed (A039/17). Closing the centres went well. Looked-after."
    if typed == "the centre":
        found = ["centre", "centres"]

    assert marks(text, typed) == found


@given(st.text(max_size=300), st.text(max_size=60))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_marking_changes_no_letter(text, typed):
    asked, text = reading(understood(typed), None) if understood(typed) else None, text.replace("\0", "")
    if asked is None or "\0" in typed:
        return

    assert "".join(piece for piece, _ in marked(text, asked, stems_for([text], [asked]))) == text


def test_a_short_paragraph_is_shown_whole():
    assert shown("Four hubs opened.", "hub") == "Four [hubs] opened."


def test_of_a_long_paragraph_the_best_piece_is_shown():
    text = " ".join(["word"] * 100 + ["short", "breaks"] + ["word"] * 100)

    found = shown(text, "short breaks")

    assert found.startswith(" … word word")
    assert found.endswith("word … ")
    assert "[short breaks]" in found
    assert len(found.split()) <= SHOWN + 4


def test_two_pieces_are_shown_where_each_has_what_the_other_has_not():
    text = " ".join(["hubs"] + ["word"] * 150 + ["transport."])

    assert shown(text, "hubs transport").startswith("[hubs] word")
    assert shown(text, "hubs transport").endswith("word [transport].")
    assert shown(text, "hubs transport").count("…") == 1


def test_the_end_of_a_paragraph_keeps_its_full_stop():
    assert shown(" ".join(["word"] * 100 + ["hubs."]), "hubs").endswith("[hubs].")


# What council papers are printed with.
PRINT = st.text("abcXYZ019éŵÉ \n\t\u00a0()[]£€%,;!?\"“”*•…½°/\\-‐–—_.:&<>@+~'’‘`\u00ad\u0301", max_size=80)


@pytest.fixture
def one_paper():
    return factories.document()


@given(st.one_of(PRINT, st.text(max_size=80)))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_are_parted_as_the_database_parts_them(one_paper, text):
    text = text.replace("\0", "")
    kept = Document.objects.annotate(kept=SearchVector(apart(Value(text)), config=PAPERS))
    typed = kept.annotate(typed=SearchVector(Value(" ".join(words_in(text))), config=PAPERS))

    assert typed.values_list("kept", flat=True).get() == typed.values_list("typed", flat=True).get()


def test_the_words_of_a_phrase_are_found_by_the_database_as_they_are_marked():
    passage = factories.passage(factories.document(), text="The Looked-After Children’s fund (A039/17)")
    query = SearchQuery("looked after childrens fund a039 17", config=PAPERS, search_type="phrase")

    assert type(passage).objects.filter(search=query).exists()
