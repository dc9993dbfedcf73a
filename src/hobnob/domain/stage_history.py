"""The stages of somebody: on which list from when to when, because of what and by whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hobnob.domain.decisions import Verb
from hobnob.domain.moments import DAY, from_us


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that was decided about somebody and a list, or that a rule found."""

    on_list: str
    at_us: int | None
    """None: nobody knows when; it counts as the beginning."""
    verb: Verb | None = None
    """None: a rule took something up."""
    why: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A time on one list."""

    on_list: str
    from_us: int | None
    until_us: int | None = None
    """None: they are on it."""
    why: str = ""
    """Why they joined."""
    left_because: str = ""
    by: str = ""
    """Who put them there; "" where a rule did."""


def stays(steps: Iterable[Step]) -> list[Stay]:
    """The times on all lists, the newest first. Steps may come in any order."""
    by_list: dict[str, list[Step]] = {}
    for step in sorted(steps, key=lambda each: (each.at_us or 0, each.verb is not None)):
        by_list.setdefault(step.on_list, []).append(step)
    found = [stay for those in by_list.values() for stay in _on_one_list(those)]
    return sorted(found, key=_newest_first)


def _newest_first(stay: Stay) -> tuple[bool, int, str]:
    """Where they still are comes first; then where they left last."""
    newest_us = stay.from_us if stay.until_us is None else stay.until_us
    return (stay.until_us is not None, -(newest_us or 0), stay.on_list)


def _on_one_list(steps: Sequence[Step]) -> list[Stay]:
    found: list[Stay] = []
    rule: Step | None = None
    is_kept_off = False
    for step in steps:
        is_on = bool(found) and found[-1].until_us is None
        if step.verb is None:
            rule = step
            if not is_on and not is_kept_off:
                found.append(_begun(step))
        elif step.verb is Verb.REMOVE:
            is_kept_off = True
            if is_on:
                found[-1] = replace(found[-1], until_us=step.at_us, left_because=step.why)
        elif is_on:
            is_left_to_rules = step.verb is Verb.RESTORE and rule is None
            if is_left_to_rules:
                found[-1] = replace(found[-1], until_us=step.at_us, left_because=step.why)
        elif step.verb is Verb.PROMOTE or rule is not None:
            is_kept_off = False
            found.append(_begun(step))
        else:
            is_kept_off = False
    return found


def _begun(step: Step) -> Stay:
    return Stay(on_list=step.on_list, from_us=step.at_us, why=step.why, by=step.by)


def told(found: Sequence[Stay], now_us: int) -> str:
    """ "On The Watchlist since 3 May; before: Mentioned You since March." "" where there is none.

    Lists that fill themselves go on beside the close ones; what matters first is the newest.
    """
    if not found:
        return ""
    newest, *before = found
    sentence = f"On {_in_words(newest, now_us)}"
    if before:
        sentence += "; before: " + ", ".join(_in_words(each, now_us) for each in before[:_NAMED])
    return sentence + "."


_NAMED = 3


def _in_words(stay: Stay, now_us: int) -> str:
    """ "The Watchlist since 3 May"."""
    if stay.until_us is None:
        return f"{stay.on_list} {_since(stay.from_us, now_us)}"
    return f"{stay.on_list} {_until(stay, now_us)}"


def _since(from_us: int | None, now_us: int) -> str:
    return "since nobody knows when" if from_us is None else f"since {day(from_us, now_us)}"


def _until(stay: Stay, now_us: int) -> str:
    until = day(stay.until_us or 0, now_us)
    if stay.from_us is None:
        return f"until {until}"
    began = day(stay.from_us, now_us)
    return f"on {until}" if began == until else f"from {began} to {until}"


def day(us: int, now_us: int) -> str:
    """A day as one says it: "3 May", and "3 May 2024" where that was more than ten months ago."""
    when = from_us(max(us, 0))
    return f"{when:%-d %B}" if now_us - us < 300 * DAY else f"{when:%-d %B %Y}"


def came_and_went(joined: int, left: int) -> str:
    """ "This month 4 joined and 2 left." "" where nothing moved."""
    if joined and left:
        return f"This month {joined:,} joined and {left:,} left."
    if joined:
        return f"This month {joined:,} joined."
    return f"This month {left:,} left." if left else ""


def month_began_us(now_us: int) -> int:
    """When the month of a moment began, UTC."""
    now = from_us(now_us)
    return now_us - (now_us % DAY) - (now.day - 1) * DAY
