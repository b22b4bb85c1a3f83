"""The register for programs: read-only, versioned, for the same eyes as the pages."""

from dashboard.api.register import api

__all__ = ["api"]
