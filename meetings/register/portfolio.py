"""The doors of who holds a portfolio, and of the boards that its holder sits on."""

from __future__ import annotations

from django import forms

from meetings.models import Partnership, Portfolio, PortfolioHolder
from meetings.register.bodies import name_of, portfolio_of
from reports.models import Finding
from reports.register import PrintedDateField, RegisterForm


class PortfolioHolderForm(RegisterForm):
    place = "Portfolios"
    listed = "meetings:portfolios"
    portfolio = forms.CharField(label="Portfolio", max_length=200, help_text="Such as Children's Services")
    name = forms.CharField(label="Name", max_length=200, help_text="As printed, without Cllr, Mr or Mrs")
    role = forms.CharField(label="Role", required=False, max_length=200, help_text="Such as Executive Member")
    as_of = PrintedDateField(label="Holder as of", required=False)

    def enter(self, finding: Finding) -> PortfolioHolder:
        stated, council = self.cleaned_data, finding.document.council
        line = {
            "council": council,
            "portfolio": Portfolio.objects.named(council, stated["portfolio"]),
            "known_as": name_of(council, stated["name"]),
            "role": stated["role"],
            "as_of": stated["as_of"],
        }
        return PortfolioHolder.objects.update_or_create(finding=finding, defaults=line)[0]


class PartnershipForm(RegisterForm):
    place = "Portfolios"
    listed = "meetings:portfolios"
    board = forms.CharField(label="Board or partnership", max_length=200)
    member = forms.CharField(label="Who sits on it", required=False, max_length=200)

    def enter(self, finding: Finding) -> Partnership:
        line = {"council": finding.document.council, "portfolio": portfolio_of(finding), **self.cleaned_data}
        return Partnership.objects.update_or_create(finding=finding, defaults=line)[0]
