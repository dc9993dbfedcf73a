"""Who may see and change what: nobody but who signed in, and only from hobnob's own pages."""

import pytest
from django.test import Client
from django.urls import URLPattern

from hobnob.web.urls import urlpatterns
from tests.people import ANA
from tests.web.world import decide_address, two_wait

OPEN = {"signin", "calendar file"}
ADDRESSES = {
    "today": "/",
    "enough": "/enough/",
    "chats": "/chats/",
    "new chat": "/chats/new/",
    "calendar": "/chats/calendar/",
    "calendar file": "/chats/calendar.ics",
    "chats only": "/chats/only/",
    "only decide": "/chats/only/1/",
    "chat": "/chats/tusktalk/",
    "edit chat": "/chats/tusktalk/edit/",
    "read chat": "/chats/tusktalk/read/",
    "follow up": "/chats/tusktalk/people/1/",
    "keep answer": "/chats/tusktalk/posts/1/",
    "session": "/chats/tusktalk/2026-11-17/",
    "feeds": "/feed/",
    "feed": "/feed/watchlist/",
    "read feed": "/feed/watchlist/read/",
    "time": "/time/",
    "give": "/give/",
    "gestures made": "/give/made/",
    "ideas": "/give/ideas/",
    "new idea": "/give/ideas/new/",
    "edit idea": "/give/ideas/1/",
    "manner": "/give/manner/",
    "pictures": "/give/pictures/",
    "add picture": "/give/pictures/add/",
    "picture": "/give/pictures/tigers/cub.gif",
    "gesture": "/people/1/give/",
    "lists": "/lists/",
    "new list": "/lists/new/",
    "list": "/lists/say/",
    "edit list": "/lists/say/edit/",
    "faded": "/lists/mentioned/faded/",
    "mirror": "/lists/watchlist/mirror/",
    "removed": "/lists/say/removed/",
    "rules": "/lists/say/rules/",
    "new rule": "/lists/say/rules/new/",
    "change rule": "/rules/1/change/",
    "people": "/people/",
    "save view": "/people/views/",
    "change view": "/people/views/1/",
    "who is who": "/people/same/",
    "look who is who": "/people/same/look/",
    "answer who is who": "/people/same/1/",
    "person": "/people/1/",
    "accounts": "/people/1/accounts/",
    "everything": "/people/1/everything/",
    "everything file": "/people/1/everything.json",
    "forget": "/people/1/forget/",
    "decide": "/people/1/decide/",
    "make room": "/people/1/join/say/",
    "act on person": "/people/1/follow/1/",
    "mark bad": "/people/1/mark/",
    "hygiene": "/hygiene/",
    "look at everybody": "/hygiene/look/",
    "hygiene card": "/hygiene/1/",
    "worth following": "/hygiene/follow/",
    "follow or not": "/hygiene/follow/1/",
    "say topic": "/people/1/topics/",
    "near": "/people/near/",
    "log": "/people/1/log/",
    "came of it": "/log/",
    "decide outcome": "/log/1/",
    "results": "/results/",
    "results file": "/results/file.csv",
    "topics": "/topics/",
    "new topic": "/topics/new/",
    "our topic": "/topics/ours/wetlands/",
    "edit topic": "/topics/ours/wetlands/edit/",
    "their topic": "/topics/theirs/tiger/",
    "asks": "/asks/",
    "owed": "/asks/owed/",
    "whom to ask": "/asks/whom/",
    "answer ask": "/asks/1/answer/",
    "ask": "/people/1/ask/",
    "campaigns": "/plans/",
    "new campaign": "/plans/new/",
    "campaign": "/plans/wetlands/",
    "edit campaign": "/plans/wetlands/edit/",
    "matching": "/matching/",
    "more matches": "/matching/more/",
    "sure matches": "/matching/sure/",
    "run matching": "/matching/run/",
    "coverage": "/matching/coverage/",
    "matching basis": "/matching/basis/",
    "matching notice": "/matching/notice/",
    "search matches": "/matching/search/",
    "search match": "/matching/search/1/",
    "handles": "/matching/handles/",
    "handles in notes": "/matching/handles/notes/",
    "handle reply": "/matching/handles/reply/",
    "ask handle": "/matching/handles/1/2/",
    "skip match": "/matching/1/skip/",
    "decide match": "/matching/1/2/",
    "answer": "/posts/1/answer/",
    "act on post": "/posts/1/act/",
    "outbox": "/outbox/",
    "compose": "/outbox/new/",
    "outbox item": "/outbox/1/",
    "edit outbox item": "/outbox/1/edit/",
    "voice": "/voice/",
    "undo": "/undo/",
    "undo older": "/undo/older/",
    "search": "/search/",
    "import": "/import/",
    "import progress": "/import/1/",
    "import columns": "/import/1/columns/",
    "import problems": "/import/1/problems.csv",
    "export": "/export/",
    "export file": "/export/file.csv",
    "connections": "/connections/",
    "new connection": "/connections/new/mastodon/",
    "connection back": "/connections/back/",
    "finish connection": "/connections/finish/",
    "connection": "/connections/1/",
    "sync": "/connections/1/sync/",
    "allow stream": "/connections/1/allow/",
    "limit spending": "/connections/1/limit/",
    "hashtags": "/connections/1/hashtags/",
    "disconnect": "/connections/1/disconnect/",
    "keys": "/keys/",
    "signin": "/signin/",
    "signout": "/signout/",
}
CHANGES = ["change rule", "decide", "undo", "signout", "act on post", "outbox item"]
CHANGES += ["finish connection", "sync", "disconnect"]
CHANGES += ["read feed", "time"]
CHANGES += ["save view", "change view", "say topic"]
CHANGES += ["answer ask"]
CHANGES += ["allow stream", "limit spending", "hashtags"]
CHANGES += ["look at everybody", "hygiene card", "follow or not"]
CHANGES += ["more matches", "skip match", "decide match"]
CHANGES += ["only decide", "read chat", "follow up", "keep answer"]


def test_every_address_is_looked_at_here() -> None:
    assert {each.name for each in urlpatterns if isinstance(each, URLPattern)} == set(ADDRESSES)


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - OPEN))
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_the_door(stranger: Client, name: str, method: str) -> None:
    response = getattr(stranger, method)(ADDRESSES[name])
    assert response.status_code == 302
    assert response["Location"].startswith("/signin/?next=")


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_something_is_not_done_by_following_a_link(robin: Client, name: str) -> None:
    assert robin.get(ADDRESSES[name]).status_code == 405


@pytest.mark.parametrize(
    "host", ["hobnob.example", "127.0.0.1.rebind.example", "localhost.example"]
)
def test_another_name_for_this_machine_is_refused(robin: Client, host: str) -> None:
    response = robin.get("/", headers={"host": host})
    assert response.status_code == 400
    assert "by a name that hobnob does not answer to" in response.content.decode()


def test_a_change_without_the_pages_token_is_refused(robin: Client) -> None:
    two_wait()
    careful = Client(enforce_csrf_checks=True)
    careful.cookies = robin.cookies
    response = careful.post(decide_address(ANA), {"promote": "", "back": "/"})
    assert response.status_code == 403
    assert "Nothing was changed" in response.content.decode()


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_change_asked_for_by_another_page_is_refused(robin: Client, site: str) -> None:
    two_wait()
    response = robin.post(decide_address(ANA), {"promote": ""}, headers={"sec-fetch-site": site})
    assert response.status_code == 403


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "x", "/\\e"])
def test_the_way_back_never_leads_elsewhere(robin: Client, back: str) -> None:
    two_wait()
    response = robin.post(decide_address(ANA), {"promote": "", "back": back})
    assert response["Location"] == "/"


@pytest.mark.parametrize("name", ["today", "lists", "list", "rules", "search", "import", "signin"])
def test_a_page_says_what_a_browser_may_do_with_it(robin: Client, name: str) -> None:
    response = robin.get(ADDRESSES[name])
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", ["/people/999999/", "/lists/nothing/", "/import/9/", "/x/"])
def test_what_is_not_there_says_so_in_the_same_look(robin: Client, address: str) -> None:
    response = robin.get(address)
    assert response.status_code == 404
    assert "Nothing is here" in response.content.decode()
    assert "hobnob/tokens.css" in response.content.decode()
