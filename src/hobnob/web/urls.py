"""Every address, in the order of the menu."""

from django.urls import path

from hobnob.web import decide, import_file, lists, people, rules, search, signin, today

urlpatterns = [
    path("", today.today, name="today"),
    path("enough/", today.enough, name="enough"),
    path("lists/", lists.lists, name="lists"),
    path("lists/new/", lists.create, name="new list"),
    path("lists/<slug:key>/", lists.members, name="list"),
    path("lists/<slug:key>/edit/", lists.edit, name="edit list"),
    path("lists/<slug:key>/removed/", lists.removed, name="removed"),
    path("lists/<slug:key>/rules/", rules.rules, name="rules"),
    path("lists/<slug:key>/rules/new/", rules.create, name="new rule"),
    path("rules/<int:rule_id>/change/", rules.change, name="change rule"),
    path("people/<int:person_id>/", people.person, name="person"),
    path("people/<int:person_id>/decide/", decide.decide, name="decide"),
    path("people/<int:person_id>/join/<slug:key>/", people.make_room, name="make room"),
    path("undo/", decide.undo, name="undo"),
    path("search/", search.search, name="search"),
    path("import/", import_file.choose, name="import"),
    path("import/<int:source_id>/", import_file.progress, name="import progress"),
    path("keys/", today.keys, name="keys"),
    path("signin/", signin.signin, name="signin"),
    path("signout/", signin.signout, name="signout"),
]
