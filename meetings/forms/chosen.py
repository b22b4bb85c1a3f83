"""A field that chooses one thing of those that its form offers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class ChosenField(forms.ModelChoiceField):
    """`wrong` is said of what is not offered, be it another thing's id or no id at all."""

    def __init__(self, *, wrong: str, **kwargs: Any) -> None:
        super().__init__(queryset=None, error_messages={"required": wrong, "invalid_choice": wrong}, **kwargs)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from None
