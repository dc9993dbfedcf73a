from datetime import timedelta

from django.test import Client

from hobnob.domain.people import Account
from hobnob.storage import models
from tests.chats import TUESDAY, Evening, tusktalk
from tests.people import ANA, ME, members, person_id
from tests.web.world import words


def ana_comes_only_there(who: Account = ANA) -> None:
    """She spoke to me in three chats, and nowhere else."""
    for week in range(3):
        evening = Evening(day=TUESDAY - timedelta(weeks=week))
        evening.say(who, ME, "@robin yes", 10)
        evening.record()
    tusktalk()


def test_it_says_who_why_and_what_their_feed_is_like(robin: Client) -> None:
    ana_comes_only_there()
    said = words(robin.get("/chats/only/"))
    assert "They talk to you in chats; you never answer them elsewhere Ana Núñez" in said
    assert "because they spoke to you 3 times in #tusktalk" in said
    assert "We have seen no other posts of theirs. They are on Mentioned You." in said


def test_letting_go_takes_them_off_every_list_and_undo_brings_them_back(robin: Client) -> None:
    ana_comes_only_there()
    form = {"let_go": "", "back": "/chats/only/"}
    said = words(robin.post(f"/chats/only/{person_id(ANA)}/", form, follow=True))
    assert "Ana Núñez is off Mentioned You. You may still meet them in chats." in said
    assert "Nobody is in chats alone." in said
    assert members("mentioned") == set()
    said = words(robin.post("/undo/", {"back": "/chats/only/"}, follow=True))
    assert "Taken back: the removal of Ana Núñez from Mentioned You." in said
    assert "because they spoke to you 3 times" in said


def test_fine_as_it_is_changes_no_list(robin: Client) -> None:
    ana_comes_only_there()
    form = {"stays": "", "back": "/chats/only/"}
    said = words(robin.post(f"/chats/only/{person_id(ANA)}/", form, follow=True))
    assert "Ana Núñez stays as they are." in said
    assert "Nobody is in chats alone." in said
    assert members("mentioned") == {ANA.handle}


def test_who_is_on_no_list_is_let_go_in_plain_words(robin: Client) -> None:
    ana_comes_only_there()
    models.Membership.objects.all().delete()
    form = {"let_go": "", "back": "/chats/only/"}
    said = words(robin.post(f"/chats/only/{person_id(ANA)}/", form, follow=True))
    assert "Ana Núñez is let go." in said


def test_nobody_there_is_not_found(robin: Client) -> None:
    assert robin.post("/chats/only/999/", {"let_go": ""}).status_code == 404


def test_without_a_chat_it_asks_for_one(robin: Client) -> None:
    assert "You have added no chat yet." in words(robin.get("/chats/only/"))
