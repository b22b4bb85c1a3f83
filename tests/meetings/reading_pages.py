"""What the tests of the pages share: somebody signed in, a list's answer, a published line."""

from django.urls import reverse

import meetings.models
from tests import factories

# Each list and the fact that fills it.
LISTS = {
    "decisions": "Decision", "forward_plan": "PlannedDecision", "actions": "Action", "questions": "Question",
    "savings": "Saving", "judgements": "Judgement", "events": "Event",
}  # fmt: skip
PIECE = {"HX-Request": "true"}


def signed_in(client, *roles: str):
    client.force_login(factories.user(*roles))
    return client


def shown(client, name: str, query: str = "", **more) -> str:
    answer = client.get(reverse(f"meetings:{name}") + query, **more)
    assert answer.status_code == 200
    return answer.content.decode()


def page_of(client, url: str, **more) -> str:
    answer = client.get(url, **more)
    assert answer.status_code == 200
    return answer.content.decode()


def line(fact: str):
    """A published line of the register, in a paper that also tells of its meeting."""
    paper = factories.published("Meeting", fact)
    return getattr(meetings.models, fact).objects.get(finding__document=paper)
