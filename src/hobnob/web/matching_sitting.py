"""Ten supporters at a sitting: who was looked at, who is put aside until tomorrow.

It is kept in the session, for a day. Whether somebody is found or still open is asked of the
database, so that an undo brings a card back and takes it out of the count.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from hobnob.storage.queries.matching.sitting import open_among
from hobnob.web import clock

_KEY = "matching"


@dataclass(slots=True)
class Sitting:
    """The supporters' accounts that this sitting is about."""

    acted: list[int]
    """Somebody pressed something on their card; the newest last."""
    aside: list[int]
    """They come another day."""
    until_us: int
    """When those put aside come back."""

    @property
    def last(self) -> int | None:
        """Whose card stays in front of one, as long as something on it is open."""
        return self.acted[-1] if self.acted and self.acted[-1] not in self.aside else None

    def looked_at(self) -> list[int]:
        """Whom one is done with."""
        still = open_among(self.acted) - set(self.aside)
        return [each for each in self.acted if each not in still]


def sitting(request: HttpRequest) -> Sitting:
    """The sitting that goes on; a new one where there is none."""
    kept = request.session.get(_KEY, {})
    until_us = kept.get("until", 0)
    is_new_day = clock.now_us() >= until_us
    return Sitting(
        acted=[] if is_new_day else kept.get("acted", []),
        aside=[] if is_new_day else kept.get("aside", []),
        until_us=clock.early_morning_us(1) if is_new_day else until_us,
    )


def acted_on(request: HttpRequest, of_ids: Iterable[int], *, is_aside: bool = False) -> None:
    """Somebody pressed something on these cards."""
    these = list(of_ids)
    now = sitting(request)
    now.acted = [*(each for each in now.acted if each not in these), *these]
    if is_aside:
        now.aside = [*now.aside, *these]
    _keep(request, now)


def begin(request: HttpRequest, *, with_all: bool = False) -> None:
    """Another ten. `with_all` brings back those put aside."""
    now = sitting(request)
    _keep(request, Sitting([], [] if with_all else now.aside, now.until_us))


def _keep(request: HttpRequest, now: Sitting) -> None:
    request.session[_KEY] = {"acted": now.acted, "aside": now.aside, "until": now.until_us}
