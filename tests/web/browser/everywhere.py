"""Where every page is, and a world in which each of them has something to show."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hobnob.domain.actions import ActionKind
from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import State
from hobnob.domain.people import Account, Network
from hobnob.domain.people_filters import PeopleFilters
from hobnob.operations.cadence import wish_to_hear
from hobnob.operations.demo.archive import write_archive
from hobnob.operations.import_file import begin_import
from hobnob.operations.keep_topics import make_topic
from hobnob.operations.keep_views import save_view
from hobnob.operations.lists.mirror import begin_mirror
from hobnob.operations.record import record
from hobnob.operations.suggest_merges import suggest_merges
from hobnob.operations.supporters.columns_said import let_wait
from hobnob.operations.tell import tell
from hobnob.storage import models
from tests.asks import lay_asks
from tests.chats import TUESDAY
from tests.gestures import lay_gestures
from tests.matched import lay_a_match
from tests.people import ANA, BO, CEM, NOW_US, curator, happened, person_id
from tests.reading import TALK, number
from tests.topics import listened
from tests.web.sitting import lay_the_table

Pages = Mapping[str, tuple[str, ...]]
"""Addresses by the name that urls.py gives them."""

CHANGES = frozenset(
    {
        *("read feed", "time", "only decide", "read chat", "follow up", "keep answer"),
        *("change rule", "decide", "act on post", "look at everybody", "hygiene card"),
        *("follow or not", "outbox item", "undo", "finish connection", "sync", "allow stream"),
        *("more matches", "skip match", "decide match", "search match", "save view", "change view"),
        *("look who is who", "answer who is who", "say topic"),
        *("limit spending", "hashtags", "disconnect", "signout", "connection back"),
        *("answer ask", "add picture", "decide outcome"),
    }
)
"""What is no page but changes something, and leads back to one."""

FILES = frozenset(
    {
        *("picture", "import problems", "calendar file", "everything file", "export file"),
        "results file",
    }
)


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
    donor, maybe = lay_a_match()
    me_curating.tag(ana, "donor")
    kept: dict[str, Any] = {"author": me_curating.author, "now_us": NOW_US}
    view = save_view("Donors", PeopleFilters(tags=("donor",)), **kept)
    tell(ana, FactKind.BIRTHDAY, "15 April", **kept)
    tell(ana, FactKind.MANNER, "Prefers jokes.", is_private=True, **kept)
    wish_to_hear(ana, 1, **kept)
    make_topic("Tiger walk", "tiger*", now_us=NOW_US)
    make_topic("Wetlands", "wetland*", now_us=NOW_US)
    listened()
    _one_on_two_networks()
    words_begin = lay_gestures(BO, ANA)
    talk = number(TALK)
    account = models.Account.objects.get(native_id=ANA.native_id).pk
    return {
        "today": ("/",),
        "enough": ("/enough/",),
        "give": ("/give/", "/give/?more=1"),
        "gestures made": ("/give/made/",),
        "ideas": ("/give/ideas/",),
        "new idea": ("/give/ideas/new/",),
        "edit idea": (f"/give/ideas/{models.Idea.objects.get().pk}/",),
        "manner": ("/give/manner/",),
        "pictures": ("/give/pictures/",),
        "gesture": (words_begin,),
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
        "people": ("/people/", "/people/?answer=owed", f"/people/?{view.query}"),
        "person": (f"/people/{ana}/", f"/people/{bo}/", f"/people/{donor.person_id}/"),
        "make room": (f"/people/{person_id(CEM)}/join/say/",),
        "undo older": ("/undo/older/",),
        "who is who": ("/people/same/",),
        "accounts": (f"/people/{ana}/accounts/",),
        "everything": (f"/people/{ana}/everything/",),
        "forget": (f"/people/{ana}/forget/",),
        "act on person": tuple(f"/people/{ana}/{act}/{account}/" for act in ("follow", "block")),
        "answer": (f"/posts/{talk}/answer/",),
        "mark bad": (f"/people/{ana}/mark/",),
        "hygiene": ("/hygiene/",),
        "worth following": ("/hygiene/follow/",),
        "topics": ("/topics/",),
        "new topic": ("/topics/new/",),
        "our topic": ("/topics/ours/tiger-walk/", "/topics/ours/wetlands/"),
        "edit topic": ("/topics/ours/tiger-walk/edit/",),
        "their topic": ("/topics/theirs/tiger/",),
        "near": ("/people/near/?place=Utrecht", "/people/near/?place=Oslo"),
        "log": (f"/people/{ana}/log/?outcome=donation", f"/people/{bo}/log/"),
        "came of it": ("/log/",),
        "asks": ("/asks/",),
        "owed": ("/asks/owed/",),
        "whom to ask": ("/asks/whom/?outcome=petition&topic=tigers",),
        "ask": (f"/people/{ana}/ask/", f"/people/{bo}/ask/"),
        "campaigns": ("/plans/",),
        "new campaign": ("/plans/new/",),
        "campaign": (f"/plans/{lay_asks()}/",),
        "edit campaign": ("/plans/wetlands-in-spring/edit/",),
        "matching": ("/matching/", "/matching/?network=x"),
        "sure matches": ("/matching/sure/",),
        "run matching": ("/matching/run/",),
        "coverage": ("/matching/coverage/",),
        "matching basis": ("/matching/basis/",),
        "matching notice": ("/matching/notice/",),
        "search matches": ("/matching/search/",),
        "handles": ("/matching/handles/?where=hello@herd.example",),
        "handles in notes": ("/matching/handles/notes/",),
        "handle reply": ("/matching/handles/reply/",),
        "ask handle": (f"/matching/handles/{donor.pk}/{maybe.pk}/",),
        "outbox": ("/outbox/",),
        "compose": ("/outbox/new/",),
        "edit outbox item": (f"/outbox/{items[0].pk}/edit/",),
        "voice": ("/voice/",),
        "results": ("/results/", "/results/?for=board"),
        "search": ("/search/", "/search/?words=otter", "/search/?words=nothing"),
        "import": ("/import/",),
        "import progress": (f"/import/{source.pk}/",),
        "import columns": (f"/import/{_waiting(folder)}/columns/",),
        "export": ("/export/", "/export/?view=Donors", "/export/?list=watchlist"),
        "connections": ("/connections/",),
        "new connection": tuple(f"/connections/new/{n}/" for n in ("bluesky", "mastodon", "x")),
        "connection": (f"/connections/{me.connection.pk}/",),
        "keys": ("/keys/",),
        "signin": ("/signin/",),
    }


def _waiting(folder: Path) -> int:
    """A file of people of which somebody has to say what its columns mean."""
    path = folder / "spender.csv"
    path.write_text("Name,Spende,Spendendatum,Schuhe,Religion\nAna Ruiz,25,03/04/2024,38,\n")
    return let_wait(path, name=path.name, now_us=NOW_US)


def _one_on_two_networks() -> None:
    """Somebody with the same rare handle on two networks: may they be one?"""
    handle = "tigersongdot"
    there = Account(
        network=Network.MASTODON,
        native_id=f"{handle}@den.example",
        handle=f"{handle}@den.example",
        name="Dot",
    )
    here = Account(network=Network.X, native_id="94", handle=handle, name="Dot")
    record([happened(Kind.MENTION, each, days_ago=2) for each in (there, here)], now_us=NOW_US)
    suggest_merges(clock=lambda: NOW_US)


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
    *("/asks/", "/asks/owed/", "/plans/", "/results/", "/results/?for=board"),
    *("/matching/", "/matching/sure/", "/matching/run/", "/matching/coverage/"),
    *("/matching/basis/", "/matching/handles/", "/matching/handles/notes/"),
    *("/people/", "/people/?losing-touch=1", "/people/?over-cadence=1", "/people/?answer=owed"),
    *("/people/same/", "/topics/", "/topics/new/", "/export/"),
    *("/outbox/", "/voice/", "/search/", "/import/", "/connections/"),
)
"""Pages that have something to say before anything is there."""
