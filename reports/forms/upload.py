"""Files that an officer uploads."""

from __future__ import annotations

from typing import Any

from django import forms


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Files, one or more; cleans to a list. What is wrong with one file is said by `actions.upload`, not here."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list:
        given = data if isinstance(data, (list, tuple)) else [data] if data else []
        if not given:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return list(given)


class UploadForm(forms.Form):
    documents = ManyFilesField(
        label="Council papers",
        help_text="PDF or Word (.docx), each up to 50 MB. You can choose up to 50 files at once.",
        error_messages={"required": "Choose a PDF or Word file."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["documents"].widget.attrs["class"] = "moj-multi-file-upload__input"
