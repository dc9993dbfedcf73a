"""What `hobnob person` tells first: what is new with somebody, and how far one has come."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hobnob.cli import clock
from hobnob.cli.output import indented, line, one_line, out

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from hobnob.storage.queries.person.page import PersonPage
    from hobnob.storage.queries.person.whats_new import NewPost, WhatsNew

_LONGEST = 200


def whats_new_to(reader: "User", page: "PersonPage") -> "WhatsNew":
    """What is new with them since this reader looked, here or in the browser."""
    from hobnob.storage.queries.person.whats_new import last_look, whats_new

    person_id, now_us = page.line.person_id, clock.now_us()
    return whats_new(
        person_id,
        last_look(reader.pk, person_id, now_us),
        facts=page.facts,
        gone_quiet=page.gone_quiet,
        now_us=now_us,
    )


def as_answer(new: "WhatsNew") -> dict[str, Any]:
    """What is new, as `--json` prints it."""
    return {
        "since": new.since,
        "asks": asdict(new.asks) if new.asks else None,
        "posts": [asdict(each) for each in new.posts],
        "more_posts": new.more_posts,
        "link_drops": new.link_drops,
        "news": [asdict(each) for each in new.news],
        "birthday_heard": asdict(new.heard) if new.heard else None,
    }


def print_new(new: "WhatsNew") -> None:
    """What is new, in lines."""
    console = out()
    console.print()
    if new.is_nothing:
        console.print(line((f"Nothing new {new.since}.", "quiet")))
        return
    console.print(line(("What's new", "title"), (f"  {new.since}", "quiet")))
    if new.asks:
        _print_post(new.asks, "They ask this")
    if new.heard:
        said = f"“{one_line(new.heard.text, _LONGEST)}”"
        console.print(indented(line(said), 2))
        because = f"so their birthday may be {new.heard.day}; you don't know it yet"
        console.print(indented(line((because, "why")), 2))
    for news in new.news:
        console.print(indented(line(one_line(news.sentence)), 2))
        console.print(indented(line((one_line(news.because), "why")), 2))
    for post in new.posts:
        _print_post(post, "")
    if new.folded:
        console.print(indented(line((f"And {new.folded}.", "quiet")), 2))


def print_standing(person_id: int) -> None:
    """What went both ways in words, what the gate says of asking them, and the next step."""
    from hobnob.storage.queries.asks.shown import asks_of_person
    from hobnob.storage.queries.ledger.ledgers import ledger_of
    from hobnob.storage.queries.outcomes.ladder import ladder_of

    now_us, console = clock.now_us(), out()
    ledger = ledger_of(person_id, now_us)
    for sentence in (
        f"{ledger.both_sides} {ledger.weighed_up}".strip(),
        asks_of_person(person_id, now_us).verdict.sentence,
        ladder_of(person_id, now_us).next_step,
    ):
        if sentence:
            console.print(line(one_line(sentence)))


def _print_post(post: "NewPost", said: str) -> None:
    console = out()
    console.print(indented(line(f"“{one_line(post.text, _LONGEST)}”"), 2))
    why = f"{said}, {post.when}" if said else f"{post.when}; {one_line(post.because)}"
    console.print(indented(line((why, "why")), 2))
