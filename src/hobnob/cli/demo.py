"""`hobnob demo`: an invented world to look around in, apart from one's own data."""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hobnob.cli import BUG, clock, demo_check, demo_folder, serving
from hobnob.cli.demo_folder import MARK, live_in
from hobnob.cli.import_file import progress_bar
from hobnob.cli.output import AsJson, err, out, print_json
from hobnob.cli.start import set_up, start
from hobnob.cli.today import as_answer, print_today
from hobnob.cli.up import NoOpen, Port
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.today.page import Today


def demo(
    context: typer.Context,
    *,
    only_check: Annotated[
        bool,
        typer.Option(
            "--check", metavar="", help="Load it into a passing folder, check everything, and end."
        ),
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", metavar="", help="Begin with a new world.")
    ] = False,
    where: Annotated[
        bool, typer.Option("--where", metavar="", help="Print the demo's folder, and end.")
    ] = False,
    port: Port = None,
    no_open: NoOpen = False,
    as_json: AsJson = False,
) -> None:
    """Load an invented world, show its Today, and serve it. Your own data isn't touched.

    With --json it prints Today and ends, without serving.
    """
    if only_check:
        raise typer.Exit(_check(as_json=as_json))
    home: Path = context.obj or demo_folder.usual_folder()
    if where:
        out().out(home, highlight=False)
        return
    live_in(home)
    is_new = _make_world(home, fresh=fresh)
    page = _today()
    if as_json:
        print_json(as_answer(page))
        return
    print_today(page)
    out().print()
    if is_new:
        out().print("hobnob listens to them now: in some seconds, Topics shows what they love.")
    serving.serve(port=port, opens_browser=not no_open)


def _check(*, as_json: bool) -> int:
    with tempfile.TemporaryDirectory(prefix="hobnob-demo-") as folder:
        home = Path(folder)
        live_in(home)
        _make_world(home, fresh=True)
        if not as_json:
            print_today(_today())
            out().print()
        return 0 if demo_check.run(home, as_json=as_json) else BUG


def _make_world(home: Path, *, fresh: bool) -> bool:
    """The world of today: a new one where the folder has none, or an old one. Says if it is new."""
    set_up()
    mark = home / MARK
    today = datetime.now().astimezone().date().isoformat()
    if not mark.exists() and (home / "hobnob.db").exists():
        raise HobnobError(
            f"{home} holds data that is not the demo's, so nothing was changed: "
            "leave --home out, or name an empty folder."
        )
    if mark.exists() and mark.read_text() == today and not fresh:
        start()
        return False
    if url := serving.running_at(home):
        raise HobnobError(f"The demo is running at {url}: stop it before it is made anew.")
    _clear(home)
    # What is cut short here is no world: the mark without a day has it made anew next time.
    mark.write_text("")
    start()
    _load(home)
    mark.write_text(today)
    return True


def _clear(home: Path) -> None:
    for pattern in ("hobnob.db*", "x-archive.zip", "donors.csv"):
        for path in home.glob(pattern):
            path.unlink()
    shutil.rmtree(home / "signin", ignore_errors=True)


def _load(home: Path) -> None:
    from hobnob.operations.demo.load import load

    err().print("Inventing some people, and what they said ...")
    with progress_bar() as on_progress:
        load(home / "x-archive.zip", now_us=clock.now_us(), on_progress=on_progress)


def _today() -> "Today":
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.today.page import today

    return today(clock.now_us(), reader=local_user())
