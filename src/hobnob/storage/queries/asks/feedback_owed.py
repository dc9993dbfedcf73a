"""Whose feedback was asked for or given, and who was not told yet what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hobnob.domain.ask_words import Answer
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import DAY, ago
from hobnob.domain.outcomes import OutcomeKind
from hobnob.storage.models import Ask, Deed
from hobnob.storage.queries.people.lines import PersonLine, person_lines

_LOOKS_BACK = 365 * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class ToReport:
    """Somebody to whom something should be reported back."""

    person: PersonLine
    what: str
    """What it was about, as somebody wrote it down."""
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    person_id: int
    at_us: int
    what: str
    did: str


def feedback_owed(now_us: int) -> tuple[ToReport, ...]:
    """One row a person, who has waited longest first. Nobody who died or wants to be left alone."""
    reported = _reported()
    newest: dict[int, _Told] = {}
    for each in (*_logged(now_us), *_said_yes(now_us)):
        is_newest = each.at_us > newest[each.person_id].at_us if each.person_id in newest else True
        if is_newest and each.at_us > reported.get(each.person_id, 0):
            newest[each.person_id] = each
    people = person_lines(newest)
    return tuple(
        ToReport(
            person=people[each.person_id],
            what=each.what,
            because=f"because {each.did} {ago(each.at_us, now_us)}, and they heard nothing since",
        )
        for each in sorted(newest.values(), key=lambda told: told.at_us)
        if not people[each.person_id].caution
    )


def _logged(now_us: int) -> Iterator[_Told]:
    """Feedback that was written down by hand, asked for or given."""
    deeds = Deed.objects.filter(
        kind=Kind.FEEDBACK, at_us__gte=now_us - _LOOKS_BACK, decision__undone_by__isnull=True
    )
    rows = deeds.values_list("decision__account__person_id", "at_us", "decision__why", "direction")
    for person_id, at_us, what, direction in rows:
        is_theirs = direction == Direction.TOWARDS_ME
        did = "they told you what they think" if is_theirs else "you asked what they think"
        yield _Told(person_id=person_id, at_us=at_us, what=what, did=did)


def _said_yes(now_us: int) -> Iterator[_Told]:
    """Who was asked for it and said yes."""
    asks = Ask.objects.filter(
        outcome=OutcomeKind.INFORMATION,
        answer=Answer.YES,
        answered_us__gte=now_us - _LOOKS_BACK,
        decision__undone_by__isnull=True,
    )
    rows = asks.values_list("decision__account__person_id", "answered_us", "decision__why")
    for person_id, at_us, what in rows:
        did = "they said yes when you asked what they think"
        yield _Told(person_id=person_id, at_us=at_us or 0, what=what, did=did)


def _reported() -> dict[int, int]:
    """By person id: when they were last told what came of something."""
    reports = Deed.objects.filter(
        kind=Kind.REPORT, direction=Direction.FROM_ME, decision__undone_by__isnull=True
    )
    return dict(reports.order_by("at_us").values_list("decision__account__person_id", "at_us"))
