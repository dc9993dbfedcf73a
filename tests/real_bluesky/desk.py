"""Robin's hobnob: connected, synced, and allowed to act."""

from hobnob.domain.actions import ActionKind
from hobnob.domain.outbox import HOLD
from hobnob.domain.people import Account
from hobnob.domain.people import Network as NetworkName
from hobnob.operations import connect
from hobnob.operations.approve import approve
from hobnob.operations.draft import Draft, keep_draft
from hobnob.operations.local_user import local_user
from hobnob.operations.outbox.send import Sender
from hobnob.operations.sync import How, sync
from hobnob.storage import models
from tests.real_bluesky.network import Network
from tests.real_bluesky.people import Somebody
from tests.real_bluesky.signing_in import now_us


class Desk:
    """Robin's hobnob, and everybody's network."""

    def __init__(self, network: Network, robin: Somebody) -> None:
        self._network, self.robin = network, robin
        self.connection: models.Connection | None = None

    def connect(self, *, messages: bool = False, acts: bool = False) -> models.Connection:
        wish = connect.Wish(
            network=NetworkName.BLUESKY,
            place=self.robin.handle,
            reads_messages=messages,
            acts=acts,
        )
        [asked] = wish.sign_in.asks_by_hand
        given = {asked.name: self.robin.app_password(messages=messages)}
        self.connection = connect.connect_by_hand(wish, given, clock=now_us)
        return self.connection

    def sync(self, *, is_thorough: bool = False) -> int:
        """How many interactions that brought."""
        self._network.settle()
        connection = self.connection or self.connect()
        recorded = sync(connection.pk, clock=now_us, how=How(is_thorough=is_thorough))
        connection.refresh_from_db()
        errors = [connection.error, *connection.streams.values_list("error", flat=True)]
        assert not any(errors), errors
        return recorded.interactions_new

    @property
    def me(self) -> Account:
        return Account(
            network=NetworkName.BLUESKY, native_id=self.robin.did, handle=self.robin.handle
        )

    def say_yes(self, kind: ActionKind, to: models.Post, text: str = "") -> models.OutboxItem:
        """To something about a post, as after reading what exactly is sent."""
        assert self.connection is not None
        draft = Draft(kind=kind, by=self.connection.account, about=to.author, post=to, text=text)
        item = keep_draft(draft, form=f"{kind} {to.pk} {text}", now_us=now_us())
        return approve(item.pk, item.action.digest, author=local_user(), now_us=now_us())

    def send(self) -> int:
        """How much left, as soon as it may."""
        return Sender.for_this_process(lambda: now_us() + 2 * HOLD).send_due()
