"""Draws what somebody posted in a week."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString

from hobnob.domain.voice import SENT_OUT, Voice, WeekOfMine

register = template.Library()

_PARTS = {
    "is-talk": (Voice.TALK,),
    "is-own": (Voice.OWN_WORDS,),
    "is-out": SENT_OUT,
    "is-handed": (Voice.HANDED_ON,),
}


@register.simple_tag
def voice_bar(week: WeekOfMine, weeks: Sequence[WeekOfMine]) -> SafeString:
    """A bar as long as the week was full, beside the fullest. What it says stands in words too."""
    most = max(each.posts for each in weeks) or 1
    drawn, x = "", 0.0
    for name, voices in _PARTS.items():
        width = 100 * sum(week.counts[each] for each in voices) / most
        if width:
            drawn += f'<rect class="{name}" x="{x:.2f}" width="{width:.2f}" height="10"/>'
        x += width
    return SafeString(
        '<svg class="voice-bar" viewBox="0 0 100 10" preserveAspectRatio="none" '
        f'aria-hidden="true">{drawn}</svg>'
    )
