import pytest
from django.test import Client

from hobnob.operations.keep_topics import make_topic
from hobnob.operations.local_user import local_user
from hobnob.storage import models
from hobnob.storage.queries.interests.shown import person_topics
from tests.people import ANA, BO, NOW_US, person_id
from tests.topics import listened, tigers_and_other_things
from tests.web.world import two_wait, words


def address() -> str:
    return f"/people/{person_id(ANA)}/"


def me() -> str:
    return local_user().get_username()


def labels() -> list[str]:
    return [each.label for each in person_topics(person_id(ANA), now_us=NOW_US).theirs]


def test_with_nothing_heard_the_page_says_what_it_takes(robin: Client) -> None:
    said = words(robin.get("/topics/"))
    assert "Name your programmes and campaigns" in said
    assert "It takes three posts on three days" in said
    assert "is never heard and never kept" in said


def test_a_topic_is_made_and_its_people_are_there_at_once(robin: Client) -> None:
    tigers_and_other_things()
    form = {"name": "Tiger walk", "words": "tiger*"}
    said = words(robin.post("/topics/new/", form, follow=True))

    assert "Tiger walk is a topic. Posts are being looked through." in said
    assert "1 person cares about it. Said as tiger*." in said
    assert "Ana Núñez" in said
    assert "because they spoke to you of it in 4 posts; last yesterday" in said
    assert "Tiger walk 1 person cares about it; said as tiger*" in words(robin.get("/topics/"))


def test_what_is_never_kept_is_refused_beside_what_was_typed(robin: Client) -> None:
    response = robin.post("/topics/new/", {"name": "Cancer support", "words": "tumour*"})

    assert response.status_code == 400
    assert "“Cancer support” tells of health" in words(response)
    assert 'value="tumour*"' in response.content.decode()
    assert not models.OurTopic.objects.exists()


def test_a_topic_gets_other_words_and_can_be_dropped(robin: Client) -> None:
    tigers_and_other_things()
    make_topic("Tiger walk", "tiger*", now_us=NOW_US)
    html = robin.get("/topics/ours/tiger-walk/edit/").content.decode()
    assert 'value="Tiger walk"' in html
    assert 'value="tiger*"' in html

    form = {"name": "Plum walk", "words": "plum*"}
    said = words(robin.post("/topics/ours/tiger-walk/edit/", form, follow=True))
    assert "Plum walk is kept." in said
    assert "2 people care about it, the clearest first. Said as plum*." in said

    dropped = robin.post("/topics/ours/tiger-walk/edit/", {"drop": "", "back": "/topics/"})
    assert dropped["Location"] == "/topics/"
    assert robin.get("/topics/ours/tiger-walk/").status_code == 404


def test_a_change_that_will_not_do_is_said_beside_the_form(robin: Client) -> None:
    make_topic("Walks", "", now_us=NOW_US)
    response = robin.post("/topics/ours/walks/edit/", {"name": "", "words": "walk*"})
    assert response.status_code == 400
    assert "The topic has no name" in words(response)


def test_a_topic_without_people_says_how_it_gets_some(robin: Client) -> None:
    make_topic("Wetlands", "", now_us=NOW_US)
    said = words(robin.get("/topics/ours/wetlands/"))
    assert "Nobody has spoken of it so far." in said
    assert "It takes one word about it to you" in said


@pytest.mark.parametrize(
    "address", ["/topics/ours/none/", "/topics/ours/none/edit/", "/topics/theirs/none/"]
)
def test_a_topic_that_is_not_there_is_not_found(robin: Client, address: str) -> None:
    assert robin.get(address).status_code == 404


def test_a_persons_page_shows_what_they_love_with_the_posts(robin: Client) -> None:
    listened()
    said = words(robin.get(address()))
    assert "What they love tigers because they speak of it in 4 posts, more than others do" in said
    assert "Drew a tiger on the bus." in said


def test_one_press_says_they_do_and_undo_takes_it_back(robin: Client) -> None:
    listened()
    form = {"yes": "theirs:tiger", "label": "tigers", "back": address()}
    said = words(robin.post(f"{address()}topics/", form, follow=True))
    assert "Ana Núñez loves tigers: it is written down." in said
    assert f"because {me()} said so just now; they speak of it in 4 posts" in said

    robin.post("/undo/", {"back": address()})
    assert f"because {me()} said so" not in words(robin.get(address()))


def test_not_this_is_final(robin: Client) -> None:
    listened()
    form = {"no": "theirs:tiger", "label": "tigers", "back": address()}
    said = words(robin.post(f"{address()}topics/", form, follow=True))
    assert "“tigers” is off, and is not said of Ana Núñez again." in said
    assert labels() == []
    assert robin.get("/topics/theirs/tiger/").status_code == 404


def test_what_you_know_is_added_by_hand(robin: Client) -> None:
    listened()
    make_topic("Plum walk", "plum*", now_us=NOW_US)
    robin.post(f"{address()}topics/", {"theirs": "", "text": "Jazz", "back": address()})
    form = {"ours": "plum-walk", "back": address()}
    said = words(robin.post(f"{address()}topics/", form, follow=True))
    assert "Ana Núñez cares about Plum walk: it is written down." in said
    assert labels() == ["Jazz", "tigers"]
    assert "Ana Núñez" in words(robin.get("/topics/theirs/jazz/"))


def test_what_is_never_kept_is_not_added_by_hand(robin: Client) -> None:
    two_wait()
    form = {"theirs": "", "text": "buddhism", "back": address()}
    assert "tells of religion" in words(robin.post(f"{address()}topics/", form, follow=True))
    assert labels() == []


@pytest.mark.parametrize("form", [{"yes": "x"}, {"no": "x"}, {"no": "theirs:"}, {"yes": ":"}])
def test_a_button_that_names_no_topic_leads_nowhere(robin: Client, form: dict[str, str]) -> None:
    two_wait()
    assert robin.post(f"{address()}topics/", form).status_code == 404


def test_nobody_is_there_to_say_it_of(robin: Client) -> None:
    assert robin.post("/people/999/topics/", {"text": "jazz"}).status_code == 404


def test_a_page_asks_the_database_as_often_for_ten_people_as_for_one(
    robin: Client, django_assert_max_num_queries: object
) -> None:
    listened()
    make_topic("Things", "tiger*, plum*, fence, bike", now_us=NOW_US)
    robin.post("/topics/ours/things/edit/", {"name": "Things", "words": "tiger*, plum*, bike"})
    with django_assert_max_num_queries(24):  # type: ignore[operator]
        said = words(robin.get("/topics/ours/things/"))
    assert "3 people care about it" in said
    assert person_id(BO)
