"""Draws results in the colours of the page."""

from django import template
from django.utils.safestring import SafeString

from hobnob.domain import results as found
from hobnob.domain.charts.concentration import concentration
from hobnob.domain.charts.ladder import ladder
from hobnob.domain.charts.reach import reach
from hobnob.domain.charts.steadiness import steadiness
from hobnob.domain.charts.svg import svg
from hobnob.domain.english import listed
from hobnob.domain.results_words import and_more, outcome

register = template.Library()

register.filter("outcome", outcome)
register.filter("and_more", and_more)
register.filter("listed", listed)


@register.simple_tag
def steadiness_chart(part: found.Steadiness) -> SafeString:
    """A bar a week."""
    return SafeString(svg(steadiness(part)))


@register.simple_tag
def ladder_chart(part: found.LadderMoves) -> SafeString:
    """A bar a rung."""
    return SafeString(svg(ladder(part)))


@register.simple_tag
def reach_chart(part: found.Reach) -> SafeString:
    """A bar a believer."""
    return SafeString(svg(reach(part)))


@register.simple_tag
def concentration_chart(curve: found.Curve) -> SafeString:
    """A curve."""
    return SafeString(svg(concentration(curve)))


@register.filter
def share(fraction: float) -> str:
    """ "62 %"."""
    return f"{100 * fraction:.0f} %"


@register.filter
def measured(number: float | None) -> str:
    """ "0.09", "12.4", "1,240": three digits say all there is to say."""
    if number is None:
        return ""
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"


@register.filter
def tenths(curve: found.Curve) -> list[tuple[int, float]]:
    """So few rows of a curve that one reads them: each tenth of the people, from the first on."""
    last = len(curve.points) - 1
    places = sorted({max(1, round(last * tenth / 10)) for tenth in range(1, 11)}) if last else []
    return [curve.points[place] for place in places]
