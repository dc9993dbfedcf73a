"""Follow hygiene: whose card comes next, how many wait, the day's pace, and the last look."""

from dataclasses import dataclass

from django.db.models import Case, Exists, F, IntegerField, Min, OuterRef, Q, QuerySet, Value, When

from hobnob.domain.actions import ActionKind
from hobnob.domain.decisions import Verb
from hobnob.domain.hygiene.look import CHECKS
from hobnob.domain.hygiene_pace import REACHES_BACK, Pace, counts_with
from hobnob.domain.hygiene_words import ORDER
from hobnob.domain.moments import HOUR, ago
from hobnob.domain.outbox import State
from hobnob.storage.models import (
    CheckRun,
    Decision,
    Finding,
    Interaction,
    OutboxItem,
    Post,
    TodayCard,
)
from hobnob.storage.queries.hygiene.card import Card, card

SECTION = "hygiene"
"""What is put off here is put off under this name."""

_SAID_YES = (State.APPROVED, State.SENDING, State.SENT, State.BY_HAND, State.UNKNOWN)
"""Acts that somebody said yes to, and that did not certainly come to nothing."""

_MARKED = "marked_bad"
"""The check that finds what was marked by hand."""

_COUNTED_TO = 500
"""How many cards are counted: beyond that it is enough to know that there are more."""


LASTS_AT_MOST = HOUR
"""A look that began earlier and has no end was killed."""

_DAILY = 20 * HOUR
"""Who was looked at yesterday evening is looked at this evening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One look at everybody."""

    accounts: int
    found: int
    when: str
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hygiene:
    """The whole page."""

    card: Card | None
    waiting: int
    """How many cards there are, this one counted."""
    pace: Pace
    last: Run | None
    """Asked for where there is no card to show."""
    kept: int
    """How many people are kept for ever; asked for with the last look."""

    @property
    def is_cut(self) -> bool:
        """More wait than are counted."""
        return self.waiting == _COUNTED_TO

    @property
    def is_looking(self) -> bool:
        """There is nothing to show yet, and a look is under way."""
        return self.last is not None and not self.last.is_over and not self.waiting


def hygiene(now_us: int) -> Hygiene:
    """The next card, or what there is to say where there is none."""
    pace = pace_of(ActionKind.UNFOLLOW, now_us)
    waiting = waiting_cards(now_us)
    found = (card(each, now_us) for each in waiting if not pace.is_full)
    next_card = next((each for each in found if each is not None), None)
    is_clean = next_card is None
    return Hygiene(
        card=next_card,
        waiting=len(waiting),
        pace=pace,
        last=last_run(now_us) if is_clean else None,
        kept=kept_people() if is_clean else 0,
    )


def next_cards(now_us: int, most: int) -> list[Card]:
    """The first few cards, for a terminal."""
    found = (card(each, now_us) for each in waiting_cards(now_us)[:most])
    return [each for each in found if each is not None]


def cards_about(person_id: int, now_us: int) -> list[Card]:
    """The cards of somebody's accounts, put off or not."""
    accounts = _in_force().filter(account__person_id=person_id).values_list("account_id", flat=True)
    found = (card(each, now_us) for each in accounts.distinct().order_by("account_id"))
    return [each for each in found if each is not None]


def waiting_cards(now_us: int) -> list[int]:
    """Accounts something was found out about, what matters most first.

    Without those kept for ever, put off, or dealt with since; no more than are counted.
    """
    ranks = [When(proposes=each, then=Value(at)) for at, each in enumerate(ORDER)]
    queue = (
        _open(now_us)
        .values("account_id")
        .annotate(
            rank=Min(Case(*ranks, default=Value(len(ORDER)), output_field=IntegerField())),
            since_us=Min("found_us"),
        )
        .order_by("rank", "since_us", "account_id")
    )
    return list(queue.values_list("account_id", flat=True)[:_COUNTED_TO])


def how_many_wait(now_us: int) -> int:
    """How many such accounts there are; no more than are counted."""
    return _open(now_us).values("account_id").distinct()[:_COUNTED_TO].count()


def _open(now_us: int) -> "QuerySet[Finding]":
    kept = Decision.objects.filter(
        account__person_id=OuterRef("account__person_id"),
        verb=Verb.KEEP,
        undone_by__isnull=True,
    )
    put_off = TodayCard.objects.filter(
        section=SECTION,
        person_id=OuterRef("account__person_id"),
        snoozed_until_us__gt=now_us,
    )
    dealt_with = OutboxItem.objects.filter(
        about_id=OuterRef("account_id"),
        kind__in=counts_with(ActionKind.UNFOLLOW),
        state__in=_SAID_YES,
        drafted_us__gte=OuterRef("found_us"),
    )
    return _in_force().filter(
        ~Exists(kept), ~Exists(put_off), ~Exists(dealt_with), name__in=list(CHECKS)
    )


def _in_force() -> "QuerySet[Finding]":
    """What is found out about others; a mark that was taken back is so no longer, at once."""
    marks = Decision.objects.filter(
        account__person_id=OuterRef("account__person_id"),
        verb=Verb.MARK_BAD,
        undone_by__isnull=True,
    )
    return Finding.objects.filter(
        ~Q(name=_MARKED) | Exists(marks),
        ended_us__isnull=True,
        account__is_me=False,
    )


def pace_of(kind: ActionKind, now_us: int) -> Pace:
    """How much of the day's share of such acts is done, on all networks together."""
    said_yes = OutboxItem.objects.filter(
        kind__in=counts_with(kind),
        state__in=_SAID_YES,
        approval__made_us__gt=now_us - REACHES_BACK,
    )
    return Pace(done=said_yes.count())


def last_run(now_us: int) -> Run | None:
    """The newest look at everybody, finished or under way; None: there was none."""
    is_killed = Q(ended_us__isnull=True, began_us__lte=now_us - LASTS_AT_MOST)
    run = CheckRun.objects.exclude(is_killed).order_by("-pk").first()
    if run is None:
        return None
    return Run(
        accounts=run.accounts,
        found=run.found,
        when=ago(run.ended_us or run.began_us, now_us),
        is_over=run.ended_us is not None,
    )


def is_look_due(now_us: int) -> bool:
    """Whether the last look at everybody is a day ago, or there was none and there is somebody."""
    is_recent = CheckRun.objects.filter(began_us__gt=now_us - _DAILY)
    return not is_recent.exists() and Interaction.objects.exists()


def kept_people() -> int:
    """How many people are kept for ever."""
    kept = Decision.objects.filter(verb=Verb.KEEP, undone_by__isnull=True)
    return kept.values("account__person_id").distinct().count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A post that may show how somebody behaved."""

    post_id: int
    text: str
    when: str


def newest_words(person_id: int, now_us: int) -> tuple[Words, ...]:
    """What somebody wrote last, what they wrote to me in private included."""
    theirs = Post.objects.filter(author__person_id=person_id).exclude(text="")
    newest = theirs.order_by(F("at_us").desc(nulls_last=True), "-pk")[:_CHOICES]
    rows = newest.values_list("pk", "text", "at_us")
    return tuple(Words(post_id=pk, text=text, when=ago(at_us, now_us)) for pk, text, at_us in rows)


_CHOICES = 6
