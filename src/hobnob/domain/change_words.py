"""What turning to people changed, as a sentence: never a number without how far it may be off."""

from hobnob.domain.money import DIGITS, money

MONTHS_A_YEAR = 365 / 30

FREQUENCY, SIZE, JOINING = "how often they gave", "how large gifts are", "who joined"

CHANGES_COUNTED = (
    "By the days of gifts and memberships in your own files. The day is the one on which you first "
    "turned to somebody: a word to them, a call, a gesture, an ask. Beside them stand supporters "
    "to whom you never turned, and the more alike what they gave before, the more they count. "
    "Sizes are compared of those who gave both before and after. Nobody drew lots, so what no file "
    "tells may still differ. The range holds the truth 95 times of 100."
)


def frequency(estimate: float, low: float, high: float) -> str:
    """Gifts a month of one person, told for ten people and a year."""
    more, least, most = (round(each * 10 * MONTHS_A_YEAR, 1) for each in (estimate, low, high))
    if low > 0.0 or high < 0.0:
        word = "more" if low > 0.0 else "less"
        low_end, high_end = sorted((abs(least), abs(most)))
        return (
            f"Those you turned to gave {word} often than people with the same past: for every ten "
            f"of them about {_number(abs(more))} gifts a year {'more' if low > 0.0 else 'fewer'}, "
            f"between {_number(low_end)} and {_number(high_end)}."
        )
    return (
        "No difference that one could tell in how often they gave: for every ten people somewhere "
        f"between {_number(abs(least))} gifts a year fewer and {_number(most)} more."
    )


def size(estimate: float, low: float, high: float, currency: str) -> str:
    """The size of a gift, in the smallest unit."""
    more, least, most = (_round(abs(each), currency) for each in (estimate, low, high))
    if low > 0.0 or high < 0.0:
        low_end, high_end = sorted((abs(low), abs(high)))
        return (
            f"Their gifts became {'larger' if low > 0.0 else 'smaller'} than those of people with "
            f"the same past: by about {more}, between {_round(low_end, currency)} and "
            f"{_round(high_end, currency)}."
        )
    return (
        "No difference that one could tell in the size of a gift: somewhere between "
        f"{least} smaller and {most} larger."
    )


def joining(estimate: float, low: float, high: float) -> str:
    """The share of people (0-1) who joined within three months."""
    more, least, most = (round(abs(each) * 100, 1) for each in (estimate, low, high))
    if low > 0.0 or high < 0.0:
        low_end, high_end = sorted((least, most))
        return (
            f"{'More' if low > 0.0 else 'Fewer'} of them joined within three months than of people "
            f"with the same past: of a hundred about {_number(more)}, between "
            f"{_number(low_end)} and {_number(high_end)}."
        )
    return (
        "No difference that one could tell in who joined: of a hundred somewhere between "
        f"{_number(least)} fewer and {_number(most)} more."
    )


def too_little(
    what: str, approached: int, others: int, *, fewest_approached: int, fewest_others: int
) -> str:
    """Why nobody can tell: a normal answer."""
    if approached < fewest_approached or others < fewest_others:
        return (
            f"Too little to tell about {what}: it takes {fewest_approached} people you turned to "
            f"and {fewest_others} others, watched for three months. There are {approached:,} and "
            f"{others:,}."
        )
    return f"Too little to tell about {what}: it happened too seldom, or to nobody like them."


def summary(*, clear: int, told: int) -> str:
    """All changes in one sentence."""
    if not told:
        return "Whether turning to people changed what they give: too little to tell yet."
    if not clear:
        return "Whether turning to people changed what they give: no difference one could tell yet."
    return "Turning to people changed what they do, beside people with the same past:"


def _number(count: float) -> str:
    return f"{count:,.0f}" if count >= 10 or count == round(count) else f"{count:,.1f}"


def _round(amount: float, currency: str) -> str:
    unit = 10 ** DIGITS.get(currency, 2)
    exact = round(amount)
    return money(exact if exact < 10 * unit else round(amount / unit) * unit, currency)
