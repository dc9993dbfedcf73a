"""Whatever is said in a chat, its pages have the same tags as with harmless words."""

from dataclasses import replace

from django.db import transaction
from django.test import Client

from hobnob.domain.people import Account
from hobnob.operations.keep_chats import make_chat
from tests.chats import EVENING, TUESDAY, Evening
from tests.people import ME, NOW_US, account
from tests.web.payloads import TEXTS
from tests.web.test_inert import Tags

PAGES = ("/chats/", "/chats/tusktalk/", "/chats/tusktalk/edit/", "/chats/calendar/", "/chats/only/")


def say(texts: list[str]) -> None:
    """People who call themselves so say so, to all and to me, and so do I."""
    evening = Evening()
    for number, text in enumerate(texts):
        who: Account = replace(account(f"calf{number}"), name=text, handle=text)
        evening.post(who, f"A1: {text}", 5)
        for minute in (6, 7, 8):
            said = evening.say(who, ME, text, minute)
        evening.say(ME, who, text, 9, answers=said)
    evening.post(account("host"), f"Q1: {texts[0]}?", 1)
    evening.record()
    make_chat(replace(EVENING, about=texts[0][:200]), now_us=NOW_US)


def look(robin: Client, texts: list[str]) -> dict[str, Tags]:
    """Every page of chats where people talk like this; it is undone afterwards."""
    with transaction.atomic():
        say(texts)
        found = {
            page: Tags(robin.get(page).content.decode())
            for page in (*PAGES, f"/chats/tusktalk/{TUESDAY}/")
        }
        transaction.set_rollback(True)
    return found


def test_no_text_adds_a_tag_or_a_link_to_a_page_of_chats(robin: Client) -> None:
    harmless = look(robin, [f"word {number}" for number in range(len(TEXTS))])
    hostile = look(robin, list(TEXTS))
    for page in harmless:
        assert hostile[page].tags == harmless[page].tags, page
        assert hostile[page].links == harmless[page].links, page
