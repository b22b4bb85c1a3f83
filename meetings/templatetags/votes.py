"""What templates say of votes."""

from django import template

from meetings.models.vote import Voted
from meetings.votes import tally

register = template.Library()


@register.filter
def tally_of(voted: Voted) -> str:
    """How the counts of a vote stand to those who were there; needs its `present`."""
    return tally(voted.votes_stated, voted.present)
