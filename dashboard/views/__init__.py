"""Pages of the overview, of measures, and of the names that papers print for them."""
