"""`hobnob up` and `hobnob signin`: the web app on this machine, and a link into it."""

from pathlib import Path
from typing import Annotated

import typer

from hobnob.cli import clock, serving
from hobnob.cli.output import AsJson, out, print_json
from hobnob.cli.start import open_data, start
from hobnob.domain.errors import HobnobError

Port = Annotated[
    int | None,
    typer.Option(
        "--port",
        metavar="PORT",
        help=f"Listen here; by default {serving.USUAL_PORT}, or the next one that is free.",
    ),
]
NoOpen = Annotated[
    bool, typer.Option("--no-open", metavar="", help="Print the link; open no browser.")
]


def up(*, port: Port = None, no_open: NoOpen = False, as_json: AsJson = False) -> None:
    """Serve the web app to this machine, and print a link that opens it."""
    start()
    serving.serve(port=port, opens_browser=not no_open, as_json=as_json)


def signin(*, as_json: AsJson = False) -> None:
    """Print a new one-time link into the hobnob that is running."""
    open_data()
    from django.conf import settings

    from hobnob.operations.signin import make_link

    url = serving.running_at(Path(settings.HOME))
    if url is None:
        raise HobnobError("hobnob is not running here: start it with `hobnob up`.")
    link = make_link(url, now_us=clock.now_us())
    if as_json:
        print_json({"link": link})
    else:
        out().out(link, highlight=False)
