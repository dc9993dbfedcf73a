"""Which people a page shows, and in which order: what its address says, and a saved view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from urllib.parse import parse_qs, urlencode

MOST_SORTED = 5_000
"""More people than this come closest first: to compare all of them takes longer than a page may."""

LONGEST = 100
"""Characters of anything that one looks for."""
_MOST_TAGS = 5


class PeopleOrder(StrEnum):
    """What comes first."""

    CLOSENESS = "closeness"
    """Those who talk most with me, lately more than long ago."""
    LAST = "last"
    """Those with whom something went most recently."""
    NAME = "name"


class Answer(StrEnum):
    """Who waits for whom."""

    OWED = "owed"
    """They wait for a word of mine."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFilters:
    """What all of the people shown have in common. Nothing said: everybody."""

    words: str = ""
    """Beginnings of names and handles."""
    tags: tuple[str, ...] = ()
    on_list: str = ""
    """Key of a list."""
    network: str = ""
    topic: str = ""
    """Axis and topic: "theirs:tigers", "ours:wetlands"."""
    place: str = ""
    chat: str = ""
    """Key of a chat where we met."""
    answer: str = ""
    is_losing_touch: bool = False
    """They are quiet against their own normal."""
    is_over_cadence: bool = False
    """More time has passed than I wished."""
    is_not_found: bool = False
    """They stand in our files, and no account of theirs on a network is known."""
    is_do_not_contact: bool = False
    """They asked to be left alone."""
    order: PeopleOrder = PeopleOrder.CLOSENESS

    @property
    def is_everybody(self) -> bool:
        """Whether nothing is asked for but an order."""
        return self == PeopleFilters(order=self.order)

    def but(self, **changed: object) -> "PeopleFilters":
        """The same with something else."""
        return replace(self, **changed)  # type: ignore[arg-type]  # the names are those of fields


_NAMES = {
    "words": "words",
    "tags": "tag",
    "on_list": "list",
    "network": "network",
    "topic": "topic",
    "place": "place",
    "chat": "chat",
    "answer": "answer",
    "is_losing_touch": "losing-touch",
    "is_over_cadence": "over-cadence",
    "is_not_found": "not-found",
    "is_do_not_contact": "do-not-contact",
    "order": "sort",
}
"""What each is called in an address."""
assert set(_NAMES) == {each.name for each in fields(PeopleFilters)}  # noqa: S101 (said once, here)


def read_filters(asked: Mapping[str, Sequence[str]]) -> PeopleFilters:
    """The filters of an address: {"tag": ["donor"], "losing-touch": ["1"]}.

    What an address says that is no filter, or of no kind there is, says nothing.
    """
    said = {name: _cleaned(asked.get(key, ())) for name, key in _NAMES.items()}
    one = {name: values[-1] if values else "" for name, values in said.items()}
    return PeopleFilters(
        words=one["words"],
        on_list=one["on_list"],
        network=one["network"],
        topic=one["topic"],
        place=one["place"],
        chat=one["chat"],
        tags=tuple(dict.fromkeys(each.lower() for each in said["tags"]))[:_MOST_TAGS],
        answer=one["answer"] if one["answer"] in set(Answer) else "",
        is_losing_touch=bool(one["is_losing_touch"]),
        is_over_cadence=bool(one["is_over_cadence"]),
        is_not_found=bool(one["is_not_found"]),
        is_do_not_contact=bool(one["is_do_not_contact"]),
        order=_order(one["order"]),
    )


def read_query(query: str) -> PeopleFilters:
    """The filters of a saved view: "tag=donor&losing-touch=1"."""
    return read_filters(parse_qs(query))


def as_query(filters: PeopleFilters) -> str:
    """What stands in the address, always in the same order; "" for everybody."""
    said: list[tuple[str, str]] = []
    for name, key in _NAMES.items():
        value = getattr(filters, name)
        if isinstance(value, tuple):
            said += [(key, each) for each in value]
        elif value and value is not PeopleOrder.CLOSENESS:
            said.append((key, "1" if value is True else str(value)))
    return urlencode(said)


def _cleaned(values: Sequence[str]) -> list[str]:
    calm = (" ".join(each.replace("\0", "").split())[:LONGEST] for each in values)
    return [each for each in calm if each]


def _order(wanted: str) -> PeopleOrder:
    return PeopleOrder(wanted) if wanted in set(PeopleOrder) else PeopleOrder.CLOSENESS
