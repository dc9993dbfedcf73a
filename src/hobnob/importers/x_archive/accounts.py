"""Who is behind an id, learnt from the posts: the only place where an archive says it.

Follows, blocks and likes name people by number alone. Real archives tell the handle of about
half of those followed and an eighth of the followers
(https://github.com/timhutton/twitter-archive-parser/issues/77).
"""

from hobnob.domain.people import Account, Network, provisional_id

LINK_BY_ID = "https://twitter.com/intent/user?user_id="
"""As the archive itself writes it."""


class Accounts:
    """The index from id to account and from handle to id. The newest post knows best."""

    def __init__(self, owner: Account):
        self._accounts = {owner.native_id: owner}
        self._seen_at = {owner.native_id: 2**63}
        self._holders = {owner.handle.lower(): owner.native_id}

    def seen(self, native_id: str, handle: str, name: str, at_us: int | None) -> Account:
        """The account of someone a post named at that moment, as best known so far."""
        at_us = at_us or 0
        known = self._accounts.get(native_id)
        if known and known.handle == handle and (not name or known.name == name):
            if at_us > self._seen_at[native_id]:
                self._seen_at[native_id] = at_us
            return known
        if is_handle(handle):
            self._hold(native_id, handle, at_us)
            if known is None or not known.handle or at_us >= self._seen_at[native_id]:
                if not name and known and known.handle == handle:
                    name = known.name
                return self._add(native_id, handle, name, at_us)
        return known or self._add(native_id, "", "", 0)

    def called(self, handle: str) -> Account | None:
        """The account that held this handle last; None where no post told its id."""
        holder_id = self._holders.get(handle.lower())
        return self._accounts[holder_id] if holder_id else None

    def known(self, native_id: str) -> Account | None:
        """The account with this id; None where no post named it."""
        return self._accounts.get(native_id)

    def _hold(self, native_id: str, handle: str, at_us: int) -> None:
        """Remembers whose handle it is. A handle given up may be taken by somebody else."""
        key = handle.lower()
        holder = self.called(key)
        is_theirs = holder is not None and holder.handle.lower() == key
        if holder is None or not is_theirs or self._seen_at[holder.native_id] <= at_us:
            self._holders[key] = native_id

    def _add(self, native_id: str, handle: str, name: str, at_us: int) -> Account:
        account = account_of(native_id, handle, name)
        self._accounts[native_id] = account
        self._seen_at[native_id] = at_us
        return account


def account_of(native_id: str, handle: str, name: str = "") -> Account:
    """An account with the link to its profile."""
    url = f"https://x.com/{handle}" if handle else f"{LINK_BY_ID}{native_id}"
    return Account(network=Network.X, native_id=native_id, handle=handle, name=name, url=url)


def account_called(handle: str) -> Account:
    """An account of which only the handle is known."""
    return account_of(provisional_id(handle), handle)


def is_handle(text: str) -> bool:
    """Whether this may be a handle on X: letters, digits and underscores."""
    return 0 < len(text) <= 20 and text.isascii() and text.replace("_", "a").isalnum()
