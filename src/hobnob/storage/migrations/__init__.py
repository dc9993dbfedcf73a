"""One line of schema changes, oldest first."""
