"""Feeds: whose posts, what is unread of them, and how a page groups it."""
