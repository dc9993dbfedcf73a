"""Asks for notifications so that none is lost where several share a millisecond.

A page begins below a cursor, which is a moment: those that stand at that very moment and were not
on the page before would be on neither. So each page begins one millisecond higher than the server
says, and what comes twice is recognised.
https://docs.bsky.app/docs/api/app-bsky-notification-list-notifications
"""

from datetime import datetime, timedelta

from hobnob.networks.base import Problem
from hobnob.networks.bluesky.client import Client, listed
from hobnob.networks.bluesky.pages import page_of
from hobnob.networks.bluesky.translate import Translator
from hobnob.networks.bluesky.walk import Answer, Key
from hobnob.networks.fields import Record, moment, words

MOST = 100

_TOLD_BY_THEIR_POST = frozenset({"reply", "mention", "quote"})


class Notifications:
    """The notifications of one account, newest first."""

    def __init__(self, client: Client, translator: Translator) -> None:
        self._client = client
        self._translator = translator

    def fetch(self, older: str) -> Answer:
        """The page below a place."""
        answer = self._client.ask(
            "app.bsky.notification.listNotifications", limit=MOST, cursor=older
        )
        found, cursor = listed(answer, "notifications"), words(answer, "cursor")
        following = just_above(cursor)
        # Only a page of nothing but this moment leads back to itself.
        is_crowded = bool(following) and following == older
        keys = tuple(key for item in found if (key := _key(item)))
        return Answer(
            page=page_of(
                found,
                self._translator.notification,
                problems=[_crowded(cursor)] if is_crowded else [],
            ),
            older=cursor if is_crowded else following,
            keys=keys,
            lowest_us=min((key.at_us for key in keys), default=None),
        )


def just_above(cursor: str) -> str:
    """A millisecond above a moment: "2026-11-21T10:00:00.000Z" is "2026-11-21T10:00:00.001Z".

    What is no moment is left as it is: a server may count otherwise one day.
    """
    try:
        above = datetime.fromisoformat(cursor) + timedelta(milliseconds=1)
    except (ValueError, OverflowError):
        return cursor
    return above.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _key(item: Record) -> Key | None:
    uri, at_us = words(item, "uri"), moment(item, "indexedAt")
    if not uri or at_us is None:
        return None
    is_post = words(item, "reason") in _TOLD_BY_THEIR_POST
    return Key(uri, uri if is_post else words(item, "reasonSubject"), at_us)


def _crowded(cursor: str) -> Problem:
    return Problem(
        where=f"notifications of {cursor}",
        reason=f"there are {MOST} or more in one millisecond, and Bluesky shows no more of them",
    )
