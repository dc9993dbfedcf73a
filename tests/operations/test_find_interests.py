import pytest

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.interests.topics import Axis
from hobnob.domain.people import Account
from hobnob.operations.curate import Curator
from hobnob.operations.decide import NothingToUndo
from hobnob.operations.find_interests import find_interests
from hobnob.operations.keep_topics import (
    AlreadySaid,
    NotATopic,
    deny_topic,
    drop_topic,
    edit_topic,
    find_topic,
    make_topic,
    say_topic,
)
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.interests.shown import (
    people_with_topic,
    person_topics,
    topic_words_of,
)
from hobnob.storage.queries.interests.topics import meant_topic, topic_page, topics_page
from tests.people import ANA, BO, CEM, NOW_US, begin, curator, person_id
from tests.topics import OTHER_THINGS, TIGERS, in_english, tigers_and_other_things, told_me

pytestmark = pytest.mark.django_db


def talk() -> None:
    """Ana speaks of tigers, Bo and Cem of other things."""
    begin()
    tigers_and_other_things()


def theirs(who: Account) -> list[str]:
    return [each.label for each in person_topics(person_id(who), now_us=NOW_US).theirs]


def ours(who: Account) -> list[str]:
    return [each.label for each in person_topics(person_id(who), now_us=NOW_US).ours]


def robin() -> Curator:
    return curator()


def say(who: Account, topic: str, axis: Axis = Axis.THEIRS) -> None:
    say_topic(person_id(who), axis, topic, author=robin().author, now_us=NOW_US)


def deny(who: Account, topic: str, axis: Axis = Axis.THEIRS) -> None:
    deny_topic(person_id(who), axis, topic, author=robin().author, now_us=NOW_US)


def test_what_somebody_loves_stands_on_their_page_with_the_posts_that_show_it() -> None:
    talk()
    find_interests(now_us=NOW_US)

    (tiger,) = person_topics(person_id(ANA), now_us=NOW_US).theirs
    assert tiger.topic == "tiger"
    assert [each.text for each in tiger.evidence] == list(TIGERS)
    assert tiger.because == (
        "because they speak of it in 4 posts, more than others do; last yesterday"
    )


def test_a_second_look_changes_nothing() -> None:
    talk()
    first = find_interests(now_us=NOW_US)

    assert first.changed == first.interests > 0
    assert find_interests(now_us=NOW_US + 1).changed == 0


def test_a_look_on_nothing_gives_what_a_look_on_older_results_gives() -> None:
    talk()
    record([told_me(ANA, "Otters, and an otter.", 9)], now_us=NOW_US)
    find_interests(now_us=NOW_US)
    talked = [told_me(ANA, f"The otter, day {day}.", day) for day in range(10, 16)]
    record(talked, now_us=NOW_US)
    in_english()
    find_interests(now_us=NOW_US)
    columns = ("account", "axis", "topic", "label", "score", "posts")
    lived = list(models.Interest.objects.order_by("account", "topic").values_list(*columns))
    models.Interest.objects.all().delete()
    find_interests(now_us=NOW_US)

    assert list(models.Interest.objects.order_by("account", "topic").values_list(*columns)) == lived


def test_what_is_no_longer_posted_is_no_longer_found() -> None:
    talk()
    find_interests(now_us=NOW_US)
    models.Post.objects.filter(text__contains="tiger").update(text="")
    find_interests(now_us=NOW_US)

    assert theirs(ANA) == []


def test_private_words_are_not_listened_to() -> None:
    talk()
    models.Post.objects.update(is_private=True)
    find_interests(now_us=NOW_US)

    assert not models.Interest.objects.exists()


def test_strangers_and_those_whom_i_block_are_not_listened_to() -> None:
    talk()
    models.ContactState.objects.filter(person_id=person_id(ANA)).update(is_blocked=True)

    assert find_interests(now_us=NOW_US).accounts == 2


def test_nothing_sensitive_is_ever_stored() -> None:
    begin()
    lines = ("The church choir.", "Our church.", "My church, my choir.", "A church and a choir")
    record([told_me(ANA, text, 1 + at) for at, text in enumerate(lines)], now_us=NOW_US)
    record(
        [told_me(BO, f"{each} {at}", at) for at, each in enumerate(OTHER_THINGS * 3)], now_us=NOW_US
    )
    find_interests(now_us=NOW_US)

    assert not models.Interest.objects.exists()


# ── Ours ─────────────────────────────────────────────────────────────────────


def test_a_topic_of_ours_is_found_where_somebody_tells_us_of_it() -> None:
    talk()
    make_topic("Tiger walk", "tiger*", now_us=NOW_US)
    find_interests(now_us=NOW_US)

    (walk,) = person_topics(person_id(ANA), now_us=NOW_US).ours
    assert walk.because == "because they spoke to you of it in 4 posts; last yesterday"
    assert people_with_topic(Axis.OURS, "tiger-walk") == {person_id(ANA)}


def test_a_topic_without_words_is_looked_for_by_its_name() -> None:
    talk()
    make_topic("Plums", "", now_us=NOW_US)
    find_interests(now_us=NOW_US)

    assert people_with_topic(Axis.OURS, "plums") == {person_id(BO), person_id(CEM)}


def test_other_words_find_other_people_and_a_dropped_topic_finds_nobody() -> None:
    talk()
    make_topic("Walks", "tiger*", now_us=NOW_US)
    edit_topic("walks", "Long walks", "plums")
    find_interests(now_us=NOW_US)

    assert people_with_topic(Axis.OURS, "walks") == {person_id(BO), person_id(CEM)}
    assert ours(BO) == ["Long walks"]
    drop_topic("walks")
    assert ours(BO) == []
    assert topic_page(Axis.OURS, "walks", now_us=NOW_US) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Cancer support", ""),
        ("Helpline", "call, depression*"),
        ("#PrideMonth", ""),
        ("Wahlkampf", ""),
    ],
)
def test_a_topic_that_tells_of_what_is_never_kept_is_refused(name: str, words: str) -> None:
    with pytest.raises(NotATopic, match="hobnob keeps that of nobody"):
        make_topic(name, words, now_us=NOW_US)
    assert not models.OurTopic.objects.exists()


@pytest.mark.parametrize(
    ("name", "words", "says"),
    [
        ("", "", "has no name"),
        ("T" * 61, "", "at most 60"),
        ("Walks", ", ,", "Write words"),
        ("walks", "marsh", "a topic of yours already"),
    ],
)
def test_what_can_be_no_topic_says_why(name: str, words: str, says: str) -> None:
    make_topic("Walks", "walk*", now_us=NOW_US)
    with pytest.raises(NotATopic, match=says):
        make_topic(name, words, now_us=NOW_US)


def test_two_names_that_are_written_alike_have_two_keys() -> None:
    keys = [make_topic(name, "", now_us=NOW_US).key for name in ("Café", "Cafe!", "湿地")]
    assert keys == ["cafe", "cafe-2", "topic"]
    assert find_topic("café").key == "cafe"


def test_a_topic_cannot_take_the_name_of_another() -> None:
    make_topic("Walks", "", now_us=NOW_US)
    make_topic("Talks", "", now_us=NOW_US)
    with pytest.raises(NotATopic, match="another topic of yours"):
        edit_topic("talks", "WALKS", "")


# ── By hand ──────────────────────────────────────────────────────────────────


def test_what_is_said_by_hand_stands_first_and_says_who_said_it() -> None:
    talk()
    find_interests(now_us=NOW_US)
    say(ANA, "Jazz")

    jazz, tiger = person_topics(person_id(ANA), now_us=NOW_US).theirs
    assert (jazz.label, jazz.is_by_hand, jazz.because) == (
        "Jazz",
        True,
        "because robin said so just now",
    )
    assert (tiger.label, tiger.is_by_hand) == ("tigers", False)


def test_a_yes_to_what_was_found_keeps_its_posts() -> None:
    talk()
    find_interests(now_us=NOW_US)
    say(ANA, "tigers")

    (tiger,) = person_topics(person_id(ANA), now_us=NOW_US).theirs
    assert tiger.is_by_hand
    assert tiger.because == "because robin said so just now; they speak of it in 4 posts"


def test_a_no_is_final_and_undo_takes_it_back() -> None:
    talk()
    find_interests(now_us=NOW_US)
    deny(ANA, "tiger")
    record([told_me(ANA, f"The tiger, day {day}.", day) for day in range(20, 30)], now_us=NOW_US)
    find_interests(now_us=NOW_US)

    assert theirs(ANA) == []
    assert people_with_topic(Axis.THEIRS, "tiger") == set()
    assert topic_words_of([person_id(ANA)]) == {}
    robin().undo()
    assert theirs(ANA) == ["tigers"]
    assert people_with_topic(Axis.THEIRS, "tiger") == {person_id(ANA)}


def test_the_last_word_holds() -> None:
    talk()
    deny(ANA, "jazz")
    say(ANA, "jazz")
    with pytest.raises(AlreadySaid, match="written down already"):
        say(ANA, "jazz")
    deny(ANA, "jazz")
    with pytest.raises(AlreadySaid, match="off already"):
        deny(ANA, "jazz")

    assert theirs(ANA) == []


def test_nothing_sensitive_is_written_down_by_hand_either() -> None:
    talk()
    with pytest.raises(NotATopic, match="tells of religion"):
        say(ANA, "Buddhism")
    with pytest.raises(NothingToUndo):
        robin().undo()


def test_a_topic_of_ours_can_be_said_of_somebody_by_its_name() -> None:
    talk()
    make_topic("Tiger walk", "tiger*", now_us=NOW_US)
    say(BO, "tiger walk", Axis.OURS)

    assert ours(BO) == ["Tiger walk"]
    with pytest.raises(NotATopic, match="no topic of yours"):
        say(BO, "unheard of", Axis.OURS)


def test_topics_follow_an_account_to_whom_it_belongs() -> None:
    talk()
    find_interests(now_us=NOW_US)
    say(ANA, "jazz")
    cem = person_id(CEM)
    models.Account.objects.filter(native_id=ANA.native_id).update(person_id=cem)

    assert [each.label for each in person_topics(cem, now_us=NOW_US).theirs] == ["jazz", "tigers"]


# ── Pages ────────────────────────────────────────────────────────────────────


def test_the_topics_page_counts_who_cares_by_posts_and_by_hand() -> None:
    talk()
    make_topic("Plums", "", now_us=NOW_US)
    find_interests(now_us=NOW_US)
    say(BO, "tigers")
    say(ANA, "plums", Axis.OURS)
    deny(CEM, "plums", Axis.OURS)

    found = topics_page()
    assert [(each.label, each.count) for each in found.theirs] == [("tigers", 2)]
    (plums,) = found.ours
    assert (plums.name, plums.count) == ("Plums", 2)
    assert [each.person_id for each in plums.people] == [person_id(ANA), person_id(BO)]


def test_a_topics_page_shows_who_cares_and_why() -> None:
    talk()
    find_interests(now_us=NOW_US)
    found = topic_page(Axis.THEIRS, "tiger", now_us=NOW_US)

    assert found is not None
    assert (found.label, found.count) == ("tigers", 1)
    (row,) = found.rows
    assert row.person.name == "Ana Núñez"
    assert row.topic.posts == 4


def test_a_topic_is_meant_by_name_label_or_word() -> None:
    talk()
    find_interests(now_us=NOW_US)
    make_topic("Tiger walk", "", now_us=NOW_US)

    meant = [str(meant_topic(each)) for each in ("Tiger Walk", "#Tigers", "tiger", "Bebop")]
    assert meant == ["ours:tiger-walk", "theirs:tiger", "theirs:tiger", "theirs:bebop"]


def test_posts_to_others_count_from_two_days_on() -> None:
    begin()
    elsewhere = [
        Interaction(
            network=ANA.network,
            kind=Kind.LIKE,
            direction=Direction.FROM_ME,
            native_id=f"like-{day}",
            actor=None,
            target=ANA,
            post=told_me(ANA, f"The marsh, day {day}", day).post,
            at_us=NOW_US,
        )
        for day in (3, 9)
    ]
    record(elsewhere[:1], now_us=NOW_US)
    make_topic("Marsh", "", now_us=NOW_US)
    find_interests(now_us=NOW_US)
    assert people_with_topic(Axis.OURS, "marsh") == set()

    record(elsewhere, now_us=NOW_US)
    find_interests(now_us=NOW_US)
    assert people_with_topic(Axis.OURS, "marsh") == {person_id(ANA)}
