"""Measures with their stated and official values, what councils aim at, claims, and what people follow."""

from dashboard.models.aims import Aim
from dashboard.models.areas import Area, Neighbour, NeighbourSet
from dashboard.models.claims import Claim
from dashboard.models.definitions import DefinitionChange
from dashboard.models.following import Follow, Letters, Visit
from dashboard.models.keys import Key
from dashboard.models.linked import LinkedIndicator, Watched
from dashboard.models.measures import Indicator, Observation, PrintedName
from dashboard.models.official import DataSet, OfficialMeasure, OfficialValue, Release

__all__ = [
    "Aim",
    "Area",
    "Claim",
    "DataSet",
    "DefinitionChange",
    "Follow",
    "Indicator",
    "Key",
    "Letters",
    "LinkedIndicator",
    "Neighbour",
    "NeighbourSet",
    "Observation",
    "OfficialMeasure",
    "OfficialValue",
    "PrintedName",
    "Release",
    "Visit",
    "Watched",
]
