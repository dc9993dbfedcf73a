"""Asks: how things stand before one, whom one may ask, what came back, and plans."""
