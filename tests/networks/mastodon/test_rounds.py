"""What people post, read in rounds: nobody is read twice before everybody was read once."""

from collections.abc import Sequence

import pytest

from hobnob.domain.networks import Reach, Stream
from hobnob.networks.base import Cursor, Page
from tests.networks.mastodon.stage import MastodonStage


@pytest.fixture
def people(stage: MastodonStage) -> list[str]:
    return [stage.whole(stage.ids[name]) for name in ("ana", "sam")]


def read(stage: MastodonStage, people: Sequence[str], since: Cursor | None = None) -> list[Page]:
    return list(
        stage.adapter().pull(
            Stream.LIST_POSTS, of="say", reach=Reach.TAIL, members=people, since=since
        )
    )


def shown(pages: Sequence[Page]) -> list[str]:
    return [post.text for page in pages for post in page.posts]


def test_each_page_is_what_one_of_them_posts(stage: MastodonStage, people: list[str]) -> None:
    stage.post("ana", "Tigers purr.")
    stage.post("sam", "Elephants don't.")
    pages = read(stage, people)
    assert [[post.text for post in page.posts] for page in pages] == [
        ["Tigers purr."],
        ["Elephants don't."],
    ]
    assert [page.is_last for page in pages] == [False, True]
    assert all(page.cost.requests == 1 for page in pages[1:])


def test_what_somebody_handed_on_is_part_of_it(stage: MastodonStage, people: list[str]) -> None:
    original = stage.post("sam", "Hay!")["id"]
    own_id = stage.ask("ana", f"statuses/{original}/reblog")["id"]
    [page] = read(stage, people[:1])
    repost, post = page.posts
    assert (repost.native_id, repost.attached.reposts) == (
        stage.whole(own_id),
        stage.whole(original),
    )
    assert (post.native_id, post.text) == (stage.whole(original), "Hay!")


def test_private_mentions_are_no_part_of_it(stage: MastodonStage, people: list[str]) -> None:
    stage.post("ana", "@robin a secret", visibility="direct")
    assert shown(read(stage, people[:1])) == []


def test_an_interrupted_round_goes_on_with_who_is_left(
    stage: MastodonStage, people: list[str]
) -> None:
    stage.post("sam", "Elephants don't.")
    first = read(stage, people)[0]
    assert first.cursor["todo"] == people[1:]
    assert shown(read(stage, people, first.cursor)) == ["Elephants don't."]


def test_who_came_onto_the_list_meanwhile_is_next(stage: MastodonStage, people: list[str]) -> None:
    stage.post("robin", "Me too.")
    first = read(stage, people)[0]
    me = stage.whole(stage.ids["robin"])
    [page, _] = read(stage, [*people, me], first.cursor)
    assert shown([page]) == ["Me too."]


def test_whom_another_server_numbered_is_passed_over(
    stage: MastodonStage, people: list[str]
) -> None:
    assert len(read(stage, ["1@den.example", *people, "@ana@den.example"])) == 2
    [nobody] = read(stage, ["1@den.example"])
    assert (nobody.is_last, nobody.cost.requests) == (True, 0)


def test_who_is_gone_is_a_problem_and_stops_nobody_else(
    stage: MastodonStage, people: list[str]
) -> None:
    stage.post("sam", "Elephants don't.")
    pages = read(stage, [stage.whole("77"), people[1]])
    assert [problem.where for problem in pages[0].problems] == [stage.whole("77")]
    assert shown(pages) == ["Elephants don't."]


def test_a_post_that_was_deleted_since_is_noticed(stage: MastodonStage, people: list[str]) -> None:
    posts = [stage.post("ana", f"Tea {n}")["id"] for n in range(3)]
    cursor = read(stage, people)[-1].cursor
    stage.ask("ana", f"statuses/{posts[1]}", method="DELETE")
    gone = [native_id for page in read(stage, people, cursor) for native_id in page.deleted_posts]
    assert gone == [stage.whole(posts[1])]


def test_somebody_who_posts_without_end_costs_one_page_a_round(
    stage: MastodonStage, people: list[str]
) -> None:
    stage.post("ana", "Good morning!")
    cursor = read(stage, people[:1])[-1].cursor
    for number in range(45):
        stage.post("ana", f"Tea {number}")
    [page] = read(stage, people[:1], cursor)
    assert page.is_last
    assert "Tea 44" in shown([page])
    [again] = read(stage, people[:1], page.cursor)
    assert again.deleted_posts == ()
