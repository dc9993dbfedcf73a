"""Today: whom to answer, to write to, to thank, what to decide; each with the reason."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q

from hobnob.domain import today as say
from hobnob.domain.beginning import Beginning
from hobnob.domain.today import Act, Section
from hobnob.storage.models import Interaction, TodayCard
from hobnob.storage.queries.asks.campaigns import PlanLine, current_plan
from hobnob.storage.queries.beginning import beginning
from hobnob.storage.queries.gestures.offers import Offer
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.today.circle import Circle
from hobnob.storage.queries.today.kindness import fair_ask, kind_things, to_thank
from hobnob.storage.queries.today.picks import say_things, to_decide, worth_a_word
from hobnob.storage.queries.today.rows import About, Draft, Pick, drafts
from hobnob.storage.queries.today.supporters import support_of
from hobnob.storage.queries.today.waiting import waiting, waiting_rows


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
    about: About = ()
    """What the act is about, for the form that opens."""
    offer: Offer | None = None
    """The gesture, where it is one."""


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
    is_unheard: bool
    """Nobody can wait yet: an archive holds only my side, and no network is connected."""
    plan: PlanLine | None
    """The campaign that runs, in one line."""

    @property
    def people(self) -> int:
        """How many people are on the page."""
        return len({row.person.person_id for section in self.sections for row in section.rows})

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return say.minutes_for([(s.key, len(s.rows)) for s in self.sections])


def today(now_us: int, *, reader: User | None = None) -> Today:
    """Everything Today shows. Nobody is in two sections: the best reason keeps them.

    Gestures wait for a reader: they may rest on what only one of us was told.
    """
    rested, done = _rested(now_us)
    day = _Day(reader=reader, now_us=now_us, circle=Circle(now_us), taken=rested)
    sections = {}
    for key in say.BEST_REASONS_FIRST:
        rows, total = _FOUND[key](day)
        shown = rows[: max(0, say.AT_MOST[key] - done[key])]
        sections[key] = _Section(key=key, rows=tuple(shown), total=total if shown else 0)
        day.taken |= {draft.person_id for draft in shown}
    return Today(
        sections=_with_people([sections[key] for key in Section]),
        is_first_run=not Interaction.objects.exists(),
        is_unheard=not sections[Section.WAITING].rows and beginning() is Beginning.UNHEARD,
        plan=current_plan(now_us),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """What a section shows. What is done counts against its most, so that a day has an end."""

    key: Section
    rows: tuple[Draft, ...]
    total: int


@dataclass(slots=True, kw_only=True)
class _Day:
    """What the sections are picked from, one after another."""

    reader: User | None
    now_us: int
    circle: Circle
    taken: set[int]
    """People who stand in a section already, or rest today."""


def _waiting(day: _Day) -> tuple[list[Draft], int]:
    those = waiting(day.now_us)
    # Who waits and is not shown is not written to about something else.
    day.taken |= {row.person_id for row in those}
    shown = waiting_rows(those[: say.AT_MOST[Section.WAITING]], day.now_us)
    return shown, len(those)


_Found = Callable[[_Day], tuple[list[Draft], int]]
"""The rows of a section, as many as it may show or more, and how many there are."""


def _picked(key: Section, picks_of: Callable[[Circle, Collection[int], int], list[Pick]]) -> _Found:
    """A section whose rows are people with their newest words."""

    def found(day: _Day) -> tuple[list[Draft], int]:
        picks = picks_of(day.circle, day.taken, day.now_us)
        return drafts(picks[: say.AT_MOST[key]], day.now_us), len(picks)

    return found


def _counted(rows_of: Callable[[_Day], list[Draft]]) -> _Found:
    """A section whose rows come whole."""

    def found(day: _Day) -> tuple[list[Draft], int]:
        rows = rows_of(day)
        return rows, len(rows)

    return found


_FOUND: dict[Section, _Found] = {
    Section.WAITING: _waiting,
    Section.THANK: _counted(lambda day: to_thank(day.taken, day.now_us)),
    Section.GESTURES: _counted(
        lambda day: kind_things(day.reader, day.taken, day.now_us) if day.reader else []
    ),
    Section.ASK: _counted(lambda day: fair_ask(day.taken, day.now_us)),
    Section.SAY: _picked(Section.SAY, say_things),
    Section.DECIDE: _picked(Section.DECIDE, to_decide),
    Section.WATCHLIST: _picked(Section.WATCHLIST, worth_a_word),
}


def _with_people(sections: list[_Section]) -> tuple[TodaySection, ...]:
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
                    about=draft.about,
                    offer=draft.offer,
                )
                for draft in section.rows
                if not _is_left_alone(draft, section.key, lines[draft.person_id])
            ),
        )
        for section in sections
    )


def _is_left_alone(draft: Draft, key: Section, line: PersonLine) -> bool:
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
