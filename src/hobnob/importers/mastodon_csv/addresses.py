"""Account addresses as files write them: `ana@den.example`, `@ana@den.example`.

They follow https://docs.joinmastodon.org/spec/webfinger/; servers other than Mastodon allow dots
and hyphens in the first half.
"""

import re

from hobnob.domain.people import Account, Network, provisional_id

_ADDRESS = re.compile(r"([\w.~+-]{1,100})@([\w-]+(?:\.[\w-]+)*(?::\d{1,5})?)")
_LONGEST_SERVER = 253


def account_at(text: str) -> Account | None:
    """The account that an address names, known by it alone; None where it is no address."""
    found = _ADDRESS.fullmatch(text.strip().removeprefix("acct:").removeprefix("@"))
    if found is None or len(found[2]) > _LONGEST_SERVER:
        return None
    handle = f"{found[1]}@{found[2].lower()}"
    return Account(network=Network.MASTODON, native_id=provisional_id(handle), handle=handle)
