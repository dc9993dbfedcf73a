"""Streams of a connected account: planned, read, and kept page by page."""
