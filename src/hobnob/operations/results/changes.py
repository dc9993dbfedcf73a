"""How giving and joining changed for those we turned to, beside those to whom we never did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hobnob.domain import change_words as words
from hobnob.domain.moments import DAY
from hobnob.domain.money import DIGITS
from hobnob.domain.results import Change, Changes
from hobnob.measures.histories import (
    Gave,
    Stands,
    how_large,
    how_often,
    joined_soon,
    stands,
)
from hobnob.measures.returns import (
    FEWEST_APPROACHED,
    FEWEST_OTHERS,
    Effect,
    Histories,
    TooLittle,
    effect,
)
from hobnob.storage.queries.results.gifts import (
    Given,
    first_turned_to,
    joined_on,
    payments,
    supporters,
)

_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """All that files tell of supporters, as far as it is compared."""

    rows: Stands
    gifts: list[Gave]
    joined: dict[int, int | None]
    currency: str
    in_currency: list[Gave]
    """Gifts of the currency in which most were given."""


def changes(until_us: int) -> Changes:
    """Gift frequency, gift size, and joins; each may be too little to tell."""
    known = _known(until_us)
    told = (_frequency(known), _size(known), _joining(known))
    clear = [each for each in told if each.is_clear]
    summary = words.summary(clear=len(clear), told=sum(each.is_told for each in told))
    return Changes(
        sentence=" ".join((summary, *(each.sentence for each in clear))),
        counted=words.CHANGES_COUNTED,
        changes=told,
    )


def _known(until_us: int) -> _Known:
    given = payments()
    joined = joined_on()
    days = (*(each.day for each in given), *(day for day in joined.values() if day is not None))
    # What came after the newest day in any file nobody knows yet.
    last_day = min((until_us - 1) // DAY, max(days, default=0))
    most = Counter(each.currency for each in given).most_common(1)
    currency = most[0][0] if most else ""
    return _Known(
        rows=stands(supporters(), first_turned_to(), last_day=last_day),
        gifts=_gave(given),
        joined=joined,
        currency=currency,
        in_currency=_gave(each for each in given if each.currency == currency),
    )


def _gave(given: Iterable[Given]) -> list[Gave]:
    return [Gave(each.person_id, each.day, each.amount) for each in given]


def _frequency(known: _Known) -> Change:
    histories = how_often(known.rows, known.gifts)
    found = effect(histories)
    if isinstance(found, TooLittle):
        return _too_little(words.FREQUENCY, found)
    return _told(
        words.FREQUENCY,
        "gifts a month",
        found,
        words.frequency(found.estimate, found.low, found.high),
        histories=histories,
    )


def _size(known: _Known) -> Change:
    histories = how_large(known.rows, known.in_currency)
    found = effect(histories)
    if isinstance(found, TooLittle):
        return _too_little(words.SIZE, found)
    return _told(
        words.SIZE,
        f"{known.currency} a gift".strip(),
        found,
        words.size(found.estimate, found.low, found.high, known.currency),
        histories=histories,
        scale=10.0 ** -DIGITS.get(known.currency, 2),
    )


def _joining(known: _Known) -> Change:
    histories = joined_soon(known.rows, known.gifts, known.joined)
    found = effect(histories)
    if isinstance(found, TooLittle):
        return _too_little(words.JOINING, found)
    return _told(
        words.JOINING,
        "of 100 people",
        found,
        words.joining(found.estimate, found.low, found.high),
        histories=histories,
        scale=100.0,
        was_before=False,
    )


def _told(
    name: str,
    unit: str,
    found: Effect,
    sentence: str,
    *,
    histories: Histories,
    scale: float = 1.0,
    was_before: bool = True,
) -> Change:
    chosen = histories.is_approached
    before = histories.before[:, -_YEAR:].mean(axis=1) * was_before
    return Change(
        name=name,
        sentence=sentence,
        counted=words.CHANGES_COUNTED,
        is_told=True,
        unit=unit,
        before=scale * float(before[chosen].mean()),
        after=scale * float(histories.after[chosen].mean()),
        others_before=scale * float(before[~chosen].mean()),
        others_after=scale * float(histories.after[~chosen].mean()),
        estimate=scale * found.estimate,
        low=scale * found.low,
        high=scale * found.high,
        is_clear=found.is_clear,
        approached=found.approached,
        others=found.others,
    )


def _too_little(name: str, found: TooLittle) -> Change:
    sentence = words.too_little(
        name,
        found.approached,
        found.others,
        fewest_approached=FEWEST_APPROACHED,
        fewest_others=FEWEST_OTHERS,
    )
    return Change(
        name=name,
        sentence=sentence,
        counted=words.CHANGES_COUNTED,
        is_told=False,
        approached=found.approached,
        others=found.others,
    )
