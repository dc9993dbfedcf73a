"""Asks: written down, put in writing, answered, and planned as campaigns."""
