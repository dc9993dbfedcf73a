"""Today: whom to answer, whom to write to, what to decide; each with the reason."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery

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
from hobnob.storage.queries.cadence import over_cadence
from hobnob.storage.queries.people import PersonLine, person_lines
from hobnob.storage.queries.states import states, states_of
from hobnob.storage.queries.today_supporters import decided_on, support_of, supporters_found

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
    post_id: int | None = None
    """What can be answered from here; None where there is no post."""
    is_private: bool = False
    """It is a direct message: nobody likes or reposts that."""
    tags: tuple[str, ...] = ()
    """What they are to us: "donor", "volunteer"."""


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
    circle = _Circle(now_us)
    # Whom to let go is decided before a word is suggested to the same person.
    for key, found in (
        (Section.SAY, _say_things),
        (Section.DECIDE, _to_decide),
        (Section.WATCHLIST, _worth_a_word),
    ):
        picks = found(circle, taken, now_us)
        shown = _drafts(picks[: say.AT_MOST[key]], now_us)
        sections[key] = _section(key, shown, total=len(picks), done=done[key])
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
    post_id: int | None = None
    is_private: bool = False


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
    people = {draft.person_id for section in sections for draft in section.rows}
    lines, known = person_lines(people), support_of(people)
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
                    why=say.and_gave(draft.why, known[draft.person_id].gave),
                    act=draft.act,
                    url=draft.url or lines[draft.person_id].url,
                    on_list=draft.on_list,
                    up_to_us=draft.up_to_us,
                    post_id=draft.post_id,
                    is_private=draft.is_private,
                    tags=known[draft.person_id].tags,
                )
                for draft in section.rows
                if not _is_left_alone(draft, section.key, lines[draft.person_id])
            ),
        )
        for section in sections
    )


def _is_left_alone(draft: _Draft, key: Section, line: PersonLine) -> bool:
    """Nobody is told to write to who died or asked for quiet; but whoever writes waits."""
    return bool(line.caution) and key != Section.WAITING and draft.act != say.LET_GO


def _rested(now_us: int) -> tuple[set[int], Counter[str]]:
    """Whom I dealt with lately or put off, in any section; and how many were done in each."""
    cards = TodayCard.objects.filter(
        Q(dealt_us__gt=now_us - say.REST) | Q(snoozed_until_us__gt=now_us),
        section__in=list(Section),
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
    "waiting__post_id",
    *(f"waiting__post__{each}" for each in ("text", "network", "native_id", "url", "is_private")),
)


def _as_waiting(
    person_id: int,
    kind: str | None,
    post_id: int | None,
    text: str | None,
    network: str | None,
    native_id: str | None,
    url: str | None,
    is_private: bool | None,
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
        # The post may be gone; what refers to it is kept.
        post_id=post_id if network else None,
        is_private=bool(is_private),
    )


def _waiting_rows(waiting: list[Waiting], now_us: int) -> list[_Draft]:
    person_ids = [row.person_id for row in waiting]
    mentioned = set(
        Membership.objects.filter(
            list__key="mentioned", is_member=True, person_id__in=person_ids
        ).values_list("person_id", flat=True)
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
            post_id=row.post_id,
            is_private=row.is_private,
        )
        for row in waiting
    ]


class _Circle:
    """The lists with a capacity and what is known of their members, read once for all sections."""

    def __init__(self, now_us: int) -> None:
        self.lists = list(List.objects.filter(capacity__isnull=False))
        self._ids: dict[str, list[int]] = {each.key: [] for each in self.lists}
        on_them = Membership.objects.filter(list__in=[each.pk for each in self.lists])
        rows = on_them.filter(is_member=True).order_by("pk")
        for key, person_id in rows.values_list("list__key", "person_id"):
            self._ids[key].append(person_id)
        spoken_to = {*self._ids.get("say", ()), *self._ids.get("watchlist", ())[:_LOOKED_AT]}
        self.late = dict(islice(over_cadence(now_us).items(), _LOOKED_AT))
        """With whom a word is due, the latest first, and why."""
        spoken_to |= self.late.keys()
        weighed = spoken_to.union(*(self._ids[each.key] for each in self.overfull))
        self._states = states_of(weighed)
        self._posts = _newest_posts(spoken_to, now_us)

    @property
    def overfull(self) -> list[List]:
        """The soft lists that hold more people than they are meant for."""
        return [each for each in self.lists if not each.is_capacity_hard and self.over_by(each) > 0]

    def over_by(self, on: List) -> int:
        """How many people too many are on a list."""
        return len(self._ids[on.key]) - (on.capacity or 0)

    def members(self, key: str, but: Collection[int]) -> list[Candidate]:
        """Who is on a list, the longest first; without those I blocked."""
        return self._weighed(self._ids.get(key, ()), but)

    def members_and_late(self, key: str, but: Collection[int]) -> list[Candidate]:
        """Who is on a list, and with whom a word is due who is not on the inner one."""
        on_it = self._weighed(self._ids.get(key, ()), but)[:_LOOKED_AT]
        others = {*but, *self._ids.get(key, ()), *self._ids.get("say", ())}
        return on_it + self._weighed(self.late, others)

    def is_on(self, key: str, person_id: int) -> bool:
        """Whether somebody is on a list."""
        return person_id in self._ids.get(key, ())

    def _weighed(self, person_ids: Iterable[int], but: Collection[int]) -> list[Candidate]:
        weighed = [each for each in person_ids if each in self._states and each not in but]
        return [
            _candidate(each, self._states[each], self._posts.get(each))
            for each in weighed
            if not self._states[each].is_blocked
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pick:
    """Somebody whom a section picks, and what it will say of them."""

    row: Candidate
    why: Callable[[Candidate, int], str]
    act: Act
    on_list: str = ""


def _say_things(circle: _Circle, but: Collection[int], _now_us: int) -> list[_Pick]:
    return [
        _Pick(row=row, why=say.why_one_of_ten, act=say.SAY_SOMETHING, on_list="say")
        for row in say.longest_quiet(circle.members("say", but))
    ]


def _worth_a_word(circle: _Circle, but: Collection[int], now_us: int) -> list[_Pick]:
    """Those of the Watchlist, and everybody from whom I wish to hear more often than I do."""
    found = circle.members_and_late("watchlist", but)
    return [
        _Pick(
            row=row,
            why=_why_a_word(circle.late.get(row.person_id)),
            act=say.SAY_SOMETHING,
            on_list="watchlist" if circle.is_on("watchlist", row.person_id) else "",
        )
        for row in say.worth_a_word(found, now_us, wished=circle.late)
    ]


def _why_a_word(late: str | None) -> Callable[[Candidate, int], str]:
    return partial(say.why_wished, late=late) if late else say.why_worth_a_word


def _to_decide(circle: _Circle, but: Collection[int], now_us: int) -> list[_Pick]:
    """Supporters just found, a few to promote, up to two to let go, then others to promote."""
    found = _just_found(but, now_us)
    others = {*but, *(pick.row.person_id for pick in found)}
    promote = found + [
        _Pick(row=row, why=say.why_promote, act=say.PROMOTE)
        for row in say.worth_promoting(_near(others), now_us)[:_OFFERED]
    ]
    let_go = [pick for each in circle.overfull for pick in _too_many(each, circle, but)]
    room = say.AT_MOST[Section.DECIDE] - min(2, len(let_go))
    return [*promote[:room], *let_go, *promote[room:]]


def _just_found(but: Collection[int], now_us: int) -> list[_Pick]:
    """Our supporters whose accounts were found lately, and to whom nobody spoke yet."""
    found = supporters_found(since_us=now_us - say.FOUND_LATELY, but=but)
    return [
        _Pick(
            row=_candidate(each.person_id, contact_state.ContactState(), None),
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
        .exclude(person_id__in=list(but))
    )
    theirs = free.order_by("-d90_in")[:_LOOKED_AT]
    mine = free.order_by("-d30_out")[:_LOOKED_AT]
    near = states(theirs) | states(mine)
    return [_candidate(person_id, state, None) for person_id, state in near.items()]


def _too_many(on: List, circle: _Circle, but: Collection[int]) -> list[_Pick]:
    """As many of a list's members as it holds too many: those quiet longest."""
    over_by = circle.over_by(on)
    why = partial(say.why_let_go, list_name=on.name, over_by=over_by)
    quiet = say.longest_quiet(circle.members(on.key, but))[:over_by]
    return [_Pick(row=row, why=why, act=say.LET_GO, on_list=on.key) for row in quiet]


def _drafts(picks: Sequence[_Pick], now_us: int) -> list[_Draft]:
    """The rows of those picked, each with its newest words."""
    silent = [pick.row.person_id for pick in picks if pick.row.post_us is None]
    posts = _newest_posts(silent, now_us)
    return [_draft(pick, posts.get(pick.row.person_id), now_us) for pick in picks]


def _draft(pick: _Pick, post: Post | None, now_us: int) -> _Draft:
    row = pick.row
    if post is not None:
        row = _candidate(row.person_id, row.state, post)
    return _Draft(
        person_id=row.person_id,
        happened=f"wrote {ago(row.post_us, now_us)}" if row.post_text else "",
        what=row.post_text,
        why=pick.why(row, now_us),
        act=pick.act,
        url=row.url,
        on_list=pick.on_list,
        post_id=row.post_id,
    )


def _candidate(person_id: int, state: State, post: Post | None) -> Candidate:
    return Candidate(
        person_id=person_id,
        state=state,
        post_text=post.text if post else "",
        post_us=post.at_us if post else None,
        url=web_url(post.network, post.native_id, post.url) if post else "",
        post_id=post.pk if post else None,
    )


def _newest_posts(person_ids: Collection[int], now_us: int) -> dict[int, Post]:
    if not person_ids:
        return {}
    newest = (
        Post.objects.filter(author__person_id=OuterRef("pk"), at_us__lte=now_us, is_private=False)
        .order_by("-at_us")
        .values("pk")[:1]
    )
    people = Person.objects.filter(pk__in=list(person_ids)).annotate(newest=Subquery(newest))
    posts = Post.objects.filter(pk__in=people.values("newest"))
    return {post.person_id: post for post in posts.annotate(person_id=F("author__person_id"))}
