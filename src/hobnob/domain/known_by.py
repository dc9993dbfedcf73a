"""What somebody is recognised by when they come in again, in words that digests are made of.

The id of an account and the key of a file are one person's. An address, a number and a handle may
be a household's: with the name they tell who it is; alone they are somebody's whom nobody else
shares them with.
"""

import re
from collections.abc import Iterable, Iterator

from hobnob.domain.matching import names
from hobnob.domain.matching.words import words
from hobnob.domain.people import Account, Network, account_key, provisional_id
from hobnob.domain.supporters import Supporter

_OF_AN_ACCOUNT = "account:"
"""What the key of a record begins with that is made of an account: domain/exports/people.py."""
_SHARED_KEYS = ("email:", "phone:")
"""Keys of files that are an address, and so may be anybody's of a household."""
_NO_NUMBERS = frozenset({"name", "handle", "account"})
"""Keys whose last part is no number of somebody."""
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NO_DIGIT = re.compile(r"\D")
_LEAST_DIGITS = 6
_OWN_DIGITS = 9
"""Of a number, from its end: "+31 6 1234 5678" and "06 12345678" are one."""


def labels_of_account(account: Account) -> Iterator[str]:
    """What an account that comes in is recognised by."""
    yield label_of_key(account.network, account.native_id, account.name)
    if account.network != Network.ADDRESS_BOOK:
        if account.handle:
            yield label_of_handle(account.network, account.handle)
    elif is_bare(account.native_id):
        yield from _alone(account.native_id)


def labels_of_supporter(supporter: Supporter) -> Iterator[str]:
    """What a record of a file is recognised by. A handle in passing may be somebody else's."""
    name = supporter.whole_name
    yield label_of_key(Network.ADDRESS_BOOK, supporter.key, name)
    yield from numbered(supporter.key, [known_name(name)])
    for way in ways_of(supporter):
        yield from labels_of_way(way, name)
    for network, handle in handles_of(supporter):
        yield label_of_key(network, provisional_id(handle))


def surest_labels_of_supporter(supporter: Supporter) -> Iterator[str]:
    """Its key, and each address and number together with a name: hardly ever anybody else's."""
    yield label_of_key(Network.ADDRESS_BOOK, supporter.key, supporter.whole_name)
    if known := known_name(supporter.whole_name):
        yield from named(ways_of(supporter), [known])


def labels_of_way(way: str, name: str = "") -> Iterator[str]:
    """What somebody is recognised by of whom an address or a number is known, and maybe a name."""
    yield from named([way], [known_name(name)])
    yield from _alone(way)


def labels_to_forget(
    keys: Iterable[str], ways: Iterable[str], called: Iterable[str]
) -> Iterator[str]:
    """What records and contacts that go are recognised by later, under any short form of a name.

    Whoever stays and shares one of these is not to be kept out by it.
    """
    known = {each for name in called for each in known_names(name)} or {""}
    ways = list(ways)
    for key in keys:
        if not is_shared_key(key):
            yield label_of_key(Network.ADDRESS_BOOK, key)
            yield from numbered(key, known)
    yield from named(ways, known)
    for way in ways:
        yield from _alone(way)


# ── One by one ───────────────────────────────────────────────────────────────


def label_of_key(network: str, native_id: str, name: str = "") -> str:
    """What an account is recognised by; by its name too where the key is an address."""
    if network == Network.ADDRESS_BOOK:
        if is_shared_key(native_id):
            return _named(_way(native_id), known_name(name))
        if native_id.startswith(_OF_AN_ACCOUNT):
            return f"account {native_id.removeprefix(_OF_AN_ACCOUNT)}"
    return f"account {account_key(network, native_id)}"


def label_of_handle(network: str, handle: str) -> str:
    """What nobody with a handle comes in by, where no more than the handle was known."""
    return f"handle {account_key(network, handle.lower())}"


def label_of_post(network: str, native_id: str) -> str:
    """What a post is recognised by: an archive may not say whose it is."""
    return f"post {network}:{native_id}"


def named(ways: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Each address and number under each of these names."""
    known = list(known)
    return (_named(way, name) for each in ways if (way := _way(each)) for name in known)


def numbered(key: str, known: Iterable[str]) -> Iterator[str]:
    """The number of somebody with their whole name: "vcard:civicrm:2" is "civicrm:2" of that name.

    A first name alone is too little: another file's number 2 may be an Ana too.
    """
    number = key.rpartition(":")[2].strip().lower()
    if not is_shared_key(key) and key.partition(":")[0] not in _NO_NUMBERS and not is_bare(key):
        yield from (f"numbered {number} {name}" for name in known if " " in name)


def _named(way: str, name: str) -> str:
    return f"way {way} of {name}"


def _alone(way: str) -> Iterator[str]:
    """An address or number, whoever has it."""
    if exact := _exact(way):
        yield f"alone {exact}"


# ── Addresses, numbers, handles, names ───────────────────────────────────────


def ways_of(supporter: Supporter) -> list[str]:
    """Every address and number that a file tells of somebody."""
    return [each.value for each in (*supporter.emails, *supporter.phones)]


def handles_of(supporter: Supporter) -> Iterator[tuple[Network, str]]:
    """(network, handle) of those that a file tells to be theirs."""
    for given in supporter.handles:
        if given.network is not None and not given.is_in_passing:
            yield given.network, given.handle.removeprefix("@").lower()


def is_shared_key(key: str) -> bool:
    """Whether a key of a file is an address or a number, which others may have too."""
    return key.startswith(_SHARED_KEYS)


def is_bare(native_id: str) -> bool:
    """Whether an account of the address book is an address or a number and no more."""
    return ":" not in native_id


def same_way(one: str, other: str) -> bool:
    """Whether two addresses, or two numbers, are one."""
    return _way(one) == _way(other) != ""


def known_name(name: str) -> str:
    """First and last name as they are compared: "ana devries" of "Ana Maria de Vries"."""
    first, last, generation = _parts(name)
    return " ".join(filter(None, (first, last, generation)))


def known_names(name: str) -> set[str]:
    """The same for every short form of the first name, with and without "Jr"."""
    first, last, generation = _parts(name)
    return {
        " ".join(filter(None, (each, last, which)))
        for each in {first, *names.called(first)}
        for which in {generation, ""}
    }


def _parts(name: str) -> tuple[str, str, str]:
    last, _, first = name.partition(",")
    if any(each not in names.SUFFIXES for each in words(first)):
        name = f"{first} {last}"
    shown = names.shown_words(name)
    if not shown:
        return "", "", ""
    last_name = names.last_in_one_word(shown) if len(shown) > 1 else ""
    generation = next((each for each in words(name) if each in _GENERATIONS), "")
    return names.shown_name(name)[0], last_name, generation


def _way(text: str) -> str:
    """As it is compared: an address in lower case, the end of a number."""
    exact = _exact(text)
    return exact if "@" in exact else exact[-_OWN_DIGITS:]


def _exact(text: str) -> str:
    bare = text.strip()
    for prefix in _SHARED_KEYS:
        bare = bare.removeprefix(prefix)
    if "@" in bare:
        return bare.casefold()
    digits = _NO_DIGIT.sub("", bare).lstrip("0")
    return digits if len(digits) >= _LEAST_DIGITS else ""
