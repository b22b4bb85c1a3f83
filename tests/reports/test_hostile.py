"""Hostile and broken files through the real child process: each ends with a reading or a sentence, soon.

All of them, and a thousand mutants, go through the whole program in `make torture`.
"""

import dataclasses
import io
import os
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from reports import sandbox
from reports.reading.reading import Unreadable
from tests.torture.hostile_docx import HOSTILE_DOCX
from tests.torture.hostile_pdfs import HOSTILE_PDFS
from tests.torture.mutants import OPERATORS, mutant, samples

ENDS = {"read", "by hand", "damaged", "no_text", "encrypted", "too_long", "too_large", "not_a_document"}
# What these must end with; the others may be read or refused.
WANTED = {
    "encrypted": "encrypted",
    "broken_encryption": "encrypted",
    "too_many_pages": "too_long",
    "one_page_many_times": "too_long",
    "no_pages": "damaged",
    "header_only": "damaged",
    "cut_short": "damaged",
    "packed_twice_bomb": "damaged",
    "drawings_doubling": "damaged",
    "table_by_path": "by hand",
    "table_of_places_loop": "by hand",
    "lying_count": "by hand",
    "word_macros": "not_a_document",
    "word_macro_document_renamed": "not_a_document",
    "word_wrong_types": "not_a_document",
    "word_encrypted_members": "encrypted",
    "word_zeros_as_picture": "too_large",
    "word_within_the_ratio": "too_large",
    "word_members_without_end": "too_large",
    "word_local_file_as_entity": "no_text",
    "word_entities_doubling": "damaged",
    "word_no_main_part": "damaged",
    "word_nested_tables": "damaged",
    "word_not_an_archive": "damaged",
}
# These take many seconds until they are stopped, or make much to be stopped at: `make torture` has them.
SLOW = {
    "text_bomb", "many_boxes", "word_one_long_paragraph", "letters_without_end", "run_length_bomb", "saved_states",
    "packed_bomb", "widths_without_end", "word_huge_table", "word_paragraphs_without_end", "objects_without_end",
    "word_zeros_as_text", "word_page_breaks_without_end", "scattered_letters",
}  # fmt: skip
HAZARDS = HOSTILE_PDFS | HOSTILE_DOCX
FAST = sorted(HAZARDS.keys() - SLOW)
BATCH = 8
# Where several processes share the tests, they are as many as the machine has room for.
AT_ONCE = 1 if "PYTEST_XDIST_WORKER" in os.environ else 2


def end_of(content: bytes, wall_clock: float = 40) -> str:
    """How reading ended, always with a sentence where there is no reading or it must be checked by hand."""
    try:
        reading = sandbox.read(io.BytesIO(content), wall_clock=wall_clock)
    except Unreadable as why:
        return why.state if re.fullmatch(r"[A-Z].+\.", str(why)) else "no sentence"
    assert all(flag.message.endswith(".") for flag in reading.flags)
    assert (reading.by_hand or ".").endswith(".")
    return "by hand" if reading.by_hand else "read"


def ends_of(contents: dict[str, bytes]) -> dict[str, str]:
    """How reading each ended."""
    with ThreadPoolExecutor(AT_ONCE) as readers:
        return dict(zip(contents, readers.map(end_of, contents.values()), strict=True))


def test_there_are_enough_hazards():
    assert len(HOSTILE_PDFS) >= 40
    assert len(HOSTILE_DOCX) >= 20


@pytest.mark.parametrize("names", [FAST[place : place + BATCH] for place in range(0, len(FAST), BATCH)], ids=" ".join)
def test_hazards_end_in_named_states(names):
    ends = ends_of({name: HAZARDS[name]() for name in names})

    assert set(ends.values()) <= ENDS
    assert ends == {name: WANTED.get(name, end) for name, end in ends.items()}


def test_a_reader_that_finds_no_end_is_stopped():
    began = time.monotonic()

    end = end_of(HOSTILE_PDFS["many_boxes"](), wall_clock=3)

    assert end == "damaged"
    assert time.monotonic() - began < 8


def test_a_word_file_that_names_a_local_file_is_not_given_it():
    said = dataclasses.asdict(sandbox.read(io.BytesIO(HOSTILE_DOCX["word_address_as_entity"]())))

    assert "root:" not in repr(said)


def test_damaged_samples_end_in_named_states():
    ends = ends_of({made.name: made.content for made in map(mutant, range(len(OPERATORS)))})

    assert set(ends.values()) <= ENDS


def test_mutants_differ_from_their_samples_and_are_the_same_in_every_run():
    mutants = [mutant(number) for number in range(20)]

    assert mutants == [mutant(number) for number in range(20)]
    assert sum(each.content == samples()[each.sample] for each in mutants) <= 2
