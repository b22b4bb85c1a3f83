import pytest

from reports.reading.facts import AgendaItem, Attendance, Decision, Declaration, Meeting
from reports.reading.kinds.panel_minutes import read
from tests.reports.reading.words import facts_of, paper


def minutes(text, head="# Minutes of the Youth Panel held on 7 June 2022"):
    return read(paper(f"{head}\n{text}"))


def roles(text):
    return {each.name: each.role for each in facts_of(minutes(text), Attendance)}


def test_surnames_behind_a_title_for_all_are_members():
    assert roles("Present:\nCouncillors Bright, Cole, Mrs Drake and Eames\n# 1. Hubs") == dict.fromkeys(
        ("Bright", "Cole", "Drake", "Eames"), "member"
    )


def test_two_of_one_name_with_two_titles_are_two_members():
    found = minutes("Present: Ms J Meadow, Mr J Meadow and Mr T Rowsell\n# 1. Hubs")

    assert [each.name for each in facts_of(found, Attendance)] == ["J Meadow", "J Meadow", "T Rowsell"]


def test_all_of_a_list_that_is_headed_so_attended_virtually():
    found = minutes("Also in attendance (virtually):\nCllr F Grove\nMr H Irons – Director of Skills\n# 1. Hubs")

    assert [(each.name, each.role, each.virtual) for each in facts_of(found, Attendance)] == [
        ("F Grove", "in_attendance", True),
        ("H Irons", "officer", True),
    ]


def test_the_mayor_chairs_the_council():
    assert roles("PRESENT: Ms D Wynter (Mayor), Mr O Pellow (Deputy Mayor) and Mr A Ash\n# 1. Hubs") == {
        "D Wynter": "chair",
        "O Pellow": "vice_chair",
        "A Ash": "member",
    }


def test_a_heading_in_capitals_below_a_list_is_nobody():
    assert roles("Apologies: Councillor R Kettle\n# KEY BUSINESS\n# 1. Hubs\nMembers spoke.\n# 2. Travel") == {
        "R Kettle": "apologies"
    }


def test_members_who_declare_one_interest_together_each_declare_it():
    found = minutes(
        "# 2. Declarations of Interest\nMrs Channing and Mr Rayne declared an interest in item 12.\n# 3. Hubs"
    )

    assert [(each.name, each.item) for each in facts_of(found, Declaration)] == [("Channing", "12"), ("Rayne", "12")]


def test_numbers_with_a_mere_blank_behind_them_begin_items():
    head = "# Minutes of the Youth Panel held on Tuesday"
    found = read(paper(f"{head}\n# 1) Hubs\n# 2) Travel"))
    numbered = minutes(
        "Members met.\n# 1 Hubs\nMembers spoke.\n# 2 Travel\nMembers spoke.\n# 3 Schools\nMembers spoke."
    )

    assert found.date is None
    assert [each.number for each in facts_of(numbered, AgendaItem)] == ["1", "2", "3"]


def test_a_body_named_before_the_word_minutes_is_named_whole():
    found = minutes(
        "# 1. Hubs\nRESOLVED that the report be noted.", "# YOUTH AND SKILLS COMMITTEE: MINUTES\n# 12 May 2021"
    )

    assert [(each.committee, each.held_on) for each in facts_of(found, Meeting)] == [
        ("Youth and Skills Committee", "2021-05-12")
    ]


@pytest.mark.parametrize(
    ("text", "outcome", "points"),
    [
        (
            "It was APPROVED that;\n1. The Director is authorised to award the contract.\n2. The list is noted.",
            "approved",
            2,
        ),
        ("# That the Youth Panel:\n1. noted the report; and\n2. accepted the risks.", "noted", 2),
        (
            "RESOLVED:\n(a) that the plan be approved; and\n(b) that a group be set up.\nOfficers were thanked.",
            "approved",
            2,
        ),
        ("Agreed as accurate.", "confirmed", 1),
    ],
)
def test_the_clerks_mark_tells_the_outcome_and_the_points_end_where_the_telling_goes_on(text, outcome, points):
    (found,) = facts_of(minutes(f"# 1. Hubs\n{text}"), Decision)

    assert (found.outcome, len(found.text.splitlines())) == (outcome, points)


def test_a_table_below_the_next_meeting_s_day_announces_no_meeting():
    found = minutes(
        "# 1. Date of next meeting\n6 September 2022\n|Action|Owner|Due|\n|Send the map|Jo Field|30 June 2022|"
    )

    assert [each.held_on for each in facts_of(found, Meeting) if each.status == "planned"] == ["2022-09-06"]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("RESOLVED that the report be noted.", "mark"),
        ("Conclusions:\nThe Panel noted the report.", "mark"),
        ("The Panel noted the report.", "sentence"),
        ("This item was deferred to September.", "sentence"),
    ],
)
def test_a_decision_says_how_it_is_known(text, basis):
    assert [each.source.basis for each in facts_of(minutes(f"# 1. Hubs\n{text}"), Decision)] == [basis]


def test_lists_and_numbered_headings_are_marks_and_rows_are_cells():
    found = minutes(
        "Present: A Brindle, T Rowsell\n|Cllr H Wyecroft|Vice-Chair|\n# 1. Hubs\nApologies were received from K Imbrey."
    )

    assert [each.source.basis for each in facts_of(found, Attendance)] == ["mark", "mark", "cell", "sentence"]
    assert [each.source.basis for each in facts_of(found, AgendaItem)] == ["mark"]
