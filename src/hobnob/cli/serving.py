"""Serves the web app to this machine, with the worker beside it, until Ctrl-C or SIGTERM."""

import contextlib
import os
import signal
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from hobnob.cli import clock, program
from hobnob.cli.output import err, line, out, print_json
from hobnob.domain.errors import HobnobError

HOST = "127.0.0.1"
USUAL_PORT = 8765

_PORTS_TRIED = 50
_THREADS = 6


def serve(*, port: int | None, opens_browser: bool, as_json: bool = False) -> None:
    """Serve until told to stop. Raises HobnobError when the port is taken."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from waitress import create_server

    from hobnob.cli.request_limit import ARCHIVE_BYTES, limit_requests
    from hobnob.operations.signin import make_link
    from hobnob.worker import Worker

    listening = _listen(port)
    url = f"http://{HOST}:{listening.getsockname()[1]}"
    home = Path(settings.HOME)
    # waitress keeps an upload in a temporary file: it is private, and larger than many a /tmp.
    tempfile.tempdir = str(home)
    server = create_server(
        WSGIHandler(),
        sockets=[listening],
        threads=_THREADS,
        ident="",
        max_request_body_size=ARCHIVE_BYTES,
    )
    limit_requests(server)
    with _until_stopped(), Worker(), _address_kept(home, url):
        link = make_link(url, now_us=clock.now_us())
        if as_json:
            print_json({"url": url, "link": link})
        else:
            _tell(link, is_usual=port is not None or url.endswith(f":{USUAL_PORT}"))
        if opens_browser and has_screen():
            webbrowser.open(link)
        server.run()
    server.close()
    err().print("\nhobnob has stopped. See you tomorrow.")


def _listen(port: int | None) -> socket.socket:
    ports = range(USUAL_PORT, USUAL_PORT + _PORTS_TRIED) if port is None else (port,)
    for each in ports:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        # A port that a stopped hobnob left a moment ago is free.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, each))
            listening.listen(64)
        except (OSError, OverflowError):
            listening.close()
            continue
        return listening
    tried = f"Port {port} is" if port is not None else f"Ports {ports[0]} to {ports[-1]} are"
    raise HobnobError(f"{tried} taken or not allowed: choose another one with --port.")


def _tell(link: str, *, is_usual: bool) -> None:
    console = out()
    if not is_usual:
        console.print(f"Port {USUAL_PORT} is taken by another program, so hobnob took the next.")
    console.print(line("hobnob is running. Open it with this link, which is good for once:"))
    console.print()
    # Whole, whatever the width: a broken link cannot be copied.
    console.out(f"  {link}", highlight=False)
    console.print()
    another = line((f"Another link: {program.command('signin')} · Stop: Ctrl-C", "quiet"))
    console.print(another, soft_wrap=True)


def has_screen() -> bool:
    """Without one, Python would start a browser for text terminals in the middle of this one."""
    if sys.platform == "darwin":
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def _until_stopped() -> Iterator[None]:
    """Ctrl-C is how one stops it, so it is no error; a service manager's SIGTERM says the same."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _address_kept(home: Path, url: str) -> Iterator[None]:
    """While it runs, `hobnob signin` in another terminal finds the address in a file."""
    path = home / "address"
    path.write_text(url, encoding="ascii")
    try:
        yield
    finally:
        with contextlib.suppress(FileNotFoundError):
            if path.read_text(encoding="ascii") == url:
                path.unlink()


def running_at(home: Path) -> str | None:
    """The address at which this data folder is served right now; None: it isn't."""
    try:
        url = (home / "address").read_text(encoding="ascii")
        _, _, port = url.rpartition(":")
        socket.create_connection((HOST, int(port)), timeout=2).close()
    except (OSError, ValueError):
        # A killed process leaves its address behind.
        return None
    return url
