"""What could be done for somebody, from what is stored."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User

from hobnob.domain.by_hand import SORTS
from hobnob.domain.gestures.draft import House
from hobnob.domain.gestures.gesture import Gesture
from hobnob.domain.interactions import Kind
from hobnob.domain.interests.topics import Axis
from hobnob.domain.moments import DAY, HOUR, from_us
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.operations.curate import Curator
from hobnob.operations.keep_ideas import write_idea
from hobnob.operations.keep_manner import keep_manner
from hobnob.operations.keep_topics import make_topic, say_topic
from hobnob.operations.local_user import local_user
from hobnob.operations.log_deed import log_deed
from hobnob.operations.make_gesture import not_this_one, put_off
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.gestures.choice import gestures_to_give, gestures_today
from hobnob.storage.queries.gestures.made import gestures_made, made_for
from tests.donors import DONORS, bring_donors, donor
from tests.gestures import around, born_days_ago, loves, made, offered, own_picture
from tests.people import ANA, BO, CEM, ME, NOW_US, account, begin, happened, person_id
from tests.reading import DAN, kept, posted, put_on

pytestmark = pytest.mark.django_db

ROBIN_ASKS = Post(
    network=ME.network,
    native_id="robin-asks",
    author=ME,
    text="Where do tigers sleep?",
    at_us=NOW_US - 2 * DAY,
)


@pytest.fixture(autouse=True)
def _folder() -> Iterator[None]:
    yield
    shutil.rmtree(Path(settings.HOME) / "pictures", ignore_errors=True)


def known(*people: Account) -> None:
    begin()
    record([happened(Kind.MENTION, who, text="Good morning.") for who in people], now_us=NOW_US)


def today() -> list[tuple[str, str]]:
    return [(each.person.name, each.gesture.kind) for each in gestures_today(local_user(), NOW_US)]


# ── Birthdays ────────────────────────────────────────────────────────────────


def test_a_birthday_comes_with_what_they_love_and_a_picture_of_it() -> None:
    known(ANA)
    born_days_ago(ANA, 0)
    loves(ANA, "tigers")
    own_picture("Tiger")
    offer = offered(ANA)["birthday"]
    assert "; and they love tigers, as you noted" in offer.gesture.because
    assert offer.gesture.picture is not None
    assert offer.gesture.picture.path == "Tiger/cub-asleep.gif"
    assert [each.where for each in offer.searches] == ["Openverse", "Wikimedia Commons"]
    assert "Ana" in offer.draft.letter


def test_nobody_gets_the_same_picture_twice() -> None:
    known(ANA)
    born_days_ago(ANA, 0)
    loves(ANA, "tigers")
    own_picture("tigers", "cub.gif")
    own_picture("tigers", "snow.gif")
    made(ANA, "birthday", key="birthday:2025", picture="tigers/cub.gif", days_later=-365)
    offer = offered(ANA)["birthday"]
    assert [each.name for each in offer.pictures] == ["snow.gif"]


def test_a_birthday_of_our_files_counts_and_a_word_by_hand_goes_before_it(tmp_path: Path) -> None:
    begin()
    born = from_us(NOW_US).astimezone().date().replace(year=1980)
    bring_donors(tmp_path, DONORS.replace("1980-04-15", str(born)))
    assert today() == [("Ida Ruiz", "birthday")]
    ida = donor("Ida")
    born_days_ago(Account(network=ida.network, native_id=ida.native_id), 100)
    assert today() == []


def test_who_noted_a_birthday_is_told_so_and_others_who_it_was() -> None:
    known(ANA)
    born_days_ago(ANA, 0)
    bo = User.objects.create(username="bo")
    (mine,) = gestures_today(local_user(), NOW_US)
    (theirs,) = gestures_today(bo, NOW_US)
    assert mine.gesture.because == "because it is their birthday, as you noted"
    assert theirs.gesture.because == (
        f"because it is their birthday, says {local_user().get_username()}"
    )


def test_a_birthday_that_is_private_is_told_to_nobody_else() -> None:
    known(ANA)
    born_days_ago(ANA, 0)
    models.Decision.objects.filter(verb="tell").update(is_private=True)
    bo = User.objects.create(username="bo")
    assert gestures_today(bo, NOW_US) == ()
    assert today() == [("Ana Núñez", "birthday")]


def test_who_died_or_asked_for_quiet_is_left_in_peace(tmp_path: Path) -> None:
    begin()
    bring_donors(tmp_path)
    for name in ("Otto", "Cleo"):
        there = donor(name)
        born_days_ago(Account(network=there.network, native_id=there.native_id), 0)
        assert around(Account(network=there.network, native_id=there.native_id)).offers == ()
    assert today() == []


def test_who_is_blocked_is_left_in_peace() -> None:
    known(ANA)
    record([happened(Kind.BLOCK, ANA, by_me=True, days_ago=0.5)], now_us=NOW_US)
    born_days_ago(ANA, 0)
    assert offered(ANA) == {}


# ── What they posted ─────────────────────────────────────────────────────────


def test_a_question_of_somebody_on_a_list_is_offered_once_unless_it_was_put_to_me() -> None:
    asks = posted(BO, "Does anybody know where to buy a telescope?", language="en", days_ago=0.5)
    begin()
    kept(asks)
    put_on("watchlist", BO)
    assert today() == [("Bo", "answer_question")]
    reply = happened(Kind.REPLY, BO, by_me=True, days_ago=0.2, text="At the flea market.")
    answer = replace(reply.post, in_reply_to=asks.native_id)
    record([replace(reply, post=answer)], now_us=NOW_US)
    assert today() == []


def test_a_question_put_to_me_waits_elsewhere() -> None:
    begin()
    asked = happened(Kind.MENTION, BO, days_ago=0.5, text="Do you know where tigers sleep?")
    record([asked], now_us=NOW_US)
    assert "answer_question" not in offered(BO)


def test_a_repost_helps_the_smaller_voice_first() -> None:
    known(CEM, DAN)
    make_topic("Wetlands", "wetland*", now_us=NOW_US)
    said = "The wetlands behind the station are full of lapwings again."
    for who in (ANA, BO):
        kept(posted(who, said, native_id=f"wet-{who.handle}", language="en"))
        put_on("watchlist", who)
    for who, followers in ((ANA, 90_000), (BO, 12)):
        stored = models.Account.objects.get(native_id=who.native_id)
        models.Profile.objects.create(account=stored, seen_us=NOW_US, followers=followers)
    for who in (CEM, DAN):
        born_days_ago(who, 0)
    more = {each.kind: each for each in gestures_to_give(local_user(), NOW_US).more}
    assert [each.person.name for each in more["repost"].offers] == ["Bo", "Ana Núñez"]


def test_what_i_handed_on_is_not_offered_again() -> None:
    begin()
    make_topic("Wetlands", "wetland*", now_us=NOW_US)
    post = posted(ANA, "The wetlands are full of lapwings again.", language="en")
    kept(post)
    put_on("watchlist", ANA)
    assert "repost" in offered(ANA)
    line = happened(Kind.REPOST, ANA, by_me=True, days_ago=0.1)
    record([replace(line, post=post)], now_us=NOW_US)
    assert "repost" not in offered(ANA)


def test_the_words_begin_in_the_language_they_write_in() -> None:
    known(ANA)
    kept(posted(ANA, "De lepelaars zijn terug in het moeras.", language="nl-NL"))
    born_days_ago(ANA, 0)
    assert "verjaardag" in offered(ANA)["birthday"].draft.letter


# ── What went between us ─────────────────────────────────────────────────────


def test_thanks_are_due_for_a_repost_and_an_answer_until_they_are_said() -> None:
    begin()
    kept(ROBIN_ASKS)
    answer = happened(Kind.REPLY, ANA, days_ago=1, text="In trees, I believe.")
    answer = replace(answer, post=replace(answer.post, in_reply_to=ROBIN_ASKS.native_id))
    shared = replace(happened(Kind.REPOST, BO, days_ago=1), post=ROBIN_ASKS)
    record([answer, shared], now_us=NOW_US)
    assert offered(ANA)["thank_answer"].gesture.because == (
        "because they answered what you asked: “Where do tigers sleep?”"
    )
    repost = offered(BO)["thank_repost"]
    assert repost.answers is None, "it is my own post: one does not answer that to thank them"
    made(BO, "thank_repost", key=repost.gesture.key)
    assert "thank_repost" not in offered(BO, days_later=0.01)


def test_who_told_what_they_think_hears_what_came_of_it() -> None:
    known(ANA)
    log_deed(
        person_id(ANA),
        SORTS["told-me"],
        at_us=NOW_US - 10 * DAY,
        author=local_user(),
        now_us=NOW_US,
        words="Put the bench by the water.",
    )
    offer = offered(ANA)["report_back"]
    assert offer.gesture.what == "Put the bench by the water."
    made(ANA, "report_back", key=offer.gesture.key)
    assert "report_back" not in offered(ANA, days_later=0.01)
    assert models.Interaction.objects.filter(kind="report", direction="from me").exists()


def test_asked_what_they_think_they_are_not_asked_again_for_half_a_year() -> None:
    known(ANA)
    make_topic("Wetlands", "wetland*", now_us=NOW_US)
    say_topic(person_id(ANA), Axis.OURS, "wetlands", author=local_user(), now_us=NOW_US)
    models.ContactState.objects.filter(person_id=person_id(ANA)).update(asked=4, answered=3)
    offer = offered(ANA)["ask_feedback"]
    made(ANA, "ask_feedback", key=offer.gesture.key)
    models.ContactState.objects.filter(person_id=person_id(ANA)).update(asked=4, answered=3)
    assert "ask_feedback" not in offered(ANA, days_later=30)


def test_a_new_member_is_welcomed_and_one_who_stays_is_not() -> None:
    begin()
    record([happened(Kind.MEMBERSHIP, ANA, days_ago=3)], now_us=NOW_US)
    record([happened(Kind.MEMBERSHIP, BO, days_ago=each) for each in (3, 370)], now_us=NOW_US)
    assert "they became a member 3 days ago" in offered(ANA)["welcome"].gesture.because
    assert "welcome" not in offered(BO)


# ── Introductions ────────────────────────────────────────────────────────────


def two_love_tigers() -> None:
    known(ANA, BO)
    loves(ANA, "tigers")
    loves(BO, "tigers")
    put_on("watchlist", ANA, BO)


def test_two_who_love_the_same_and_never_spoke_are_introduced_once() -> None:
    two_love_tigers()
    gesture = _all_near()["introduce"]
    assert gesture.other == "Bo"
    made(ANA, "introduce", key=gesture.key)
    assert "introduce" not in _all_near()
    deeds = models.Deed.objects.filter(kind="introduction")
    assert {each.decision.account.person_id for each in deeds} == {person_id(ANA), person_id(BO)}


def test_two_who_spoke_need_no_introduction() -> None:
    two_love_tigers()
    first = posted(ANA, "Tigers sleep in trees.")
    kept(first, posted(BO, "They do!", in_reply_to=first.native_id))
    assert "introduce" not in _all_near()


def _all_near() -> dict[str, Gesture]:
    give = gestures_to_give(local_user(), NOW_US)
    every = [*give.today, *(each for kind in give.more for each in kind.offers)]
    return {each.gesture.kind: each.gesture for each in every}


# ── The day ──────────────────────────────────────────────────────────────────


def test_two_a_day_and_what_is_done_counts() -> None:
    people = [account(name) for name in ("ada", "bea", "cy")]
    known(*people)
    for who in people:
        born_days_ago(who, 0)
    assert len(today()) == 2
    made(people[0], "birthday", key="birthday:2026")
    assert len(today()) == 1
    made(people[1], "birthday", key="birthday:2026")
    assert today() == []


def test_what_was_dismissed_makes_room_for_somebody_else() -> None:
    known(ANA, BO)
    born_days_ago(ANA, 0)
    born_days_ago(BO, 0)
    loves(ANA, "tigers")
    own_picture("tigers")
    not_this_one(person_id(ANA), "birthday:2026", author=local_user(), now_us=NOW_US)
    assert today() == [("Bo", "birthday")]


def test_what_was_put_off_is_back_in_time() -> None:
    known(ANA)
    born_days_ago(ANA, 0)
    until_us = NOW_US + 3 * HOUR
    author = local_user()
    put_off(person_id(ANA), "birthday:2026", until_us=until_us, author=author, now_us=NOW_US)
    assert offered(ANA) == {}
    assert "birthday" in offered(ANA, days_later=0.2)


def test_who_got_something_within_a_fortnight_is_left_for_others() -> None:
    asks = posted(BO, "Does anybody know where to buy a telescope?", language="en", days_ago=0.5)
    begin()
    kept(asks)
    put_on("watchlist", BO)
    made(BO, "thank_gift", days_later=-5)
    assert today() == []


def test_one_word_of_undo_brings_it_back() -> None:
    known(ANA)
    born_days_ago(ANA, 0)
    made(ANA, "birthday", key="birthday:2026")
    assert today() == []
    Curator(author=local_user(), now_us=NOW_US).undo()
    assert today() == [("Ana Núñez", "birthday")]


def test_own_ideas_and_the_manner_of_the_house_are_in_what_is_offered() -> None:
    known(CEM)
    loves(CEM, "otters")
    author = local_user()
    words = "{name}, some {topic}."
    write_idea("Send a postcard", words, "otters", author=author, now_us=NOW_US)
    keep_manner(House(farewell="Wilma"), author=author, now_us=NOW_US)
    assert offered(CEM)["own_idea"].draft.letter == "Cem, some otters.\nWilma"


# ── What came back ───────────────────────────────────────────────────────────


def test_the_first_thing_they_did_within_a_week_is_the_reaction() -> None:
    begin()
    record(
        [
            happened(Kind.LIKE, ANA, days_ago=4.875),
            happened(Kind.REPLY, ANA, days_ago=4, text="Stripes!"),
            happened(Kind.REPLY, BO, days_ago=1, text="Late."),
            happened(Kind.FOLLOW, CEM, days_ago=50),
        ],
        now_us=NOW_US,
    )
    made(ANA, "birthday", days_later=-5)
    made(BO, "birthday", days_later=-10)
    made(CEM, "birthday", days_later=-1)
    said = {each.person.name: each.reaction for each in gestures_made(NOW_US).made}
    assert said == {
        "Ana Núñez": "Ana Núñez liked something of yours within 3 hours",
        "Bo": "no reaction within a week",
        "Cem": "no reaction yet",
    }


def test_what_was_undone_or_called_back_was_not_done() -> None:
    known(ANA)
    made(ANA, "birthday")
    assert len(made_for(person_id(ANA), now_us=NOW_US)) == 1
    Curator(author=local_user(), now_us=NOW_US).undo()
    assert made_for(person_id(ANA), now_us=NOW_US) == ()


def test_what_goes_down_well_is_told_in_sentences() -> None:
    begin()
    record([happened(Kind.REPLY, who, days_ago=4, text="Oh!") for who in (ANA, BO)], now_us=NOW_US)
    made(ANA, "birthday", days_later=-5)
    made(BO, "birthday", days_later=-5)
    assert gestures_made(NOW_US).went_down_well == ("Birthdays: both brought a reaction.",)
