"""What supporters are told before they are looked up on networks, and why one may look them up.

Model texts to start from; the organisation's own words replace them. What a notice says follows
Articles 13, 14 and 21 of the GDPR: https://eur-lex.europa.eu/eli/reg/2016/679/oj. It is no legal
advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hobnob.domain.facts import Basis

OURSELVES = "[your organisation]"
"""What stands in a model text where the organisation's name belongs."""
OUR_ADDRESS = "[your e-mail address]"


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisWords:
    """One lawful basis, in words that somebody who is no lawyer can choose by."""

    title: str
    fits: str
    """When it is the right one."""
    asks: str
    """What it asks of whoever chooses it."""
    needs_notice: bool = True


BASES: Mapping[Basis, BasisWords] = {
    Basis.CONSENT: BasisWords(
        title="They said yes to it",
        fits="Your form, letter or conversation asked whether you may look for them on social "
        "networks, and those in your files answered yes.",
        asks="Keep how and when they said it. Who takes it back is left out.",
    ),
    Basis.LEGITIMATE_INTEREST: BasisWords(
        title="We weighed it, and they may object",
        fits="They know you and would not be surprised that you say hello where they are; you "
        "wrote down your purpose, why looking is needed for it, and what speaks against it.",
        asks="Tell them, at the latest within a month or when you first get in touch. Who objects "
        "is left out at once.",
    ),
    Basis.CONTRACT: BasisWords(
        title="It belongs to what we agreed",
        fits="They are members, say, and what you promised them cannot be done without it. That "
        "is seldom so.",
        asks="Tell them with the agreement.",
    ),
    Basis.PERSONAL: BasisWords(
        title="It is my own circle",
        fits="You are one person who looks after friends and acquaintances. No organisation and "
        "no client is behind it.",
        asks="Nothing but tact.",
        needs_notice=False,
    ),
}
"""In the order in which they are offered."""

_BEGIN = f"""\
Where to find each other

You support {OURSELVES}. We would like to talk with you where you are, and not only send you \
letters: answer what you ask, share what you make, and thank you.

"""

_LOOK = """\
For that we look whether people in our files are on Bluesky, Mastodon or X. We compare what you \
gave us yourself (name, place, website, handle) with what stands on public profiles. A person of \
our team decides about each. We don't look at your pictures, buy no data about you, and conclude \
nothing about your health, beliefs, politics or money. What we find stays with us.

"""

_WHY: Mapping[Basis, str] = {
    Basis.CONSENT: "We do it because you said yes, and only as long as you don't take it back.\n\n",
    Basis.LEGITIMATE_INTEREST: "The law lets us do it because we have a good reason, to know those "
    "who carry our work, which we weighed against yours to be left alone (Article 6(1)(f) of the "
    "General Data Protection Regulation).\n\n",
    Basis.CONTRACT: "We do it because it belongs to your membership (Article 6(1)(b) of the "
    "General Data Protection Regulation).\n\n",
}

_END = f"""\
You would rather not? Write to {OUR_ADDRESS}, and we stop at once and forget what we found. There \
you can also ask what we know about you, have it corrected or erased. If we cannot agree, your \
data protection authority listens to you.
"""


def model_notice(basis: Basis) -> str:
    """A notice to start from; "" where nobody needs one."""
    return f"{_BEGIN}{_LOOK}{_WHY[basis]}{_END}" if BASES[basis].needs_notice else ""


def left_to_fill_in(notice: str) -> tuple[str, ...]:
    """What of the model text still waits for the organisation's own words."""
    return tuple(each for each in (OURSELVES, OUR_ADDRESS) if each in notice)
