"""Today: its sections, its rows, and what comes after them."""
