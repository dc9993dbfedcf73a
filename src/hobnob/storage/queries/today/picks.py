"""Whom the sections pick that suggest a word or a decision: the ten, the Watchlist, Decide."""

from collections.abc import Callable, Collection
from functools import partial

from hobnob.domain import contact_state
from hobnob.domain import today as say
from hobnob.domain.today import Candidate, Section
from hobnob.storage.models import ContactState, List
from hobnob.storage.queries.people.states import states
from hobnob.storage.queries.today.circle import Circle
from hobnob.storage.queries.today.rows import Pick, candidate
from hobnob.storage.queries.today.supporters import decided_on, supporters_found
from hobnob.storage.these import these

_LOOKED_AT = 300
"""How many of the nearest contacts are weighed."""

_OFFERED = 20
"""How many promotions are offered before it is enough to say "more"."""


def say_things(circle: Circle, but: Collection[int], _now_us: int) -> list[Pick]:
    """The ten of People Who Say Things, with whom it has been quiet longest first."""
    return [
        Pick(row=row, why=say.why_one_of_ten, act=say.SAY_SOMETHING, on_list="say")
        for row in say.longest_quiet(circle.members("say", but))
    ]


def worth_a_word(circle: Circle, but: Collection[int], now_us: int) -> list[Pick]:
    """Those of the Watchlist, and everybody from whom I wish to hear more often than I do."""
    found = circle.members_and_late("watchlist", but)
    return [
        Pick(
            row=row,
            why=_why_a_word(circle.late.get(row.person_id)),
            act=say.SAY_SOMETHING,
            on_list="watchlist" if circle.is_on("watchlist", row.person_id) else "",
        )
        for row in say.worth_a_word(found, now_us, wished=circle.late)
    ]


def _why_a_word(late: str | None) -> Callable[[Candidate, int], str]:
    return partial(say.why_wished, late=late) if late else say.why_worth_a_word


def to_decide(circle: Circle, but: Collection[int], now_us: int) -> list[Pick]:
    """Supporters just found, a few to promote, up to two to let go, then others to promote."""
    found = _just_found(but, now_us)
    others = {*but, *(pick.row.person_id for pick in found)}
    promote = found + [
        Pick(row=row, why=say.why_promote, act=say.PROMOTE)
        for row in say.worth_promoting(_near(others), now_us)[:_OFFERED]
    ]
    let_go = [pick for each in circle.overfull for pick in _too_many(each, circle, but)]
    room = say.AT_MOST[Section.DECIDE] - min(2, len(let_go))
    return [*promote[:room], *let_go, *promote[room:]]


def _just_found(but: Collection[int], now_us: int) -> list[Pick]:
    """Our supporters whose accounts were found lately, and to whom nobody spoke yet."""
    found = supporters_found(since_us=now_us - say.FOUND_LATELY, but=but)
    return [
        Pick(
            row=candidate(each.person_id, contact_state.ContactState(), None),
            why=partial(say.why_found, what_they_are=each.what_they_are, found_us=each.found_us),
            act=say.PROMOTE,
        )
        for each in found[: say.FOUND_AT_MOST]
    ]


def _near(but: Collection[int]) -> list[Candidate]:
    """Contacts who talk most with me, but for those on a close list or kept off one by hand."""
    free = (
        ContactState.objects.filter(is_blocked=False)
        .exclude(person_id__in=decided_on())
        .exclude(person_id__in=these(but))
    )
    theirs = free.order_by("-d90_in")[:_LOOKED_AT]
    mine = free.order_by("-d30_out")[:_LOOKED_AT]
    near = states(theirs) | states(mine)
    return [candidate(person_id, state, None) for person_id, state in near.items()]


def _too_many(on: List, circle: Circle, but: Collection[int]) -> list[Pick]:
    """As many of a list's members as it holds too many: those quiet longest."""
    over_by = circle.over_by(on)
    why = partial(say.why_let_go, list_name=on.name, over_by=over_by)
    quiet = say.longest_quiet(circle.members(on.key, but))[:over_by]
    return [Pick(row=row, why=why, act=say.LET_GO, on_list=on.key) for row in quiet]
