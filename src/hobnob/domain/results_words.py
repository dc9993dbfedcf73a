"""Results as sentences: words before numbers, and how each number was counted beside it."""

from collections.abc import Mapping, Sequence

from hobnob.domain.english import listed, times
from hobnob.domain.ladder import Rung
from hobnob.domain.money import sums
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.results import NOTHING_YET, OutcomeCount, Results, TimeAt
from hobnob.domain.time_spent import about

_KINDS = {
    OutcomeKind.CLIENT: ("client", "clients"),
    OutcomeKind.JOB: ("job", "jobs"),
    OutcomeKind.BUSINESS: ("piece of business", "pieces of business"),
    OutcomeKind.INFORMATION: ("piece of information", "pieces of information"),
    OutcomeKind.REFERRAL: ("referral", "referrals"),
    OutcomeKind.INTRODUCTION: ("introduction", "introductions"),
    OutcomeKind.MENTION: ("mention", "mentions"),
    OutcomeKind.OPPORTUNITY: ("opportunity", "opportunities"),
    OutcomeKind.GIFT: ("gift to you", "gifts to you"),
    OutcomeKind.VISIT: ("visit", "visits"),
    OutcomeKind.FUN: ("good time", "good times"),
    OutcomeKind.PROMOTION: ("promotion", "promotions"),
    OutcomeKind.PETITION: ("signature", "signatures"),
    OutcomeKind.VOLUNTEERING: ("helping hand", "helping hands"),
    OutcomeKind.DEFENCE: ("word in your defence", "words in your defence"),
    OutcomeKind.JOIN: ("new member", "new members"),
    OutcomeKind.DONATION: ("donation", "donations"),
}

HOURS_COUNTED = (
    "Counted while a page lay open in front of somebody, to the minute. "
    "Time away from the screen is not in it."
)
OUTCOMES_COUNTED = (
    "Gifts, memberships, signatures and help by your own files; all else as somebody logged it. "
    "What was told twice counts once, and nothing is guessed."
)
TALKED_COUNTED = (
    "A word is a mention, an answer, a quote, a message, a call or a meeting on record."
)
PROMOTIONS_COUNTED = (
    "Reposts and quotes of what you posted, as the networks told them. "
    "A share that no network tells of is not in it."
)
STEADINESS_COUNTED = (
    "A person counts in a week in which something went both ways, Monday to Sunday. "
    "How often in that week makes no difference."
)


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 person", "1,240 people"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def people(count: int) -> str:
    """ "1 person", "1,240 people"."""
    return counted(count, "person", "people")


def hours(seconds: int, places: Sequence[TimeAt]) -> str:
    """ "About 6½ hours, most of it with The Watchlist (about 4 hours)."."""
    if not seconds:
        return "No time counted yet. It counts while a page lies open in front of you."
    said = about(seconds)
    whole = f"{said[0].upper()}{said[1:]}"
    longest = places[0]
    if len(places) == 1:
        return f"{whole}, all of it at {longest.name}."
    if longest.seconds * 2 >= seconds:
        return f"{whole}, most of it at {longest.name} ({longest.words})."
    return f"{whole}, the longest at {longest.name} ({longest.words})."


def outcome(each: OutcomeCount) -> str:
    """ "3 donations (120 EUR)"."""
    worth = f" ({each.worth_words})" if each.worth_words else ""
    return counted(each.count, *_KINDS[each.kind]) + worth


def outcomes(kinds: Sequence[OutcomeCount]) -> str:
    """ "3 donations (120 EUR), 2 referrals and 1 new member."."""
    if not kinds:
        return "Nothing came of it that anybody logged or a file tells."
    return f"{listed(map(outcome, kinds))}."


def worth(by_currency: Mapping[str, int], *, is_all: bool = True) -> str:
    """ "120 EUR and 15 USD"; "25 EUR of them told" where nobody said it of the others."""
    said = sums(by_currency)
    return said if is_all or not said else f"{said} of them told"


def talked(both: int, wrote_us: int, we_wrote: int) -> str:
    """ "You and 34 people had words with each other; 60 said something to you, you to 41."."""
    if not (wrote_us or we_wrote):
        return "Nobody said a word to you, or you to anybody, in that time."
    if not both:
        return f"{people(wrote_us)} said something to you, you to {we_wrote:,}; no talk yet."
    return (
        f"You talked with {people(both)}, in words that went both ways; "
        f"{wrote_us:,} said something to you, and you to {we_wrote:,}."
    )


def promotions(count: int, by: int, first: int, regular: int) -> str:
    """ "12 people shared you 31 times: 4 for the first time, 5 in more than one week."."""
    if not count:
        return "Nobody shared what you said in that time, as far as the networks tell."
    shared = f"{people(by)} shared you {times(count)}"
    details = []
    if first:
        details.append(f"{first:,} for the first time")
    if regular:
        details.append(f"{regular:,} in more than one week")
    return f"{shared}{': ' if details else ''}{', '.join(details)}."


def steadiness(usual: int, steady: int, weeks: int) -> str:
    """ "In a usual week something went both ways with 9 people; with 4 in half of all weeks."."""
    if not usual and not steady:
        return f"In the usual one of these {counted(weeks, 'week')} nothing went both ways."
    often = f"; with {people(steady)} in at least half of all weeks" if steady else ""
    return f"In a usual week something went both ways with {people(usual)}{often}."


def believers(count: int, new: int) -> str:
    """ "12 people share or answer again and again. 3 became one in this time."."""
    if not count:
        return (
            "Nobody yet who shares or answers again and again. It takes three days within a year."
        )
    verb = "shares or answers" if count == 1 else "share or answer"
    fresh = f" {new:,} became one in this time." if new else ""
    return f"{people(count)} {verb} again and again.{fresh}"


def reach(unique: int, added_up: int, believers: int) -> str:
    """ "Together they reach 1,240 people whom we could see; added up it would be 1,900."."""
    if not unique:
        return "Nobody could be seen around them. No network tells who follows somebody else."
    twice = f" Added up it would be {added_up:,}: many follow several." if added_up > unique else ""
    who = "One believer reaches" if believers == 1 else f"{believers:,} believers together reach"
    return f"{who} {people(unique)} of those we could see.{twice}"


def adds(name: str, count: int, *, is_first: bool) -> str:
    """ "Ana adds 212 people whom nobody before her reaches": said without a she."""
    if is_first:
        return f"{name} reaches {people(count)}."
    return f"{name} adds {people(count)} whom nobody above reaches."


def spread(count: int, believers: int) -> str:
    """ "9 people came for the first time, soon after somebody they follow had shared you: ..."."""
    if not count:
        return "Nobody was seen to come after somebody they follow had shared you."
    who = "one believer" if believers == 1 else f"{believers:,} believers"
    came = f"{people(count)} came for the first time"
    return f"{came}, soon after somebody they follow had shared you: around {who}."


def followed(name: str, count: int, did: str) -> str:
    """ "After Ana shared you, 4 people came: 3 shared you, 1 joined."."""
    return f"After {name} shared you, {people(count)} came: {did}."


def concentration(what: str, half: int, whole: int) -> str:
    """ "5 of 42 people brought half of all sharing."."""
    if what == "reach":
        return f"{half:,} of {whole:,} believers reach half of all whom they reach together."
    of_what = "all sharing" if what == "sharing" else "all that came of it"
    return f"{half:,} of {people(whole)} brought half of {of_what}."


def ladder(by_rung: Mapping[Rung, int], climbed: int) -> str:
    """ "14 people came closer: 6 now talk with you, 2 you met in person."."""
    if not climbed:
        return "Nobody came to a new rung of the ladder in that time."
    said = [_RUNGS[rung].format(f"{count:,}") for rung, count in by_rung.items() if count]
    return f"{people(climbed)} came closer: {listed(said)}."


_RUNGS = {
    Rung.MET: "{} you met for the first time",
    Rung.TALKING: "{} began to talk with you",
    Rung.MUTUAL: "with {} it became mutual",
    Rung.OTHER_NETWORK: "{} on another network too",
    Rung.CALL: "{} you had a call with",
    Rung.IN_PERSON: "{} you met in person",
    Rung.OUTCOME: "of {} something came",
}

LADDER_COUNTED = (
    "The first time that each rung was reached: of people on close lists, supporters found on a "
    "network, and those with whom something was logged by hand."
)
BELIEVERS_COUNTED = (
    "A believer shared what you said on three days within a year, or answered on so many and does "
    "so at least one time in four that you write first. They are in the order of "
    "what they do at least, nine chances of ten, when they could: 9 times of 12 comes "
    "before 1 of 1. How they answer is as of today. Looked for among people on close lists, and "
    "everybody who shared within a year."
)
REACH_COUNTED = (
    "Everybody seen reposting, answering or mentioning a believer within a year, or ever following "
    "one, each person once. No network was asked who follows whom, so it is less than there are."
)
SPREAD_COUNTED = (
    "People seen around a believer, whose first share, mention, answer, signature, gift or joining "
    "came within 30 days after the believer's share. After it, and perhaps not because of it."
)
CONCENTRATION_COUNTED = (
    "Everybody in the order of what they bring, the most first, and how much the first so many "
    "bring together; for reach each person counts once."
)
NO_CONCENTRATION = "Too few people to say how much a few of them bring."


def summary(found: Results) -> tuple[str, ...]:
    """What to read where one reads nothing else."""
    if found.is_empty:
        return (NOTHING_YET,)
    parts = (
        found.hours,
        found.outcomes,
        found.promotions,
        found.believers,
        *((found.reach,) if found.reach.unique else ()),
        found.changes,
    )
    return tuple(each.sentence for each in parts)


NOT_KNOWN = (
    "What people say about you where you cannot see it, and time away from the screen.",
    "Whether something happened because of you: what came after need not have come of it.",
    "How many people in all follow somebody: no network was asked, and only those seen count.",
)
