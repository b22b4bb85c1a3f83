"""What people type into the pages of documents, the desk and search."""

from reports.forms.filters import DocumentFilter, OfCouncils, ReviewerFilter, ScorecardFilter
from reports.forms.review import DescribeForm, MarkForm, RejectForm, SortForm, WithdrawForm, YesForm
from reports.forms.search import ORDERS, SearchForm
from reports.forms.synonyms import SynonymsForm
from reports.forms.upload import UploadForm

__all__ = [
    "ORDERS", "DescribeForm", "DocumentFilter", "MarkForm", "OfCouncils", "RejectForm", "ReviewerFilter",
    "ScorecardFilter", "SearchForm", "SortForm", "SynonymsForm", "UploadForm", "WithdrawForm", "YesForm",
]  # fmt: skip
