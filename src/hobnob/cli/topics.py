"""`hobnob topics`: what people care about; add a topic, say by hand who cares, listen anew."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from hobnob.cli import clock, people, program
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.storage.queries.interests.shown import TopicOfTheirs
    from hobnob.storage.queries.interests.topics import OurTopicLine, TopicPage, TopicsPage

_LEFT = 4
_SHOWN = 20
_LONGEST_QUOTE = 160

Name = Annotated[
    str,
    typer.Argument(metavar="TOPIC", help="One of yours, or what people love.", show_default=False),
]
Words = Annotated[
    str,
    typer.Option(
        "--words",
        metavar="TEXT",
        help="What speaks of it, with commas between; a star lets a word go on: 'wetland*, marsh'.",
    ),
]


def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Show your topics and who cares about them, and what people love."""
    if context.invoked_subcommand is not None:
        return
    open_data()
    from hobnob.storage.queries.interests.topics import topics_page

    found = topics_page()
    if as_json:
        print_json(
            {
                "ours": [_our_answer(each) for each in found.ours],
                "theirs": [
                    {"topic": each.topic, "label": each.label, "people": each.count}
                    for each in found.theirs
                ],
            }
        )
    else:
        _print_topics(found)


def who(topic: Name, *, as_json: AsJson = False) -> None:
    """Show who cares about a topic, with the posts that show it."""
    open_data()
    from hobnob.storage.queries.interests.topics import meant_topic, topic_page

    subject = meant_topic(topic)
    found = topic_page(subject.axis, subject.topic, now_us=clock.now_us())
    if as_json:
        print_json(_topic_answer(found))
    else:
        _print_people(found)


def add(name: Name, *, words: Words = "", as_json: AsJson = False) -> None:
    """Add a topic of yours: a programme, a campaign, a place. Posts are looked through at once."""
    open_data()
    from hobnob.operations.find_interests import find_interests
    from hobnob.operations.keep_topics import make_topic
    from hobnob.storage.queries.interests.topics import our_topic

    now_us = clock.now_us()
    made = make_topic(name, words, now_us=now_us)
    find_interests(now_us=now_us)
    found = our_topic(made.key)
    if as_json:
        print_json(_our_answer(found) if found else {})
        return
    cares = _cares(found.count) if found else ""
    said = line((one_line(made.name), "name"), f" is a topic of yours: {cares}.")
    out().print(said, soft_wrap=True)


def drop(topic: Name, *, as_json: AsJson = False) -> None:
    """Drop a topic of yours: nobody is looked for under it any more."""
    open_data()
    from hobnob.operations.keep_topics import drop_topic, find_topic

    dropped = drop_topic(find_topic(topic).key)
    if as_json:
        print_json({"dropped": dropped.key})
        return
    out().print(line((one_line(dropped.name), "name"), " is no topic any more."))


def say(
    person: Who,
    topic: Name,
    *,
    no: Annotated[
        bool, typer.Option("--not", metavar="", help="They do not, and nobody is asked again.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say by hand that somebody cares about a topic, or that they do not."""
    open_data()
    from hobnob.operations.keep_topics import deny_topic, say_topic
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.interests.topics import meant_topic

    whom, axis = the_one(person), meant_topic(topic).axis
    act = deny_topic if no else say_topic
    said = act(whom.person_id, axis, topic, author=local_user(), now_us=clock.now_us())
    if as_json:
        print_json({"person": people.as_answer(whom), "topic": str(said), "cares": not no})
        return
    words = "does not care about" if no else "cares about"
    undo_it = f"Changed your mind? {program.command('undo')}"
    sentence = f" {words} “{one_line(topic)}”: it is written down. "
    out().print(line((one_line(whom.name), "name"), sentence, (undo_it, "quiet")), soft_wrap=True)


def look(*, as_json: AsJson = False) -> None:
    """Listen anew to what everybody near you posts. While hobnob runs, it does so by itself."""
    open_data()
    from hobnob.operations.find_interests import find_interests

    done = find_interests(now_us=clock.now_us())
    if as_json:
        print_json(
            {
                "accounts": done.accounts,
                "posts": done.posts,
                "interests": done.interests,
                "changed": done.changed,
            }
        )
        return
    heard = f"Listened to {counted(done.posts, 'post')} of {counted(done.accounts, 'account')}"
    found = counted(done.interests, "interest")
    changed = f"{done.changed:,} new, other or gone"
    out().print(line(f"{heard}: {found}, {changed}."), soft_wrap=True)


def topics_answer(topics: "list[TopicOfTheirs]") -> list[dict[str, Any]]:
    """What somebody cares about, for a program."""
    return [
        {
            "axis": str(each.axis),
            "topic": each.topic,
            "label": each.label,
            "by_hand": each.is_by_hand,
            "because": each.because,
            "posts": [{"text": post.text, "url": post.url} for post in each.evidence],
        }
        for each in topics
    ]


def print_topics_of(console: Console, topics: "list[TopicOfTheirs]") -> None:
    """What somebody cares about, a line each."""
    for each in topics:
        because = (f"  {one_line(each.because)}", "quiet")
        console.print(line((one_line(each.label), "name"), because), soft_wrap=True)


def _our_answer(topic: "OurTopicLine") -> dict[str, Any]:
    return {
        "key": topic.key,
        "name": topic.name,
        "words": list(topic.words),
        "people": topic.count,
    }


def _topic_answer(found: "TopicPage | None") -> dict[str, Any]:
    if found is None:
        return {"people": []}
    return {
        "axis": str(found.axis),
        "topic": found.topic,
        "label": found.label,
        "count": found.count,
        "people": [
            {**people.as_answer(row.person), "cares": topics_answer([row.topic])[0]}
            for row in found.rows
        ],
    }


# ── For a person ─────────────────────────────────────────────────────────────


def _print_topics(found: "TopicsPage") -> None:
    console = out()
    if not found.ours:
        console.print(line(("No topic of yours is here yet.", "name"), " Add one:"))
        example = program.command("topics add Wetlands --words 'wetland*, marsh*'")
        console.print(line(example), soft_wrap=True)
    for each in found.ours:
        console.print(line((one_line(each.name), "name"), (f"  {_cares(each.count)}", "quiet")))
        console.print(indented(line((one_line(", ".join(each.words)), "quiet")), _LEFT))
    if found.theirs:
        console.print(line(("\nWhat they love", "title")))
        shared = ", ".join(f"{one_line(each.label)} ({each.count})" for each in found.theirs)
        console.print(line(shared))


def _print_people(found: "TopicPage | None") -> None:
    console = out()
    if found is None or not found.rows:
        console.print(line(("Nobody has spoken of it so far.", "name")))
        return
    console.print(line((one_line(found.label), "title"), (f"  {_cares(found.count)}", "quiet")))
    for row in found.rows[:_SHOWN]:
        handle = (f"  {one_line(row.person.at_handle)}", "quiet")
        console.print(line((f"\n{one_line(row.person.name)}", "name"), handle))
        console.print(indented(line((one_line(row.topic.because), "quiet")), _LEFT))
        for post in row.topic.evidence[:1]:
            console.print(indented(line(f"“{one_line(post.text, _LONGEST_QUOTE)}”"), _LEFT))


def _cares(count: int) -> str:
    if not count:
        return "nobody has spoken of it so far"
    return "1 person cares about it" if count == 1 else f"{count:,} people care about it"
