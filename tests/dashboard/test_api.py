"""The API: the same eyes as the pages, plain problems, and a description that holds."""

import json
import uuid

import pytest
from django.conf import settings
from django.urls import reverse

from dashboard.api import api
from dashboard.api.decisions import OUTCOMES, STATES
from dashboard.api.matters import SORTS
from dashboard.models import Key
from meetings.models import Decision, Entry, Matter, Meeting, Outcome, Person
from meetings.models.call_in_state import CallInState
from tests import factories, world
from tests.meetings import many
from tests.test_part_two import WORD

pytestmark = pytest.mark.django_db

LISTS = [
    "councils", "committees", "portfolios", "people", "meetings", "decisions", "planned_decisions", "actions",
    "recommendations", "events", "judgements", "savings", "questions", "matters", "indicators", "observations",
    "documents", "passages",
]  # fmt: skip
ASKED = {"passages": {"q": "paragraph"}}


@pytest.fixture
def small() -> world.World:
    made = world.build()
    for paper in (made.published, made.part_two):
        line, by = Decision.objects.filter(finding__document=paper).first(), factories.user("officer", "cleared")
        exempt = paper == made.part_two
        title = "Zanzibar mombasa terms" if exempt else "Hubs for families"
        matter = Matter.objects.create(council=line.council, title=title, exempt=exempt, made_by=by)
        Entry.objects.filter(pk=line.pk).update(matter=matter)
    return made


def get(client, name: str, expected: int = 200, headers=None, **asked):
    args = [asked.pop("pk")] if "pk" in asked else []
    answer = client.get(reverse(f"api:{name}", args=args), {**ASKED.get(name, {}), **asked}, headers=headers)
    assert answer.status_code == expected, answer.content
    return answer.json()


def signed_in(client, *roles: str):
    client.force_login(factories.user(*roles))
    return client


def key_of(user, what: str = "api") -> dict[str, str]:
    return {"Authorization": f"Bearer {Key.objects.create(user=user, what=what, name='A program').secret}"}


def test_the_table_above_names_every_list():
    paths = api.get_openapi_schema(path_prefix="")["paths"]
    operations = {path.strip("/").replace("-", "_") for path in paths if "{" not in path}

    assert operations == set(LISTS)


def test_what_the_description_lists_is_what_the_register_has():
    assert set(OUTCOMES.__args__) == set(Outcome.values)
    assert set(SORTS.__args__) == set(Entry.Sort.values)
    assert {*STATES.__args__, ""} == set(CallInState.values)


def test_every_list_gives_what_is_open_and_says_where_it_comes_from(small, client):
    signed_in(client, "councillor")

    for name in LISTS:
        found = get(client, name)
        assert found["count"] == len(found["results"]) > 0, name
        sources = [one["sources"] for one in found["results"] if "sources" in one]
        assert all(said[0]["url"].startswith("http://testserver/documents/") for said in sources), name


@pytest.mark.parametrize("role", ["councillor", "scrutiny", "officer", "publisher", "administrator"])
def test_the_uncleared_are_given_no_exempt_word(role, small, client):
    signed_in(client, role)

    assert {name: words for name in LISTS if (words := exempt_words(client, name))} == {}


def exempt_words(client, name: str, headers=None) -> list[bytes]:
    asked = {"q": "zanzibar or paragraph"} if name == "passages" else {}
    return WORD.findall(json.dumps(get(client, name, limit=100, headers=headers, **asked)).encode())


def test_the_cleared_are_given_what_is_exempt(small, client):
    signed_in(client, "cleared")
    silent = [name for name in LISTS if not exempt_words(client, name)]

    # Of a council and a measure nothing is exempt.
    assert silent == ["councils", "indicators"]
    assert str(small.part_two.pk) in json.dumps(get(client, "passages", limit=100))


def test_a_key_gives_the_open_part_alone_even_to_the_cleared(small, client):
    headers = key_of(factories.user("cleared"))

    assert [name for name in LISTS if exempt_words(client, name, headers)] == []
    assert get(client, "decisions", headers=headers)["count"] == 1


def test_nobody_is_let_in_without_signing_in(small, client):
    for name in LISTS:
        assert get(client, name, expected=401)["title"] == "Not signed in"


def test_who_is_not_let_in_is_told_how_by_a_problem(small, client):
    answer = client.get(reverse("api:decisions"))

    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("what", ["revoked", "feeds", "nonsense", "closed"])
def test_a_key_that_is_no_good_opens_nothing(what, small, client, settings):
    settings.ANONYMOUS_READING = True
    somebody = factories.user("councillor")
    headers = key_of(somebody, "feeds" if what == "feeds" else "api")
    if what == "revoked":
        Key.objects.update(revoked_at="2026-01-01T00:00Z")
    if what == "closed":
        type(somebody).objects.filter(pk=somebody.pk).update(is_active=False)
    headers = {"Authorization": "Bearer nonsense"} if what == "nonsense" else headers

    get(client, "decisions", expected=401, headers=headers)


def test_where_anybody_may_read_the_open_part_needs_no_key(small, client, settings):
    settings.ANONYMOUS_READING = True

    found = get(client, "decisions")

    assert found["count"] == 1
    assert WORD.findall(json.dumps(found).encode()) == []


def test_what_was_given_to_one_person_is_not_kept(small, client):
    by_key = client.get(reverse("api:decisions"), headers=key_of(factories.user("councillor")))
    by_session = signed_in(client, "councillor").get(reverse("api:decisions"))

    assert (by_key["Cache-Control"], by_session["Cache-Control"]) == ("no-store, private", "no-store, private")
    assert "Authorization" in by_key["Vary"]


def test_a_decision_tells_its_vote_in_the_words_of_open_civic_data(client):
    paper = factories.document()
    factories.accepted(paper, "Decision")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    Decision.objects.update(
        votes_for=5, votes_against=2, names_against=["Rosalind Amberly"], vote_method="show of hands"
    )

    [found] = get(signed_in(client, "councillor"), "decisions")["results"]

    assert found["vote_event"] == {
        "counts": [{"option": "yes", "value": 5}, {"option": "no", "value": 2}],
        "votes": [{"option": "no", "voter_name": "Rosalind Amberly"}],
        "unanimous": None,
        "method": "show of hands",
    }
    assert found["sources"][0]["note"] == f"{paper}, page 1, paragraph 4.1"
    assert found == get(client, "decision", pk=found["id"])


def test_a_decision_without_a_stated_vote_has_no_vote_event(small, client):
    assert get(signed_in(client, "councillor"), "decisions")["results"][0]["vote_event"] is None


def test_each_thing_has_an_address_of_its_own(small, client):
    signed_in(client, "councillor")
    for many_, one in {
        "people": "person", "meetings": "meeting", "planned_decisions": "planned_decision", "matters": "matter",
        "documents": "document",
    }.items():  # fmt: skip
        first = get(client, many_)["results"][0]
        assert get(client, one, pk=first["id"]).items() >= first.items()


def test_what_one_may_not_know_of_is_not_there(small, client):
    paper = small.part_two
    hidden = {
        "person": Person.objects.get(name__startswith="Zara"),
        "meeting": Meeting.objects.filter(records__finding__document=paper).first(),
        "decision": Decision.objects.get(finding__document=paper),
        "planned_decision": Entry.objects.get(finding__document=paper, sort="planned"),
        "matter": (matter := Matter.objects.get(title="Zanzibar mombasa terms")), "matter_lines": matter,
        "document": paper,
    }  # fmt: skip
    signed_in(client, "councillor")

    for name, thing in hidden.items():
        answers = [client.get(reverse(f"api:{name}", args=[pk])) for pk in (thing.pk, uuid.uuid4())]
        assert [answer.status_code for answer in answers] == [404, 404], name
        assert answers[0].content == answers[1].content
        assert answers[0]["Content-Type"] == "application/problem+json"


def test_a_matter_gives_its_lines_earliest_first(small, client):
    matter = Matter.objects.get(title="Hubs for families")

    [line] = get(signed_in(client, "councillor"), "matter_lines", pk=matter.pk)["results"]

    assert (line["sort"], line["matter"]["name"]) == ("decision", "Hubs for families")


def test_an_exempt_name_of_a_matter_is_not_told_on_an_open_line(small, client):
    Entry.objects.filter(finding__document=small.published, sort="decision").update(
        matter=Matter.objects.get(title="Zanzibar mombasa terms")
    )

    found = get(signed_in(client, "councillor"), "decisions")["results"]

    assert [one["matter"] for one in found] == [None]


def test_filters_narrow(small, client):
    signed_in(client, "councillor")
    line = get(client, "decisions")["results"][0]

    def count(**asked) -> int:
        return get(client, "decisions", **asked)["count"]

    assert count(outcome="approved", status="taken", date_from="2025-03-04", date_to="2025-03-04") == 1
    assert count(committee=line["organization"]["id"], matter=line["matter"]["id"], words='"family hubs"') == 1
    assert count(outcome="rejected") == count(date_from="2025-03-05") == count(committee=str(uuid.uuid4())) == 0


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({"outcom": "approved"}, "outcom"), ({"outcome": "sold"}, "outcome"), ({"limit": "101"}, "limit"),
        ({"offset": "-1"}, "offset"), ({"date_from": "2025-13-01"}, "date_from"), ({"words": "\0"}, "words"),
        ({"key_decision": "maybe"}, "key_decision"), ({"date_from": "1700000000"}, "date_from"),
        ({"committee": "cabinet"}, "committee"),
    ],
)  # fmt: skip
def test_a_filter_that_is_not_understood_is_named_and_gives_nothing(asked, name, client):
    said = get(signed_in(client, "councillor"), "decisions", expected=422, **asked)

    assert [one["name"] for one in said["errors"]] == [name]


def test_a_list_leads_from_page_to_page(small, client):
    many.copies(Decision.objects.get(finding__document=small.published), 5)
    signed_in(client, "councillor")
    seen, address = [], reverse("api:decisions", query={"limit": 2, "outcome": "approved"})

    while address:
        answer = client.get(address).json()
        seen += [one["id"] for one in answer["results"]]
        address = answer["next"]

    assert (len(seen), len(set(seen))) == (6, 6)
    assert answer["previous"].startswith("http://testserver/api/v1/decisions?limit=2&outcome=approved")


def test_a_list_asks_little(small, client, django_assert_max_num_queries):
    many.copies(Decision.objects.get(finding__document=small.published), 40)
    signed_in(client, "officer")

    for name in LISTS:
        with django_assert_max_num_queries(15):
            get(client, name, limit=100)


def test_nothing_can_be_changed(small, client):
    signed_in(client, "publisher")

    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(reverse("api:decisions")).status_code == 405


def test_another_address_is_a_problem_too(small, client):
    answer = signed_in(client, "councillor").get("/api/v1/nowhere/")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_the_description_is_for_everybody(client):
    said = client.get(reverse("api:openapi-json")).json()

    assert said["openapi"].startswith("3.")
    assert said["paths"]["/api/v1/decisions"]["get"]["security"] == [{"ProgramKey": []}, {"Session": []}]
    assert said["components"]["securitySchemes"]["Session"]["name"] == settings.SESSION_COOKIE_NAME
