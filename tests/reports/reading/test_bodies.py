"""The bodies that a text names."""

from __future__ import annotations

from time import process_time

import pytest

from reports.reading.bodies import bodies_in


def test_a_name_far_into_a_text_is_found_where_it_stands():
    text = "The plan was read by all and thought to be good. " * 40 + "The Families Select Committee met."

    (body,) = bodies_in(text)

    assert text[body.start : body.end] == body.name == "Families Select Committee"


@pytest.mark.parametrize("words", ["Alpha ", "Council ", "Cabinet and the ", "Alpha Trust "])
def test_a_long_run_of_capitals_takes_little_time(words):
    begun = process_time()

    bodies_in(words * 4000)

    assert process_time() - begun < 1
