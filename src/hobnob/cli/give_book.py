"""`hobnob give ideas`, `made`, `manner` and `picture`: what one keeps for being kind."""

from pathlib import Path
from typing import Annotated

import typer

from hobnob.cli import clock, give, program
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

_LEFT = 4

Words = Annotated[
    str,
    typer.Option(
        "--words",
        metavar="TEXT",
        help="What to begin with; {name} and {topic} are filled in.",
        show_default=False,
    ),
]


def made(*, as_json: AsJson = False) -> None:
    """Show what was done for people, what came back, and what goes down well."""
    open_data()
    from hobnob.storage.queries.gestures.made import gestures_made

    found = gestures_made(clock.now_us())
    if as_json:
        done = [give.made_answer(each) for each in found.made]
        print_json({"went_down_well": list(found.went_down_well), "made": done})
        return
    console = out()
    if not found.made:
        console.print(line(("Nothing yet. ", "name"), program.command("give")))
    for sentence in found.went_down_well:
        console.print(line(sentence))
    give.print_made(console, found.made)


def ideas(*, as_json: AsJson = False) -> None:
    """Show your idea book."""
    open_data()
    from hobnob.storage.queries.gestures.ideas import idea_book

    book = idea_book()
    if as_json:
        print_json(
            {
                "ideas": [
                    {"number": each.id, "name": each.name, "words": each.words, "for": each.topic}
                    for each in book
                ]
            }
        )
        return
    console = out()
    if not book:
        example = program.command("give idea add 'Send a postcard' --for otters")
        console.print(line(("Your idea book is empty. ", "name"), example), soft_wrap=True)
    for each in book:
        whom = f"for people who care about {each.topic}" if each.topic else "for everybody"
        head = line((f"{each.id:>3} ", "quiet"), (one_line(each.name), "name"))
        console.print(head + line((f"  {one_line(whom)}", "quiet")))
        for words in each.words.splitlines():
            console.print(indented(line(one_line(words)), _LEFT))


def add_idea(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What you do.", show_default=False)],
    *,
    words: Words = "",
    topic: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="TOPIC",
            help="Who cares about this; without it, everybody.",
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Write an idea of your own down. It is offered for whoever it fits."""
    open_data()
    from hobnob.operations.keep_ideas import write_idea
    from hobnob.operations.local_user import local_user

    idea = write_idea(name, words, topic, author=local_user(), now_us=clock.now_us())
    if as_json:
        print_json({"did": "add", "number": idea.pk, "name": idea.name})
        return
    out().print(line((one_line(idea.name), "name"), " is in your idea book."))


def drop_idea(
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="Its number in `hobnob give ideas`.")
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Take an idea out of the book. What you did of it stays told."""
    open_data()
    from hobnob.operations import keep_ideas

    name = keep_ideas.drop_idea(number)
    if as_json:
        print_json({"did": "drop", "number": number, "name": name})
        return
    out().print(line((one_line(name), "name"), " is taken out of your idea book."))


def manner(
    *,
    words: Annotated[
        str | None,
        typer.Option("--words", metavar="TEXT", help="What to mind.", show_default=False),
    ] = None,
    greeting: Annotated[
        str | None,
        typer.Option(
            "--greeting", metavar="TEXT", help="“Hello {name},”; '' for none.", show_default=False
        ),
    ] = None,
    farewell: Annotated[
        str | None,
        typer.Option(
            "--farewell", metavar="TEXT", help="“Wilma”; '' for none.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show how you all speak, or say it anew: it stands beside whatever is written."""
    open_data()
    from hobnob.domain.gestures.draft import House
    from hobnob.operations.keep_manner import keep_manner
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.gestures.manner import manner_line

    now_us = clock.now_us()
    before = manner_line(now_us).house
    if (words, greeting, farewell) != (None, None, None):
        said = House(
            words=before.words if words is None else words,
            greeting=before.greeting if greeting is None else greeting,
            farewell=before.farewell if farewell is None else farewell,
        )
        keep_manner(said, author=local_user(), now_us=now_us)
    found = manner_line(now_us)
    house = found.house
    if as_json:
        kept = {"words": house.words, "greeting": house.greeting, "farewell": house.farewell}
        print_json({**kept, "because": found.because})
        return
    if not found.because:
        out().print(line(("Nobody said yet how you speak.", "name")))
        return
    for label, text in (
        ("To mind", house.words),
        ("Greeting", house.greeting),
        ("Farewell", house.farewell),
    ):
        out().print(line((f"{label}: ", "quiet"), one_line(text) or "none"), soft_wrap=True)
    out().print(line((found.because, "why")))


def picture(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A jpg, png, gif or webp.", show_default=False)
    ],
    topic: Annotated[
        str, typer.Argument(metavar="TOPIC", help="What it shows: tigers.", show_default=False)
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Bring in a picture of your own: whoever loves what it shows may get it, once."""
    open_data()
    from hobnob.operations.pictures import keep_picture
    from hobnob.storage.queries.gestures.pictures import LARGEST

    try:
        with file.expanduser().open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        raise HobnobError(
            f"{one_line(str(file))} cannot be read ({error.strerror}): look at its name again."
        ) from error
    kept = keep_picture(topic, file.name, content)
    if as_json:
        print_json({"did": "picture", "picture": kept.path})
        return
    out().print(line("Kept as ", (one_line(kept.path), "name"), "."))
