"""Personal data in the text: found where it is, and not where numbers and dates only look like it."""

import pytest

from reports.reading.paragraph import Paragraph
from reports.reading.personal_data import personal_data


def sorts(text: str) -> list[str]:
    return [flag.sort for flag in personal_data([Paragraph(ordinal=3, page=2, text=text)])]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("NHS No: 9434765919", "nhs_number"),
        ("The child (943 476 5919) was seen twice.", "nhs_number"),
        ("Pupil H801200001001 moved school.", "upn"),
        ("Ava Marsh (DOB 03/05/2012) was present.", "date_of_birth"),
        ("Date of birth: 3 May 2012", "date_of_birth"),
        ("Ava Marsh, born on 3 May 2012, asked to speak.", "date_of_birth"),
        ("Child B was born on the 3rd of May 2012.", "date_of_birth"),
        ("Text the family on 07700 900123.", "telephone"),
        ("Text the family on +44 (0)7700 900 123.", "telephone"),
        ("The grandmother can be reached in the evenings on 01632 960 123 she said.", "telephone"),
        ("Write to ava.marsh77@gmail.com", "private_email"),
        ("Write to marsh@btinternet.com.", "private_email"),
    ],
)
def test_personal_data_is_flagged_with_its_place_and_not_repeated(text, sort):
    (flag,) = personal_data([Paragraph(ordinal=3, page=2, text=text)])

    assert (flag.sort, flag.page, flag.passage) == (sort, 2, 3)
    assert not any(word in flag.message for word in text.split() if any(sign in word for sign in "@0123456789"))


@pytest.mark.parametrize(
    "text",
    [
        "NHS No: 9434765918",
        "Cost code 9434765919",
        "Call the office on 943 476 5918",
        "The sum was £943 476 5919",
        "Pupil A801200001001 moved school.",
        "Children born on or after 1 September 2015 may apply.",
        "The Early Help Service was born on 3 May 2012.",
        "The NHS was born on 5 July 1948.",
        "Date of birth is asked for on the form; the meeting of 3 May 2012 agreed it.",
        "Contact: Jo Field, Democratic Services, 01632 960123",
        "Telephone 01632 960 123 for a copy of these papers in large print or Braille",
        "The helpline is free: 0800 555 1234",
        "Reference 070 1234 5678 of the register",
        "Spend was 07700 in the first quarter, 900123 in the second.",
        "jo.field@wexcombe.gov.uk",
        "jo@live.wexcombe.gov.uk and jo@outlook.wexcombe.org",
    ],
)
def test_what_only_looks_like_personal_data_is_not_flagged(text):
    assert sorts(text) == []


def test_a_paragraph_with_two_sorts_has_two_flags_and_its_margin_is_read_too():
    paragraph = Paragraph(ordinal=0, page=1, text="NHS number 943 476 5919", margin="07700 900123")

    assert [flag.sort for flag in personal_data([paragraph])] == ["nhs_number", "telephone"]
