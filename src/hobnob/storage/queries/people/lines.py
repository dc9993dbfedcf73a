"""People as rows and pages show them: a face, a name, a handle, where they are."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, QuerySet

from hobnob.domain.people import Network, hue, initials, profile_url
from hobnob.storage.models import Account
from hobnob.storage.queries.people.facts import file_name
from hobnob.storage.these import these

NOWHERE_TO_WRITE = (Network.ADDRESS_BOOK, Network.OFFLINE)
"""Where somebody is known by our own files or from life, and no page of theirs is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody, in one line."""

    person_id: int
    account_id: int
    name: str
    handle: str
    network: str
    networks: tuple[str, ...]
    url: str
    initials: str
    hue: int
    caution: str = ""
    """Why one would not write to them: "asked not to be contacted"; "" where one may."""
    file: str = ""
    """The file of ours that has them: "donors.csv"; "" where none has."""

    @property
    def at_handle(self) -> str:
        """@ana@tusk.example, or that nobody told it: files know some people by their ids alone."""
        if self.network == Network.ADDRESS_BOOK:
            return in_file(self.file)
        return f"@{self.handle}" if self.handle else "handle not known yet"


def in_file(title: str) -> str:
    """Where a record stands: "in donors.csv"; in an archive it is in the address book."""
    return f"in {file_name(title)}" if title else "in your address book"


def person_lines(person_ids: Collection[int]) -> dict[int, PersonLine]:
    """The line of each person, by person id.

    Their oldest account on a network gives name and handle; who has none, their oldest record.
    """
    accounts: dict[int, list[Account]] = {}
    for account in _with_cautions(person_ids).order_by("pk"):
        accounts.setdefault(account.person_id, []).append(account)
    return {person_id: _line(person_id, theirs) for person_id, theirs in accounts.items()}


def _with_cautions(person_ids: Collection[int]) -> QuerySet[Account]:
    return Account.objects.filter(person_id__in=these(person_ids)).annotate(
        is_deceased=F("supporter__is_deceased"),
        may_be_contacted=F("supporter__may_be_contacted"),
        file=F("supporter__source__title"),
    )


def _line(person_id: int, oldest_first: list[Account]) -> PersonLine:
    accounts = sorted(oldest_first, key=lambda each: each.network in NOWHERE_TO_WRITE)
    main = accounts[0]
    name = next((each.name for each in accounts if each.name), "") or main.handle
    return PersonLine(
        person_id=person_id,
        account_id=main.pk,
        name=name or f"{main.network} account {main.native_id}",
        handle=main.handle,
        network=main.network,
        networks=tuple(dict.fromkeys(each.network for each in accounts)),
        url=profile_url(main.network, main.handle, main.url),
        initials=initials(name),
        hue=hue(main.pk),
        caution=_caution(accounts),
        file=next(filter(None, map(_file, accounts)), ""),
    )


def _file(account: Account) -> str:
    return file_name(getattr(account, "file", "") or "")


def _caution(accounts: Collection[Account]) -> str:
    if any(getattr(each, "is_deceased", None) for each in accounts):
        return "has died"
    asked = any(getattr(each, "may_be_contacted", None) is False for each in accounts)
    return "asked not to be contacted" if asked else ""
