"""How many people, gifts and ties a file tells of, each counted once."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self

from hobnob.domain.money import sums
from hobnob.domain.supporters import GiftKind, Supporter


@dataclass(slots=True)
class FirstTold:
    """What was told for the first time."""

    people: set[str] = field(default_factory=set)
    """By key."""
    gifts: set[tuple[str, str]] = field(default_factory=set)
    """By the supporter's key and their own."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was told so far."""

    people: int = 0
    people_new: int = 0
    people_changed: int = 0
    """Known before, and the file says something else."""
    left_out: int = 0
    """They were erased, and stay so."""
    not_to_contact: int = 0
    """They died, or asked to be left alone."""
    consents: int = 0
    """They said yes to being looked up."""
    not_to_look_up: int = 0
    """They asked that nobody looks for them; whoever is to be left alone is not among them."""
    gifts: int = 0
    pledges: int = 0
    """Of the gifts: those that were promised."""
    gifts_new: int = 0
    given: dict[str, int] = field(default_factory=dict)
    """By currency: what the payments come to, in its smallest unit."""
    relationships: dict[str, int] = field(default_factory=dict)
    """How many are donors, members …"""
    _seen: set[int] = field(default_factory=set, repr=False, compare=False)

    def see(self, supporters: Iterable[Supporter], *, left_out: Collection[str] = ()) -> FirstTold:
        """Count what these records tell, and say what of it was not told before.

        Of whom the keys are `left_out`, nothing is counted but that they were.
        """
        first = FirstTold()
        given, relationships = Counter(self.given), Counter(self.relationships)
        for each in supporters:
            if each.key in left_out:
                self.left_out += self._is_first(each.key, "left out")
                continue
            if self._is_first(each.key):
                first.people.add(each.key)
                self.not_to_contact += not each.may_be_contacted
                self.consents += bool(each.consent) and each.may_be_contacted
                self.not_to_look_up += each.may_be_contacted and not each.may_be_looked_up
            for gift in each.gifts:
                if gift.amount and self._is_first(each.key, gift.key):
                    first.gifts.add((each.key, gift.key))
                    self.pledges += gift.kind == GiftKind.PLEDGE
                    given[gift.currency] += gift.amount * (gift.kind == GiftKind.PAYMENT)
            for tie in each.ties:
                relationships[tie.relationship.value] += self._is_first(each.key, tie.relationship)
        self.people += len(first.people)
        self.gifts += len(first.gifts)
        self.given, self.relationships = (
            {each: amount for each, amount in given.items() if amount},
            dict(+relationships),
        )
        return first

    def _is_first(self, *what: str) -> bool:
        # Digests of 64 bits: a file of 200,000 gifts would need 50 MB for its keys.
        digest = hash(what)
        is_first = digest not in self._seen
        self._seen.add(digest)
        return is_first

    @property
    def brought_nothing(self) -> bool:
        """Whether everything was known already."""
        return not (self.people_new or self.people_changed or self.gifts_new)

    @property
    def nothing_new(self) -> str:
        """That everything was known already; "" where something was not."""
        if not self.brought_nothing:
            return ""
        return _NOTHING_BESIDES if self.left_out else _NOTHING

    def in_words(self) -> list[tuple[int, str]]:
        """Each number that is one, with what it counts."""
        payments = self.gifts - self.pledges
        known = self.people - self.people_new
        people = _of(self.people, "person", "people") + (", new to you" if not known else "")
        told = [
            (self.people, f"{people}{_listed(self.relationships)}"),
            (self.people_new if known else 0, "new to you"),
            (self.people_changed, "known to you, and something about them is new"),
            (payments, f"{_of(payments, 'payment', 'payments')}{_together(self.given)}"),
            (self.pledges, f"{_of(self.pledges, 'pledge', 'pledges')}, kept apart from what came"),
            (self.not_to_contact, "not to be contacted: they died, or asked for it"),
            (self.consents, "said yes to being looked up on networks"),
            (self.not_to_look_up, "not to be looked up on networks: they asked for it"),
            (self.left_out, "left out, because they were erased"),
        ]
        return [(count, what) for count, what in told if count]

    def as_json(self) -> dict[str, Any]:
        """What is kept of it. What was seen is not: after a kill something may count twice."""
        return {name: getattr(self, name) for name in _KEPT}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """The tally that was kept."""
        return cls(**{name: kept[name] for name in _KEPT if name in kept})


_NOTHING = "Nothing new: everybody in it, and all they gave, was here already."
_NOTHING_BESIDES = "Nothing new besides."


def _of(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


def _listed(relationships: Mapping[str, int]) -> str:
    """ ": 12 donors, 1 member"."""
    told = (
        f"{count:,} {each}{'' if count == 1 or each in _NO_PLURAL else 's'}"
        for each, count in sorted(relationships.items())
    )
    return "".join((": ", ", ".join(told))) if relationships else ""


def _together(given: Mapping[str, int]) -> str:
    return f", {sums(given)} together" if sums(given) else ""


_NO_PLURAL = frozenset({"staff", "press"})
_KEPT = tuple(each.name for each in fields(Tally) if not each.name.startswith("_"))
