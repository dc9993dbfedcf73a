"""What the feeds' templates can do: say when one last looked, and where a catch-up ends."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from hobnob.domain import feed as say
from hobnob.domain.moments import from_us
from hobnob.storage.queries.feed.page import FeedPage

register = template.Library()


@register.filter
def the_day(us: int, now_us: int) -> str:
    """A moment as one remembers it: "yesterday 19:40"."""
    return say.on_the_day(from_us(us).astimezone(), from_us(now_us).astimezone())


@register.simple_tag
def ending(page: FeedPage, looked_us: int | None, now_us: int) -> str:
    """What stands below the last post."""
    since = say.IN_THE_LAST_DAYS if looked_us is None else f"since {the_day(looked_us, now_us)}"
    return say.how_it_ends(
        to_read=page.to_read, more=page.more, link_drops=page.folded_words, since=since
    )


@register.simple_tag
@lru_cache(maxsize=256)
def remove_menu(list_name: str) -> SafeString:
    """The menu that takes somebody off a list: the same in every row of a page."""
    words = {"word": "", "look": "quiet", "from": list_name}
    return render_to_string("parts/remove.html", words)
