"""Mastodon, and every server that speaks its API: https://docs.joinmastodon.org/api/."""
