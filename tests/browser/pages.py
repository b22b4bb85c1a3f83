"""Every page, by who may see it, and what makes its form wrong."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from reports.models import Synonyms
from tests import world
from tests.browser.look import SENT_EMPTY, Wrong

WRONG_DATE = {"date_from": "soon"}

# Each page, by who may see it, and what makes its form wrong; None where it has none, or none that can be wrong.
ANYBODYS: dict[str, Wrong] = {"login": SENT_EMPTY, "dashboard:accessibility": None}
READERS: dict[str, Wrong] = {
    "password_change": SENT_EMPTY,
    "password_change_done": None,
    "dashboard:overview": None,
    "dashboard:indicators": {"topic": "none"},
    "dashboard:indicator": None,
    "dashboard:catalogue": {"topic": "none"},
    "dashboard:watch": {"than": "none"},
    "dashboard:compare": {"indicator": "none"},
    "dashboard:compare_all": {"topic": "none"},
    "dashboard:claims": WRONG_DATE,
    "dashboard:claim": None,
    "dashboard:inspections": None,
    "dashboard:inspection": None,
    "dashboard:council_aims": None,
    "dashboard:official_values": {"linked": "none"},
    "dashboard:official_measure": None,
    "dashboard:as_printed": None,
    "dashboard:api": None,
    "dashboard:new": None,
    "dashboard:following": SENT_EMPTY,
    "dashboard:keys": SENT_EMPTY,
    "dashboard:end_letters": None,
    "meetings:decisions": WRONG_DATE,
    "meetings:decision": None,
    "meetings:call_ins": {"state": "none"},
    "meetings:votes": WRONG_DATE,
    "meetings:motions": WRONG_DATE,
    "meetings:members": {"name": "x" * 201},
    "meetings:member": None,
    "meetings:matters": WRONG_DATE,
    "meetings:matter": None,
    "meetings:meetings": WRONG_DATE,
    "meetings:meeting": None,
    "meetings:forward_plan": {"due": "none"},
    "meetings:planned": None,
    "meetings:plan_versions": None,
    "meetings:plan_version": None,
    "meetings:actions": {"state": "none"},
    "meetings:action": None,
    "meetings:recommendations": {"state": "none"},
    "meetings:recommendation": None,
    "meetings:for_meeting": {"committee": "none"},
    "meetings:portfolios": None,
    "meetings:portfolio": None,
    "meetings:questions": {"theme": "none"},
    "meetings:savings": {"financial_year": "none"},
    "meetings:judgements": WRONG_DATE,
    "meetings:events": WRONG_DATE,
    "meetings:searches": None,
    "reports:documents": {"kind": "none"},
    "reports:document": None,
    "reports:passage": None,
    "reports:search": {"q": "hubs", "since": "soon"},
}
REVIEWERS: dict[str, Wrong] = {
    "dashboard:executive_report": WRONG_DATE,
    "meetings:call_in_history": None,
    "meetings:record_call_in": SENT_EMPTY,
    "meetings:call_in_rules": None,
    "meetings:call_in_rule": None,
    "meetings:matter_proposals": None,
    "meetings:matter_change": None,
    "meetings:matter_add": None,
    "meetings:matter_merge": None,
    "meetings:line_matter": None,
    "meetings:people": None,
    "reports:inbox": None,
    "reports:scorecard": {"kind": "none"},
    "dashboard:unnamed": {"q": "x" * 301},
    "dashboard:name": SENT_EMPTY,
    "dashboard:printed_names": None,
    "dashboard:to_link": None,
    "dashboard:beside": None,
    "dashboard:aims": {"when": "none"},
    "dashboard:choose_aim": {"indicator": "none"},
    "dashboard:add_aim": SENT_EMPTY,
    "dashboard:change_aim": SENT_EMPTY,
    "dashboard:end_aim": SENT_EMPTY,
    "dashboard:statistics": SENT_EMPTY,
    "dashboard:release": None,
    "dashboard:withdraw_release": SENT_EMPTY,
    "dashboard:official_measures": {"linked": "none"},
    "dashboard:link_measure": None,
    "dashboard:areas": None,
    "dashboard:area": None,
    "reports:upload": SENT_EMPTY,
    "reports:desk": None,
    "reports:describe": SENT_EMPTY,
    "reports:mark": SENT_EMPTY,
    "reports:add": {"fact": "none"},
    "reports:publish": None,
    "reports:withdraw": SENT_EMPTY,
    "reports:synonyms": None,
    "reports:new_synonyms": SENT_EMPTY,
    "reports:change_synonyms": SENT_EMPTY,
}
# Those of them that are about lines of the register, which are in published papers alone.
ABOUT_LINES = [name for name in REVIEWERS if name.startswith("meetings:")]
ABOUT_LINES += ["reports:change_synonyms", "dashboard:beside"]
# Those that say the same whatever the register has.
WITHOUT_REGISTER = {
    "password_change", "password_change_done", "dashboard:api", "reports:upload", "reports:new_synonyms"
}  # fmt: skip
ASKED = {"dashboard:as_printed": {"label": "Children who swim"}}
# Addresses that answer with no page: deeds, files and pieces of pages.
NO_PAGES = {
    "logout", "dashboard:feed_watch_list", "dashboard:feed_watch_list_with_key", "dashboard:beside_answer",
    "dashboard:delete_aim", "dashboard:put_back_aim", "dashboard:describe_release", "dashboard:count_release",
    "dashboard:read_release_again", "dashboard:forget", "dashboard:following_news", "dashboard:follow",
    "dashboard:unfollow",
    "dashboard:note", "dashboard:letters", "dashboard:revoke", "dashboard:feed", "dashboard:feed_with_key",
    "dashboard:feed_followed", "dashboard:feed_matter", "dashboard:calendar", "dashboard:calendar_with_key",
    "meetings:undo_call_in", "meetings:matter_answer", "meetings:matter_papers", "meetings:matter_rename",
    "meetings:matter_lines", "meetings:matter_join", "meetings:matter_undo", "meetings:mention_answer",
    "meetings:save_search", "meetings:rename_search", "meetings:delete_search", "meetings:restore_search",
    "meetings:finish", "meetings:reopen", "meetings:answer", "meetings:undo", "meetings:note", "meetings:correct_note",
    "reports:upload_file", "reports:retry", "reports:accept", "reports:correct", "reports:reject", "reports:undo",
    "reports:accept_all", "reports:take_out_synonyms", "reports:put_back_synonyms", "reports:progress",
    "reports:original", "reports:picture",
}  # fmt: skip


def addresses(names: Iterable[str], things: dict) -> dict[str, str]:
    """Of these pages, the address of each that needs no thing of the register, or one that there is."""
    patterns = world.urls()
    return {
        name: reverse(name, kwargs=things.get(name, {}), query=ASKED.get(name))
        for name in names
        if name in things or "<" not in str(patterns[name].pattern)
    }


def of_published(small: world.World) -> dict:
    return world.of(small.published) | {
        "dashboard:indicator": {"slug": "children-looked-after-rate"},
        "meetings:call_in_rule": {"pk": small.published.council_id},
        "reports:change_synonyms": {"pk": Synonyms.objects.all()[:1].get().pk},
    }
