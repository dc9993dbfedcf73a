"""The clock: what goes on in the background, in the process of `hobnob up`.

huey keeps the queue in a file of the data folder (https://huey.readthedocs.io). Pages hand work
over here; a file that was only half read when the process ended is read on at the next start.

What somebody said yes to does not stand in that queue: it would wait there behind an import. One
thread of its own sleeps until the next action may leave, and so no two tasks ever pile up.
"""

import fcntl
import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import close_old_connections
from huey import crontab
from huey.consumer import Consumer
from huey.contrib.djhuey import HUEY, db_periodic_task, db_task

from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import HOUR, MINUTE, SECOND, to_us
from hobnob.operations.check_hygiene import begin_look, check_hygiene, look_again
from hobnob.operations.connect import CannotConnect
from hobnob.operations.find_interests import find_interests
from hobnob.operations.follow_the_day import follow_the_day
from hobnob.operations.import_file import drop_lost_uploads, run_import, stop_import
from hobnob.operations.match_people import match_anew, match_people
from hobnob.operations.outbox import Sender
from hobnob.operations.suggest_merges import suggest_merges
from hobnob.operations.sync import How, sync
from hobnob.storage.queries.arrived import Arrived, arrived
from hobnob.storage.queries.connections import due_connections
from hobnob.storage.queries.hygiene.queue import is_look_due
from hobnob.storage.queries.matching.due import is_match_due
from hobnob.storage.queries.outbox import has_work, next_due_us
from hobnob.storage.queries.sources import unfinished_sources

_log = logging.getLogger(__name__)

_PATIENCE_SECONDS = 2.0

SYNC_EVERY = 9 * MINUTE
"""What was read ten minutes ago, less the time that took, is read again."""

_PAGES_AT_ONCE = 50


@db_task()
def import_in_background(source_id: int) -> None:
    """Read a source that `begin_import` noted, from where it stands to its end.

    What stops it for good is kept with the source, where the page shows it.
    """
    with one_import_at_a_time():
        # Somebody at a terminal may have read it to its end while it waited.
        if source_id not in unfinished_sources():
            return
        try:
            run_import(source_id, now_us=_now_us())
        except HobnobError as error:
            _log.warning("%s", error)
            return
        except Exception:
            # The outermost loop: nobody else would tell the page that is waiting for the end.
            stop_import(
                source_id,
                "Something went wrong in hobnob itself while this was read. What was read is "
                "kept; import the file again, and please report what `hobnob up` printed.",
            )
            raise
        look_around()


@db_periodic_task(crontab(minute="*/10"))
def sync_what_is_due() -> None:
    """Read every connected account that nobody has read for a while."""
    for connection_id in due_connections(_now_us(), every_us=SYNC_EVERY):
        sync_in_background(connection_id)


@db_task()
def sync_in_background(connection_id: int) -> None:
    """Read a connected account, as far as a few minutes go. What stops it is kept with it.

    Its history comes some pages at a time, so that imports and other accounts get their turn.
    """
    with one_sync_at_a_time():
        try:
            sync(connection_id, clock=_now_us, how=How(pages=_PAGES_AT_ONCE))
        except CannotConnect as error:
            # It was disconnected while this waited.
            _log.info("%s", error)


@db_periodic_task(crontab(minute="25"))
def check_hygiene_daily() -> None:
    """Look with the hygiene checks at whom something is new about, once the last look is old."""
    now_us = _now_us()
    if is_look_due(now_us):
        check_hygiene_in_background(begin_look(now_us=now_us), everybody=False)


@db_task()
def check_hygiene_in_background(run_id: int, *, everybody: bool = True) -> None:
    """Look at people with the hygiene checks, as `begin_look` noted."""
    check_hygiene(run_id, clock=_now_us, everybody=everybody)


@db_periodic_task(crontab(minute="50"))
def match_when_something_is_new() -> None:
    """Look who of the supporters is who, once somebody new came into the files or near me."""
    if is_match_due(_now_us()):
        match_anew(clock=_now_us)


@db_task()
def match_in_background(run_id: int) -> None:
    """Look who of the supporters is who, as `begin_run` noted."""
    match_people(run_id, clock=_now_us)


@db_task()
def suggest_merges_in_background() -> None:
    """Look who of the people around me may be one person: somebody asked."""
    _suggest_merges()


@db_task()
def find_interests_in_background() -> None:
    """Listen at once: a topic of ours is new."""
    _find_interests()


def _suggest_merges() -> None:
    suggest_merges(clock=_now_us)


def _find_interests() -> None:
    find_interests(now_us=_now_us())


def _follow_the_day() -> None:
    follow_the_day(now_us=_now_us())


@db_periodic_task(crontab(minute="*/5"))
def look_around() -> None:
    """See who may be who, who fades and what people love, once that is due."""
    _LOOKS.do_what_is_due(_now_us())


class Looks:
    """Looks anew at everybody once the last look is old, or much has arrived since.

    Whoever lets hobnob run for a quarter of an hour an evening gets it all: what this process never
    did is due at once. When it looked is forgotten with the process. A look costs seconds, and a
    world that was put back or made anew is never taken for one that was looked at.
    """

    def __init__(self, looks: Mapping[Callable[[], None], int]) -> None:
        """Each look, and how old it may grow. They are done in this order."""
        self._looks = looks
        self._last: dict[Callable[[], None], tuple[int, Arrived]] = {}

    def do_what_is_due(self, now_us: int) -> None:
        """Look. One that fails keeps the others waiting for a round, and is due again as usual."""
        there = arrived()
        for look in self._looks:
            if self._is_due(look, now_us, there):
                self._last[look] = (now_us, there)
                look()

    def _is_due(self, look: Callable[[], None], now_us: int, there: Arrived) -> bool:
        if look not in self._last:
            return True
        looked_us, was_there = self._last[look]
        return now_us - looked_us >= self._looks[look] or there.is_much_more_than(was_there)


EVERY = {_suggest_merges: 20 * HOUR, _follow_the_day: 6 * HOUR, _find_interests: 6 * HOUR}

_LOOKS = Looks(EVERY)


@db_task()
def look_again_in_background(person_id: int) -> None:
    """Look at somebody at once: something was said about them just now."""
    look_again([person_id], now_us=_now_us())


def send_soon() -> None:
    """Somebody said yes to something: see when it may leave."""
    _said_yes.set()


_said_yes = threading.Event()

_LOOKS_EVERY = 10 * SECOND
"""For what was said yes to in another process, and for what another one left behind."""


class Postman(threading.Thread):
    """Sends what is due, and sleeps until something is."""

    def __init__(self) -> None:
        super().__init__(name="postman", daemon=True)
        self._stops = False

    def run(self) -> None:
        """Send and sleep, until stopped."""
        while not self._stops:
            _said_yes.clear()
            wait_us = self.go_round()
            close_old_connections()
            if not self._stops:
                _said_yes.wait(wait_us / SECOND)

    def stop(self) -> None:
        """Go home; what is under way is finished first."""
        self._stops = True
        _said_yes.set()

    def go_round(self) -> int:
        """Send what may leave now. Says how long to sleep then (microseconds)."""
        try:
            if has_work(_now_us()):
                Sender.for_this_process(_now_us).send_due()
            due_us = next_due_us()
        except Exception:  # noqa: BLE001 (the outermost loop: what was claimed is looked for later)
            _log.exception("Something went wrong in hobnob itself while something was sent.")
            return _LOOKS_EVERY
        if due_us is None:
            return _LOOKS_EVERY
        return min(_LOOKS_EVERY, max(SECOND, due_us - _now_us()))


def _now_us() -> int:
    return to_us(datetime.now(UTC))


@contextmanager
def one_import_at_a_time(before_waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Waits while another process imports."""
    with _alone("import.lock", before_waiting):
        yield


@contextmanager
def one_sync_at_a_time(before_waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Waits while another process syncs. Were it not to, pages would be asked for twice."""
    with _alone("sync.lock", before_waiting):
        yield


@contextmanager
def _alone(name: str, before_waiting: Callable[[], None]) -> Iterator[None]:
    """A lock of the system's: it ends with its process."""
    with _lock_file(name) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            before_waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class Worker(Consumer):
    """huey's consumer on threads of this process; the process itself minds the signals.

    One process does the work of a data folder. In another one on the same folder this does
    nothing.
    """

    def __init__(self) -> None:
        super().__init__(HUEY, workers=1, initial_delay=0.05, max_delay=0.5)
        self._lock: IO[str] | None = None
        self._postman = Postman()

    def __enter__(self) -> "Worker":
        lock = _lock_file("worker.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return self
        self._lock = lock
        hand_over()
        self.start()
        self._postman.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._lock is None:
            return
        self._postman.stop()
        self.stop_flag.set()
        for _impl, thread in self.worker_threads:
            # A long import isn't waited for: it goes on at the next start.
            thread.join(_PATIENCE_SECONDS)
        # Nor is a silent network: what was claimed is looked for at the next start.
        self._postman.join(_PATIENCE_SECONDS)
        self._lock.close()

    def _set_signal_handlers(self, *_: Any) -> None:
        """Leaves them to the server: one Ctrl-C stops both."""


def hand_over() -> None:
    """Queue what a process that begins has to do: imports that were cut short, and all looks.

    What the queue holds is from a process that is gone, and the sources say the same better.
    """
    HUEY.flush()
    drop_lost_uploads(Path(settings.HOME) / "uploads")
    for source_id in unfinished_sources():
        import_in_background(source_id)
    look_around()


def _lock_file(name: str) -> IO[str]:
    return (Path(settings.HOME) / name).open("w")
