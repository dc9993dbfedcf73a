"""Looks up the posts and profiles that records speak of, in as few requests as there can be.

https://docs.bsky.app/docs/api/app-bsky-feed-get-posts, .../app-bsky-actor-get-profiles
"""

from collections.abc import Iterable, Iterator

from hobnob.networks.bluesky import profiles
from hobnob.networks.bluesky.attached import quoted
from hobnob.networks.bluesky.client import Client, listed
from hobnob.networks.bluesky.errors import Closed, NotThere
from hobnob.networks.bluesky.labels import SUSPENDED
from hobnob.networks.bluesky.text import mentioned
from hobnob.networks.bluesky.translate import Around
from hobnob.networks.bluesky.uris import did_of, is_did, post_in
from hobnob.networks.fields import Record, part, words

AT_ONCE = 25
_MOST_ASKED_AFTER = 10
"""Of each lot: these take a request each, and the next day is another."""

_KEPT = ("did", "handle", "displayName", "description", *profiles.TOLD)


class Lookup:
    """Looks up what one stream speaks of; whose profile was seen is not asked for again."""

    def __init__(self, client: Client, *, me: str, asks_after: bool = False) -> None:
        self._client = client
        self._asks_after = asks_after
        """Whether whoever is missing among many is asked for alone, to learn why."""
        self._profiles: dict[str, Record] = {me: {}}

    def around(self, records: Iterable[Record]) -> Around:
        """Views of everything that these records of mine speak of, as far as it is to be seen."""
        values = [part(record, "value") for record in records]
        uris = [uri for value in values for uri in _posts_of(value)]
        posts = self._posts(uris)
        self._know(part(view, "author") for view in posts.values())
        people = [did_of(uri) for uri in uris]
        people += [did for value in values for did in _people_of(value) if is_did(did)]
        self._look_up(people)
        return Around(posts, self._profiles)

    def _posts(self, uris: Iterable[str]) -> dict[str, Record]:
        posts: dict[str, Record] = {}
        for some in _in_lots(uris):
            answer = self._client.ask("app.bsky.feed.getPosts", uris=some)
            posts |= {words(view, "uri"): view for view in listed(answer, "posts")}
        return posts

    def _look_up(self, dids: Iterable[str]) -> None:
        for some in _in_lots(did for did in dids if did not in self._profiles):
            answer = self._client.ask("app.bsky.actor.getProfiles", actors=some)
            # Who is not answered is gone or suspended; an empty profile says so.
            self._profiles |= {key: {} for key in some}
            self._know(listed(answer, "profiles"))
            if self._asks_after:
                missing = [did for did in some if not self._profiles[did]]
                self._know(map(self._alone, missing[:_MOST_ASKED_AFTER]))

    def _alone(self, did: str) -> Record:
        """The profile of somebody: where it is closed, one that says so and no more."""
        try:
            return self._client.ask("app.bsky.actor.getProfile", actor=did)
        except Closed as error:
            return {"did": did, "labels": [SUSPENDED] if error.is_suspended else []}
        except NotThere:
            return {"did": did}

    def _know(self, profiles: Iterable[Record]) -> None:
        """Keep what makes an account, and no more: a history names many people."""
        self._profiles |= {
            words(profile, "did"): {name: profile[name] for name in _KEPT if name in profile}
            for profile in profiles
        }


def _posts_of(value: Record) -> Iterator[str]:
    """The posts that a record is about: answered, quoted, liked or reposted."""
    found = (
        post_in(part(value, "reply"), "parent"),
        quoted(value),
        post_in(value, "subject"),
    )
    return (uri for uri in found if uri)


def _people_of(value: Record) -> Iterator[str]:
    """Those whom a record names: in its text, or as whom it follows or blocks."""
    yield from mentioned(value)
    yield words(value, "subject")


def _in_lots(wanted: Iterable[str]) -> Iterator[list[str]]:
    """Everything wanted, each once, as many at a time as one question may name."""
    unique = list(dict.fromkeys(wanted))
    for start in range(0, len(unique), AT_ONCE):
        yield unique[start : start + AT_ONCE]
