"""Accounts that behave badly towards me: abuse, crowds of names, the same link again and again.

A sentence counts as abuse only where it is said to me: "you are", an imperative, a threat. What
somebody calls a referee, a timetable or themself is none of it, nor is teasing that says so.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from urllib.parse import urlsplit

from hobnob.domain.hygiene.findings import Finding, Place, Proof, Proposes, check
from hobnob.domain.hygiene.insult_words import AMONG_FRIENDS, INSULT, THREAT
from hobnob.domain.hygiene.letters import readable, spelt
from hobnob.domain.hygiene.phrases import phrases
from hobnob.domain.hygiene.seen import Seen, Told
from hobnob.domain.hygiene.words import host_of, towards_me
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY

INSULTS, MANY_INSULTS = 2, 3
"""How many insults make abuse, which one may want a rest from; and how many are past that, or past
teasing between people who talk with each other."""

CROWD, CROWDS, CROWDS_WITHIN = 5, 3, 90 * DAY
"""How many names make a crowd, and how many crowds within what time make a habit."""

LINKS = 3
"""How often the same comes to be spam: two may be a slip."""

ANSWERS, FEW_WORDS = 4, 5
"""How often answers bring other pages of one site, up to so many words beside each, to be spam:
three songs are a present."""

_NAMED_KINDLY = phrases("""
    #ff/#followfriday
en: thank/thanks/thx/congrat~/welcome/speaker/speakers/panel/happy_birthday
es: gracias/felicidades
pt: obrigada/obrigado/parabéns
fr: merci/bravo
de: danke/dank
it: grazie
nl: bedankt/dank
pl: dziękuj~
sv: tack
tr: teşekkür~
ru: спасибо
ja: ありがとう
ar: شكرا
""")


@check("You marked it")
def marked_bad(seen: Seen, _now_us: int) -> Finding | None:
    """You marked something they did as bad behaviour."""
    if not seen.marked_bad:
        return None
    count = len(seen.marked_bad)
    why = next((f": {mark.why}" for mark in seen.marked_bad if mark.why), "")
    times = "what they did" if count == 1 else f"{count} things they did"
    return Finding(
        check="marked_bad",
        because=f"because you marked {times} as bad behaviour{why}",
        proof=tuple(
            Proof(place=Place.YOURS, words=mark.words or mark.why, post=mark.post, at_us=mark.at_us)
            for mark in seen.marked_bad
        ),
        proposes=Proposes.MUTE if count == 1 else Proposes.BLOCK,
    )


@check("Abuses you")
def abuses_me(seen: Seen, _now_us: int) -> Finding | None:
    """They threatened you or wished you dead; or insulted you twice, three times where you talk
    with each other. Only what is said to you counts: no rude word about something else, no teasing
    that says so.
    """
    texts = ((told, readable(told.text)) for told in seen.told_me)
    said = [(told, text) for told, text in texts if not AMONG_FRIENDS.search(text)]
    threats = [towards_me(told, part) for told, text in said if (part := THREAT.found_in(text))]
    insults = [towards_me(told, part) for told, text in said if (part := INSULT.found_in(text))]
    is_past_doubt = bool(threats) or len(insults) >= MANY_INSULTS
    if not is_past_doubt and (seen.is_real_relationship or len(insults) < INSULTS):
        return None
    times = "twice" if len(insults) == INSULTS else f"{len(insults)} times"
    what = "threatened you or wished you dead" if threats else f"insulted you {times}"
    return Finding(
        check="abuses_me",
        because=f"because they {what}",
        proof=(*threats, *insults),
        proposes=Proposes.BLOCK if is_past_doubt else Proposes.MUTE,
    )


@check("Names crowds")
def mentions_crowds(seen: Seen, now_us: int) -> Finding | None:
    """In three months they named you three times among five or more, never in an answer, and you
    never had to do with them. Thanks, recommendations and programmes are none.
    """
    crowds = [told for told in seen.told_me if _is_crowd(told, now_us)]
    if len(crowds) < CROWDS or seen.relationship.from_me:
        return None
    return Finding(
        check="mentions_crowds",
        because=f"because they named you in a crowd {len(crowds)} times, never to talk with you",
        proof=tuple(towards_me(told) for told in crowds),
        proposes=Proposes.MUTE,
    )


@check("Spams you with links")
def spams_links(seen: Seen, _now_us: int) -> Finding | None:
    """Three times they sent you the same link, or links to one site with the same words or hardly
    any (four times, where they answered you); and you never had to do with them.
    """
    if seen.relationship.from_me:
        return None
    by_host: defaultdict[str, list[Told]] = defaultdict(list)
    for told in seen.told_me:
        for host in {host_of(url) for url in told.links} - {""}:
            by_host[host].append(told)
    for host, those in by_host.items():
        is_same_again = _is_same_again(host, those)
        if is_same_again or _has_hardly_a_word(those):
            return Finding(
                check="spams_links",
                because=f"because they sent you {len(those)} unasked links to {host}",
                proof=tuple(towards_me(told) for told in those),
                proposes=Proposes.BLOCK if is_same_again else Proposes.MUTE,
            )
    return None


def _is_crowd(told: Told, now_us: int) -> bool:
    return (
        told.kind is Kind.MENTION
        and told.names >= CROWD
        and told.at_us is not None
        and now_us - told.at_us < CROWDS_WITHIN
        and not _NAMED_KINDLY.search(told.text)
    )


def _is_same_again(host: str, those: list[Told]) -> bool:
    """Whether it is one page again and again, or one phrase."""
    pages = (page for told in those for page in {*map(_page, told.links)} if page[0] == host)
    return max(_most_frequent(pages), _most_frequent(map(_own_words, those))) >= LINKS


def _has_hardly_a_word(those: list[Told]) -> bool:
    words = sum(len(_own_words(told).split()) for told in those)
    unasked = sum(told.kind is not Kind.REPLY for told in those)
    is_often = unasked >= LINKS or len(those) >= ANSWERS
    return is_often and words <= FEW_WORDS * len(those)


def _page(url: str) -> tuple[str, str]:
    """What a link leads to: its host and path, and what it asks for but for who sent one there."""
    host = host_of(url)
    if not host:
        return "", ""
    parts = urlsplit(url)
    asked = (each for each in parts.query.split("&") if not each.startswith(("utm", "ref")))
    return host, f"{parts.path}?{'&'.join(asked)}"


def _own_words(told: Told) -> str:
    """The words of a post without links, names and numbers."""
    own = (word for word in told.text.split() if not word.startswith(("@", "http://", "https://")))
    return " ".join(word for word in spelt(" ".join(own)).split() if not word.isdecimal())


def _most_frequent(values: Iterable[Hashable]) -> int:
    return max(Counter(values).values(), default=0)
