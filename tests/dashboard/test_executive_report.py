"""The executive report to Council: what goes into it, and the Word file that it comes as."""

import io
from datetime import date, timedelta

import docx
import pytest
from django.urls import reverse
from django.utils import timezone
from docx.oxml.ns import qn

from dashboard.executive_report import drafted
from meetings.models import Action, Decision, Entry, Event, Matter, Portfolio
from reports import actions
from reports.models import Council
from reports.reading.dates import in_words
from reports.reading.read import read
from tests import factories, world
from tests.test_part_two import WORD

pytestmark = pytest.mark.django_db

SINCE, UNTIL = date(2026, 9, 8), date(2026, 11, 22)
NEXT_MONTH = (timezone.localdate() + timedelta(days=40)).isoformat()
# What a paper of these days says.
SAID = (
    ("Decision", {"committee": "Cabinet", "decided_on": "2026-10-19", "text": "That the Fernhill home be kept open."}),
    ("Decision", {"committee": "Children's Cabinet Panel", "decided_on": "2026-10-07", "outcome": "noted",
                  "text": "That the report on fostering be noted."}),
    ("Decision", {"committee": "Cabinet", "decided_on": "2026-05-11", "text": "That Marlow Lane be closed."}),
    ("Event", {"date": "2026-10-30", "text": "The last families left Marlow Lane."}),
    ("Event", {"date": "2026-11-02", "text": "Young carers met the Director."}),
    ("PlannedDecision", {"title": "Short breaks", "reference": "F18/26", "due_on": NEXT_MONTH}),
    ("Partnership", {}),
    ("Judgement", {"judged_on": "2026-10-12", "subject": "Fernhill House"}),
    ("Figure", {"area": "Wexcombe", "period": "2026-09-30"}),
    ("Meeting", {"committee": "Schools Forum", "held_on": "2026-11-04"}),
    ("PortfolioHolder", {"as_of": "2026-05-20"}),
)  # fmt: skip


@pytest.fixture
def paper():
    made = factories.document(title="Papers of the autumn", date="2026-11-05")
    for fact, said in SAID:
        factories.accepted(made, fact, **said)
    factories.accepted(made, "Decision", exempt=True, committee="Cabinet", decided_on="2026-10-19",
                       text="That the mombasa lease be sold.")  # fmt: skip
    actions.publish(document=made, by=factories.user("publisher"))
    return made


@pytest.fixture
def report(paper):
    return drafted(Council.objects.get(), Portfolio.objects.get(), SINCE, UNTIL)


def told(report, number: int) -> list[str]:
    return [line.text for group in report.sections[number - 1].groups for line in group.lines]


def word_file(client, **asked) -> docx.document.Document:
    answer = client.get(
        reverse("dashboard:executive_report"),
        {"date_from": SINCE.isoformat(), "date_to": UNTIL.isoformat(), "format": "docx", **asked},
    )
    assert answer["Content-Disposition"].startswith('attachment; filename="executive-report-draft-')
    return docx.Document(io.BytesIO(answer.content))


def test_cabinet_decisions_of_the_days_are_told_under_body_and_day(report):
    assert told(report, 1) == [
        "There has been 1 meeting of Cabinet and its members with a decision to report (19 October 2026).",
        "Cabinet resolved that the Fernhill home be kept open.",
    ]
    assert report.sections[0].groups[1].heading == "Cabinet, 19 October 2026"


def test_what_happened_on_a_matter_of_an_earlier_decision_is_its_consequence(paper):
    earlier = Decision.objects.get(text__contains="Marlow")
    matter = Matter.objects.create(council=earlier.council, title="Marlow Lane", made_by=factories.user("officer"))
    Entry.objects.filter(pk=earlier.pk).update(matter=matter)
    Event.objects.filter(text__contains="Marlow").update(matter=matter)

    made = drafted(earlier.council, None, SINCE, UNTIL)

    assert told(made, 2) == ["The last families left Marlow Lane."]
    assert "The last families left Marlow Lane." not in told(made, 5)


def test_an_action_that_was_done_in_the_days_is_a_consequence():
    factories.published("Action")
    by = factories.user("officer")
    Action.objects.update(done_at=f"{UNTIL}T10:00Z", done_by=by, done_note="Sent to all schools")

    assert told(drafted(Council.objects.get(), None, SINCE, UNTIL), 2) == [
        "Done: Circulate the hub timetable. Sent to all schools."
    ]


def test_the_other_sections_tell_what_is_to_come_boards_news_figures_and_panels(report):
    assert told(report, 3) == [
        f"On {in_words(NEXT_MONTH)} Cabinet will be asked to consider: Short breaks (Forward Plan ref: F18/26)."
    ]
    assert told(report, 4) == ["Rosalind Amberly sits on the Wexcombe Safeguarding Children Partnership."]
    assert told(report, 5) == [
        "Ofsted on Fernhill House: Good.", "The last families left Marlow Lane.", "Young carers met the Director.",
    ]  # fmt: skip
    assert [cells[1:3] for cells, _ in report.sections[4].table.rows] == [("At 30 September 2026", "41.2 per 10,000")]
    assert told(report, 6) == [
        "Children's Cabinet Panel resolved that the report on fostering be noted.",
        "The Schools Forum met on 4 November 2026.",
    ]
    assert report.signed == ("Rosalind Amberly", "Executive Member for Children's Services", "November 2026")


def test_a_report_of_another_portfolio_leaves_its_lines_out(report):
    other = Portfolio.objects.create(council=report.council, name="Highways", key="highways")

    assert "Fernhill" not in " ".join(told(drafted(report.council, other, SINCE, UNTIL), 1))


def test_a_section_without_anything_says_so():
    factories.published("Decision")

    made = drafted(Council.objects.get(), None, SINCE, UNTIL)

    assert [section.is_empty for section in made.sections] == [True] * 6


def test_the_word_file_has_a_title_a_language_and_real_headings_in_order(paper, client):
    client.force_login(factories.user("officer"))

    found = word_file(client)

    styles = [paragraph.style.name for paragraph in found.paragraphs]
    assert (found.core_properties.title, found.core_properties.language) == (
        "Wexcombe County Council: Executive report to Council", "en-GB",
    )  # fmt: skip
    assert found.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    assert styles[:3] == ["Subtitle", "Title", "Intense Quote"]
    assert styles.count("Heading 1") == 6
    assert "Draft of" in found.paragraphs[2].text
    assert "check before use" in found.paragraphs[2].text


def test_the_word_file_has_no_empty_paragraph_and_a_source_for_each_line(paper, client):
    client.force_login(factories.user("officer"))

    found = word_file(client)

    assert [paragraph for paragraph in found.paragraphs if not paragraph.text.strip()] == []
    lines = [paragraph for paragraph in found.paragraphs if paragraph.text.startswith(("1.2\t", "3.1\t", "5.1\t"))]
    assert [line.text.partition("[")[2] for line in lines] == [
        "Papers of the autumn, 5 November 2026, page 1, paragraph 4.1]"
    ] * 3
    assert all(line.hyperlinks[0].address.startswith("http://testserver/documents/") for line in lines)


def test_the_table_of_the_word_file_repeats_its_head_and_says_what_it_is(paper, client):
    client.force_login(factories.user("officer"))

    [table] = word_file(client).tables

    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")).startswith("Figures")
    assert [cell.text for cell in table.rows[0].cells][-1] == "Source"
    assert all(cell.text.strip() for row in table.rows for cell in row.cells)


def test_our_own_reader_reads_the_word_file_back(paper, client, tmp_path):
    client.force_login(factories.user("officer"))
    file = tmp_path / "report.docx"
    word_file(client).save(file)

    reading = read(file.read_bytes())

    decisions = [fact for fact in reading.facts if type(fact).__name__ == "Decision"]
    planned = [fact for fact in reading.facts if type(fact).__name__ == "PlannedDecision"]
    assert reading.kind == "executive_report"
    assert [(fact.committee, fact.decided_on) for fact in decisions] == [("Cabinet", "2026-10-19")]
    assert [(fact.title, fact.due_on) for fact in planned] == [("Short breaks", NEXT_MONTH)]


def test_nothing_exempt_goes_to_council_whoever_drafts_it(client):
    world.build()
    client.force_login(factories.user("officer", "cleared"))

    asked = {"date_from": "1 January 2020", "date_to": "31 December 2030"}
    page = client.get(reverse("dashboard:executive_report"), asked).content
    paragraphs = "\n".join(paragraph.text for paragraph in word_file(client, **asked).paragraphs)

    assert WORD.findall(page) == WORD.findall(paragraphs.encode()) == []


def test_the_page_begins_with_the_last_full_council(client):
    factories.published("Decision", "Meeting")
    paper = factories.document()
    factories.accepted(paper, "Meeting", committee="Full Council", held_on="2026-03-24")
    actions.publish(document=paper, by=factories.user("publisher"))
    client.force_login(factories.user("officer"))

    page = client.get(reverse("dashboard:executive_report")).content.decode()

    assert "It covers 24 March 2026 to" in page


def test_wrong_dates_are_told_and_draft_nothing(paper, client):
    client.force_login(factories.user("officer"))

    page = client.get(reverse("dashboard:executive_report"), {"date_from": "soon"}).content.decode()

    assert "There is a problem" in page
    assert "Download as a Word file" not in page


def test_the_page_asks_little_however_much_there_is(paper, client, django_assert_max_num_queries):
    client.force_login(factories.user("officer"))

    with django_assert_max_num_queries(15):
        client.get(reverse("dashboard:executive_report"), {"date_from": "8 September 2026"})
