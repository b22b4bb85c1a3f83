"""Proposals of links, of matters and of mentions, on made-up chains of papers of several councils' manners."""

from collections import defaultdict

import pytest
from django.core.management import call_command
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from meetings import mentioning, tasks
from meetings.clusters import clusters, grouped
from meetings.mentioning import propose_mentions
from meetings.models import Decision, Entry, Link, Matter, Mention
from meetings.proposing import propose
from meetings.subject import WITH, Subject
from reports import actions
from reports.access import may_read_exempt
from tests import factories
from tests.meetings.chains import ADVOCACY, CHAINS, HOME, SCHOOL, event, head, para, planned, published

pytestmark = pytest.mark.django_db

COUNCIL = "Dunmarsh County Council"


def links():
    sides = [f"{side}__{name}" for side in ("one", "other") for name in (*WITH, "finding__passage")]
    return Link.objects.select_related(*sides)


def two_lines(**said) -> list[Entry]:
    """Two decisions on one business, in two papers."""
    for day in ("2025-03-04", "2025-05-06"):
        paper = factories.document(date=day, **said)
        factories.accepted(paper, "Decision", text="That Fernhill House be closed.", decided_on=day, item=None)
        actions.publish(document=paper, by=factories.user("publisher"))
    return list(Entry.objects.all())


def matter_of(*lines: Entry, title: str = "Fernhill House", **said) -> Matter:
    matter = Matter.objects.create(council=lines[0].council, title=title, made_by=factories.user("officer"), **said)
    Entry.objects.filter(pk__in=[line.pk for line in lines]).update(matter=matter)
    return matter


@pytest.mark.parametrize("council", CHAINS)
def test_each_business_of_a_chain_of_papers_comes_out_as_one_matter(council):
    of = {line.pk: business for line, business in published(council, CHAINS[council]).items()}
    propose(Entry.objects.all())
    found = {frozenset(line.pk for line in cluster.lines) for cluster in clusters(links())}
    wanted = defaultdict(set)
    for pk, business in of.items():
        wanted[business].add(pk)
    told = {frozenset(lines) for business, lines in wanted.items() if business and len(lines) > 1}
    # What comes every year is proposed too, but not as one with what belongs together.
    assert {group for group in found if len({of[pk] for pk in group}) == 1} == told
    assert all("" not in {of[pk] for pk in group} for group in found)


def test_a_proposed_matter_has_a_title_that_one_of_its_lines_prints():
    published(COUNCIL, HOME[:4])
    propose(Entry.objects.all())
    [cluster] = clusters(links())
    assert any(cluster.title.casefold() in f"{line.about} {line.title}".casefold() for line in cluster.lines)
    assert all(cluster.reasons[line] for line in cluster.lines)


def test_a_weak_link_does_not_make_one_business_of_two():
    sure = [Link(one_id=a, other_id=b, likeness=90) for a, b in ((1, 2), (1, 3), (2, 3), (4, 5), (4, 6), (5, 6))]
    weak = Link(one_id=3, other_id=4, likeness=56)
    subjects = {number: Subject(key=number, title="") for number in range(1, 7)}
    assert sorted(map(sorted, grouped([*sure, weak], subjects))) == [[1, 2, 3], [4, 5, 6]]


def test_lines_that_print_one_reference_are_linked_with_the_reason():
    published(COUNCIL, HOME[2:4])
    propose(Entry.objects.all())
    link = Link.objects.filter(likeness=100).first()
    assert ["reference", "Both print the reference FP/23/045."] in link.reasons


def test_proposing_again_makes_no_link_twice():
    lines = two_lines()
    assert (propose(lines), propose(lines), Link.objects.count()) == (1, 0, 1)


def test_a_refused_link_is_not_proposed_again():
    lines = two_lines()
    propose(lines)
    Link.objects.update(answer="refused", answered_by=factories.user("officer"), answered_at=timezone.now())
    assert propose(lines) == 0
    assert Link.objects.get().answer == "refused"


def test_lines_of_one_matter_need_no_link():
    lines = two_lines()
    matter_of(*lines)
    assert propose(Entry.objects.all()) == 0


def test_lines_of_two_councils_are_never_linked():
    two_lines()
    two_lines(council_name="Skerrow Council")
    propose(Entry.objects.all())
    assert all(link.one.council_id == link.other.council_id for link in links())


def test_decisions_that_only_run_the_meeting_are_in_no_proposal():
    for day in ("2025-03-04", "2025-05-06"):
        paper = factories.document(date=day)
        factories.accepted(paper, "Decision", text="That the minutes be confirmed as a correct record.", item=None)
        actions.publish(document=paper, by=factories.user("publisher"))
    assert Decision.objects.filter(procedural=True).count() == 2
    assert propose(Entry.objects.all()) == 0


def test_a_link_to_an_exempt_line_shows_only_to_cleared_people():
    published("London Borough of Ashwick", ADVOCACY[1:2])
    closed = Entry.objects.get(finding__exempt=True)
    other = Entry.objects.filter(finding__exempt=False).first()
    one, two = sorted((closed, other), key=lambda entry: entry.pk)
    Link.objects.create(one=one, other=two, likeness=60, reasons=[["names", "Both name Rookery Cottage."]])
    assert not Link.objects.visible_to(factories.user("officer"))
    assert Link.objects.visible_to(factories.user("officer", "cleared")).count() == 1


def test_a_proposed_matter_of_open_and_exempt_lines_takes_its_title_from_an_open_one():
    two_lines()
    closed = Entry.objects.order_by("date").first()
    type(closed.finding).objects.filter(pk=closed.finding_id).update(exempt=True)
    Entry.objects.filter(pk=closed.pk).update(about="Sale of Rookery Cottage at Fernhill House")
    propose(Entry.objects.all())
    [cluster] = clusters(links())
    assert not cluster.exempt
    assert "Rookery" not in cluster.title


# Mentions.


def named_elsewhere() -> Entry:
    """A planned decision without a second line, and minutes that speak of it."""
    published(COUNCIL, [
        ("forward_plan", "Forward Plan", "2024-01-08", [planned("x", "Future of Cobnor Camp, Tarrow", "2024-03-12")]),
        ("panel_minutes", "Minutes", "2024-05-01", [
            head("Cobnor Camp"),
            para("The Chairman said that the staff of Cobnor Camp had been offered other work by the County Council."),
            para("Cobnor Camp would be handed back to its landlord.", part="exempt"),
        ]),
    ])  # fmt: skip
    return Entry.objects.select_related(*WITH).get(sort="planned")


def test_paragraphs_that_name_a_matter_are_proposed_with_the_reason():
    matter = matter_of(named_elsewhere(), title="Cobnor Camp", exempt=True)
    assert propose_mentions(matter) == 2
    mention = Mention.objects.get(passage__part="open")
    assert mention.reasons == [["names", "It names Cobnor Camp."]]
    assert mention.passage.style == "paragraph"


def test_a_paragraph_that_was_asked_about_is_not_proposed_again():
    matter = matter_of(named_elsewhere(), title="Cobnor Camp")
    propose_mentions(matter)
    assert propose_mentions(matter) == 0


def test_a_paragraph_in_which_a_line_of_the_matter_was_read_is_no_mention():
    published(
        COUNCIL,
        [("executive_report", "Report", "2024-05-01", [event("x", "Cobnor Camp closed on 3 May 2024.", "2024-05-03")])],
    )
    assert propose_mentions(matter_of(Entry.objects.get(), title="Cobnor Camp")) == 0


def test_what_only_an_exempt_line_names_is_not_looked_for_in_an_open_matter():
    named_elsewhere()
    line = Entry.objects.get()
    type(line.finding).objects.update(exempt=True)
    assert propose_mentions(matter_of(line, title="Outdoor places")) == 0


def test_a_mention_shows_to_those_who_may_read_its_paragraph():
    propose_mentions(matter_of(named_elsewhere(), title="Cobnor Camp"))
    seen = [
        Mention.objects.visible_to(who).count()
        for who in (factories.user("officer"), factories.user("officer", "cleared"))
    ]
    assert seen == [1, 2]


def test_a_planned_decision_that_only_paragraphs_name_is_proposed_as_a_matter_with_them():
    line = named_elsewhere()
    [cluster] = mentioning.named_elsewhere(factories.user("officer"))
    assert (cluster.lines, len(cluster.mentions)) == ([line], 1)
    [cluster] = mentioning.named_elsewhere(factories.user("officer", "cleared"))
    assert len(cluster.mentions) == 2


def test_looking_for_what_only_paragraphs_name_takes_three_queries(django_assert_num_queries):
    for number in range(3):
        published(
            COUNCIL, [("forward_plan", "Plan", "2024-01-08", [planned("", f"Future of Cobnor{number} House", "2024")])]
        )
    officer = factories.user("officer")
    may_read_exempt(officer)
    with django_assert_num_queries(3):
        mentioning.named_elsewhere(officer)


# After publishing.


def test_publishing_queues_the_proposals_of_a_paper_by_its_id_alone():
    paper = factories.published("Decision")
    job = ProcrastinateJob.objects.get(task_name="meetings.propose_links")
    assert job.args == {"document_id": str(paper.pk)}


def test_a_worker_proposes_the_links_of_a_paper_and_the_paragraphs_of_its_councils_matters():
    line = named_elsewhere()
    matter_of(line, title="Cobnor Camp")
    tasks.propose_links(str(line.finding.document_id))
    tasks.propose_links(str(line.finding.document_id))
    assert Mention.objects.count() == 2


def test_the_job_of_a_paper_that_was_withdrawn_does_nothing():
    lines = two_lines()
    paper = lines[0].finding.document
    actions.withdraw(document=paper, by=factories.user("publisher"), why="It was the wrong file.")
    tasks.propose_links(str(paper.pk))
    assert not Link.objects.exists()


def test_the_command_tells_and_proposes_for_lines_that_were_there_before(capsys):
    two_lines()
    Entry.objects.update(names=[])
    call_command("propose_links", council="Wexcombe")
    assert Entry.objects.filter(names__contains=["fernhill house"]).count() == 2
    assert "1 links and 0 mentions proposed." in capsys.readouterr().out


def test_a_proposal_whose_reason_went_with_a_closed_heading_goes_too():
    published("Skerrow Council", SCHOOL[2:3])
    propose(Entry.objects.filter(about__contains="Eastmoor"))
    heading = (
        Entry.objects.filter(about__contains="Eastmoor")
        .first()
        .finding.document.passages.get(text__contains="Eastmoor")
    )
    actions.mark(passage=heading, by=factories.user("publisher", "cleared"), part="exempt")
    assert "Eastmoor" not in str(list(Link.objects.values_list("reasons", flat=True)))
