"""Measures with their stated values, and what people follow."""

from dashboard.models.following import Follow, Letters, Visit
from dashboard.models.keys import Key
from dashboard.models.measures import Indicator, Observation, PrintedName

__all__ = ["Follow", "Indicator", "Key", "Letters", "Observation", "PrintedName", "Visit"]
