"""Proposed matters from links of which not all can be seen: what is only alike is not proposed."""

import pytest

from meetings.clusters import clusters
from meetings.models import Link
from meetings.subject import WITH
from tests.meetings.matters_of import lines, link

pytestmark = pytest.mark.django_db
ENDS = [f"{end}__{name}" for end in ("one", "other") for name in WITH]


def test_lines_that_are_alike_without_a_proposed_link_are_no_proposal():
    same = "That Fernhill House in Tarrow Road be closed and its garden sold"
    [one] = lines(f"{same}.", title="Minutes of May")
    [other] = lines(f"{same} soon.", title="Minutes of June")
    [roads], [meals] = lines("That gritting be reviewed.", title="A"), lines("That meals be free.", title="B")
    for pair in ((one, roads), (roads, meals), (meals, other)):
        link(*pair)
    Link.objects.update(likeness=56)

    found = clusters(Link.objects.select_related(*ENDS))

    assert found
    assert all(cluster.links for cluster in found)
    assert {one, other} not in [set(cluster.lines) for cluster in found]
