"""What pages of matching draw: how much a reason weighs, how far a segment is, small numbers."""

from django import template
from django.utils.safestring import SafeString

from hobnob.domain.coverage import Progress
from hobnob.storage.queries.matching.cards import EvidenceRow

register = template.Library()

_MOST_BITS = 6.0
"""A reason that makes it sixty times likelier fills the bar; more says no more."""
_LENGTH = 48
_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@register.filter
def spelled(count: int) -> str:
    """Six, where a sentence has a number that one can say."""
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


@register.simple_tag
def weight(row: EvidenceRow) -> SafeString:
    """A bar: full for what speaks for it, hollow for what speaks against it."""
    length = max(2.0, round((_LENGTH - 1) * min(abs(row.weight) / _MOST_BITS, 1.0), 1))
    side = "for" if row.weight >= 0 else "against"
    return SafeString(
        f'<svg class="weight" viewBox="0 0 {_LENGTH} 10" aria-hidden="true">'
        f'<rect class="{side}" x="0.5" y="2" width="{length}" height="6" rx="1"/></svg>'
    )


@register.simple_tag
def coverage_bar(progress: Progress) -> SafeString:
    """Found, possible and the rest of a segment, one bar; the words stand beside it."""
    total = progress.total or 1
    found = 100 * progress.found / total
    possible = 100 * progress.possible / total
    return SafeString(
        '<svg class="coverage" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="ground" width="100" height="4"/>'
        f'<rect class="found" width="{found:.1f}" height="4"/>'
        f'<rect class="possible" x="{found:.1f}" width="{possible:.1f}" height="4"/></svg>'
    )


@register.simple_tag
def ten(place: int, of: int) -> SafeString:
    """A stroke for each of a batch: those looked at, this one, and those to come."""
    strokes = "".join(
        f'<rect class="{_stroke(each, place)}" x="{12 * each}" width="9" height="3" rx="1.5"/>'
        for each in range(of)
    )
    return SafeString(
        f'<svg class="batch" viewBox="0 0 {12 * of - 3} 3" width="{16 * of - 4}" '
        f'height="4" aria-hidden="true">{strokes}</svg>'
    )


def _stroke(each: int, place: int) -> str:
    if each == place - 1:
        return "is-this"
    return "is-done" if each < place - 1 else "is-ahead"
