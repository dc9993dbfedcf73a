"""Direct messages, read only when asked for: one conversation a record, newest message first.

X replaced them by end-to-end encrypted chat in November 2025
(https://github.com/lockdown-systems/cyd/issues/707); an archive has the older ones.
"""

from collections.abc import Iterator
from html import unescape

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.importers.x_archive.accounts import Accounts, account_of
from hobnob.importers.x_archive.dates import id_date_us, iso_date_us
from hobnob.importers.x_archive.fields import (
    Record,
    each,
    each_word,
    id_in,
    is_id,
    part,
    words,
)
from hobnob.importers.x_archive.translation import Said

LARGEST_CONVERSATION = 16 * 2**20
"""In characters: about 35,000 messages."""


class Messages:
    """Translates conversations message by message."""

    def __init__(self, owner: Account, *, accounts: Accounts):
        self._owner = owner
        self._accounts = accounts

    def translate(self, conversation: Record, _position: int) -> Iterator[Said]:
        """What each message of a conversation says."""
        events = list(each(conversation, "messages"))
        others = _people_in(conversation, events) - {self._owner.native_id}
        for event in events:
            message = part(event, "messageCreate")
            if message:
                yield self._said(message, others)

    def _said(self, message: Record, others: set[str]) -> Said:
        native_id, sender_id = id_in(message, "id"), id_in(message, "senderId")
        if not native_id or not sender_id:
            return Said(problem="this message has no id or no sender, so it was left out")
        sender = self._account(sender_id)
        at_us = iso_date_us(words(message, "createdAt"))
        post = Post(
            network=Network.X,
            native_id=f"dm:{native_id}",
            author=sender,
            text=unescape(words(message, "text")),
            at_us=id_date_us(native_id) if at_us is None else at_us,
            is_private=True,
        )
        if sender_id != self._owner.native_id:
            return Said((self._towards_me(native_id, sender, post),), (post,))
        return Said(tuple(self._from_me(native_id, post, message, others)), (post,))

    def _towards_me(self, native_id: str, sender: Account, post: Post) -> Interaction:
        return Interaction(
            network=Network.X,
            kind=Kind.MESSAGE,
            direction=Direction.TOWARDS_ME,
            native_id=native_id,
            actor=sender,
            target=self._owner,
            post=post,
            at_us=post.at_us,
        )

    def _from_me(
        self, native_id: str, post: Post, message: Record, others: set[str]
    ) -> Iterator[Interaction]:
        """A message to one is one interaction, a message to a group one for each in it."""
        recipient = id_in(message, "recipientId")
        if recipient:
            others = {recipient} - {self._owner.native_id}
        for other in sorted(others):
            yield Interaction(
                network=Network.X,
                kind=Kind.MESSAGE,
                direction=Direction.FROM_ME,
                native_id=native_id if recipient else f"{native_id}>{other}",
                actor=self._owner,
                target=self._account(other),
                post=post,
                at_us=post.at_us,
            )

    def _account(self, native_id: str) -> Account:
        return self._accounts.known(native_id) or account_of(native_id, "")


def _people_in(conversation: Record, events: list[Record]) -> set[str]:
    """The ids of everyone who was ever in a conversation, as far as its events tell."""
    people = set()
    if "-" in (pair := words(conversation, "conversationId")):
        people.update(pair.split("-"))
    for event in events:
        for name in event:
            inner = part(event, name)
            people.add(id_in(inner, "senderId", "initiatingUserId"))
            people.update(each_word(inner, "participantsSnapshot"))
            people.update(each_word(inner, "userIds"))
    return set(filter(is_id, people))
