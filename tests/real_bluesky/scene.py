"""Robin acts through hobnob, and what of it is seen over there."""

from collections.abc import Sequence
from itertools import count

from hobnob.domain.actions import ABOUT_POSTS, OPPOSITE, WRITES_TEXT, Action, ActionKind
from hobnob.domain.outbox import key_of
from hobnob.domain.people import Network as NetworkName
from hobnob.networks.base import Order, Writer
from hobnob.networks.bluesky.write import open_writer
from tests.real_bluesky.network import Network
from tests.real_bluesky.people import Somebody
from tests.real_bluesky.signing_in import SignedIn, now_us

DOES = (
    ActionKind.POST,
    ActionKind.REPLY,
    ActionKind.REPOST,
    ActionKind.LIKE,
    ActionKind.FOLLOW,
    ActionKind.MUTE,
    ActionKind.BLOCK,
    ActionKind.LIST_ADD,
)
"""Each of these has an opposite; together they are all there are."""

TEXT = "Only in a bath."
_entropy = count(1)


class Scene:
    """Ana has a post, and Robin a list."""

    def __init__(self, network: Network, robin: Somebody, ana: Somebody) -> None:
        self.network, self.robin, self.ana = network, robin, ana
        self.hers = ana.post("Elephants float in baths.")
        self.list = robin.make_list("The Watchlist")
        self.signed_in = SignedIn.as_(robin)
        network.settle()

    def writer(self) -> Writer:
        """Knows nothing yet: what a new process would have."""
        mine = self.signed_in
        return open_writer(mine.server, mine.secret, clock=now_us, keep=mine.renewed.append)

    def order(self, kind: ActionKind, target: str | None = None, text: str = TEXT) -> Order:
        """Approved just now. Its target is Ana or her post where none is named."""
        usual_target = self.hers.uri if kind in ABOUT_POSTS else self.ana.did
        if kind is ActionKind.POST:
            usual_target = ""
        action = Action(
            network=NetworkName.BLUESKY,
            by=self.robin.did,
            kind=kind,
            target=usual_target if target is None else target,
            text=text if kind in WRITES_TEXT else "",
            on_list=self.list.uri if kind in _ON_LISTS else "",
        )
        return Order(action=action, key=key_of(now_us(), next(_entropy)), approved_us=now_us())

    def seen(self, kind: ActionKind) -> int:
        """How often others see it, or Robin alone where nobody else is shown."""
        self.network.settle()
        return len(self._shown(kind))

    def _shown(self, kind: ActionKind) -> Sequence[object]:
        hers, feed, graph = {"uri": self.hers.uri}, self.ana.bsky.feed, self.ana.bsky.graph
        match kind:
            case ActionKind.POST:
                shown = feed.get_author_feed({"actor": self.robin.did}).feed
            case ActionKind.REPLY:
                shown = feed.get_post_thread(hers).thread.replies
            case ActionKind.REPOST:
                shown = feed.get_reposted_by(hers).reposted_by
            case ActionKind.LIKE:
                shown = feed.get_likes(hers).likes
            case ActionKind.FOLLOW:
                shown = graph.get_followers({"actor": self.ana.did}).followers
            case ActionKind.LIST_ADD:
                shown = graph.get_list({"list": self.list.uri}).items
            case ActionKind.MUTE:
                shown = self.robin.bsky.graph.get_mutes().mutes
            case ActionKind.BLOCK:
                shown = self.robin.bsky.graph.get_blocks().blocks
            case _:
                raise LookupError(f"{kind} is seen by what is gone")
        return list(shown)


_ON_LISTS = frozenset({ActionKind.LIST_ADD, OPPOSITE[ActionKind.LIST_ADD]})
