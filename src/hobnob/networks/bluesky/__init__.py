"""Bluesky, and every server that speaks AT Protocol: https://atproto.com, https://docs.bsky.app."""
