"""Why minutes say that something was resolved."""

from __future__ import annotations

from reports.reading.resolution_reasons import why
from tests.reports.reading.words import paragraphs


def test_the_reasons_and_alternatives_below_a_resolution_are_read():
    told = why(
        paragraphs("""
        RESOLVED: That the hubs open at nine.
        # Reasons for decision
        Parents asked for it.
        # Alternatives considered and rejected
        To open at ten, which suits fewer.
        """)
    )

    assert (told.reasons, told.alternatives) == ("Parents asked for it.", "To open at ten, which suits fewer.")
    assert told.passages == (1, 2, 3, 4)


def test_what_the_meeting_did_next_is_no_reason():
    told = why(paragraphs("Reason for decision: Parents asked.\nMembers thanked the officers."))

    assert told.reasons == "Parents asked."


def test_reasons_printed_twice_in_an_item_are_not_given_to_one_decision():
    told = why(paragraphs("Reason for decision: One.\nRESOLVED: That it be so.\nReason for decision: Two."))

    assert told.reasons is None
