"""What a sign-in consists of. It is kept as its fields, so all of them are text."""

from dataclasses import dataclass

from hobnob.domain.people import Account
from hobnob.networks.x.accounts import account_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """One account, signed in with an app: by OAuth 2.0 with a token, or by OAuth 1.0a with keys."""

    user_id: str = ""
    handle: str = ""
    name: str = ""
    client_id: str = ""
    token: str = ""
    """Good for two hours."""
    refresh_token: str = ""
    """Good for one new pair of tokens."""
    expires_us: str = ""
    scopes: str = ""
    """What it allows: "tweet.read users.read"."""
    api_key: str = ""
    api_secret: str = ""
    access_token: str = ""
    access_secret: str = ""

    @property
    def me(self) -> Account | None:
        """Whose sign-in it is, once X was asked."""
        return account_of(self.user_id, self.handle, self.name) if self.user_id else None
