"""Today: whom to answer, whom to write to, what to decide; each with the reason."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from hobnob.domain import contact_state
from hobnob.domain import today as say
from hobnob.domain.closeness import State
from hobnob.domain.moments import ago
from hobnob.domain.posts import web_url
from hobnob.domain.today import Act, Candidate, Section, Waiting
from hobnob.storage.models import (
    ContactState,
    Interaction,
    List,
    Membership,
    Person,
    Post,
    TodayCard,
)
from hobnob.storage.queries.people import PersonLine, person_lines
from hobnob.storage.queries.states import states, states_of

_LOOKED_AT = 300
"""How many of the nearest contacts are weighed for a section."""

_OFFERED = 20
"""How many promotions are offered before it is enough to say "more"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayRow:
    """Person · what happened · why it is here · one suggested act."""

    person: PersonLine
    section: Section
    happened: str
    what: str
    why: str
    act: Act
    url: str
    """Where `o` leads: the post, or else the person's page on their network."""
    on_list: str = ""
    """Key of the list that `x` takes them off; "" where it is none."""
    up_to_us: int | None = None
    """What `e` deals with: everything up to this moment, nothing that came unseen since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaySection:
    """One part of Today."""

    key: Section
    title: str
    rows: tuple[TodayRow, ...]
    total: int
    """How many there are, shown or not."""

    @property
    def minutes(self) -> int:
        """How long the rows shown take."""
        return say.minutes_for([(self.key, len(self.rows))])


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The whole page."""

    sections: tuple[TodaySection, ...]
    is_first_run: bool
    """Nobody is known yet."""

    @property
    def people(self) -> int:
        """How many people are on the page."""
        return len({row.person.person_id for section in self.sections for row in section.rows})

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return say.minutes_for([(s.key, len(s.rows)) for s in self.sections])


def today(now_us: int) -> Today:
    """Everything Today shows. Nobody is in two sections: the first one keeps them."""
    rested, done = _rested(now_us)
    waiting = _waiting(now_us)
    taken = rested | {row.person_id for row in waiting}
    shown = _waiting_rows(waiting[: say.AT_MOST[Section.WAITING]], now_us)
    sections = {
        Section.WAITING: _section(
            Section.WAITING, shown, total=len(waiting), done=done[Section.WAITING]
        )
    }
    # Whom to let go is decided before a word is suggested to the same person.
    for key, found in (
        (Section.SAY, _say_things),
        (Section.DECIDE, _to_decide),
        (Section.WATCHLIST, _worth_a_word),
    ):
        drafts = found(taken, now_us)
        sections[key] = _section(key, drafts, total=len(drafts), done=done[key])
        taken |= {draft.person_id for draft in sections[key].rows}
    return Today(
        sections=_with_people([sections[key] for key in Section]),
        is_first_run=not Interaction.objects.exists(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A row before its person is fetched."""

    person_id: int
    happened: str
    what: str
    why: str
    act: Act
    url: str
    on_list: str = ""
    up_to_us: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _DraftSection:
    key: Section
    rows: tuple[_Draft, ...]
    total: int


def _section(key: Section, drafts: list[_Draft], *, total: int, done: int) -> _DraftSection:
    """What a section shows. What is done counts against its most, so that a day has an end."""
    rows = drafts[: max(0, say.AT_MOST[key] - done)]
    return _DraftSection(key=key, rows=tuple(rows), total=total if rows else 0)


def _with_people(sections: list[_DraftSection]) -> tuple[TodaySection, ...]:
    lines = person_lines({draft.person_id for section in sections for draft in section.rows})
    return tuple(
        TodaySection(
            key=section.key,
            title=say.TITLES[section.key],
            total=section.total,
            rows=tuple(
                TodayRow(
                    person=lines[draft.person_id],
                    section=section.key,
                    happened=draft.happened,
                    what=draft.what,
                    why=draft.why,
                    act=draft.act,
                    url=draft.url or lines[draft.person_id].url,
                    on_list=draft.on_list,
                    up_to_us=draft.up_to_us,
                )
                for draft in section.rows
            ),
        )
        for section in sections
    )


def _rested(now_us: int) -> tuple[set[int], Counter[str]]:
    """Whom I dealt with lately or put off, in any section; and how many were done in each."""
    cards = TodayCard.objects.filter(
        Q(dealt_us__gt=now_us - say.REST) | Q(snoozed_until_us__gt=now_us)
    )
    dealt = list(cards.values_list("section", "person_id", "dealt_us"))
    done = Counter(section for section, _, dealt_us in dealt if now_us - dealt_us < say.REST)
    return {person_id for _, person_id, _ in dealt}, done


def _waiting(now_us: int) -> list[Waiting]:
    """Who spoke last, but for those dealt with, put off, and taken off Mentioned You by hand."""
    dealt_with = TodayCard.objects.filter(
        Q(done_us__gte=OuterRef("waiting_last_us")) | Q(snoozed_until_us__gt=now_us),
        section=Section.WAITING,
        person_id=OuterRef("person_id"),
    )
    taken_off = Membership.objects.filter(
        list__key="mentioned", is_member=False, person_id=OuterRef("person_id")
    )
    newest = (
        ContactState.objects.filter(
            ~Exists(dealt_with),
            ~Exists(taken_off),
            waiting_last_us__gte=now_us - say.WAITS_AT_MOST,
            is_blocked=False,
        )
        .order_by("-waiting_last_us")
        .values_list("person_id", *_WAITING_FOR, *contact_state.FIELDS)[:_LOOKED_AT]
    )
    return say.waiting_for_my_answer((_as_waiting(*row) for row in newest), now_us)


_WAITING_FOR = (
    "waiting__kind",
    *(f"waiting__post__{each}" for each in ("text", "network", "native_id", "url")),
)


def _as_waiting(
    person_id: int,
    kind: str | None,
    text: str | None,
    network: str | None,
    native_id: str | None,
    url: str | None,
    *fields: Any,
) -> Waiting:
    state = contact_state.ContactState(*fields)
    return Waiting(
        person_id=person_id,
        kind=kind or "",
        text=text or "",
        at_us=state.waiting_last_us or 0,
        since_us=state.waiting_us or 0,
        url=web_url(network, native_id or "", url or "") if network else "",
        state=state,
    )


def _waiting_rows(waiting: list[Waiting], now_us: int) -> list[_Draft]:
    person_ids = [row.person_id for row in waiting]
    mentioned = set(
        _members("mentioned").filter(person_id__in=person_ids).values_list("person_id", flat=True)
    )
    return [
        _Draft(
            person_id=row.person_id,
            happened=say.what_happened(row, now_us),
            what=row.text,
            why=say.why_waiting(row, now_us),
            act=say.ANSWER,
            url=row.url,
            on_list="mentioned" if row.person_id in mentioned else "",
            up_to_us=row.at_us,
        )
        for row in waiting
    ]


def _say_things(but: Collection[int], now_us: int) -> list[_Draft]:
    members = _with_posts(_states_of(_member_ids("say", but)), now_us)
    rows = say.longest_quiet(members)
    return [
        _candidate_row(row, say.why_one_of_ten(row, now_us), say.SAY_SOMETHING, now_us, "say")
        for row in rows
    ]


def _worth_a_word(but: Collection[int], now_us: int) -> list[_Draft]:
    members = _with_posts(_states_of(_member_ids("watchlist", but)[:_LOOKED_AT]), now_us)
    rows = say.worth_a_word(members, now_us)
    return [
        _candidate_row(
            row, say.why_worth_a_word(row, now_us), say.SAY_SOMETHING, now_us, "watchlist"
        )
        for row in rows
    ]


def _to_decide(but: Collection[int], now_us: int) -> list[_Draft]:
    """A few to promote, then up to two to let go, then whoever else could be promoted."""
    near = say.worth_promoting(_without_posts(_near(but)), now_us)[:_OFFERED]
    let_go = _overfull(but, now_us)
    room = say.AT_MOST[Section.DECIDE] - min(2, len(let_go))
    promote = [
        _candidate_row(row, say.why_promote(row, now_us), say.PROMOTE, now_us)
        for row in _with_posts({row.person_id: row.state for row in near}, now_us)
    ]
    return [*promote[:room], *let_go, *promote[room:]]


def _near(but: Collection[int]) -> Mapping[int, State]:
    """Contacts who talk most with me, but for those on a close list or kept off one by hand."""
    close = List.objects.filter(stage__gte=2)
    decided = Membership.objects.filter(list__in=close).values("person_id")
    free = (
        ContactState.objects.filter(is_blocked=False)
        .exclude(person_id__in=decided)
        .exclude(person_id__in=list(but))
    )
    theirs = free.order_by("-d90_in")[:_LOOKED_AT]
    mine = free.order_by("-d30_out")[:_LOOKED_AT]
    return states(theirs) | states(mine)


def _overfull(but: Collection[int], now_us: int) -> list[_Draft]:
    drafts = []
    for each in List.objects.filter(capacity__isnull=False, is_capacity_hard=False):
        over_by = _members(each.key).count() - (each.capacity or 0)
        if over_by <= 0:
            continue
        members = _without_posts(_states_of(_member_ids(each.key, but)))
        quiet = say.longest_quiet(members)[:over_by]
        drafts += [
            _candidate_row(
                row,
                say.why_let_go(row, now_us, list_name=each.name, over_by=over_by),
                say.LET_GO,
                now_us,
                each.key,
            )
            for row in _with_posts({row.person_id: row.state for row in quiet}, now_us)
        ]
    return drafts


def _members(key: str) -> QuerySet[Membership]:
    return Membership.objects.filter(list__key=key, is_member=True).order_by("pk")


def _member_ids(key: str, but: Collection[int]) -> list[int]:
    """Who is on a list. Leaving out hundreds is quicker here than to tell the database whom."""
    ids = _members(key).values_list("person_id", flat=True)
    return [each for each in ids if each not in but]


def _states_of(person_ids: Collection[int]) -> Mapping[int, State]:
    """Members with their state, also where nothing ever happened; without those I blocked."""
    return {each: state for each, state in states_of(person_ids).items() if not state.is_blocked}


def _without_posts(known: Mapping[int, State]) -> list[Candidate]:
    return [Candidate(person_id=each, state=state) for each, state in known.items()]


def _with_posts(known: Mapping[int, State], now_us: int) -> list[Candidate]:
    posts = _newest_posts(known, now_us)
    return [
        Candidate(
            person_id=person_id,
            state=state,
            post_text=post.text if (post := posts.get(person_id)) else "",
            post_us=post.at_us if post else None,
            url=web_url(post.network, post.native_id, post.url) if post else "",
        )
        for person_id, state in known.items()
    ]


def _newest_posts(person_ids: Collection[int], now_us: int) -> dict[int, Post]:
    newest = (
        Post.objects.filter(author__person_id=OuterRef("pk"), at_us__lte=now_us, is_private=False)
        .order_by("-at_us")
        .values("pk")[:1]
    )
    people = Person.objects.filter(pk__in=list(person_ids)).annotate(newest=Subquery(newest))
    ids = [each for each in people.values_list("newest", flat=True) if each is not None]
    posts = Post.objects.filter(pk__in=ids).annotate(person_id=F("author__person_id"))
    return {post.person_id: post for post in posts}


def _candidate_row(row: Candidate, why: str, act: Act, now_us: int, on_list: str = "") -> _Draft:
    return _Draft(
        person_id=row.person_id,
        happened=f"wrote {ago(row.post_us, now_us)}" if row.post_text else "",
        what=row.post_text,
        why=why,
        act=act,
        url=row.url,
        on_list=on_list,
    )
