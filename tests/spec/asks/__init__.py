"""Asks: what the gate says, test and manual."""
