"""People as rows and pages show them: a face, a name, a handle, where they are."""

from collections.abc import Collection
from dataclasses import dataclass

from hobnob.domain.people import hue, initials, profile_url
from hobnob.storage.models import Account


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

    @property
    def at_handle(self) -> str:
        """@ana@tusk.example, or that nobody told it: files know some people by their ids alone."""
        return f"@{self.handle}" if self.handle else "handle not known yet"


def person_lines(person_ids: Collection[int]) -> dict[int, PersonLine]:
    """The line of each person, by person id. Their oldest account gives name and handle."""
    accounts: dict[int, list[Account]] = {}
    for account in Account.objects.filter(person_id__in=list(person_ids)).order_by("pk"):
        accounts.setdefault(account.person_id, []).append(account)
    return {person_id: _line(person_id, theirs) for person_id, theirs in accounts.items()}


def _line(person_id: int, accounts: list[Account]) -> PersonLine:
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
    )
