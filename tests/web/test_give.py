"""Something kind, as its pages offer it and as it goes out."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import Kind
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.operations.tell import tell
from hobnob.storage import models
from hobnob.web import give_act
from tests.gestures import GIF, born_days_ago, loves, made, own_picture
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.reading import kept, posted, put_on
from tests.web.world import words

BIRTHDAY = "birthday:2026"


@pytest.fixture(autouse=True)
def _folder() -> Iterator[None]:
    yield
    shutil.rmtree(Path(settings.HOME) / "pictures", ignore_errors=True)


def address(who=ANA) -> str:
    return f"/people/{person_id(who)}/give/"


def a_birthday() -> None:
    record([happened(Kind.MENTION, ANA, text="Good morning.")], now_us=NOW_US)
    born_days_ago(ANA, 0)
    loves(ANA, "tigers")


def press(client: Client, act: str, value: str = "", **rest: str) -> HttpResponse:
    given = {"kind": "birthday", "key": BIRTHDAY, "back": "/give/", act: value, **rest}
    return client.post(address(), given, follow=True)


def my_account() -> int:
    return models.Account.objects.get(is_me=True).pk


def test_a_birthday_stands_on_the_page_with_its_reason(robin: Client):
    a_birthday()
    said = words(robin.get("/give/"))
    assert "Ana Núñez" in said
    assert "because it is their birthday" in said
    assert "and they love tigers" in said
    assert "Wish a happy birthday" in said


def test_a_day_without_anything_says_so_kindly(robin: Client):
    assert "Nothing that presses" in words(robin.get("/give/"))


def test_more_is_there_for_who_asks(robin: Client):
    kept(posted(BO, "Does anybody know where to buy a second-hand telescope?", days_ago=0.5))
    put_on("watchlist", BO)
    models.TodayCard.objects.bulk_create(
        models.TodayCard(person_id=person_id(BO), section="gestures", dealt_us=NOW_US - number)
        for number in (1,)
    )
    a_birthday()
    assert "Questions you could answer" not in words(robin.get("/give/"))
    assert "Questions you could answer" in words(robin.get("/give/?more=1"))


def test_the_form_begins_the_words_and_says_how_to_talk_to_them(robin: Client):
    a_birthday()
    tell(person_id(ANA), FactKind.MANNER, "Prefers jokes.", author=local_user(), now_us=NOW_US)
    own_picture("tigers")
    page = robin.get(address(), {"key": BIRTHDAY})
    said = words(page)
    assert "A beginning; make it yours" in said
    assert "@ana@tusk.example" in said
    assert "Prefers jokes." in said
    assert "Openverse" in said
    assert "/give/pictures/tigers/cub-asleep.gif" in page.content.decode()


def test_what_is_not_offered_has_no_form(robin: Client):
    a_birthday()
    assert robin.get(address(), {"key": "birthday:1999"}).status_code == 404


def test_words_with_a_gap_do_not_go_out(robin: Client):
    a_birthday()
    text = "@ana@tusk.example Happy birthday! [a wish of your own …]"
    page = press(robin, "send", text=text, **{"as": str(my_account())}, once="1")
    assert page.status_code == 400
    assert "waits for words of yours" in words(page)
    assert text in page.content.decode()
    assert not models.OutboxItem.objects.exists()


def test_words_go_out_filled_in_and_are_remembered(robin: Client):
    a_birthday()
    text = "@ana@tusk.example Happy birthday! May it have stripes."
    page = press(robin, "send", text=text, **{"as": str(my_account())}, once="1")
    assert page.status_code == 200
    gesture = models.Gesture.objects.get()
    assert (gesture.kind, gesture.key, gesture.words) == ("birthday", BIRTHDAY, text)
    assert gesture.outbox is not None
    assert gesture.outbox.url.startswith("https://tusk.example/share?text=")
    assert "Ana Núñez" not in words(robin.get("/give/")).partition("Nothing that presses")[0]


def test_undo_takes_the_words_and_the_memory_back(robin: Client):
    a_birthday()
    press(robin, "send", text="Happy birthday!", **{"as": str(my_account())}, once="1")
    robin.post("/undo/", {"back": "/give/"})
    assert models.OutboxItem.objects.get().state == "withdrawn"
    assert "because it is their birthday" in words(robin.get("/give/"))


def test_what_was_done_another_way_counts_and_can_be_undone(robin: Client):
    a_birthday()
    own_picture("tigers")
    page = press(robin, "done", text="I called her. [why …]", picture="tigers/cub-asleep.gif")
    assert "Done for Ana Núñez" in words(page)
    gesture = models.Gesture.objects.get()
    assert (gesture.words, gesture.picture) == ("I called her.", "tigers/cub-asleep.gif")
    robin.post("/undo/", {"back": "/give/"})
    assert "because it is their birthday" in words(robin.get("/give/"))


def test_where_a_picture_was_found_is_remembered_in_its_place(robin: Client):
    a_birthday()
    found = "https://commons.example/tiger"
    press(robin, "done", picture="tigers/cub-asleep.gif", found_at=found)
    assert models.Gesture.objects.get().picture == found


def test_not_this_one_does_not_come_back(robin: Client):
    a_birthday()
    page = press(robin, "not_this_one")
    assert "it is not offered again" in words(page)
    assert "because it is their birthday" not in words(page)
    robin.post("/undo/", {"back": "/give/"})
    assert "because it is their birthday" in words(robin.get("/give/"))


def test_what_is_put_off_is_back_later(robin: Client, monkeypatch: pytest.MonkeyPatch):
    a_birthday()
    page = press(robin, "snooze", "3d")
    assert "Ana Núñez is back in 3 days" in words(page)
    assert "because it is their birthday" not in words(page)


def test_a_repost_goes_out_with_one_key(robin: Client):
    kept(posted(BO, "The otters of the canal have moved into the old lock.", days_ago=0.5))
    record([happened(Kind.REPLY, BO, days_ago=20)], now_us=NOW_US)
    loves(BO, "otters")
    post = models.Post.objects.get(author__handle=BO.handle, in_reply_to="")
    given = {
        "kind": "repost",
        "key": f"repost:{post.pk}",
        "post": post.pk,
        "repost": "",
        "once": "2",
    }
    said = words(robin.get(address(BO), {"key": f"repost:{post.pk}"}))
    assert "it speaks of otters, which they love" in said
    robin.post(address(BO), given)
    item = models.OutboxItem.objects.get()
    assert (item.kind, item.post_id) == ("repost", post.pk)
    assert item.gestures.get().kind == "repost"


def test_what_came_back_stands_beside_what_was_done(robin: Client):
    record([happened(Kind.REPLY, ANA, days_ago=0.5, text="Stripes! Thank you.")], now_us=NOW_US)
    made(ANA, "birthday", days_later=-0.75, words="Happy birthday!")
    said = words(robin.get("/give/made/"))
    assert "Ana Núñez answered within 6 hours: “Stripes! Thank you.”" in said


def test_my_own_pictures_are_shown_and_nothing_else_is(robin: Client):
    own_picture("tigers")
    (Path(settings.HOME) / "pictures" / "tigers" / "not.gif").write_text("<script>")
    page = robin.get("/give/pictures/tigers/cub-asleep.gif")
    assert page["Content-Type"] == "image/gif"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert b"".join(page.streaming_content) == GIF
    for path in ("tigers/not.gif", "../secret.key", "%2e%2e/secret.key", "tigers/none.gif"):
        assert robin.get(f"/give/pictures/{path}").status_code == 404


def test_a_picture_is_brought_in_under_what_it_shows(robin: Client):
    file = SimpleUploadedFile("Cub asleep.GIF", GIF)
    sent = {"topic": "Tigers", "file": file, "back": "/give/pictures/"}
    page = robin.post("/give/pictures/add/", sent, follow=True)
    assert "Kept under tigers" in words(page)
    assert 'alt="Cub asleep"' in page.content.decode()


def test_what_is_no_picture_is_refused_with_what_to_do(robin: Client):
    file = SimpleUploadedFile("cub.gif", b"MZ")
    page = robin.post("/give/pictures/add/", {"topic": "tigers", "file": file}, follow=True)
    assert "is no picture that can be shown" in words(page)


def test_an_idea_is_written_down_changed_and_taken_out(robin: Client):
    sent = {"name": "Send a postcard", "words": "{name}, from the dunes.", "topic": "otters"}
    page = robin.post("/give/ideas/new/", sent, follow=True)
    assert "for people who care about otters" in words(page)
    number = models.Idea.objects.get().pk
    page = robin.post(f"/give/ideas/{number}/", {**sent, "topic": ""}, follow=True)
    assert "for everybody" in words(page)
    page = robin.post(f"/give/ideas/{number}/", {"drop": ""}, follow=True)
    assert "“Send a postcard” is taken out" in words(page)


def test_an_idea_about_what_is_never_kept_is_refused(robin: Client):
    page = robin.post("/give/ideas/new/", {"name": "Pray", "topic": "church"})
    assert page.status_code == 400
    assert "hobnob keeps that of nobody" in words(page)


def test_how_you_speak_goes_around_words_to_one_alone(
    robin: Client, monkeypatch: pytest.MonkeyPatch
):
    a_birthday()
    sent = {"words": "First names.", "greeting": "Hello {name},", "farewell": "Wilma"}
    robin.post("/give/manner/", {**sent, "back": "/give/manner/"})
    monkeypatch.setattr(give_act, "ways_to_write", lambda *_: None)
    page = robin.get(address(), {"key": BIRTHDAY})
    assert "How you speak: First names." in words(page)
    assert ">Hello Ana,\n" in page.content.decode()
    assert "\nWilma</textarea>" in page.content.decode()


def test_what_everybody_reads_has_their_handle_and_neither_greeting_nor_farewell(robin: Client):
    a_birthday()
    sent = {"words": "First names.", "greeting": "Hello {name},", "farewell": "Wilma"}
    robin.post("/give/manner/", {**sent, "back": "/give/manner/"})
    page = robin.get(address(), {"key": BIRTHDAY}).content.decode()
    assert ">@ana@tusk.example " in page
    assert "Hello" not in page
    assert "Wilma" not in page
