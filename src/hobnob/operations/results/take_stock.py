"""Everything that came of the time one spent on people in a period: one answer, for any reader."""

from dataclasses import replace

from hobnob.domain.periods import Period
from hobnob.domain.results import Results
from hobnob.domain.results_words import NOT_KNOWN, summary
from hobnob.operations.results.believers import believers, weigh
from hobnob.operations.results.changes import changes
from hobnob.operations.results.concentration import concentration
from hobnob.operations.results.ladder import who_came_closer
from hobnob.operations.results.outcomes import what_came_of_it
from hobnob.operations.results.reach import reach, spread, steps_of, whom_they_reach
from hobnob.operations.results.talk import promotions, steadiness, talked_with
from hobnob.operations.results.time import time_spent
from hobnob.storage.queries.outcomes.known import outcomes_of
from hobnob.storage.queries.results.talk import shares_by_person
from hobnob.storage.queries.results.whose import my_name


def results(*, since_us: int, until_us: int, now_us: int, reader_id: int | None = None) -> Results:
    """The results of a period, its end left out. The hours are one reader's, or everybody's."""
    period = Period(since_us=since_us, until_us=until_us)
    lines = outcomes_of(since_us=since_us, until_us=until_us, now_us=now_us)
    shares = shares_by_person(period)
    weighed = weigh(period, now_us=now_us)
    around = whom_they_reach(weighed, until_us)
    steps = steps_of(around)
    talked = talked_with(period)
    found = Results(
        period=period,
        whose=my_name(),
        summary=(),
        hours=time_spent(period, reader_id, lines),
        outcomes=what_came_of_it(lines, period),
        ladder=who_came_closer(period, now_us=now_us),
        talked=talked,
        believers=believers(weighed, {each.who: each for each in steps}, period),
        reach=reach(around, steps),
        spread=spread(around, weighed, period),
        changes=changes(until_us),
        concentration=concentration(shares, steps, lines),
        promotions=promotions(shares, period),
        steadiness=steadiness(period, is_one_sided=talked.is_one_sided),
        not_known=NOT_KNOWN,
    )
    return replace(found, summary=summary(found))
