"""What an answer brings along beside what was asked for: the authors, and the posts referred to.

https://docs.x.com/x-api/fundamentals/expansions
"""

from hobnob.domain.people import Account
from hobnob.networks.fields import Record, each, part
from hobnob.networks.x.accounts import account_of, read_account
from hobnob.networks.x.fields import id_in


class Included:
    """The "includes" of one answer."""

    def __init__(self, answer: Record) -> None:
        includes = part(answer, "includes")
        self._users = {id_in(user): user for user in each(includes, "users") if id_in(user)}
        posts = [post for key in ("tweets", "posts") for post in each(includes, key)]
        self._posts = {id_in(post): post for post in posts if id_in(post)}

    def account(self, native_id: str) -> Account | None:
        """The account with an id; None where there is no id."""
        if native_id in self._users:
            return read_account(self._users[native_id])
        return account_of(native_id) if native_id else None

    def is_protected(self, native_id: str) -> bool:
        """Whether only those whom the account lets in see what it posts."""
        return self._users.get(native_id, {}).get("protected") is True

    def post(self, native_id: str) -> Record:
        """The post with an id, empty where the answer does not bring it."""
        return self._posts.get(native_id, {})
