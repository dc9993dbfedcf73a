"""Supporters as an organisation's own files know them: each value with the column it stood in.

What a file says is kept apart from what a network says, so that both can be shown, corrected and
erased. A pledge is a promise: only payments count as given.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hobnob.domain.people import Network


class Relationship(StrEnum):
    """What somebody is to the organisation. One may be several."""

    DONOR = "donor"
    MEMBER = "member"
    VOLUNTEER = "volunteer"
    ADVOCATE = "advocate"
    STAFF = "staff"
    PRESS = "press"
    PETITIONER = "petitioner"
    ATTENDEE = "attendee"


class GiftKind(StrEnum):
    """Whether money came, or was promised."""

    PAYMENT = "payment"
    PLEDGE = "pledge"


class Channel(StrEnum):
    """A way to reach or find somebody, which they may have asked to be left out of."""

    ANY = "anything"
    EMAIL = "e-mail"
    PHONE = "phone"
    POST = "post"
    TEXT = "text message"
    LOOKUP = "look-up on networks"
    """Being looked for there, which is no way to reach them: who wants none may still be written
    to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing a file says, and under which heading."""

    value: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Birthday:
    """A day of the year; the year only where somebody told it."""

    month: int
    day: int
    year: int | None = None
    column: str

    def __str__(self) -> str:
        """As vCard writes it: "1980-04-15", or "--04-15" without the year."""
        year = f"{self.year:04d}" if self.year else "-"
        return f"{year}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """Money that came or was promised."""

    key: str
    """The same each time the same gift is read."""
    amount: int
    """In the smallest unit of the currency: cents. Below zero where money went back, and 0 where
    none of it holds any more: it was given back, or never came."""
    currency: str
    """By ISO 4217: "EUR"; "" where the file does not say."""
    date: date | None
    kind: GiftKind
    campaign: str = ""
    pledge_id: str = ""
    """The pledge that this payment belongs to, or that this is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Belonging by the year, say, with what it is called there."""

    level: str
    status: str = ""
    start_date: date | None = None
    end_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What somebody is to us, through what, and since when."""

    relationship: Relationship
    column: str
    through: str = ""
    """The petition, the event, the task."""
    on_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleGiven:
    """A handle that stands in our own files; given for oneself it is nearly a proof."""

    network: Network | None
    """None where only "@ana" is written, and not of which network."""
    handle: str
    column: str
    is_in_passing: bool = False
    """It stands in a note, say, and may be somebody else's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody said about being contacted."""

    channel: Channel
    is_welcome: bool
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Supporter:
    """What one record of a file says about somebody. Anything but the key may be empty."""

    key: str
    """The same each time the same somebody is read: "civicrm:42", "email:ana@den.example"."""
    name: Fact | None = None
    """As the file has it, whole."""
    prefix: Fact | None = None
    first: Fact | None = None
    middle: Fact | None = None
    last: Fact | None = None
    suffix: Fact | None = None
    nickname: Fact | None = None
    organisation: Fact | None = None
    job: Fact | None = None
    street: Fact | None = None
    city: Fact | None = None
    region: Fact | None = None
    postcode: Fact | None = None
    country: Fact | None = None
    birthday: Birthday | None = None
    met_on: date | None = None
    """When we got to know each other."""
    is_deceased: bool = False
    emails: tuple[Fact, ...] = ()
    phones: tuple[Fact, ...] = ()
    websites: tuple[Fact, ...] = ()
    labels: tuple[Fact, ...] = ()
    """Groups and tags of the file."""
    notes: tuple[Fact, ...] = ()
    handles: tuple[HandleGiven, ...] = ()
    ties: tuple[Tie, ...] = ()
    gifts: tuple[Gift, ...] = ()
    memberships: tuple[Membership, ...] = ()
    wishes: tuple[Wish, ...] = ()

    @property
    def whole_name(self) -> str:
        """As one writes it: "Ana de Vries"; what the file has where its parts are not known."""
        parts = (self.first, self.middle, self.last, self.suffix)
        if self.first or self.last:
            return " ".join(each.value for each in parts if each)
        return self.name.value if self.name else ""

    @property
    def may_be_contacted(self) -> bool:
        """Whether they live and did not ask to be left alone altogether."""
        return not (self.is_deceased or self._refuses(Channel.ANY))

    @property
    def may_be_looked_up(self) -> bool:
        """Whether they did not ask that nobody looks for them on networks. Left alone is more."""
        return not self._refuses(Channel.LOOKUP)

    @property
    def consent(self) -> str:
        """The column in which they said yes to being looked up; "" where they did not."""
        said = [each for each in self.wishes if each.channel == Channel.LOOKUP]
        yes = next((each.column for each in said if each.is_welcome), "")
        return yes if self.may_be_looked_up else ""

    def _refuses(self, channel: Channel) -> bool:
        return any(each.channel == channel and not each.is_welcome for each in self.wishes)


def given(gifts: Iterable[Gift]) -> dict[str, int]:
    """What was given, by currency: payments alone, each once."""
    total: Counter[str] = Counter()
    for gift in {each.key: each for each in gifts if each.kind == GiftKind.PAYMENT}.values():
        total[gift.currency] += gift.amount
    return dict(total)


def still_promised(gifts: Iterable[Gift]) -> dict[str, int]:
    """What of the pledges has not come yet, by currency."""
    total: Counter[str] = Counter()
    each_once = {each.key: each for each in gifts}.values()
    pledges = [each for each in each_once if each.kind == GiftKind.PLEDGE]
    for pledge in pledges:
        paid = sum(
            each.amount
            for each in each_once
            if each.kind == GiftKind.PAYMENT and pledge.pledge_id == each.pledge_id != ""
        )
        total[pledge.currency] += max(pledge.amount - paid, 0)
    return dict(total)
