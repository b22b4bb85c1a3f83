import pytest

from reports.reading.plan_entries import decision_reference, entry_in

LEAD = "The Cabinet will consider these at its meetings on 9 June 2022 and 7 July 2022:"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KD2041 – Foster carers' fees – Cabinet, 3 May 2022",
         ("Foster carers' fees", "KD2041", "Cabinet", "2022-05-03")),
        ("CAB 2022/7 – Hubs: next steps – Cabinet, May 2022", ("Hubs: next steps", "CAB 2022/7", "Cabinet", "2022-05")),
        ("Executive, 9 June 2022: School meals (E/22/015)", ("School meals", "E/22/015", "Executive", "2022-06-09")),
        ("the offer for young carers – 27 June 2022; and", ("the offer for young carers", None, None, "2022-06-27")),
        ("the youth service – summer 2022.", ("the youth service", None, None, "2022")),
        ("School places plan 2022-2027 (July)", ("School places plan 2022-2027", None, None, "2022-07-07")),
    ],
)  # fmt: skip
def test_an_entry_gives_its_matter_reference_body_and_day_in_any_order(line, expected):
    entry = entry_in(line, "2022-03", LEAD)

    assert (entry.title, entry.reference, entry.body, entry.due_on) == expected


@pytest.mark.parametrize(("line", "key"), [("A – key decision", True), ("A – non-key decision", False), ("A", None)])
def test_an_entry_says_whether_it_is_a_key_decision(line, key):
    assert entry_in(line, None).key_decision is key


def test_an_entry_of_body_and_day_alone_is_no_matter():
    assert entry_in("Cabinet, 3 May 2022", None) is None


@pytest.mark.parametrize("remark", ["(Part 2)", "(CH04)", "(2022/23)"])
def test_other_brackets_are_no_reference_of_a_decision(remark):
    assert decision_reference(f"Cabinet approved the plan {remark}.") is None
