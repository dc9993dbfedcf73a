"""The outbox: what needs a person, what is on its way, and what was sent lately."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Prefetch, Q, QuerySet

from hobnob.domain.action_words import what_follows, what_it_does, what_it_is
from hobnob.domain.actions import ABOUT_POSTS, OPPOSITE, WRITES_TEXT, ActionKind
from hobnob.domain.moments import MINUTE, SECOND, ago, from_us, span
from hobnob.domain.networks import Mode, dollars
from hobnob.domain.outbox import NEEDS_A_PERSON, State
from hobnob.domain.people import Network, profile_url
from hobnob.domain.posts import web_url
from hobnob.storage.models import OutboxItem, RemoteList
from hobnob.storage.queries.people.lines import PersonLine, person_lines

_SENT_SHOWN = 50

_ORDER = (State.UNKNOWN, State.FAILED, State.DRAFT, State.BY_HAND)
"""What worries most comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """One action: exactly what is sent, as whom, to whom, and who said yes to it when."""

    id: int
    kind: ActionKind
    state: State
    digest: str
    does: str
    """ "Answer Ana Núñez"."""
    name: str
    """ "Your answer to Ana Núñez"."""
    follows: str
    """Who will notice what."""
    price: str
    """What the network takes for it: "$0.20"; "" where it is free."""
    network: str
    as_handle: str
    person: PersonLine | None
    """Whom it is about, where that is somebody known and not me."""
    text: str
    their_words: str
    """The post it is about."""
    their_url: str
    url: str
    """What it made over there; while it is done by hand, the page to open."""
    said: str
    when: str
    """Who said yes and when: "robin said yes 3 minutes ago"."""
    left_seconds: int | None
    """Until it leaves; 0 where it is leaving, None where it isn't on its way."""
    waits: str
    """Until when, where it is more than the hold."""
    is_by_hand: bool
    take_back: str
    """What its opposite does: "Unfollow Ana Núñez"; "" where nothing takes it back."""
    take_back_follows: str
    was_taken_back: bool

    @property
    def is_yes_offered(self) -> bool:
        """It waits for a yes."""
        return self.state is State.DRAFT

    @property
    def has_text(self) -> bool:
        """It says something, which can be written otherwise."""
        return self.kind in WRITES_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """The whole page."""

    needs_you: tuple[OutboxRow, ...]
    on_its_way: tuple[OutboxRow, ...]
    sent: tuple[OutboxRow, ...]

    @property
    def is_cut(self) -> bool:
        """More was sent than is shown."""
        return len(self.sent) == _SENT_SHOWN

    @property
    def is_empty(self) -> bool:
        """Nothing was ever sent, or is to be."""
        return not (self.needs_you or self.on_its_way or self.sent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """How many actions need a person."""

    count: int = 0
    troubled: int = 0
    """Those that failed, or whose end nobody knows."""


def outbox(now_us: int) -> Outbox:
    """Everything the page shows."""
    rows = _items()
    needs = sorted(
        rows.filter(state__in=NEEDS_A_PERSON).order_by("pk"),
        key=lambda each: _ORDER.index(State(each.state)),
    )
    leaving = list(rows.filter(state__in=(State.APPROVED, State.SENDING)).order_by("due_us", "pk"))
    sent = list(
        rows.filter(state=State.SENT).order_by(F("ended_us").desc(nulls_last=True), "-pk")[
            :_SENT_SHOWN
        ]
    )
    names = _Names([*needs, *leaving, *sent])
    return Outbox(
        needs_you=_rows(needs, names, now_us),
        on_its_way=_rows(leaving, names, now_us),
        sent=_rows(sent, names, now_us),
    )


def outbox_row(item_id: int, now_us: int) -> OutboxRow | None:
    """One action; None where there is no such number."""
    found = list(_items().filter(pk=item_id))
    return next(iter(_rows(found, _Names(found), now_us)), None)


def outbox_needs() -> Needs:
    """What needs a person, counted."""
    states = list(
        OutboxItem.objects.filter(state__in=NEEDS_A_PERSON).values_list("state", flat=True)
    )
    troubled = [each for each in states if each in (State.FAILED, State.UNKNOWN)]
    return Needs(count=len(states), troubled=len(troubled))


def has_work(now_us: int) -> bool:
    """Whether something may leave now, or is with somebody who may have died over it."""
    is_due = Q(state=State.APPROVED, due_us__lte=now_us) | Q(state=State.SENDING)
    return OutboxItem.objects.filter(is_due).exists()


def next_due_us() -> int | None:
    """When the next action that has a yes may leave; None where none waits."""
    waiting = OutboxItem.objects.filter(state=State.APPROVED).order_by("due_us")
    return waiting.values_list("due_us", flat=True).first()


# ── Rows ─────────────────────────────────────────────────────────────────────


def _items() -> "QuerySet[OutboxItem]":
    undoing = OutboxItem.objects.exclude(state__in=(State.WITHDRAWN, State.FAILED)).only(
        "pk", "undoes_id", "state"
    )
    return OutboxItem.objects.select_related(
        "account", "about", "post", "approval__author", "undoes"
    ).prefetch_related(Prefetch("undone_by", queryset=undoing, to_attr="undoing"))


class _Names:
    """Whom and which lists over there actions are about, looked up once for all of them."""

    def __init__(self, items: Sequence[OutboxItem]) -> None:
        self._people = person_lines({each.about.person_id for each in items if each.about})
        ids = {each.on_list for each in items if each.on_list}
        known = RemoteList.objects.filter(native_id__in=ids).order_by("-pk") if ids else ()
        self._lists = {each.native_id: each.name for each in known}

    def person(self, item: OutboxItem) -> PersonLine | None:
        """Somebody but me."""
        about = item.about
        return self._people.get(about.person_id) if about and not about.is_me else None

    def does(self, item: OutboxItem, kind: ActionKind) -> str:
        """What an action of this kind does, about the same as the item."""
        return what_it_does(kind, self._whom(item), on_list=self._on_list(item))

    def of(self, item: OutboxItem) -> str:
        """What one calls it."""
        return what_it_is(ActionKind(item.kind), self._whom(item), on_list=self._on_list(item))

    def _whom(self, item: OutboxItem) -> str:
        person = self.person(item)
        return person.name if person else "somebody"

    def _on_list(self, item: OutboxItem) -> str:
        return self._lists.get(item.on_list, "")


def _rows(items: Iterable[OutboxItem], names: _Names, now_us: int) -> tuple[OutboxRow, ...]:
    return tuple(_row(each, names, now_us) for each in items)


def _row(item: OutboxItem, names: _Names, now_us: int) -> OutboxRow:
    kind, opposite = ActionKind(item.kind), _opposite(item)
    return OutboxRow(
        id=item.pk,
        kind=kind,
        state=State(item.state),
        digest=item.action.digest,
        does=names.does(item, kind),
        name=names.of(item),
        follows=what_follows(kind, is_private=item.is_private),
        price=dollars(item.price_microdollars) if item.price_microdollars else "",
        network=Network(item.account.network).title,
        as_handle=item.account.handle or item.account.native_id,
        person=names.person(item),
        text=item.text,
        their_words=_about(item),
        their_url=_their_url(item),
        url=item.url,
        said=item.said,
        when=_when(item, now_us),
        left_seconds=_left_seconds(item, now_us),
        waits=_waits(item, now_us),
        is_by_hand=item.mode != Mode.API,
        take_back=names.does(item, opposite) if opposite else "",
        take_back_follows=what_follows(opposite) if opposite else "",
        was_taken_back=bool(getattr(item, "undoing", ())),
    )


def _about(item: OutboxItem) -> str:
    """The words that it is about: theirs, or my own where those are to be deleted."""
    if item.kind == ActionKind.DELETE_POST:
        return item.undoes.text if item.undoes else ""
    return item.post.text if item.post and item.kind in ABOUT_POSTS else ""


def _their_url(item: OutboxItem) -> str:
    if item.kind == ActionKind.DELETE_POST:
        return item.undoes.url if item.undoes else ""
    if item.post is not None:
        return web_url(item.post.network, item.post.native_id, item.post.url)
    about = item.about
    return profile_url(about.network, about.handle, about.url) if about else ""


def _opposite(item: OutboxItem) -> ActionKind | None:
    """What takes it back. A post whose name over there nobody knows cannot be deleted."""
    kind = ActionKind(item.kind)
    is_nameless = kind in WRITES_TEXT and not item.remote_id
    return None if item.state != State.SENT or is_nameless else OPPOSITE.get(kind)


def _when(item: OutboxItem, now_us: int) -> str:
    if item.approval is None:
        return f"Written {ago(item.drafted_us, now_us)}; nobody has said yes to it"
    who = item.approval.author.get_username()
    said = f"{who} said yes {ago(item.approval.made_us, now_us)}"
    if item.state == State.SENT:
        return f"{said}; {'done' if item.mode != Mode.API else 'sent'} {ago(item.ended_us, now_us)}"
    return said


def _left_seconds(item: OutboxItem, now_us: int) -> int | None:
    if item.state == State.SENDING:
        return 0
    if item.state != State.APPROVED:
        return None
    return max(0, -(-((item.due_us or now_us) - now_us) // SECOND))


def _waits(item: OutboxItem, now_us: int) -> str:
    due_us = item.due_us or 0
    if item.state != State.APPROVED or due_us - now_us <= MINUTE:
        return ""
    why = item.said or "So many have left already that this one waits its turn."
    return f"{why} It leaves in {span(due_us - now_us)}, at {from_us(due_us):%H:%M} UTC."
