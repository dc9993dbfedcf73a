"""Django, started inside a command so that `--help` doesn't wait for it, on a current database."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hobnob.domain.errors import HobnobError


class NothingHere(HobnobError):
    """The data folder is empty; only what brings something in fills it."""


def start() -> None:
    """Read the settings and bring the database up to date; make it where there is none.

    Raises HobnobError when the data folder or the database cannot be used.
    """
    set_up()
    migrate()
    stay_forgotten()


def open_data() -> None:
    """Start on the data that is here. Raises NothingHere instead of making an empty database."""
    set_up()
    from django.db import connection

    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        raise NothingHere(
            "Nothing is here yet: `hobnob import FILE` brings your own people in, and "
            "`hobnob demo` invents some to look around with."
        )
    migrate()
    stay_forgotten()


def set_up() -> None:
    """Read the settings, and leave the database as it is."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hobnob.settings")
    import django

    django.setup()


def migrate() -> None:
    """Make the tables on the first use, and bring older ones up to date on a later one."""
    from django.conf import settings
    from django.db import DatabaseError

    try:
        if _missing():
            with _one_at_a_time(Path(settings.HOME) / "migrate.lock"):
                _apply(_missing())
    except DatabaseError as error:
        raise HobnobError(
            f"The database cannot be used ({_first_line(error)}): "
            "`hobnob doctor` says what is wrong and what to do."
        ) from error


def stay_forgotten() -> None:
    """Erase once more whom an older database still has that was put back."""
    from hobnob.cli import clock
    from hobnob.cli.output import counted, err
    from hobnob.operations.forget import CannotForget
    from hobnob.operations.forget_again import forget_again
    from hobnob.operations.suppress import KeyIsLost

    try:
        count = forget_again(now_us=clock.now_us())
    except (KeyIsLost, CannotForget):
        # One can look at everything; the doctor says why, and what would come in is refused where
        # the key is lost. What is just being sent is over in minutes: the next command goes on.
        return
    if count:
        accounts = counted(count, "account")
        err().print(f"An older database was put back: {accounts} of people you had forgotten went.")


def _missing() -> list[str]:
    """Names of the steps that the database has yet to take."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    if any(app == "storage" for app, _ in unknown):
        raise HobnobError(
            "This data folder was used by a newer hobnob, which this one doesn't understand: "
            "update hobnob, or choose another folder with --home DIR."
        )
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label}.{step.name}" for step, _ in plan]


def _apply(missing: list[str]) -> None:
    from django.core.management import call_command
    from django.db import connection

    from hobnob.cli.output import err

    if not missing:
        return
    # A new home is ready in a moment. An older one may hold millions of rows.
    if connection.introspection.table_names():
        err().print("Bringing your data up to date with this version of hobnob ...")
    call_command("migrate", verbosity=0, interactive=False)
    from hobnob.cli import clock
    from hobnob.operations.recording.find_hashtags import find_every_hashtag
    from hobnob.operations.recording.judge_posts import judge_rest

    judge_rest(now_us=clock.now_us())
    find_every_hashtag()


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Two first starts at the same moment make the tables once."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
