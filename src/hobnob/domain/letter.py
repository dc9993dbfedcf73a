"""Results as a letter to a board: one page that says what came of it, how one knows, what not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hobnob.domain.charts.concentration import concentration
from hobnob.domain.charts.drawing import Drawing, plain
from hobnob.domain.charts.ladder import ladder
from hobnob.domain.charts.reach import reach
from hobnob.domain.charts.steadiness import steadiness
from hobnob.domain.english import listed
from hobnob.domain.our_voice import in_our_voice
from hobnob.domain.results import OutcomeCount, Part, Results, Worth
from hobnob.domain.results_words import gifts, outcome, people
from hobnob.domain.time_spent import about

TITLE = "What came of it"
NOTHING = "nothing on record"

_CHARTS = 3
_CHART_WIDTH = 225.0
_BELIEVERS = 7
"""So many fit into a small chart."""

_WORTH = {
    Worth.PROMOTION: "Promotion",
    Worth.ACTION: "Action",
    Worth.DEFENCE: "Defence",
    Worth.JOINED: "Joined",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One line of what stands against the hours."""

    what: str
    found: str
    is_nothing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A few sentences under a word."""

    about: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Everything on the page, from above."""

    title: str
    head: str
    """Whose letter it is where that is known, and the period."""
    sentences: tuple[str, ...]
    charts: tuple[Drawing, ...]
    lines: tuple[BoardLine, ...]
    changes: tuple[str, ...]
    """Before and after, what the sentences above do not tell: "too little to tell" included."""
    counted: tuple[Paragraph, ...]
    not_known: tuple[str, ...]


def letter(found: Results) -> Letter:
    """The letter of a period, in the voice in which one writes to others.

    The first sentence names lists, in words that somebody chose: those are left alone.
    """
    first, rest = found.summary[:1], found.summary[1:]
    return Letter(
        title=TITLE,
        head=plain(", ".join(filter(None, (found.whose, found.period.words)))),
        sentences=(*map(plain, first), *map(in_our_voice, rest)),
        charts=tuple(map(_drawn_for_others, charts(found)[:_CHARTS])),
        lines=() if found.is_empty else tuple(map(_for_others, board_lines(found))),
        changes=() if found.is_empty else tuple(map(in_our_voice, _not_said_above(found))),
        counted=() if found.is_empty else tuple(_counted(found)),
        not_known=tuple(map(in_our_voice, found.not_known)),
    )


def charts(found: Results) -> tuple[Drawing, ...]:
    """What can be drawn: a chart without anything in it says nothing."""
    drawn = []
    if found.steadiness.is_drawn:
        drawn.append(steadiness(found.steadiness, width=_CHART_WIDTH))
    if found.ladder.moves:
        drawn.append(ladder(found.ladder, width=_CHART_WIDTH))
    if found.reach.unique:
        drawn.append(reach(found.reach, width=_CHART_WIDTH, shown=_BELIEVERS))
    drawn += [concentration(each, width=_CHART_WIDTH) for each in found.concentration.curves]
    return tuple(drawn)


def board_lines(found: Results) -> tuple[BoardLine, ...]:
    """Hours first, and against them what an organisation gets."""
    shared, believers = found.promotions, found.believers
    return (
        _line("Hours", about(found.hours.seconds), found.hours.seconds),
        _line(
            "Shared",
            f"{shared.times:,} {'time' if shared.times == 1 else 'times'}, "
            f"by {people(shared.people)}",
            shared.times,
        ),
        *(_line(name, *_came(found, worth)) for worth, name in _WORTH.items()),
        _line("Gave", gifts(found.outcomes.kinds), len(found.outcomes.of(Worth.GAVE))),
        _line(
            "Believers",
            people(believers.people) + (f", {believers.new:,} of them new" * bool(believers.new)),
            believers.people,
        ),
        _line("Reach", f"{people(found.reach.unique)}, each counted once", found.reach.unique),
    )


def _not_said_above(found: Results) -> tuple[str, ...]:
    changes, above = found.changes.changes, " ".join(found.summary)
    if not any(each.is_told for each in changes):
        return ()  # the sentence above says so, once for all
    return tuple(each.sentence for each in changes if each.sentence not in above)


def _came(found: Results, worth: Worth) -> tuple[str, int]:
    kinds = found.outcomes.of(worth)
    return listed(map(_by_whom, kinds)), sum(each.count for each in kinds)


def _by_whom(each: OutcomeCount) -> str:
    """ "7 donations (420 EUR) from 5 people", "4 signatures" where nobody signed twice."""
    from_whom = f" from {people(each.people)}" if each.people != each.count else ""
    return f"{outcome(each)}{from_whom}"


def _drawn_for_others(chart: Drawing) -> Drawing:
    return replace(chart, title=in_our_voice(chart.title), says=in_our_voice(chart.says))


def _for_others(line: BoardLine) -> BoardLine:
    return replace(line, found=in_our_voice(line.found))


def _line(what: str, words: str, count: int) -> BoardLine:
    return BoardLine(what=what, found=words if count else NOTHING, is_nothing=not count)


def _counted(found: Results) -> Iterable[Paragraph]:
    parts: tuple[tuple[str, Part], ...] = (
        ("Hours", found.hours),
        ("What came of it", found.outcomes),
        ("Shared", found.promotions),
        ("Believers", found.believers),
        ("Reach", found.reach),
        ("Before and after", found.changes),
    )
    for about_what, part in parts:
        yield Paragraph(about=about_what, words=in_our_voice(part.counted))
