"""Chats: when they are, their sessions, and whom one meets there."""
