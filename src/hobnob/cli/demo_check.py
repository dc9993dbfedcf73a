"""`hobnob demo --check`: what a newcomer is shown holds true, one line each."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from hobnob.cli import clock
from hobnob.cli.output import counted, print_json, print_verdicts

if TYPE_CHECKING:
    from django.test import Client

_BASE = "http://127.0.0.1"

_CARDS = 50
"""No demo has more."""

_PAGES = (
    *("today", "enough", "feeds", "chats", "calendar", "chats only", "lists", "hygiene"),
    *("worth following", "outbox", "voice", "import", "connections", "keys"),
)


class NotSo(Exception):
    """Something that should hold doesn't."""


def run(home: Path, *, as_json: bool) -> bool:
    """Check everything, print a line for each, and say whether all of it holds."""
    results = {name: _hold(check, home) for name, check in CHECKS.items()}
    is_fine = all(holds for holds, _ in results.values())
    if as_json:
        checks = {name: {"is_fine": holds, "says": says} for name, (holds, says) in results.items()}
        print_json({"is_fine": is_fine, "checks": checks})
        return is_fine
    print_verdicts((holds, name, says) for name, (holds, says) in results.items())
    return is_fine


def _hold(check: "Callable[[Path], str]", home: Path) -> tuple[bool, str]:
    try:
        return True, check(home)
    except NotSo as error:
        return False, str(error)


def _lists(_home: Path) -> str:
    from hobnob.storage.queries.lists.members import every_list

    found = every_list()
    if empty := [each.name for each in found if not each.count]:
        raise NotSo(f"nobody is on {', '.join(empty)}")
    return ", ".join(f"{each.name} {each.count}" for each in found)


def _today(_home: Path) -> str:
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.today.page import today

    page = today(clock.now_us(), reader=local_user())
    if empty := [section.title for section in page.sections if not section.rows]:
        raise NotSo(f"nothing is under {', '.join(empty)}")
    rows = [row for section in page.sections for row in section.rows]
    if silent := [row.person.name for row in rows if not row.why.startswith("because")]:
        raise NotSo(f"no reason is given for {', '.join(silent)}")
    return f"{counted(page.people, 'person', 'people')}, {page.minutes} min, a reason for each"


def _feed(_home: Path) -> str:
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.feed.page import feed_lines, feed_page

    reader, now_us = local_user(), clock.now_us()
    if empty := [each.title for each in feed_lines(reader, now_us=now_us) if not each.to_read]:
        raise NotSo(f"there is nothing to read in {', '.join(empty)}")
    page = feed_page("watchlist", reader, now_us=now_us)
    if page is None or page.folded is None:
        raise NotSo("The Watchlist has no feed with link-drops")
    rows = [*page.rows, *page.folded.rows]
    if silent := [row.person.name for row in rows if not row.why]:
        raise NotSo(f"no reason is given for what {', '.join(silent)} posted")
    parts = counted(len(page.groups), "part")
    return f"{page.to_read} to read on {page.title} in {parts}, {page.folded_words} folded"


def _chats(_home: Path) -> str:
    from hobnob.storage.queries.chats.agenda import chats_page

    page = chats_page(clock.now_us())
    if not page.chats or not page.last:
        raise NotSo("no chat comes, or none was there")
    coming, last = page.chats[0], page.last[0]
    if coming.coming is None or not last.headline:
        raise NotSo(f"nothing is told about {coming.name}")
    return f"{coming.name} {coming.when}; on {last.day}: {last.headline}"


def _hygiene(_home: Path) -> str:
    from hobnob.storage.queries.hygiene.queue import next_cards
    from hobnob.storage.queries.hygiene.worth_following import people_worth_following

    now_us = clock.now_us()
    cards = next_cards(now_us, _CARDS)
    if bare := [each.person.name for each in cards if not any(one.because for one in each.found)]:
        raise NotSo(f"no reason is given against {', '.join(bare)}")
    worth = people_worth_following(now_us)
    if not cards or not worth.people:
        raise NotSo("nobody is to be let go, or nobody to be followed")
    about = counted(len(cards), "account")
    return f"{about} to think about; {counted(worth.total, 'person', 'people')} worth following"


def _second_import(home: Path) -> str:
    from hobnob.operations.import_file import import_file

    recorded = import_file(home / "x-archive.zip", now_us=clock.now_us()).recorded
    if recorded.interactions_new or recorded.people_new:
        raise NotSo(f"the same archive again added {recorded.interactions_new} interactions")
    return f"the same archive again added nothing to {recorded.interactions_seen:,} interactions"


def _rebuild(_home: Path) -> str:
    from hobnob.operations.rebuild import rebuild

    rebuilt = rebuild()
    if not rebuilt.is_same:
        raise NotSo(f"replaying both logs gave something else: {rebuilt}")
    log = counted(rebuilt.interactions, "interaction")
    return f"{log} and {counted(rebuilt.decisions, 'decision')} replayed: the same"


def _doctor(_home: Path) -> str:
    from hobnob.operations.doctor import examine

    findings = examine()
    if wrong := [each.says for each in findings if not each.is_fine]:
        raise NotSo(" ".join(wrong))
    return f"{len(findings)} things looked at, all sound"


def _pages(_home: Path) -> str:
    client = _signed_in()
    paths = _paths()
    for path in paths:
        status = client.get(path).status_code
        if status != 200:
            raise NotSo(f"{path} answered {status}")
    return f"{len(paths)} answered, after signing in by the one-time link"


def _signed_in() -> "Client":
    """A browser that used the link from the terminal. Without it, it is sent to sign in."""
    from django.test import Client

    from hobnob.operations.signin import make_link

    client = Client(headers={"host": "127.0.0.1"})
    if client.get("/").status_code != 302:
        raise NotSo("a stranger was let in")
    link = urlsplit(make_link(_BASE, now_us=clock.now_us()))
    (token,) = parse_qs(link.query)["token"]
    for expected in (302, 403):
        status = client.post(link.path, {"token": token}).status_code
        if status != expected:
            raise NotSo(f"the one-time link answered {status} instead of {expected}")
    return client


def _paths() -> list[str]:
    from django.urls import reverse

    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.chats.agenda import chats_page
    from hobnob.storage.queries.lists.members import every_list
    from hobnob.storage.queries.today.page import today

    sessions = chats_page(clock.now_us()).last
    page = today(clock.now_us(), reader=local_user())
    rows = [row for section in page.sections for row in section.rows]
    return [
        *(reverse(name) for name in _PAGES),
        *(reverse(name, args=[each.key]) for name in ("list", "feed") for each in every_list()),
        *(reverse("feed", args=[key]) for key in ("home", "questions")),
        *(reverse("session", args=[each.chat.key, each.session.day]) for each in sessions),
        *(reverse("person", args=[row.person.person_id]) for row in rows),
        f"{reverse('search')}?q=tiger",
    ]


CHECKS: dict[str, Callable[[Path], str]] = {
    "lists": _lists,
    "today": _today,
    "feed": _feed,
    "chats": _chats,
    "hygiene": _hygiene,
    "second import": _second_import,
    "rebuild": _rebuild,
    "doctor": _doctor,
    "pages": _pages,
}
"""In the order in which they are printed."""
