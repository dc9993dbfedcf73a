"""People as every other question meets them: lines, accounts, states, ties, facts, tags."""
