"""Asks for direct messages: conversations, the one spoken in last first, and what was said there.

They are kept by a service of its own, to which my server passes the questions on:
https://docs.bsky.app/docs/api/chat-bsky-convo-list-convos, .../chat-bsky-convo-get-messages
"""

from collections.abc import Iterator

from hobnob.networks.bluesky.client import Client, listed
from hobnob.networks.bluesky.pages import page_of
from hobnob.networks.bluesky.translate import Said, Translator
from hobnob.networks.bluesky.walk import Answer, Key
from hobnob.networks.fields import Record, moment, part, words

CONVERSATIONS = 10
"""Each of them takes a request of its own, or more."""
MOST = 100


class Messages:
    """The conversations of one account, each with all that was said down to a moment."""

    def __init__(
        self, client: Client, translator: Translator, *, chat: str, floor_us: int = 0
    ) -> None:
        self._client = client
        self._translator = translator
        self._chat = chat
        self._floor_us = floor_us

    def fetch(self, older: str) -> Answer:
        """The page below a place."""
        answer = self._client.ask(
            "chat.bsky.convo.listConvos", via=self._chat, limit=CONVERSATIONS, cursor=older
        )
        convos, cursor = listed(answer, "convos"), words(answer, "cursor")
        said = [
            {"convo": convo, "message": message}
            for convo in convos
            for message in self._said_in(convo)
        ]
        keys = tuple(key for convo in convos if (key := _key(convo)))
        return Answer(
            page=page_of(said, self._translate),
            older="" if cursor == older else cursor,
            keys=keys,
            lowest_us=min((key.at_us for key in keys), default=None),
        )

    def _translate(self, said: Record) -> Said:
        return self._translator.message(part(said, "convo"), part(said, "message"))

    def _said_in(self, convo: Record) -> Iterator[Record]:
        """The messages of a conversation, newest first, as far back as is wanted."""
        key, place = _key(convo), ""
        if not words(convo, "id") or (key and key.at_us < self._floor_us):
            return
        while True:
            answer = self._client.ask(
                "chat.bsky.convo.getMessages",
                via=self._chat,
                convoId=words(convo, "id"),
                limit=MOST,
                cursor=place,
            )
            messages, following = listed(answer, "messages"), words(answer, "cursor")
            yield from messages
            moments = [moment(message, "sentAt") for message in messages]
            is_below = any(at_us is not None and at_us < self._floor_us for at_us in moments)
            if not messages or not following or following == place or is_below:
                return
            place = following


def _key(convo: Record) -> Key | None:
    at_us = moment(part(convo, "lastMessage"), "sentAt")
    return Key(words(convo, "id"), "", at_us) if at_us is not None else None
