"""Search over every published paragraph that a person may read."""

from reports.search.found import Search, asked, found

__all__ = ["Search", "asked", "found"]
