"""Lists and rules: made, changed, copied, and the stale let go."""
