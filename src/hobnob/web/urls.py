"""Every address, in the order of the menu."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from hobnob.web import (
    act,
    chats,
    chats_calendar,
    chats_only,
    chats_session,
    connections,
    decide,
    feed,
    hygiene,
    import_file,
    lists,
    mirror,
    outbox,
    people,
    rules,
    search,
    signin,
    today,
    voice,
    worth_following,
)
from hobnob.web.answers import MOST_DIGITS


class Number(IntConverter):
    """The number of a row; an address with a longer one leads nowhere."""

    regex = f"[0-9]{{1,{MOST_DIGITS}}}"


register_converter(Number, "number")

urlpatterns = [
    path("", today.today, name="today"),
    path("enough/", today.enough, name="enough"),
    path("feed/", feed.feeds, name="feeds"),
    path("feed/<slug:key>/", feed.feed, name="feed"),
    path("feed/<slug:key>/read/", feed.read, name="read feed"),
    path("time/", feed.time, name="time"),
    path("chats/", chats.chats, name="chats"),
    path("chats/new/", chats.create, name="new chat"),
    path("chats/calendar/", chats_calendar.calendar, name="calendar"),
    path("chats/calendar.ics", chats_calendar.file, name="calendar file"),
    path("chats/only/", chats_only.only, name="chats only"),
    path("chats/only/<number:person_id>/", chats_only.decide, name="only decide"),
    path("chats/<slug:key>/", chats.chat, name="chat"),
    path("chats/<slug:key>/edit/", chats.edit, name="edit chat"),
    path("chats/<slug:key>/read/", chats.read, name="read chat"),
    path("chats/<slug:key>/people/<number:person_id>/", chats_session.follow_up, name="follow up"),
    path("chats/<slug:key>/posts/<number:post_id>/", chats_session.keep, name="keep answer"),
    path("chats/<slug:key>/<slug:day>/", chats_session.session, name="session"),
    path("lists/", lists.lists, name="lists"),
    path("lists/new/", lists.create, name="new list"),
    path("lists/<slug:key>/", lists.members, name="list"),
    path("lists/<slug:key>/edit/", lists.edit, name="edit list"),
    path("lists/<slug:key>/faded/", lists.faded, name="faded"),
    path("lists/<slug:key>/mirror/", mirror.mirror, name="mirror"),
    path("lists/<slug:key>/removed/", lists.removed, name="removed"),
    path("lists/<slug:key>/rules/", rules.rules, name="rules"),
    path("lists/<slug:key>/rules/new/", rules.create, name="new rule"),
    path("rules/<number:rule_id>/change/", rules.change, name="change rule"),
    path("people/<number:person_id>/", people.person, name="person"),
    path("people/<number:person_id>/decide/", decide.decide, name="decide"),
    path("people/<number:person_id>/join/<slug:key>/", people.make_room, name="make room"),
    path(
        "people/<number:person_id>/<slug:what>/<number:account_id>/",
        act.on_person,
        name="act on person",
    ),
    path("posts/<number:post_id>/answer/", act.answer, name="answer"),
    path("posts/<number:post_id>/act/", act.on_post, name="act on post"),
    path("people/<number:person_id>/mark/", hygiene.mark_bad, name="mark bad"),
    path("hygiene/", hygiene.cards, name="hygiene"),
    path("hygiene/look/", hygiene.look, name="look at everybody"),
    path("hygiene/<number:account_id>/", hygiene.decide, name="hygiene card"),
    path("hygiene/follow/", worth_following.people, name="worth following"),
    path("hygiene/follow/<number:account_id>/", worth_following.decide, name="follow or not"),
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/new/", outbox.compose, name="compose"),
    path("outbox/<number:item_id>/", outbox.decide, name="outbox item"),
    path("outbox/<number:item_id>/edit/", outbox.edit, name="edit outbox item"),
    path("voice/", voice.voice, name="voice"),
    path("undo/", decide.undo, name="undo"),
    path("search/", search.search, name="search"),
    path("import/", import_file.choose, name="import"),
    path("import/<number:source_id>/", import_file.progress, name="import progress"),
    path("connections/", connections.overview, name="connections"),
    path("connections/new/<slug:network>/", connections.new, name="new connection"),
    path("connections/back/", connections.came_back, name="connection back"),
    path("connections/finish/", connections.finish, name="finish connection"),
    path("connections/<int:connection_id>/", connections.one, name="connection"),
    path("connections/<int:connection_id>/sync/", connections.sync, name="sync"),
    path("connections/<int:connection_id>/allow/", connections.allow, name="allow stream"),
    path("connections/<int:connection_id>/limit/", connections.limit, name="limit spending"),
    path("connections/<int:connection_id>/hashtags/", connections.hashtags, name="hashtags"),
    path("connections/<int:connection_id>/disconnect/", connections.disconnect, name="disconnect"),
    path("keys/", today.keys, name="keys"),
    path("signin/", signin.signin, name="signin"),
    path("signout/", signin.signout, name="signout"),
]
