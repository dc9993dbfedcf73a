"""What a list suggests, each with its reason: whom to promote, whom to move, who could go.

Only few are weighed closely: those who talk most with me, and the people of lists that are small
enough to look at each. Nothing here grows with the log.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Max, OuterRef, Q, Subquery

from hobnob.domain.closeness import Week, answers_you, strip
from hobnob.domain.contact_state import ContactState
from hobnob.domain.interactions import TALK
from hobnob.domain.lists import CLOSE
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Stream
from hobnob.domain.people import Network
from hobnob.domain.suggestions import (
    LATELY_DAYS,
    REST,
    SEEN_DAYS,
    LastPost,
    Proposal,
    Suggestion,
    exchanges,
    is_silent,
    one_each,
    silent,
    skipped,
    to_move,
    to_promote,
)
from hobnob.domain.today import Section
from hobnob.storage import models
from hobnob.storage.models import Interaction, List, Membership, Post, SeenPost, TodayCard
from hobnob.storage.queries.hygiene.seen_rows import posts_looked_at_us
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.states import states, states_of

_NEAREST = 60
"""So many of those who talk most with me are weighed for a closer list."""

LOOKED_AT_EACH = 1_000
"""The people of a larger list are not looked at one by one: that they fade is enough there."""

_NOWHERE_TO_POST = (Network.ADDRESS_BOOK, Network.OFFLINE)

_SEEN_LATELY = 3_000
"""So many posts seen last are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionLine:
    """One suggestion, as a page shows it."""

    person: PersonLine
    proposal: Proposal
    because: str
    weeks: tuple[Week, ...]
    answers: str
    can_move_down: bool
    """There is a close list one stage wider."""


def suggestions(key: str, *, reader_id: int, now_us: int) -> tuple[SuggestionLine, ...]:
    """Everything that a list suggests, promotions first; nobody twice.

    `reader_id` is whose reading says what is passed by. Nothing where there is no such list.
    """
    found = List.objects.filter(key=key).first()
    if found is None:
        return ()
    resting = _resting(now_us)
    drafts = one_each(_weighed(found, reader_id, resting, now_us))
    can_move_down = List.objects.filter(stage__gte=CLOSE, stage__lt=found.stage).exists()
    lines = person_lines([each.person_id for each in drafts])
    known = states_of([each.person_id for each in drafts])
    return tuple(
        SuggestionLine(
            person=lines[each.person_id],
            proposal=each.proposal,
            because=each.because,
            weeks=strip(known[each.person_id], now_us),
            answers=answers_you(known[each.person_id]),
            can_move_down=can_move_down,
        )
        for each in drafts
    )


def exchanges_lately(person_ids: Collection[int], now_us: int) -> dict[int, int]:
    """By person: how many exchanges there were within a fortnight, from the log by its index."""
    said = Interaction.objects.filter(
        contact__person_id__in=list(person_ids),
        contact__is_me=False,
        kind__in=TALK,
        at_us__gte=now_us - LATELY_DAYS * DAY,
        at_us__lte=now_us,
    ).order_by("at_us", "pk")
    directions: dict[int, list[str]] = defaultdict(list)
    for person_id, direction in said.values_list("contact__person_id", "direction"):
        directions[person_id].append(direction)
    return {person_id: exchanges(theirs) for person_id, theirs in directions.items()}


def _weighed(
    on_list: List, reader_id: int, resting: Collection[int], now_us: int
) -> Iterator[Suggestion]:
    yield from _promotions(on_list, resting, now_us)
    members = on_list.memberships.filter(is_member=True, faded_us__isnull=True)
    if members[: LOOKED_AT_EACH + 1].count() > LOOKED_AT_EACH:
        return
    person_ids = list(members.order_by("pk").values_list("person_id", flat=True))
    over_by = len(person_ids) - (on_list.capacity or len(person_ids))
    known = {
        each: state
        for each, state in states_of(person_ids).items()
        if each not in resting and not state.is_blocked
    }
    yield from _moves(on_list, known, over_by, now_us)
    yield from _silent(on_list, known, now_us)
    yield from _skipped(known, reader_id, now_us)


def _promotions(on_list: List, resting: Collection[int], now_us: int) -> list[Suggestion]:
    """Those with the most exchanges lately first."""
    near = {
        person_id: state
        for person_id, state in _near(on_list, resting).items()
        if min(state.last_in_us or 0, state.last_out_us or 0) >= now_us - LATELY_DAYS * DAY
    }
    on_it = on_list.memberships.filter(is_member=True, person_id__in=list(near))
    counts = exchanges_lately(set(on_it.values_list("person_id", flat=True)), now_us)
    ordered = sorted(counts, key=lambda each: (-counts[each], each))
    drafts = (to_promote(each, near[each], counts[each], now_us) for each in ordered)
    return [each for each in drafts if each is not None]


def _near(on_list: List, resting: Collection[int]) -> dict[int, ContactState]:
    """Who talks most with me and is neither on a closer list nor was kept off one by hand."""
    closer = List.objects.filter(stage__gt=on_list.stage, stage__gte=CLOSE)
    if not closer.exists():
        return {}
    decided = Membership.objects.filter(list__in=closer).values("person_id")
    free = models.ContactState.objects.filter(is_blocked=False).exclude(person_id__in=decided)
    theirs = free.exclude(person_id__in=list(resting)).order_by("-d90_in")
    return states(theirs[:_NEAREST])


def _moves(
    on_list: List, known: dict[int, ContactState], over_by: int, now_us: int
) -> list[Suggestion]:
    return to_move(
        known.items(),
        name=on_list.name,
        over_by=over_by,
        is_full=on_list.is_capacity_hard and over_by == 0,
        now_us=now_us,
    )


def _silent(on_list: List, known: dict[int, ContactState], now_us: int) -> Iterator[Suggestion]:
    days = on_list.silent_days
    posts = _last_posts(on_list, known)
    for person_id, last in sorted(posts.items(), key=lambda each: each[1].posted_us or 0):
        if is_silent(known[person_id], last, silent_days=days, now_us=now_us):
            yield silent(person_id, last, silent_days=days, now_us=now_us)


def _last_posts(on_list: List, person_ids: Collection[int]) -> dict[int, LastPost]:
    """When each of them posted last, over all their accounts, and when that was last looked at."""
    rounds = dict(
        models.StreamState.objects.filter(
            stream=Stream.LIST_POSTS, of=on_list.key, read_us__isnull=False
        )
        .values_list("connection__network")
        .annotate(read_us=Max("read_us"))
    )
    newest = Post.objects.filter(author=OuterRef("pk"), at_us__isnull=False).order_by("-at_us")
    accounts = (
        models.Account.objects.filter(person_id__in=list(person_ids))
        .exclude(network__in=_NOWHERE_TO_POST)
        .annotate(posted_us=Subquery(newest.values("at_us")[:1]))
    )
    posted: dict[int, list[int]] = defaultdict(list)
    looked: dict[int, list[int]] = defaultdict(list)
    for person_id, network, posted_us, told_us, told_at_us in accounts.values_list(
        "person_id", "network", "posted_us", "profile__last_post_us", "profile__seen_us"
    ):
        posted[person_id] += [each for each in (posted_us, told_us) if each is not None]
        # Each account has to have been looked at, or the person may be busy with that one.
        looked[person_id].append(
            posts_looked_at_us([rounds.get(network, 0)], last_post_us=told_us, told_us=told_at_us)
        )
    return {
        each: LastPost(
            posted_us=max(posted[each], default=None),
            looked_us=min(looked[each], default=0) or None,
        )
        for each in person_ids
    }


def _skipped(known: dict[int, ContactState], reader_id: int, now_us: int) -> Iterator[Suggestion]:
    counts = _seen_lately(reader_id, now_us)
    for person_id in sorted(known.keys() & counts.keys(), key=lambda each: -counts[each]):
        draft = skipped(person_id, known[person_id], counts[person_id], now_us)
        if draft is not None:
            yield draft


def _seen_lately(reader_id: int, now_us: int) -> Counter[int]:
    """By person: how many of their posts somebody saw within a month."""
    newest = SeenPost.objects.filter(reader_id=reader_id).order_by("-post_id")
    seen = newest.values_list("seen_us", "post__author__person_id")[:_SEEN_LATELY]
    since_us = now_us - SEEN_DAYS * DAY
    return Counter(
        person_id for seen_us, person_id in seen if seen_us >= since_us and person_id is not None
    )


def _resting(now_us: int) -> frozenset[int]:
    """About whom something was decided, or put off, not long ago: they rest."""
    cards = TodayCard.objects.filter(
        Q(dealt_us__gt=now_us - REST) | Q(snoozed_until_us__gt=now_us), section=Section.DECIDE
    )
    return frozenset(cards.values_list("person_id", flat=True))
