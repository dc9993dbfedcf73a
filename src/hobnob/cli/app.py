"""Every command, in the order of `hobnob --help`, each with an example."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from hobnob import __version__
from hobnob.cli import (
    connect,
    curate,
    demo,
    demo_folder,
    doctor,
    import_file,
    list_show,
    lists,
    person,
    rebuild,
    rules,
    search,
    sources,
    sync,
    today,
    up,
)
from hobnob.cli.help import Command, Group

_ABOUT = "Remember who talks with you, whom to answer today, and what came of it."

app = typer.Typer(
    cls=Group,
    help=_ABOUT,
    no_args_is_help=True,
    # A bug keeps Python's own traceback; a nicer one would print the words people wrote.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
list_app = typer.Typer(
    cls=Group,
    help="Who is on a list: show, promote, demote, remove, restore.",
    epilog='Example:\n\nhobnob list show "Mentioned You"',
    no_args_is_help=True,
)
rules_app = typer.Typer(cls=Group, help=rules.show.__doc__)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hobnob {__version__}")
        raise typer.Exit


@app.callback()
def hobnob(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(
            "--home",
            metavar="DIR",
            help="Keep the data in this folder. By default HOBNOB_HOME, or where this system "
            "keeps a person's data.",
        ),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", metavar="", callback=_show_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Read what holds for every command, before Django reads its settings."""
    context.obj = home
    if home is not None:
        os.environ["HOBNOB_HOME"] = str(home)
    demo_folder.stay_in_it()


def _add(
    group: typer.Typer, name: str, run: Callable[..., None], panel: str | None, *examples: str
) -> None:
    epilog = "\n\n".join(["Example:", *examples])
    group.command(name, cls=Command, epilog=epilog, rich_help_panel=panel)(run)


DAILY, PEOPLE, DATA = "Every day", "People and lists", "Your data"

_add(app, "today", today.today, DAILY, "hobnob today")
_add(app, "sync", sync.sync, DAILY, "hobnob sync", "hobnob sync --watch")
_add(app, "up", up.up, DAILY, "hobnob up", "hobnob up --port 9000 --no-open")
_add(app, "signin", up.signin, DAILY, "hobnob signin")

_add(app, "lists", lists.lists, PEOPLE, "hobnob lists")
app.add_typer(list_app, name="list", rich_help_panel=PEOPLE)
_add(list_app, "show", list_show.show, None, 'hobnob list show "Mentioned You"')
_add(
    list_app,
    "promote",
    curate.promote,
    None,
    "hobnob list promote @ana@tusk.example --why 'asks good questions'",
    "hobnob list promote x:ana --to say --instead-of x:bo",
)
_add(list_app, "demote", curate.demote, None, "hobnob list demote x:ana --why 'we lost touch'")
_add(list_app, "remove", curate.remove, None, "hobnob list remove x:bo --from watchlist")
_add(list_app, "restore", curate.restore, None, "hobnob list restore x:bo --to mentioned")
_add(
    app,
    "person",
    person.person,
    PEOPLE,
    "hobnob person @ana@tusk.example",
    "hobnob person x:ana --same-as @ana@tusk.example",
)
_add(app, "note", curate.note, PEOPLE, "hobnob note x:ana 'loves tigers; prefers jokes'")
_add(app, "tag", curate.tag, PEOPLE, "hobnob tag x:ana donor")
_add(app, "undo", curate.undo, PEOPLE, "hobnob undo")
_add(app, "search", search.search, PEOPLE, "hobnob search tiger")
app.add_typer(
    rules_app,
    name="rules",
    callback=rules.show,
    invoke_without_command=True,
    rich_help_panel=PEOPLE,
    epilog="Example:\n\nhobnob rules",
)
_add(rules_app, "try", rules.would, None, "hobnob rules try 1")
_add(rules_app, "on", rules.on, None, "hobnob rules on 1")
_add(rules_app, "off", rules.off, None, "hobnob rules off 1")
_add(rules_app, "apply", rules.apply, None, "hobnob rules apply 1")

_add(
    app,
    "import",
    import_file.import_file,
    DATA,
    "hobnob import twitter-archive.zip",
    "hobnob --home DIR import twitter-archive.zip --direct-messages --json",
)
_add(
    app,
    "connect",
    connect.connect,
    DATA,
    "hobnob connect mastodon tusk.example",
    "hobnob connect mastodon tusk.example --token - < token.txt",
)
_add(
    app,
    "disconnect",
    connect.disconnect,
    DATA,
    "hobnob disconnect mastodon",
    "hobnob disconnect mastodon tusk.example",
)
_add(app, "sources", sources.sources, DATA, "hobnob sources")
_add(app, "rebuild", rebuild.rebuild, DATA, "hobnob rebuild")
_add(app, "doctor", doctor.doctor, DATA, "hobnob doctor")
_add(app, "demo", demo.demo, DATA, "hobnob demo", "hobnob demo --check")
