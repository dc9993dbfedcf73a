"""Rows for results: who gave, shared and was spoken with in a period, and the time it took."""
