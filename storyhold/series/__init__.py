"""Stories, and series within series, in an order."""
