import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path

import pytest

from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import TALK, Direction, Interaction, Kind
from hobnob.domain.moments import DAY, HOUR, MINUTE, WEEK, from_us, to_us
from hobnob.domain.people import Account, Network
from hobnob.operations.demo import tusktalk
from hobnob.operations.demo.cast import Member, cast, robin
from hobnob.operations.demo.decisions import Done, Note, Promotion, Removal, Tag, Told
from hobnob.operations.demo.plays import read_plays
from hobnob.operations.demo.world import PLAYS, World, world
from tests.operations.demo.moments import NOW

NOW_US = to_us(NOW)
INNER = {"people who say things", "watchlist"}


@pytest.fixture(scope="module")
def made() -> World:
    return world(now_us=NOW_US)


def whose() -> dict[Account, str]:
    return {
        account: member.key for member in cast().values() for account in member.accounts.values()
    }


def talk_with(made: World) -> dict[str, list[Interaction]]:
    """By person, what they said to Robin and Robin to them, oldest first."""
    owners = whose()
    talk: defaultdict[str, list[Interaction]] = defaultdict(list)
    for one in made.interactions:
        if one.kind in TALK and one.direction is not Direction.BETWEEN_OTHERS and one.contact:
            talk[owners[one.contact]].append(one)
    return talk


def exchanges(made: World, key: str, *, days: int) -> int:
    """How often somebody said something to Robin in the last days and had an answer."""
    recent = [one for one in talk_with(made)[key] if (one.at_us or 0) > NOW_US - days * DAY]
    return sum(
        one.direction is Direction.TOWARDS_ME and after.direction is Direction.FROM_ME
        for one, after in pairwise(recent)
    )


def role(name: str) -> list[Member]:
    return [member for member in cast().values() if member.role == name]


# The shape of it


def test_the_world_is_the_same_each_time_and_another_seed_makes_another(made: World) -> None:
    assert world(now_us=NOW_US) == made
    assert world(now_us=NOW_US, seed=8).interactions != made.interactions


def test_no_two_interactions_have_the_same_natural_key(made: World) -> None:
    keys = Counter((one.network, one.kind, one.native_id) for one in made.interactions)
    assert keys.most_common(1)[0][1] == 1


def test_no_two_accounts_have_the_same_id_or_handle() -> None:
    accounts = [
        account for member in [*cast().values(), robin()] for account in member.accounts.values()
    ]
    assert len({(account.network, account.native_id) for account in accounts}) == len(accounts)
    handles = [(account.network, account.handle) for account in accounts if account.handle]
    assert len(set(handles)) == len(handles)


def test_everything_happened_before_now_and_within_fourteen_months(made: World) -> None:
    moments = [one.at_us or 0 for one in made.interactions]
    assert max(moments) < NOW_US
    assert 400 * DAY < NOW_US - min(moments) < 440 * DAY
    assert moments == sorted(moments)


@pytest.mark.parametrize("hours", range(1, 24, 5))
def test_nothing_lies_ahead_at_whatever_hour_it_is_made(hours: int) -> None:
    now_us = NOW_US + hours * HOUR
    assert max(one.at_us or 0 for one in world(now_us=now_us).interactions) < now_us


def test_every_interaction_is_on_my_account_or_between_others(made: World) -> None:
    for one in made.interactions:
        match one.direction:
            case Direction.FROM_ME:
                assert one.actor in made.me
            case Direction.TOWARDS_ME:
                assert one.target in made.me
                assert one.actor not in made.me
                assert one.network is Network.OFFLINE or one.target.network is one.network
            case _:
                assert not {one.actor, one.target} & set(made.me)


def test_posts_are_from_the_last_fortnight_and_public(made: World) -> None:
    assert len(made.posts) > 300
    assert all(NOW_US - 14 * DAY <= (post.at_us or 0) < NOW_US for post in made.posts)
    assert not any(post.is_private for post in made.posts)
    assert len({post.native_id for post in made.posts}) == len(made.posts)


def test_answers_come_both_ways_and_mine_mostly_within_hours(made: World) -> None:
    waits = [
        (after.at_us or 0) - (one.at_us or 0)
        for talk in talk_with(made).values()
        for one, after in pairwise(talk)
        if one.direction is Direction.TOWARDS_ME and after.direction is Direction.FROM_ME
    ]
    assert len(waits) > 800
    assert sorted(waits)[len(waits) // 2] < 3 * HOUR


def texts(made: World) -> Iterator[str]:
    for post in chain(made.posts, (one.post for one in made.interactions)):
        if post:
            yield from (post.text, post.url)
            if post.author:
                yield from (post.author.handle, post.author.bio, post.author.url)


def test_every_address_is_an_example(made: World) -> None:
    hosts = {
        host
        for text in texts(made)
        for host in re.findall(r"https?://([^/\s]+)|[\w.]+@([\w-]+\.[\w.-]+)", text)
    }
    named = {host.rstrip(".") for pair in hosts for host in pair if host}
    assert named
    assert {host for host in named if not host.endswith(".example")} == set()
    for member in cast().values():
        for account in member.accounts.values():
            ends = "_eg" if account.network is Network.X else ".example"
            assert account.handle.endswith(ends) or account.network is Network.OFFLINE


# The people in it


def test_a_hundred_and_sixty_people_have_a_name_and_a_way_of_their_own() -> None:
    known = [member for member in cast().values() if member.role != "in passing"]
    assert len(known) >= 160
    assert len({member.main.bio for member in known if member.main.handle}) >= 155
    assert len(role("in passing")) == 60
    assert {member.language for member in known} == {"en", "es", "de", "nl", "pt", "fr"}


def test_nine_people_wait_for_an_answer_and_the_shortest_wait_is_twenty_minutes(
    made: World,
) -> None:
    unanswered = {
        key: talk[-1]
        for key, talk in talk_with(made).items()
        if talk[-1].direction is Direction.TOWARDS_ME and (talk[-1].at_us or 0) > NOW_US - 30 * DAY
    }
    done = {one.account: one.at_us for one in made.decisions if isinstance(one, Done)}
    waiting = {
        key: one
        for key, one in unanswered.items()
        if one.contact and done.get(one.contact, 0) < (one.at_us or 0)
    }
    assert set(waiting) == {
        "otis", "ana", "kwame", "wanjiru", "joon", "tomasz", "leonor", "priyanka", "dagny",
    }  # fmt: skip
    waits = sorted(NOW_US - (one.at_us or 0) for one in waiting.values())
    assert waits[0] // MINUTE == 20
    assert 2 * DAY < waits[-1] < 3 * DAY
    kinds = {one.kind for one in waiting.values()}
    assert kinds == {Kind.MENTION, Kind.REPLY, Kind.QUOTE, Kind.MESSAGE}
    assert all("?" in one.text for one in waiting.values() if one.kind is not Kind.MESSAGE)


def test_ten_say_things_and_the_watchlist_is_a_little_over_its_hundred(made: World) -> None:
    lists = Counter(one.list_name for one in made.decisions if isinstance(one, Promotion))
    assert lists == {"People Who Say Things": 10, "The Watchlist": 103}
    reasons = [one.why for one in made.decisions if isinstance(one, Promotion)]
    assert all(reasons)
    assert len(set(reasons)) == len(reasons)


def test_everybody_close_has_said_something_lately_but_for_the_one_who_fell_silent(
    made: World,
) -> None:
    talk = talk_with(made)
    silent = {
        member.key
        for member in cast().values()
        if member.role in INNER
        and not any(
            one.direction is Direction.TOWARDS_ME and (one.at_us or 0) > NOW_US - 45 * DAY
            for one in talk[member.key]
        )
    }
    assert silent == {"lucinda"}


def test_the_one_who_fell_silent_was_close_until_five_months_ago(made: World) -> None:
    said = [one for one in talk_with(made)["lucinda"] if one.direction is Direction.TOWARDS_ME]
    assert len(said) > 30
    assert 140 * DAY < NOW_US - (said[-1].at_us or 0) < 160 * DAY
    assert talk_with(made)["lucinda"][-1].direction is Direction.FROM_ME


def test_six_are_about_to_become_friends_and_none_as_much_as_the_first(made: World) -> None:
    strength = {member.key: exchanges(made, member.key, days=14) for member in role("candidates")}
    assert strength["noor"] == 6
    assert strength["zainab"] > strength["noor"]
    assert len(strength) == 6
    assert all(2 <= each < 6 for key, each in strength.items() if key not in ("zainab", "noor"))
    assert len(set(strength.values())) >= 4
    promoted = {one.account for one in made.decisions if isinstance(one, Promotion)}
    assert not promoted & {member.main for member in role("candidates")}


def test_ana_who_loves_tigers_has_her_birthday_in_six_days(made: World) -> None:
    (birthday,) = (one for one in made.decisions if isinstance(one, Told))
    day = from_us(NOW_US + 6 * DAY)
    assert birthday.account == cast()["ana"].main
    assert (birthday.kind, birthday.words) == (FactKind.BIRTHDAY, f"--{day:%m-%d}")
    notes = [one.text for one in made.decisions if isinstance(one, Note)]
    assert any("27 November" in text and "tigers; prefers jokes" in text for text in notes)


def test_the_troll_and_the_follower_seller_were_removed_with_a_reason(made: World) -> None:
    removals = {one.account: one for one in made.decisions if isinstance(one, Removal)}
    assert removals.keys() == {cast()["rexx"].main, cast()["growthgus"].main}
    for account, removal in removals.items():
        assert removal.list_name == "Mentioned You"
        assert removal.reason
        spoke_at = [one.at_us or 0 for one in made.interactions if one.actor == account]
        assert min(spoke_at) < removal.at_us


def test_an_asker_only_ever_asks(made: World) -> None:
    said = [one.text for one in talk_with(made)["chip"] if one.direction is Direction.TOWARDS_ME]
    assert len(said) >= 5
    assert all(re.search(r"\bRT\b|retweet", text) for text in said)


@pytest.mark.parametrize("key", ["marlon", "lindy"])
def test_a_link_dropper_posts_links_and_nothing_else(made: World, key: str) -> None:
    mine = [post.text for post in made.posts if post.author == cast()[key].main]
    assert len(mine) > 20
    assert all("https://" in text for text in mine)


def test_the_promoter_follows_and_posts_and_is_talked_to_by_nobody(made: World) -> None:
    velvet = cast()["velvet"].main
    kinds = {one.kind for one in made.interactions if velvet in (one.actor, one.target)}
    assert kinds == {Kind.FOLLOW}
    assert "18+" in velvet.bio


def test_believers_repost_every_few_days_all_year(made: World) -> None:
    for member in role("believers"):
        moments = [
            one.at_us or 0
            for one in made.interactions
            if one.kind is Kind.REPOST and one.actor in member.accounts.values()
        ]
        assert len(moments) > 40
        assert NOW_US - moments[-1] < WEEK


def test_some_talk_only_in_the_chat_which_is_on_tuesdays(made: World) -> None:
    for key in ("brigid", "junia", "wambui"):
        said = [one for one in talk_with(made)[key] if one.direction is Direction.TOWARDS_ME]
        assert len(said) > 10
        assert all(one.text.endswith(tusktalk.TAG) for one in said)
    opened = [one.at_us or 0 for one in made.interactions if one.kind is Kind.CHAT_MESSAGE]
    assert len({at_us // WEEK for at_us in opened}) > 50
    assert all(tusktalk.is_on(at_us) for at_us in opened)


def test_life_away_from_the_networks_is_there_too(made: World) -> None:
    kinds = Counter(one.kind for one in made.interactions if one.network is Network.OFFLINE)
    assert kinds[Kind.DONATION] > 15
    assert {Kind.MEMBERSHIP, Kind.VOLUNTEERING, Kind.CALL, Kind.MEETING} <= kinds.keys()
    nowhere = {member.main for member in role("supporters")}
    assert nowhere <= {one.actor for one in made.interactions}


def test_some_people_have_two_accounts_and_the_pairs_say_so(made: World) -> None:
    owners = whose()
    assert len(made.same_person) > 40
    for one, other in made.same_person:
        assert owners[one] == owners[other]
        assert one.network is not other.network


def test_tags_are_given_once(made: World) -> None:
    tags = [(one.account, one.tag) for one in made.decisions if isinstance(one, Tag)]
    assert len(tags) > 25
    assert len(set(tags)) == len(tags)


# What they say


def test_hundreds_of_exchanges_are_written_by_hand_and_none_twice() -> None:
    lines = [line for name in PLAYS for play in read_plays(name) for line in play.lines]
    spoken = [line.text for line in lines if line.who != "robin" and line.verb != "posts"]
    spoken = [text for text in spoken if text]
    answers = [line.text for line in lines if line.who == "robin" and line.verb in ("", "to")]
    assert min(len(spoken), len(answers)) > 220
    assert len(set(spoken)) == len(spoken)
    assert len(set(answers)) == len(answers)


def test_the_archive_holds_the_cast_and_what_robin_said_to_them_on_x(
    made: World, tmp_path: Path
) -> None:
    spec = made.archive_spec
    written = spec.write(tmp_path / "robin.zip")
    assert written.tweets == spec.tweets + len(spec.lines)
    assert len(spec.lines) >= 12
    assert spec.owner in made.me
    assert {line.to for line in spec.lines} <= set(spec.cast)
    assert cast()["kwame"].accounts[Network.X] in spec.cast
