"""Importing official statistics.

    release = take_in(file, filename="referrals-2025.csv", by=officer)   # a job reads it: state preview, or refused
    count(release=release, by=publisher)                                 # a job counts it: state counted
    withdraw(release=release, by=publisher, why="Published in error")

A file that is not taken in raises Refused, what cannot be done with a release now NotNow; their words are for people.
"""

from dashboard.importing.area_names import settle_councils
from dashboard.importing.releases import NotNow, Refused, count, read_again, take_in, withdraw

__all__ = ["NotNow", "Refused", "count", "read_again", "settle_councils", "take_in", "withdraw"]
