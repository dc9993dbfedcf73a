"""A thank-you that is due as a row shows it: what they did, their words, and why it is here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hobnob.domain.deeds import DeedKind
from hobnob.domain.interests.ours import Topic
from hobnob.domain.owed import Debt, Unthanked, what_they_did, when, why_thank
from hobnob.domain.posts import web_url
from hobnob.domain.topic_words import are_said
from hobnob.storage.models import Post
from hobnob.storage.queries.interests.our_topics import our_topics
from hobnob.storage.queries.ledger.which_gift import which_gifts


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One thank-you that is due."""

    person_id: int
    kind: str
    """A Kind of the log; or a DeedKind, of what was logged by hand."""
    at_us: int
    """When they did it last."""
    did: str
    """ "shared your post"."""
    happened: str
    """ "shared your post 2 days ago"."""
    what: str
    """The words that were shared, or with which they did it; or what was logged of it."""
    gift: str
    """What came in with it: "25 EUR"; "" where that is not known."""
    because: str
    post_id: int | None
    """The post of those words."""
    url: str
    interaction_id: int | None
    up_to_us: int
    """Whoever is done with them is done with all that they did up to then."""

    @property
    def gesture_key(self) -> str:
        """The gesture of thanks that it is."""
        return f"thanks:{self.interaction_id or self.at_us}"


def owed_rows(owed: Mapping[int, Unthanked], now_us: int) -> dict[int, list[Owed]]:
    """By person: a row for each of their debts, in the order given."""
    told = _Told([debt for theirs in owed.values() for debt in theirs.debts])
    givers = [each for each, theirs in owed.items() if _gave(theirs.debts)]
    which = which_gifts(givers, now_us) if givers else {}
    return {
        person_id: _rows(person_id, theirs, told, now_us, which_gift=which.get(person_id, ""))
        for person_id, theirs in owed.items()
    }


def _rows(
    person_id: int, owed: Unthanked, told: "_Told", now_us: int, *, which_gift: str
) -> list[Owed]:
    did = {debt.deed: told.did(debt) for debt in owed.debts}
    up_to_us = max(debt.newest.at_us for debt in owed.debts)
    return [
        Owed(
            person_id=person_id,
            kind=debt.newest.kind,
            at_us=debt.newest.at_us,
            did=did[debt.deed],
            happened=when(debt, did[debt.deed], now_us),
            what=told.words(debt),
            gift=debt.newest.came_in,
            because=why_thank(
                debt, owed, did, now_us, which_gift=which_gift if _gave([debt]) else ""
            ),
            post_id=told.post_id(debt),
            url=told.url(debt),
            interaction_id=debt.newest.interaction_id,
            up_to_us=up_to_us,
        )
        for debt in owed.debts
    ]


def _gave(owed: Sequence[Debt]) -> bool:
    return any(debt.deed is DeedKind.DONATION for debt in owed)


class _Told:
    """What is known of the newest kindness of each debt, read once for all of them."""

    def __init__(self, owed: Collection[Debt]) -> None:
        newest = [debt.newest for debt in owed]
        self._posts = Post.objects.in_bulk({each.post_id for each in newest if each.post_id})
        shares = any(debt.deed is DeedKind.REPOST for debt in owed)
        self._topics = our_topics() if shares else ()

    def did(self, debt: Debt) -> str:
        """What they did, in words."""
        about = next((each.name for each in self._topics if self._is_about(debt, each)), "")
        return what_they_did(debt, about=about, amount=debt.newest.came_in)

    def _is_about(self, debt: Debt, topic: Topic) -> bool:
        return are_said(topic.written, self.words(debt))

    def words(self, debt: Debt) -> str:
        """The post in it, unless it is for followers only; or what was logged of it."""
        post = self._post(debt)
        if post is None:
            return debt.newest.said
        return "" if post.is_private else post.text

    def post_id(self, debt: Debt) -> int | None:
        """The post in it, where it is still there."""
        post = self._post(debt)
        return post.pk if post else None

    def url(self, debt: Debt) -> str:
        """Where the post can be opened, "" where there is none."""
        post = self._post(debt)
        return web_url(post.network, post.native_id, post.url) if post else ""

    def _post(self, debt: Debt) -> Post | None:
        return self._posts.get(debt.newest.post_id or 0)
