"""Today: whom to answer, whom to write to, what to decide; each with the reason."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, OuterRef, QuerySet, Subquery

from hobnob.domain import today as say
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
    rested = _rested(now_us)
    waiting = _waiting(now_us)
    taken = {row.person_id for row in waiting}
    sections = {Section.WAITING: _section(Section.WAITING, _waiting_rows(waiting, now_us))}
    # Whom to let go is decided before a word is suggested to the same person.
    for key, found in (
        (Section.SAY, _say_things),
        (Section.DECIDE, _to_decide),
        (Section.WATCHLIST, _worth_a_word),
    ):
        sections[key] = _section(key, found(taken | rested[key], now_us))
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _DraftSection:
    key: Section
    rows: tuple[_Draft, ...]
    total: int


def _section(key: Section, drafts: list[_Draft]) -> _DraftSection:
    return _DraftSection(key=key, rows=tuple(drafts[: say.AT_MOST[key]]), total=len(drafts))


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
                )
                for draft in section.rows
            ),
        )
        for section in sections
    )


def _rested(now_us: int) -> dict[Section, set[int]]:
    """By section: whom I dealt with lately, or put off."""
    rested: dict[Section, set[int]] = {section: set() for section in Section}
    for card in TodayCard.objects.all():
        is_done = card.done_us is not None and now_us - card.done_us < say.REST
        is_put_off = card.snoozed_until_us is not None and card.snoozed_until_us > now_us
        if card.section in rested and (is_done or is_put_off):
            rested[Section(card.section)].add(card.person_id)
    return rested


def _waiting(now_us: int) -> list[Waiting]:
    cards = {card.person_id: card for card in TodayCard.objects.filter(section=Section.WAITING)}
    states = (
        ContactState.objects.filter(
            waiting_last_us__gte=now_us - say.WAITS_AT_MOST, is_blocked=False
        )
        .select_related("waiting__post")
        .order_by("-waiting_last_us")[:_LOOKED_AT]
    )
    return say.waiting_for_my_answer(
        (
            _as_waiting(state)
            for state in states
            if not _is_dealt_with(cards.get(state.person_id), state, now_us)
        ),
        now_us,
    )


def _is_dealt_with(card: TodayCard | None, state: ContactState, now_us: int) -> bool:
    if card is None:
        return False
    is_done = card.done_us is not None and card.done_us >= (state.waiting_last_us or 0)
    return is_done or (card.snoozed_until_us is not None and card.snoozed_until_us > now_us)


def _as_waiting(state: ContactState) -> Waiting:
    interaction = state.waiting
    post = interaction.post if interaction else None
    return Waiting(
        person_id=state.person_id,
        kind=interaction.kind if interaction else "",
        text=post.text if post else "",
        at_us=state.waiting_last_us or 0,
        since_us=state.waiting_us or 0,
        url=_post_url(post),
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
        )
        for row in waiting
    ]


def _post_url(post: Post | None) -> str:
    return web_url(post.network, post.native_id, post.url) if post else ""


def _say_things(but: Collection[int], now_us: int) -> list[_Draft]:
    members = _members("say").exclude(person_id__in=list(but))
    rows = say.longest_quiet(_candidates(members, now_us))
    return [
        _candidate_row(row, say.why_one_of_ten(row, now_us), say.SAY_SOMETHING, now_us, "say")
        for row in rows
    ]


def _worth_a_word(but: Collection[int], now_us: int) -> list[_Draft]:
    members = _members("watchlist").exclude(person_id__in=list(but))
    rows = say.worth_a_word(_candidates(members[:_LOOKED_AT], now_us), now_us)
    return [
        _candidate_row(
            row, say.why_worth_a_word(row, now_us), say.SAY_SOMETHING, now_us, "watchlist"
        )
        for row in rows
    ]


def _to_decide(but: Collection[int], now_us: int) -> list[_Draft]:
    """A few to promote, then up to two to let go, then whoever else could be promoted."""
    states = _near(but)
    near = say.worth_promoting(
        (Candidate(person_id=each, state=state) for each, state in states.items()), now_us
    )[:_OFFERED]
    let_go = _overfull(but, now_us)
    room = say.AT_MOST[Section.DECIDE] - min(2, len(let_go))
    promote = [
        _candidate_row(row, say.why_promote(row, now_us), say.PROMOTE, now_us)
        for row in _with_posts([states[each.person_id] for each in near], now_us)
    ]
    return [*promote[:room], *let_go, *promote[room:]]


def _near(but: Collection[int]) -> dict[int, ContactState]:
    """Contacts who talk most with me, but for those on a close list or kept off one by hand."""
    decided = Membership.objects.filter(list__stage__gte=2).values("person_id")
    free = (
        ContactState.objects.filter(is_blocked=False)
        .exclude(person_id__in=decided)
        .exclude(person_id__in=list(but))
    )
    theirs = free.order_by("-d90_in")[:_LOOKED_AT]
    mine = free.order_by("-d30_out")[:_LOOKED_AT]
    return {state.person_id: state for some in (theirs, mine) for state in some}


def _overfull(but: Collection[int], now_us: int) -> list[_Draft]:
    drafts = []
    for each in List.objects.filter(capacity__isnull=False, is_capacity_hard=False):
        over_by = _members(each.key).count() - (each.capacity or 0)
        if over_by <= 0:
            continue
        quiet = say.longest_quiet(
            _candidates(_members(each.key).exclude(person_id__in=list(but)), now_us)
        )
        drafts += [
            _candidate_row(
                row,
                say.why_let_go(row, now_us, list_name=each.name, over_by=over_by),
                say.LET_GO,
                now_us,
                each.key,
            )
            for row in quiet[:over_by]
        ]
    return drafts


def _members(key: str) -> QuerySet[Membership]:
    return Membership.objects.filter(list__key=key, is_member=True).order_by("pk")


def _candidates(members: Iterable[Membership], now_us: int) -> list[Candidate]:
    """Members with their state, also where nothing ever happened, and their newest post."""
    person_ids = [each.person_id for each in members]
    known = ContactState.objects.in_bulk(person_ids)
    states = [known.get(each) or ContactState(person_id=each) for each in person_ids]
    return _with_posts([each for each in states if not each.is_blocked], now_us)


def _with_posts(states: Sequence[ContactState], now_us: int) -> list[Candidate]:
    posts = _newest_posts([each.person_id for each in states], now_us)
    return [
        Candidate(
            person_id=state.person_id,
            state=state,
            post_text=post.text if (post := posts.get(state.person_id)) else "",
            post_us=post.at_us if post else None,
            url=_post_url(post),
        )
        for state in states
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
