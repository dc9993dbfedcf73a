"""Keep what networks tell about accounts besides their names: the newest word on each thing."""

import json
from collections.abc import Iterable

from django.db import connection

from hobnob.domain.people import Profile
from hobnob.operations.recording.keep_profile_changes import changed_profiles, keep_profile_changes
from hobnob.storage import bulk

_WORDS_THAT_STAY = ("is_bot", "is_suspended", "is_protected", "posts", "followers", "following")
_MOMENTS = ("made_us", "last_post_us")
_COLUMNS = (
    "account_id",
    "seen_us",
    *_WORDS_THAT_STAY,
    *_MOMENTS,
    "moved_to",
    "labels",
    "links",
    "location",
)
_SILENT = {"links": "[]", "location": ""}
"""A feed tells an account without them: that is no word about them."""


def keep_profiles(profiles: Iterable[tuple[int, Profile]], seen_us: int) -> None:
    """Store them, by account id. What this one does not say stays as another said it.

    `seen_us` is when the source saw them (microseconds UTC): an older one changes nothing.
    """
    told = list(profiles)
    rows = [_row(account_id, profile, seen_us) for account_id, profile in told]
    if rows:
        keep_profile_changes(changed_profiles(told, seen_us), seen_us)
        with connection.cursor() as cursor:
            cursor.executemany(_KEEP, rows)


def _row(account_id: int, profile: Profile, seen_us: int) -> bulk.Row:
    return (
        account_id,
        seen_us,
        *(getattr(profile, each) for each in (*_WORDS_THAT_STAY, *_MOMENTS)),
        profile.moved_to,
        json.dumps(profile.labels),
        json.dumps(profile.links),
        profile.location,
    )


def _newer(column: str) -> str:
    """SQL for the new word, or the old one where the new one is silent."""
    if column in (*_WORDS_THAT_STAY, *_MOMENTS):
        return f"{column} = COALESCE(excluded.{column}, storage_profile.{column})"
    if column in _SILENT:
        return (
            f"{column} = CASE WHEN excluded.{column} = '{_SILENT[column]}' "
            f"THEN storage_profile.{column} ELSE excluded.{column} END"
        )
    return f"{column} = excluded.{column}"


_KEEP = (
    f"INSERT INTO storage_profile ({', '.join(_COLUMNS)}) "  # noqa: S608 (our own names)
    f"VALUES ({', '.join(['%s'] * len(_COLUMNS))}) ON CONFLICT (account_id) DO UPDATE SET "
    + ", ".join(_newer(each) for each in _COLUMNS[1:])
    + " WHERE excluded.seen_us >= storage_profile.seen_us"
)
