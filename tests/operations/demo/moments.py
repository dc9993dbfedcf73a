"""The moment at which the demo's world is looked at: a Saturday, so that Tuesdays lie behind it."""

from datetime import UTC, datetime

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
