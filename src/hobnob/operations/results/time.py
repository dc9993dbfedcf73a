"""How the hours of a period divide over lists, pages and people."""

from collections.abc import Collection, Mapping, Sequence

from hobnob.domain.english import listed
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.periods import Period
from hobnob.domain.results import Hours, TimeAt
from hobnob.domain.results_words import HOURS_COUNTED, hours, not_added_up, outcome
from hobnob.domain.time_spent import PAGES, about
from hobnob.operations.results.outcomes import counts
from hobnob.storage.queries.outcomes.known import OutcomeLine
from hobnob.storage.queries.people.lines import person_lines
from hobnob.storage.queries.results.time import (
    list_names,
    lists_of,
    seconds_by_person,
    seconds_by_place,
)

SHOWN = 8
"""So many people are named."""


def time_spent(period: Period, reader_id: int | None, outcomes: Sequence[OutcomeLine]) -> Hours:
    """Hours by list and by person, beside what came of them; None: of everybody here."""
    by_person = seconds_by_person(period, reader_id)
    by_place = seconds_by_place(period, reader_id)
    names = {**PAGES, **list_names()}
    on_list = lists_of({each.person_id for each in outcomes})
    places = [
        _time(
            names.get(key, key.capitalize()),
            seconds,
            list_key="" if key in PAGES else key,
            came=[each for each in outcomes if each.person_id in on_list.get(key, ())],
        )
        for key, seconds in by_place.items()
        if seconds
    ]
    with_people = sum(by_person.values())
    if with_people:
        places.append(_time("pages of people", with_people))
    places.sort(key=lambda each: (-each.seconds, each.name))
    longest = by_person.most_common(SHOWN)
    lines = person_lines([each for each, _ in longest])
    whole = sum(by_place.values()) + with_people
    return Hours(
        sentence=hours(whole, places),
        counted=HOURS_COUNTED,
        seconds=whole,
        places=tuple(places),
        people=tuple(
            _time(
                lines[each].name,
                seconds,
                person_id=each,
                came=[line for line in outcomes if line.person_id == each],
            )
            for each, seconds in longest
            if each in lines and seconds
        ),
        not_added_up=_not_added_up(places, outcomes, on_list),
    )


def _not_added_up(
    places: Sequence[TimeAt],
    outcomes: Sequence[OutcomeLine],
    on_list: Mapping[str, Collection[int]],
) -> str:
    """What to know before adding up what came of lists; "" where nothing came of any."""
    if not any(each.came_of_it for each in places):
        return ""
    givers = [each.person_id for each in outcomes if each.kind == OutcomeKind.DONATION]
    on_any = set().union(*on_list.values())
    return not_added_up(sum(each not in on_any for each in givers))


def _time(
    name: str,
    seconds: int,
    *,
    list_key: str = "",
    person_id: int | None = None,
    came: Sequence[OutcomeLine] = (),
) -> TimeAt:
    return TimeAt(
        name=name,
        seconds=seconds,
        words=about(seconds),
        list_key=list_key,
        person_id=person_id,
        came_of_it=listed(map(outcome, counts(came))),
    )
