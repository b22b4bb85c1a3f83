"""What the catalogue of measures can be narrowed to."""

from __future__ import annotations

from django import forms

from dashboard.catalogue import TOPICS
from dashboard.models import Indicator


class CatalogueFilter(forms.Form):
    q = forms.CharField(
        max_length=100,
        required=False,
        label="Words in the measure's name or definition",
        error_messages={"max_length": "The words must be 100 characters or fewer."},
    )
    topic = forms.ChoiceField(
        choices=[("", "All topics"), *((topic, topic) for topic in TOPICS)],
        required=False,
        label="Topic",
        error_messages={"invalid_choice": "Choose a topic from the list."},
    )
    polarity = forms.ChoiceField(
        choices=[("", "Any"), *((value, label.capitalize()) for value, label in Indicator.Polarity.choices)],
        required=False,
        label="Which way is better",
        error_messages={"invalid_choice": "Choose a direction from the list."},
    )
