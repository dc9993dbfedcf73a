"""Follow hygiene: what checks look at, cards, and people worth following."""
