"""`hobnob up` and `hobnob signin`: it serves this machine, lets its owner in, and stops."""

import json
import logging
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from tests.cli.conftest import Program

# The first answer compiles every template, on a machine that may be busy.
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Served:
    url: str
    link: str
    process: "subprocess.Popen[str]"


@contextmanager
def up(program: Program, *words: str) -> Iterator[Served]:
    """hobnob, serving, until the end of the block at the latest."""
    process = program.start("up", "--json", *words)
    assert process.stdout is not None
    try:
        lines = iter(process.stdout.readline, "}\n")
        answer = json.loads("".join(lines) + "}")
        yield Served(url=answer["url"], link=answer["link"], process=process)
    finally:
        process.terminate()
        process.communicate()


def browser() -> OpenerDirector:
    return build_opener(HTTPCookieProcessor(CookieJar()))


def get(window: OpenerDirector, url: str) -> tuple[str, str]:
    """(address after redirects, page)."""
    with window.open(url, timeout=PATIENCE_SECONDS) as answer:
        return answer.url, answer.read().decode()


def enter(window: OpenerDirector, link: str) -> int:
    """Presses the button of the page that the link leads to."""
    url, page = get(window, link)
    fields = dict(re.findall(r'name="(csrfmiddlewaretoken|token)" value="([^"]*)"', page))
    body = urlencode(fields).encode()
    request = Request(url, data=body, headers={"Referer": url})
    try:
        with window.open(request, timeout=PATIENCE_SECONDS) as answer:
            return int(answer.status)
    except HTTPError as refused:
        with refused:
            return refused.code


def test_its_owner_comes_in_by_the_link_once_and_strangers_do_not(program: Program) -> None:
    with up(program, "--port", "0") as served:
        mine, strangers = browser(), browser()
        assert "/signin/" in get(strangers, f"{served.url}/")[0]

        assert enter(mine, served.link) == 200
        assert get(mine, f"{served.url}/")[0] == f"{served.url}/"
        assert enter(strangers, served.link) == 403
        assert "/signin/" in get(strangers, f"{served.url}/")[0]

        another = program.run("signin", "--json").answer["link"]
        assert another.startswith(f"{served.url}/signin/?token=")
        assert enter(strangers, another) == 200


def test_it_stops_when_told_and_leaves_no_address_behind(program: Program) -> None:
    with up(program, "--port", "0") as served:
        assert (program.home / "address").read_text() == served.url
        served.process.terminate()
        _, err = served.process.communicate()

    assert served.process.returncode == 0
    assert err.strip() == "hobnob has stopped. See you tomorrow."
    assert not (program.home / "address").exists()
    assert program.run("signin").code == 2


def test_a_killed_one_is_known_not_to_run(program: Program) -> None:
    with up(program, "--port", "0") as served:
        served.process.kill()
        served.process.wait()

        assert program.run("signin").err.startswith("hobnob is not running here")


def test_it_takes_the_next_port_when_the_usual_one_is_taken(program: Program) -> None:
    with closing(socket.socket()) as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            other.bind(("127.0.0.1", 8765))
            other.listen()
        except OSError:
            pass  # Somebody else has taken it, which will do.
        with up(program) as served:
            assert int(served.url.rpartition(":")[2]) > 8765


def test_a_port_that_was_asked_for_and_is_taken_is_refused(program: Program) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        refused = program.run("up", "--port", port)

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == f"Port {port} is taken or not allowed: choose another one with --port.\n"


@pytest.mark.parametrize("port", ["-1", "70000"])
def test_a_port_that_cannot_be_is_refused(port: str, program: Program) -> None:
    assert program.run("up", "--port", port).code == 2


def test_two_on_one_folder_share_the_work_out(program: Program) -> None:
    with up(program, "--port", "0") as first, up(program, "--port", "0") as second:
        assert first.url != second.url
        assert enter(browser(), first.link) == 200
        assert enter(browser(), second.link) == 200


def test_requests_that_wait_for_a_thread_are_no_news() -> None:
    assert not logging.getLogger("waitress.queue").isEnabledFor(logging.WARNING)
