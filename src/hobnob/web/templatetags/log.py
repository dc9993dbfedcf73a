"""What the dialogs of the log offer: alike on every page, so it is drawn once."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from hobnob.domain.by_hand import MINE, THEIRS
from hobnob.domain.money import money
from hobnob.domain.outcomes import WORDS, OutcomeKind
from hobnob.storage.queries.outcomes.known import OutcomeLine

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=1)
def deeds_with_keys() -> SafeString:
    """Every deed that one can log, each with its key."""
    return render_to_string("log/sorts.html", {"mine": MINE, "theirs": THEIRS, "keys": True})


@register.simple_tag
@lru_cache(maxsize=1)
def outcomes_with_keys() -> SafeString:
    """Every outcome that one can write down, each with its key."""
    return render_to_string("log/outcomes.html", {"outcomes": tuple(WORDS.items()), "keys": True})


@register.filter
def worth(line: OutcomeLine) -> str:
    """What an outcome was worth: "500 EUR"."""
    return "" if line.amount is None else money(line.amount, line.currency)


@register.filter
def outcome_noun(kind: OutcomeKind) -> str:
    """ "a word in your defence"."""
    return WORDS[kind].noun


@register.filter
def came(line: OutcomeLine) -> str:
    """An outcome in one line: "A referral: sent us their neighbour"."""
    noun = WORDS[line.kind].noun
    said = f"{noun[:1].upper()}{noun[1:]}"
    return f"{said}: {line.words}" if line.words else said
