"""System checks: every sort of fact has a register, and what the settings name can be imported."""

from django.conf import settings
from django.core.checks import Error, register
from django.utils.module_loading import import_string

from reports.reading.facts import FACTS


@register()
def every_fact_has_a_register(app_configs, **kwargs) -> list[Error]:
    missing = FACTS.keys() - settings.REGISTERS.keys()
    unknown = settings.REGISTERS.keys() - FACTS.keys()
    return [
        Error(f"settings.REGISTERS names no form for the fact {fact}.", id="reports.E001") for fact in sorted(missing)
    ] + [
        Error(f"settings.REGISTERS names {fact}, which no reading says.", id="reports.E002") for fact in sorted(unknown)
    ]


@register()
def every_register_has_a_form(app_configs, **kwargs) -> list[Error]:
    problems = []
    for fact, path in settings.REGISTERS.items():
        try:
            form = import_string(path)
        except ImportError as error:
            problems.append(Error(f"The register of {fact} cannot be imported: {error}", id="reports.E003"))
            continue
        if "enter" not in vars(form):
            problems.append(Error(f"{path} does not say how {fact} is entered.", id="reports.E004"))
    return problems


@register()
def what_follows_publishing_is_there(app_configs, **kwargs) -> list[Error]:
    problems = []
    for path in (*settings.AFTER_PUBLISHING, *settings.AFTER_WITHDRAWING):
        try:
            follows = import_string(path)
        except ImportError as error:
            problems.append(Error(f"What follows publishing cannot be imported: {error}", id="reports.E005"))
            continue
        if not callable(follows):
            problems.append(Error(f"{path} cannot be called with a document.", id="reports.E006"))
    return problems
