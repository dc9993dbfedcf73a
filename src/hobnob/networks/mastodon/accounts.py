"""Accounts as a server tells them: https://docs.joinmastodon.org/entities/Account/."""

from hobnob.domain.people import Account, Network
from hobnob.networks.fields import Record, part, words
from hobnob.networks.mastodon.fields import link, needed_id
from hobnob.networks.mastodon.profiles import is_suspended, read_profile
from hobnob.networks.mastodon.text import plain_text


class Accounts:
    """Makes accounts of what one server says about them.

    Each server numbers everybody it knows for itself, so an id means something together with the
    server alone: "109302@tusk.example" is what tusk.example calls somebody, wherever they live.
    """

    def __init__(self, server: str) -> None:
        self._server = server

    def whole(self, native_id: str) -> str:
        """An id of this server as the world can tell it apart: "109302@tusk.example"."""
        return f"{native_id}@{self._server}"

    def own(self, native_id: str) -> str:
        """What this server calls it, "" where the id is another server's."""
        number, _, server = native_id.partition("@")
        return number if server == self._server else ""

    def read(self, source: Record) -> Account:
        """The account of a profile, or of a mention, which tells less. Raises Misshapen.

        Of one that was suspended nothing is left but which it is.
        """
        is_shown = not is_suspended(source)
        return Account(
            network=Network.MASTODON,
            native_id=self.whole(needed_id(source, "account")),
            handle=self._handle(source),
            name=words(source, "display_name") if is_shown else "",
            bio=plain_text(words(source, "note")) if is_shown else "",
            url=link(source, "url", "uri"),
            profile=read_profile(source, moved_to=self._handle(part(source, "moved"))),
        )

    def known_by_id(self, native_id: str) -> Account:
        """An account of which a post tells nothing but the number."""
        return Account(network=Network.MASTODON, native_id=self.whole(native_id))

    def _handle(self, source: Record) -> str:
        """The name that works from everywhere: the server leaves its own off."""
        handle = words(source, "acct") or words(source, "username")
        return handle if not handle or "@" in handle else f"{handle}@{self._server}"
