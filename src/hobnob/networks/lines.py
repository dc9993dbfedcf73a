"""Lines of the log as one account of mine sees them, on whichever network."""

from dataclasses import dataclass

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.people import Account
from hobnob.domain.posts import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Makes interactions between me and others."""

    me: Account

    def is_me(self, account: Account | None) -> bool:
        """Whether the account is mine."""
        return account is not None and account.native_id == self.me.native_id

    def towards_me(
        self,
        kind: Kind,
        native_id: str,
        actor: Account | None,
        *,
        post: Post | None = None,
        at_us: int | None = None,
        order: int | None = None,
    ) -> Interaction:
        """Somebody did something to me."""
        return Interaction(
            network=self.me.network,
            kind=kind,
            direction=Direction.TOWARDS_ME,
            native_id=native_id,
            actor=actor,
            target=self.me,
            post=post,
            at_us=at_us,
            order=order,
        )

    def from_me(
        self,
        kind: Kind,
        native_id: str,
        target: Account | None,
        *,
        post: Post | None = None,
        at_us: int | None = None,
        order: int | None = None,
    ) -> Interaction:
        """I did something to somebody."""
        return Interaction(
            network=self.me.network,
            kind=kind,
            direction=Direction.FROM_ME,
            native_id=native_id,
            actor=self.me,
            target=target,
            post=post,
            at_us=at_us,
            order=order,
        )
