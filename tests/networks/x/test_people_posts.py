"""What the people of a list post: one request each, only what is newer, nothing lost to a kill."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from hobnob.domain.networks import Reach, Stream
from hobnob.networks.base import Cursor, Page
from tests.contract.networks import as_stored
from tests.networks.x.stage import XStage
from tests.networks.x.world import ANA, EVA, ROBIN, SAM


def round_of(stage: XStage, members: Sequence[str], since: Cursor | None = None) -> list[Page]:
    return list(
        stage.adapter().pull(
            Stream.LIST_POSTS, of="ours", reach=Reach.TAIL, since=since, members=members
        )
    )


def words(pages: Sequence[Page]) -> list[str]:
    return [post.text for page in pages for post in page.posts]


def test_each_person_is_one_request_and_one_page(stage: XStage) -> None:
    stage.x.world.write(ANA, "otters")
    stage.x.world.write(SAM, "bridges")
    pages = round_of(stage, [ANA, SAM])
    assert words(pages) == ["otters", "bridges"]
    assert [page.is_last for page in pages] == [False, True]
    assert stage.x.asked == [f"GET /2/users/{ANA}/tweets", f"GET /2/users/{SAM}/tweets"]


def test_a_first_look_takes_the_fewest_that_x_gives(stage: XStage) -> None:
    for n in range(9):
        stage.x.world.write(ANA, f"otter {n}")
    [page] = round_of(stage, [ANA])
    assert len(page.posts) == 5
    assert page.cost.microdollars == stage.x.charged == 25_000


def test_a_later_look_takes_only_what_is_new(stage: XStage) -> None:
    stage.x.world.write(ANA, "old")
    [page] = round_of(stage, [ANA])
    [page] = round_of(stage, [ANA], as_stored(page.cursor))
    assert words([page]) == []
    stage.x.world.write(ANA, "new")
    [page] = round_of(stage, [ANA], as_stored(page.cursor))
    assert words([page]) == ["new"]
    assert stage.x.charged == 10_000


def test_reposts_are_not_theirs(stage: XStage) -> None:
    post = stage.x.world.write(SAM, "bridges")
    stage.x.world.write(ANA, "RT @sam_oko: bridges", reposts=post.id)
    assert words(round_of(stage, [ANA])) == []


def test_it_brings_posts_and_nothing_about_me(stage: XStage) -> None:
    stage.x.world.write(ANA, "@robin_herd tea?")
    [page] = round_of(stage, [ANA])
    assert words([page]) == ["@robin_herd tea?"]
    assert page.interactions == ()


def test_a_round_that_was_killed_goes_on_with_those_who_are_left(stage: XStage) -> None:
    members = [ANA, SAM, ROBIN]
    for each in members:
        stage.x.world.write(each, f"from {each}")
    pull = stage.adapter().pull(Stream.LIST_POSTS, reach=Reach.TAIL, members=members)
    [first] = islice(pull, 1)
    rest = round_of(stage, members, as_stored(first.cursor))
    assert words([first, *rest]) == [f"from {each}" for each in members]
    assert stage.x.asked.count(f"GET /2/users/{ANA}/tweets") == 1


def test_my_own_posts_are_cheap(stage: XStage) -> None:
    stage.x.world.write(ROBIN, "mine")
    [page] = round_of(stage, [ROBIN])
    assert page.cost.microdollars == stage.x.charged == 1_000


def test_who_shows_nothing_costs_the_others_nothing(stage: XStage) -> None:
    stage.x.world.users[SAM] = replace(stage.x.world.users[SAM], suspended=True)
    stage.x.world.write(EVA, "for friends")
    stage.x.world.write(ANA, "otters")
    pages = round_of(stage, [SAM, EVA, "9999", ANA])
    assert words(pages) == ["otters"]
    assert [problem.where for page in pages for problem in page.problems] == [SAM, EVA, "9999"]
    assert pages[-1].is_last


def test_who_left_the_list_is_forgotten_and_who_came_is_read(stage: XStage) -> None:
    stage.x.world.write(ANA, "otters")
    [page] = round_of(stage, [ANA])
    stage.x.world.write(SAM, "bridges")
    [page] = round_of(stage, [SAM], as_stored(page.cursor))
    assert words([page]) == ["bridges"]
    assert set(page.cursor["places"]) == {SAM}


def test_nobody_is_a_round_without_a_request(stage: XStage) -> None:
    [page] = round_of(stage, [])
    assert page.is_last
    assert stage.x.asked == []


def test_only_ids_of_x_are_asked_for(stage: XStage) -> None:
    [page] = round_of(stage, ["../me", "did:plc:cem", "@ana_d"])
    assert page.is_last
    assert stage.x.asked == []
