"""Beginnings of words, the few of a day, pictures, and what came back."""
