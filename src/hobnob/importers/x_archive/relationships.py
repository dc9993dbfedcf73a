"""Whom I follow, who follows me, whom I blocked or muted: ids in order, without handle or date."""

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.people import Account, Network
from hobnob.importers.x_archive.accounts import Accounts, account_of
from hobnob.importers.x_archive.fields import Record, needed_id
from hobnob.importers.x_archive.translation import NOTHING, Said, Translate


class Relationships:
    """Translates follows, blocks and mutes; the newest stands first in each file."""

    def __init__(self, owner: Account, *, accounts: Accounts, newest_order: int):
        self._owner = owner
        self._accounts = accounts
        self._newest_order = newest_order

    def from_me(self, kind: Kind) -> Translate:
        """Translates a file of accounts to which I did this."""
        return lambda record, position: self._said(record, position, kind, Direction.FROM_ME)

    def towards_me(self, kind: Kind) -> Translate:
        """Translates a file of accounts that did this to me."""
        return lambda record, position: self._said(record, position, kind, Direction.TOWARDS_ME)

    def _said(
        self, record: Record, position: int, kind: Kind, direction: Direction
    ) -> tuple[Said, ...]:
        native_id = needed_id(record, "accountId")
        if native_id == self._owner.native_id:
            return NOTHING
        account = self._accounts.known(native_id) or account_of(native_id, "")
        actor, target = self._owner, account
        if direction is Direction.TOWARDS_ME:
            actor, target = account, self._owner
        interaction = Interaction(
            network=Network.X,
            kind=kind,
            direction=direction,
            native_id=f"{actor.native_id}>{target.native_id}",
            actor=actor,
            target=target,
            order=self._newest_order - position,
        )
        return (Said((interaction,)),)
