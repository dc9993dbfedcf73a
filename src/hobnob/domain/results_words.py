"""Results as sentences: words before numbers, and how each number was counted beside it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from hobnob.domain.english import listed, times
from hobnob.domain.ladder import Rung
from hobnob.domain.money import money, sums
from hobnob.domain.outcomes import WORDS
from hobnob.domain.results import NOTHING_YET, OutcomeCount, Outcomes, Results, TimeAt, Worth
from hobnob.domain.time_spent import about

HOURS_COUNTED = (
    "Counted while a page lay open in front of somebody, to the minute. "
    "Time away from the screen is not in it."
)
OUTCOMES_COUNTED = (
    "Gifts, memberships, signatures and help by your own files; all else as somebody logged it. "
    "What was told twice counts once, and nothing is guessed. You had talked with somebody where a "
    "word had gone each way, or you had met or called, before the day of their gift."
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


def _counted(each: OutcomeCount) -> str:
    return counted(each.count, WORDS[each.kind].one, WORDS[each.kind].many)


def and_more(count: int) -> str:
    """ "and 16 more", under a list that names the first of many; "" where it names all."""
    return f"and {count:,} more" if count > 0 else ""


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
    """ "3 donations (120 EUR)", "3 donations from people you had talked with before"."""
    worth = f" ({each.worth_words})" if each.worth_words else ""
    return f"{_counted(each)}{worth} {from_whom(each)}".rstrip()


def from_whom(each: OutcomeCount) -> str:
    """Of gifts "from people you had talked with before", or from others; "" of all else."""
    return _FROM_WHOM[each.had_talked]


_FROM_WHOM = {
    None: "",
    True: "from people you had talked with before",
    False: "from people you had not talked with",
}


def outcomes(kinds: Sequence[OutcomeCount]) -> str:
    """ "2 referrals and 1 new member. From people you had talked with before: 3 donations …"."""
    if not kinds:
        return "Nothing came of it that anybody logged or a file tells."
    others = [outcome(each) for each in kinds if each.had_talked is None]
    return " ".join(filter(None, (f"{listed(others)}." if others else "", gifts(kinds))))


def gifts(kinds: Sequence[OutcomeCount]) -> str:
    """What was given, told apart: all gifts of a file are not what talking with people brought."""
    told = {each.had_talked: each for each in kinds if each.had_talked is not None}
    if not told:
        return ""
    after_talk, others = told.get(True), told.get(False)
    said = (
        f"From people you had talked with before: {_given(after_talk)}."
        if after_talk
        else "No gift came from people you had talked with before."
    )
    if others is None:
        return said
    where = " in your files" if others.by_files == others.count else ""
    which = "All other gifts" if after_talk else "All gifts"
    return f"{said} {which}{where} in that time: {_given(others)}; you had not talked with them."


def _given(each: OutcomeCount) -> str:
    """ "3 donations, 120 EUR; of 2 no amount is known"."""
    donations = _counted(each)
    return f"{donations}, {each.worth_words}" if each.worth_words else donations


def worth(
    by_currency: Mapping[str, int],
    *,
    unknown: int = 0,
    given_back: Mapping[str, int] = MappingProxyType({}),
) -> str:
    """ "120 EUR and 15 USD; of 3 no amount is known"; `unknown` are those that nobody told."""
    parts = [
        _all_sums(by_currency),
        f"{_all_sums(given_back)} of it given back" if given_back else "",
        f"of {unknown:,} no amount is known" if unknown else "",
    ]
    return "; ".join(filter(None, parts)) if parts[0] else ""


def _all_sums(by_currency: Mapping[str, int]) -> str:
    said = sums({currency: each for currency, each in by_currency.items() if currency})
    if nameless := by_currency.get("", 0):
        unnamed = f"{money(nameless, '')} in a currency your files do not name"
        return f"{said}, and {unnamed}" if said else unnamed
    return said


def not_added_up(on_no_list: int) -> str:
    """Beside what came of lists: "Somebody on two lists counts on both; 38 gifts came from …"."""
    said = "Somebody on two lists counts on both"
    if on_no_list:
        said = f"{said}; {counted(on_no_list, 'gift')} came from people on no list"
    return f"{said}."


def talked(both: int, wrote_us: int, we_wrote: int) -> str:
    """ "You and 34 people had words with each other; 60 said something to you, you to 41."."""
    if not (wrote_us or we_wrote):
        return "Nobody said a word to you, or you to anybody, in that time."
    if not wrote_us:
        return f"You wrote to {people(we_wrote)}; nobody wrote to you in that time."
    if not both:
        return f"{people(wrote_us)} said something to you, you to {we_wrote:,}; no talk yet."
    return (
        f"You talked with {people(both)}, in words that went both ways; "
        f"{wrote_us:,} said something to you, and you to {we_wrote:,}."
    )


def only_mine(we_wrote: int, networks: Sequence[str]) -> str:
    """ "You wrote to 101 people. What they said comes when you connect X."."""
    return f"You wrote to {people(we_wrote)}. What they said comes when you connect " + (
        f"{listed(networks)}."
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


STEADY_UNKNOWN = "How steady it was nobody can tell from one side."


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
    """ "Around your 12 believers 1,240 people could be seen, each counted once. Added up …"."""
    if not unique:
        return "Nobody could be seen around them. No network tells who follows somebody else."
    twice = f" Added up it would be {added_up:,}: many follow several." if added_up > unique else ""
    who = "your one believer" if believers == 1 else f"your {believers:,} believers"
    return f"Around {who} {people(unique)} could be seen, each counted once.{twice}"


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
    return (
        found.hours.sentence,
        _for_a_board(found.outcomes),
        found.promotions.sentence,
        found.believers.sentence,
        *((found.reach.sentence,) if found.reach.unique else ()),
        found.changes.sentence,
    )


def _for_a_board(found: Outcomes) -> str:
    """The sorts that its table has, and no other: what is for ourselves is no board's business."""
    kinds = [each for each in found.kinds if each.worth != Worth.PERSONAL]
    if found.kinds and not kinds:
        return "Nothing came of it for the organisation that anybody logged or a file tells."
    return outcomes(kinds)


NOT_KNOWN = (
    "What people say about you where you cannot see it, and time away from the screen.",
    "Whether something happened because of you: what came after need not have come of it.",
    "How many people in all follow somebody: no network was asked, and only those seen count.",
)
