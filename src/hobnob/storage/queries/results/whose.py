"""In whose name all this was done: what my own accounts call themselves."""

from hobnob.domain.english import listed
from hobnob.storage.models import Account

_MOST = 3
"""More names than these are no head of a letter."""


def my_name() -> str:
    """ "Fen Foundation", "Robin and Fen Foundation"; "" where no account of mine has a name."""
    mine = Account.objects.filter(is_me=True).exclude(name="").order_by("pk")
    names = {name.casefold(): name for name in mine.values_list("name", flat=True)}
    return listed(names.values()) if len(names) <= _MOST else ""
