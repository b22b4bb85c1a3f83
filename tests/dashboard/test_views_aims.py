"""What councils aim at: said, changed, ended, deleted and put back at the desk, and read by everybody."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from dashboard import aims
from dashboard.models import Aim, Indicator
from tests import factories, world
from tests.dashboard.pages import HTMX, text
from tests.dashboard.statistics_of import aim

pytestmark = pytest.mark.django_db

DESK, READ, CHOOSE = (reverse(f"dashboard:{name}") for name in ("aims", "council_aims", "choose_aim"))
EET, REFERRED_AGAIN = "care-leavers-eet-percent", "re-referrals-percent"
NEUTRAL = "children-looked-after-rate"
SAID = {"target": "60", "floor": "55", "since": "1/4/2026", "until": "", "source": "Children's plan"}


@pytest.fixture
def council(db):
    return factories.published("Figure").council


@pytest.fixture
def officer(client, council):
    somebody = factories.user("officer")
    client.force_login(somebody)
    return somebody


def form_of(council, slug=EET) -> str:
    return reverse("dashboard:add_aim", args=[council.pk, slug])


def test_what_an_aim_says_is_kept_as_it_was_typed(client, officer, council):
    answer = client.post(form_of(council), {**SAID, "target": "60%", "until": "31 March 2027"}, follow=True)

    kept = Aim.objects.get()
    assert (kept.target, kept.floor, kept.since, kept.until) == (60, 55, date(2026, 4, 1), date(2027, 3, 31))
    assert (kept.by, kept.source) == (officer, "Children's plan")
    assert "target 60%, floor 55%, from 1 April 2026 to 31 March 2027" in text(answer)


@pytest.mark.parametrize(
    ("slug", "fields"),
    [(EET, {"target", "floor"}), (REFERRED_AGAIN, {"target", "floor"}), (NEUTRAL, {"lower", "upper"})],
)
def test_the_fields_are_those_of_the_measures_polarity(client, officer, council, slug, fields):
    form = client.get(form_of(council, slug)).context["form"]

    assert set(form.fields) == fields | {"since", "until", "source"}


def test_a_measure_that_is_best_near_its_target_has_a_tolerance_and_may_aim_below_nought(client, officer, council):
    Indicator.objects.filter(pk=EET).update(polarity="target")

    client.post(form_of(council), {**SAID, "target": "-0.5", "floor": "", "tolerance": "2.5"})

    assert (Aim.objects.get().target, Aim.objects.get().tolerance) == (Decimal("-0.5"), Decimal("2.5"))


WRONG = [
    (EET, {"target": "", "floor": ""}, "Enter a target, a floor, or both."),
    (EET, {"floor": "60"}, "Higher is better here, so the floor must be below the target."),
    (REFERRED_AGAIN, {"target": "20", "floor": "15"}, "Lower is better here, so the floor must be above the target."),
    (NEUTRAL, {}, "Enter a lower threshold, an upper one, or both."),
    (NEUTRAL, {"lower": "60", "upper": "50"}, "The upper threshold must be above the lower one."),
    (EET, {"target": "most"}, "Enter a number, such as 85 or 12.5."),
    (EET, {"target": "101"}, "Enter 100 or less."),
    (EET, {"target": "-1"}, "Enter 0 or more."),
    (EET, {"target": "1" * 20}, "There is a problem"),
    (EET, {"since": "soon"}, "Enter a date such as"),
    (EET, {"since": "2026"}, "Enter one day, such as 1 April 2026."),
    (EET, {"until": "1/4/2025"}, "It begins on 1 April 2026. Enter that day or a later one."),
    (EET, {"source": ""}, "Say where it was set."),
]


@pytest.mark.parametrize(("slug", "typed", "sentence"), WRONG, ids=[sentence for *_, sentence in WRONG])
def test_what_is_wrong_is_said_plainly_and_what_was_typed_stays(client, officer, council, slug, typed, sentence):
    answer = client.post(form_of(council, slug), SAID | typed)

    assert answer.status_code == 422
    assert sentence in text(answer)
    assert 'value="Children&#x27;s plan"' in text(answer) or "source" in typed
    assert not Aim.objects.exists()


@pytest.mark.parametrize(
    ("since", "until", "clashes"),
    [
        ("1/4/2024", "31/3/2025", False), ("1/4/2024", "", True), ("31/3/2026", "", True), ("1/4/2026", "", False),
        ("1/5/2025", "1/6/2025", True), ("1/4/2024", "1/4/2025", True),
    ],
)  # fmt: skip
def test_a_measure_has_no_two_aims_at_one_time(client, officer, council, since, until, clashes):
    aim(officer, council, until=date(2026, 3, 31))

    answer = client.post(form_of(council), SAID | {"since": since, "until": until})

    assert (answer.status_code == 422) is clashes
    assert Aim.objects.count() == (1 if clashes else 2)
    if clashes:
        assert "Another one holds from 1 April 2025 to 31 March 2026." in text(answer)


def test_two_people_at_once_cannot_say_two_for_one_time(officer, council):
    first = aim(officer, council)
    second = Aim(council=council, indicator=first.indicator, since=date(2026, 1, 1), target=70, source="A plan")

    with pytest.raises(aims.Overlaps):
        aims.keep(aim=second, by=officer)

    assert Aim.objects.get() == first


def test_another_measure_and_another_council_are_no_clash(client, officer, council):
    aim(officer, council)
    other = factories.published("Figure", council_name="Ness City Council").council

    assert client.post(form_of(council, REFERRED_AGAIN), SAID | {"floor": "70"}).status_code == 302
    assert client.post(form_of(other), SAID).status_code == 302


def test_an_aim_is_changed_and_its_history_tells_by_whom(client, officer, council):
    held = aim(officer, council)
    page = reverse("dashboard:change_aim", args=[held.pk])
    assert 'value="60"' in text(client.get(page))

    client.post(page, SAID | {"target": "62", "since": "1 April 2025"})

    held.refresh_from_db()
    assert held.target == 62
    assert f"by {officer.first_name}: target 60%, floor 55%" in text(client.get(page))


def test_an_aim_is_ended(client, officer, council):
    held = aim(officer, council)
    page = reverse("dashboard:end_aim", args=[held.pk])

    assert client.post(page, {"until": "1/1/2025"}).status_code == 422
    client.post(page, {"until": "31/3/2026"}, follow=True)

    held.refresh_from_db()
    assert held.until == date(2026, 3, 31)
    assert "target 60%" not in text(client.get(DESK)).split("Deleted")[0]
    assert "target 60%" in text(client.get(DESK, {"when": "all"})).lower()


def test_a_deleted_aim_is_put_back_as_it_was(client, officer, council):
    held = aim(officer, council)

    page = text(client.post(reverse("dashboard:delete_aim", args=[held.pk]), follow=True))

    assert not Aim.objects.exists()
    assert f"target 60%, floor 55%, from 1 April 2025. Deleted by {officer.first_name}" in page
    (event,) = aims.deleted(type(council).objects.all())
    client.post(reverse("dashboard:put_back_aim", args=[event.pgh_id]))
    assert Aim.objects.values_list("pk", "target", "since").get() == (held.pk, 60, date(2025, 4, 1))
    assert not aims.deleted(type(council).objects.all())


def test_what_another_has_taken_the_place_of_is_not_put_back(client, officer, council):
    held = aim(officer, council)
    aims.delete(aim=held, by=officer)
    aim(officer, council, target=70)
    (event,) = aims.deleted(type(council).objects.all())

    answer = client.post(reverse("dashboard:put_back_aim", args=[event.pgh_id]), follow=True)

    assert "It was not put back. Another one holds from 1 April 2025." in text(answer)
    assert Aim.objects.get().target == 70


def test_council_and_measure_are_chosen_first(client, officer, council):
    chosen = client.get(CHOOSE, {"council": council.pk, "indicator": EET})

    assert chosen.url == form_of(council)
    assert client.get(CHOOSE, {"council": council.pk}).status_code == 422
    assert client.get(CHOOSE).status_code == 200


def test_the_list_is_narrowed(client, officer, council):
    aim(officer, council)
    aim(officer, council, slug=REFERRED_AGAIN, target=20, floor=25)

    answer = client.get(DESK, {"q": "leavers"}, headers=HTMX)

    assert [one.indicator_id for one in answer.context["page_obj"]] == [EET]
    assert "<h1" not in text(answer)
    assert "Nothing that was set fits" in text(client.get(DESK, {"q": "swimming"}))
    assert "100 characters or fewer" in text(client.get(DESK, {"q": "x" * 101}))


def test_readers_see_what_their_council_aims_at(client, officer, council):
    aim(officer, council)
    aim(officer, council, slug=NEUTRAL, target=None, floor=None, lower=40, upper=55)
    client.force_login(factories.user("councillor"))

    page, piece = client.get(READ), client.get(READ, headers=HTMX)

    assert "Target 60%, floor 55%" in text(page)
    assert "Lower threshold 40 per 10,000, upper threshold 55 per 10,000" in text(page)
    assert "Children&#x27;s plan 2025" in text(page)
    assert "<h1" not in text(piece)
    assert "Change them at the desk" not in text(page)


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_what_a_council_aims_at_can_be_taken_away(client, officer, council, form):
    aim(officer, council)

    answer = client.get(READ, {"format": form})
    said = world.body(answer)
    answer.close()

    assert answer.status_code == 200
    assert said.startswith({"csv": b"\xef\xbb\xbfcouncil,", "xlsx": b"PK", "json": b"{"}[form])
    if form == "csv":
        assert "60,55,,,,2025-04-01,,Children's plan 2025" in said.decode()


def test_the_page_of_a_measure_tells_what_the_council_aims_at(client, officer, council):
    factories.published("Figure")
    aim(officer, council, slug=NEUTRAL, target=None, floor=None, lower=40, upper=55)

    page = text(client.get(reverse("dashboard:indicator", args=[NEUTRAL])))

    assert "Lower threshold 40 per 10,000, upper threshold 55 per 10,000" in page
    assert "Neither more nor less is better in itself." in page
    assert f"{READ}?council={council.pk}" in page


def test_watch_lists_are_renewed_when_an_aim_changes(client, officer, council):
    def renewals() -> int:
        return ProcrastinateJob.objects.filter(task_name="dashboard.renew_watch_lists").count()

    before = renewals()
    client.post(form_of(council), SAID)
    client.post(reverse("dashboard:delete_aim", args=[Aim.objects.get().pk]))

    assert renewals() == before + 2


def test_what_has_ended_is_not_shown_to_readers(client, officer, council):
    aim(officer, council, until=date(2025, 9, 30))

    assert "The council has set nothing here yet." in text(client.get(READ))


@pytest.mark.parametrize("roles", [("councillor",), ("scrutiny",), ("cleared",), ("administrator",)])
def test_readers_cannot_say_what_a_council_aims_at(client, council, roles):
    held = aim(factories.user("officer"), council)
    client.force_login(factories.user(*roles))

    for name, key in (("change_aim", held.pk), ("end_aim", held.pk), ("delete_aim", held.pk)):
        assert client.post(reverse(f"dashboard:{name}", args=[key]), SAID).status_code == 404
    assert client.post(form_of(council), SAID).status_code == 404
    assert Aim.objects.get().target == 60


def test_councils_that_an_officer_knows_nothing_of_are_not_there(client, officer):
    closed = factories.published("Figure", council_name="Zanzibar Council")
    held = aim(factories.user("officer", "cleared"), closed.council)
    type(closed).objects.filter(pk=closed.pk).update(wholly_exempt=True)

    assert client.get(form_of(closed.council)).status_code == 404
    assert client.get(reverse("dashboard:change_aim", args=[held.pk])).status_code == 404
    assert "Zanzibar" not in text(client.get(DESK)) + text(client.get(CHOOSE)) + text(client.get(READ))


@pytest.mark.parametrize("number", [2, 30])
def test_the_lists_take_the_same_queries_however_long_they_are(
    client, officer, council, django_assert_max_num_queries, number
):
    for n in range(number):
        aim(officer, council, since=date(2026 + n, 1, 1), until=date(2026 + n, 12, 31))

    for page in (DESK, READ):
        with django_assert_max_num_queries(12):
            client.get(page)


@pytest.mark.parametrize(
    "wrong", [{"target": None, "floor": None}, {"until": date(2024, 1, 1)}, {"lower": 5, "upper": 5}]
)
def test_the_database_refuses_an_aim_that_says_nothing_or_contradicts_itself(officer, council, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        aim(officer, council, **wrong)
