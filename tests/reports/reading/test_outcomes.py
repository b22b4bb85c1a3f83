import pytest

from reports.reading.outcomes import outcome_of


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("That the Panel noted the report and the intention to approve a plan", "noted"),
        ("The minutes were approved as a correct record", "confirmed"),
        ("That the Panel recommends that Cabinet approves the offer", "recommended"),
        ("Consideration of the item was deferred to the next meeting", "deferred"),
        ("RESOLVED that the public be excluded", "agreed"),
        ("That authority be delegated to the Director", "delegated"),
        ("The amendment FELL", "rejected"),
        ("That schools be kept informed", "other"),
    ],
)
def test_the_verb_that_governs_decides(text, outcome):
    assert outcome_of(text) == outcome
