"""What a rule says, as a sentence: "They mention or answer me, and it says “hedgehog”"."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from hobnob.domain.conditions import said
from hobnob.domain.interactions import Direction, Kind


class Voice(NamedTuple):
    """Who I am in the sentence."""

    i: str
    me: str
    my: str


MINE = Voice("I", "me", "my")
"""For names, which the person at the keyboard gives."""
YOURS = Voice("you", "you", "your")
"""For what hobnob says to them."""

_VERBS = {
    Kind.MENTION: "mention",
    Kind.REPLY: "answer",
    Kind.QUOTE: "quote",
    Kind.REPOST: "repost",
    Kind.FOLLOW: "follow",
    Kind.BLOCK: "block",
    Kind.MUTE: "mute",
    Kind.CALL: "call",
    Kind.MEETING: "meet",
    Kind.HELP: "help",
    Kind.MESSAGE: "write a message to",
    Kind.CHAT_MESSAGE: "speak in a chat to",
    Kind.GIFT: "give a gift to",
    Kind.DONATION: "donate to",
    Kind.MEMBERSHIP: "become a member of",
    Kind.VOLUNTEERING: "volunteer for",
    Kind.PETITION: "sign a petition of",
    Kind.EVENT: "come to an event of",
    Kind.INTRODUCTION: "introduce somebody to",
    Kind.REFERRAL: "refer somebody to",
}
"""In the order in which a sentence names them. A like is for a post, so it stands apart."""


def sentence(
    kinds: Collection[str], direction: str, conditions: Iterable[str] = (), *, voice: Voice = MINE
) -> str:
    """When the rule puts somebody on its list: "They mention me, and they ask something"."""
    who, whom, whose = _sides(direction, voice)
    verbs = [verb for kind, verb in _VERBS.items() if kind in kinds]
    done = [f"{_either(verbs)} {whom}"] if verbs else []
    if Kind.LIKE in kinds:
        done.append(f"like {whose} post")
    happened = f"{who[0].upper()}{who[1:]} {' or '.join(done)}"
    return ", and ".join([happened, *(said(each, i=voice.i) for each in conditions)])


def _sides(direction: str, voice: Voice) -> tuple[str, str, str]:
    """Who does it, to whom, and whose post it is."""
    if direction == Direction.FROM_ME:
        return voice.i, "them", "their"
    if direction == Direction.TOWARDS_ME:
        return "they", voice.me, voice.my
    return "they", "others", "somebody’s"


def _either(words: list[str]) -> str:
    """ "mention", "mention or answer", "mention, answer or quote"."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
