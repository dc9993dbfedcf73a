"""Where every page is, and a world in which each of them has something to show."""

from collections.abc import Mapping
from pathlib import Path

from hobnob.domain.actions import ActionKind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import State
from hobnob.operations.demo.archive import write_archive
from hobnob.operations.import_file import begin_import
from hobnob.operations.mirror import begin_mirror
from hobnob.storage import models
from tests.chats import TUESDAY
from tests.people import ANA, BO, CEM, NOW_US, curator, person_id
from tests.reading import TALK, number
from tests.web.sitting import lay_the_table

Pages = Mapping[str, tuple[str, ...]]
"""Addresses by the name that urls.py gives them."""

CHANGES = frozenset(
    {
        *("read feed", "time", "only decide", "read chat", "follow up", "keep answer"),
        *("change rule", "decide", "act on post", "look at everybody", "hygiene card"),
        *("follow or not", "outbox item", "undo", "finish connection", "sync", "allow stream"),
        *("limit spending", "hashtags", "disconnect", "signout", "connection back"),
    }
)
"""What is no page but changes something, and leads back to one."""

FILES = frozenset({"calendar file"})


def lay_everything(folder: Path) -> Pages:
    """A table laid in full; says where everything on it is."""
    lay_the_table()
    ana, bo = person_id(ANA), person_id(BO)
    me = models.Account.objects.get(is_me=True)
    me_curating = curator()
    me_curating.note(ana, "Asks about tigers before breakfast.")
    me_curating.tag(ana, "tigers")
    me_curating.remove(bo, "mentioned", why="annoys")
    items = [_outbox_item(me, state) for state in (State.DRAFT, State.BY_HAND, State.FAILED)]
    remote = models.RemoteList.objects.create(
        connection=me.connection, native_id="7@tusk.example", name="Friends", seen_us=NOW_US
    )
    begin_mirror("watchlist", remote.pk, now_us=NOW_US)
    archive = folder / "archive.zip"
    write_archive(archive, seed=5, tweets=20, likes=10, now_us=NOW_US)
    source = begin_import(archive, now_us=NOW_US)
    talk = number(TALK)
    account = models.Account.objects.get(native_id=ANA.native_id).pk
    return {
        "today": ("/",),
        "enough": ("/enough/",),
        "feeds": ("/feed/",),
        "feed": ("/feed/watchlist/", "/feed/mentioned/", "/feed/home/", "/feed/questions/"),
        "chats": ("/chats/",),
        "new chat": ("/chats/new/",),
        "calendar": ("/chats/calendar/",),
        "chats only": ("/chats/only/",),
        "chat": ("/chats/tusktalk/",),
        "edit chat": ("/chats/tusktalk/edit/",),
        "session": (f"/chats/tusktalk/{TUESDAY}/",),
        "lists": ("/lists/",),
        "new list": ("/lists/new/",),
        "list": ("/lists/watchlist/", "/lists/mentioned/"),
        "edit list": ("/lists/watchlist/edit/",),
        "faded": ("/lists/mentioned/faded/",),
        "mirror": ("/lists/watchlist/mirror/",),
        "removed": ("/lists/mentioned/removed/",),
        "rules": ("/lists/mentioned/rules/",),
        "new rule": ("/lists/mentioned/rules/new/",),
        "person": (f"/people/{ana}/", f"/people/{bo}/"),
        "make room": (f"/people/{person_id(CEM)}/join/say/",),
        "act on person": tuple(f"/people/{ana}/{act}/{account}/" for act in ("follow", "block")),
        "answer": (f"/posts/{talk}/answer/",),
        "mark bad": (f"/people/{ana}/mark/",),
        "hygiene": ("/hygiene/",),
        "worth following": ("/hygiene/follow/",),
        "outbox": ("/outbox/",),
        "compose": ("/outbox/new/",),
        "edit outbox item": (f"/outbox/{items[0].pk}/edit/",),
        "voice": ("/voice/",),
        "search": ("/search/", "/search/?words=otter", "/search/?words=nothing"),
        "import": ("/import/",),
        "import progress": (f"/import/{source.pk}/",),
        "connections": ("/connections/",),
        "new connection": tuple(f"/connections/new/{n}/" for n in ("bluesky", "mastodon", "x")),
        "connection": (f"/connections/{me.connection.pk}/",),
        "keys": ("/keys/",),
        "signin": ("/signin/",),
    }


def _outbox_item(me: models.Account, state: State) -> models.OutboxItem:
    """Something I said to Ana, as far as that state."""
    return models.OutboxItem.objects.create(
        account=me,
        kind=ActionKind.REPLY,
        target=TALK.native_id,
        text=f"They do ({state}).",
        mode=Mode.API,
        state=state,
        about=models.Account.objects.get(native_id=ANA.native_id),
        post_id=number(TALK),
        form=f"form {state}",
        drafted_us=NOW_US,
        said="Mastodon said no." if state is State.FAILED else "",
    )


NOTHING_YET = (
    *("/", "/enough/", "/feed/", "/feed/say/", "/feed/home/", "/feed/questions/", "/chats/"),
    *("/chats/calendar/", "/chats/only/", "/lists/", "/lists/say/", "/lists/say/rules/"),
    *("/lists/mentioned/faded/", "/lists/say/removed/", "/hygiene/", "/hygiene/follow/"),
    *("/outbox/", "/voice/", "/search/", "/import/", "/connections/"),
)
"""Pages that have something to say before anything is there."""
