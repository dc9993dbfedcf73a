"""How words of mine get to somebody: as an answer to their post, or as a post that names them."""

from dataclasses import dataclass

from hobnob.domain.actions import ActionKind
from hobnob.domain.networks import Mode
from hobnob.domain.people import Network
from hobnob.operations.act import Way, ways
from hobnob.operations.draft import CannotAct
from hobnob.storage.queries.gestures.offers import Offer
from hobnob.storage.queries.people.lines import PersonLine
from hobnob.storage.queries.person.page import reach_of
from hobnob.storage.queries.posts import post_line
from hobnob.web import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A way for words: on which network, as whom, and what they begin with."""

    kind: ActionKind
    network_key: str
    ways: tuple[Way, ...]
    begins: str = ""
    """The handle of whom they are to reach; "" where the network knows."""
    answers: int | None = None
    """The post that they answer."""

    @property
    def network(self) -> str:
        """As people call it."""
        return Network(self.network_key).title

    @property
    def way(self) -> Way:
        """The likeliest."""
        return self.ways[0]


def ways_to_write(person: PersonLine, offer: Offer) -> Writing | None:
    """The best way from here; None where only a person themselves can carry the words."""
    return _answering(offer.answers) or _naming(person)


def way_to_repost(post_id: int) -> int:
    """My account that can hand a post on. Raises CannotAct where I have none there."""
    post = post_line(post_id, clock.now_us())
    found = ways(ActionKind.REPOST, post.network, spoken_to=post.spoken_to) if post else []
    if not found:
        raise CannotAct("You have no account there to repost with: connect one under Connections.")
    return found[0].account_id


def _answering(post_id: int | None) -> Writing | None:
    post = post_line(post_id, clock.now_us()) if post_id else None
    if post is None or post.is_private:
        return None
    found = ways(ActionKind.REPLY, post.network, spoken_to=post.spoken_to)
    # Only X has a page that knows already what one answers; elsewhere hobnob has to send it.
    usable = [each for each in found if each.is_sent_from_here or _is_filled_in(each)]
    if not usable:
        return None
    is_named = post.network == Network.MASTODON and post.handle
    return Writing(
        kind=ActionKind.REPLY,
        network_key=post.network,
        ways=tuple(usable),
        begins=f"@{post.handle} " if is_named else "",
        answers=post.id,
    )


def _is_filled_in(way: Way) -> bool:
    return way.mode is Mode.WEB_INTENT and way.network is Network.X


def _naming(person: PersonLine) -> Writing | None:
    """A post that names them, on the first network where we both are."""
    for reach in reach_of(person.person_id):
        found = ways(ActionKind.POST, reach.network)
        usable = [each for each in found if each.mode in (Mode.API, Mode.WEB_INTENT)]
        if usable:
            return Writing(
                kind=ActionKind.POST,
                network_key=reach.network,
                ways=tuple(usable),
                begins=f"@{reach.handle} ",
            )
    return None
