"""What the log proposes: who spread the word, who stood up for us; and what it leaves alone."""

from dataclasses import replace

import pytest

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.operations.keep_topics import make_topic
from hobnob.operations.log_outcome import confirm, refuse
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.outcomes.defenders import defenders
from hobnob.storage.queries.outcomes.proposed import Proposal, proposed_outcomes
from tests.people import ANA, BO, CEM, ME, NOW_US, account, begin, curator, happened, person_id

pytestmark = pytest.mark.django_db

CRITIC = account("grump")


@pytest.fixture(autouse=True)
def _begin() -> None:
    begin()


def proposed() -> list[Proposal]:
    return proposed_outcomes(NOW_US)


def brings(*lines: Interaction) -> None:
    record(lines, now_us=NOW_US)


def answer(who: Account, words: str, *, to: str, between_others: bool = False) -> None:
    """Somebody answers a post of the critic's; it names me, unless it is between others."""
    post = Post(
        network=CRITIC.network, native_id="bad", author=CRITIC, text=to, at_us=NOW_US - 3 * DAY
    )
    theirs = Post(
        network=who.network,
        native_id=f"answer-{who.handle}",
        author=who,
        text=words,
        at_us=NOW_US - 2 * DAY,
        in_reply_to="bad",
    )
    line = Interaction(
        network=who.network,
        kind=Kind.REPLY if between_others else Kind.MENTION,
        direction=Direction.BETWEEN_OTHERS if between_others else Direction.TOWARDS_ME,
        native_id=f"line-{who.handle}",
        actor=who,
        target=CRITIC if between_others else ME,
        post=theirs,
        at_us=NOW_US - 2 * DAY,
    )
    record([line], posts=[post], now_us=NOW_US)


def decide(each: Proposal, *, is_yes: bool) -> None:
    act = confirm if is_yes else refuse
    act(each.kind, each.interaction_id, author=curator().author, now_us=NOW_US)


def test_a_repost_may_be_a_good_word_and_a_like_is_none() -> None:
    brings(
        happened(Kind.REPOST, ANA, days_ago=2, text="The herons are back."),
        happened(Kind.LIKE, BO, days_ago=2, text="The herons are back."),
        happened(Kind.REPOST, CEM, by_me=True, days_ago=2, text="Soup."),
    )
    (row,) = proposed()
    assert (row.kind, row.person.name) == (OutcomeKind.PROMOTION, "Ana Núñez")
    assert (row.did, row.when, row.words) == (
        "They reposted you",
        "2 days ago",
        "The herons are back.",
    )
    assert row.is_first


def test_a_quote_that_runs_us_down_spreads_no_good_word() -> None:
    brings(
        happened(Kind.QUOTE, ANA, days_ago=2, text="Go and see them!"),
        happened(Kind.QUOTE, BO, days_ago=2, text="What a waste of money."),
    )
    assert [each.person.name for each in proposed()] == ["Ana Núñez"]


def test_one_row_a_person_and_the_next_when_that_is_decided() -> None:
    brings(*(happened(Kind.REPOST, ANA, days_ago=days, text=f"Herons {days}.") for days in (2, 5)))
    (row,) = proposed()
    assert row.words == "Herons 2."
    decide(row, is_yes=True)
    (row,) = proposed()
    assert row.words == "Herons 5."
    assert not row.is_first
    assert row.because.endswith("they did so once before")
    decide(row, is_yes=False)
    assert proposed() == []


def test_who_does_so_for_the_first_time_comes_first() -> None:
    brings(*(happened(Kind.REPOST, ANA, days_ago=days, text=f"Herons {days}.") for days in (2, 5)))
    decide(proposed()[0], is_yes=True)
    brings(happened(Kind.REPOST, BO, days_ago=9, text="Owls."))
    assert [each.person.name for each in proposed()] == ["Bo", "Ana Núñez"]


def test_what_is_long_ago_is_not_asked_about() -> None:
    brings(happened(Kind.REPOST, ANA, days_ago=61, text="Herons."))
    assert proposed() == []


def test_a_mention_that_speaks_of_a_topic_of_ours_may_be_one() -> None:
    make_topic("Wetlands", "wetland*, marsh", now_us=NOW_US)
    brings(
        happened(Kind.MENTION, ANA, days_ago=2, text="The wetlands are lovely, says @robin."),
        happened(Kind.MENTION, BO, days_ago=2, text="Where are the wetlands, @robin?"),
        happened(Kind.MENTION, CEM, days_ago=2, text="Good morning, @robin."),
    )
    (row,) = proposed()
    assert row.person.name == "Ana Núñez"
    assert row.because.startswith("because they speak of “Wetlands” and name you")


def test_a_topic_of_two_words_is_heard_in_a_hashtag() -> None:
    make_topic("Wet meadows", "wet meadows", now_us=NOW_US)
    brings(happened(Kind.MENTION, ANA, days_ago=2, text="Out in the #WetMeadows with @robin."))
    assert [row.person.name for row in proposed()] == ["Ana Núñez"]


def test_who_answers_somebody_that_runs_us_down_may_have_stood_up_for_us() -> None:
    answer(ANA, "I walk there every week, and it is lovely.", to="The heron walk is a scam.")
    (row,) = proposed()
    assert (row.kind, row.answers) == (OutcomeKind.DEFENCE, "The heron walk is a scam.")
    assert row.because.startswith("because they answer somebody who writes “scam”")
    decide(row, is_yes=True)
    (defender,) = defenders(NOW_US)
    assert defender.words == "I walk there every week, and it is lovely."
    assert defender.because == "because they stood up for you 2 days ago"


def test_who_agrees_with_the_critic_did_not() -> None:
    answer(ANA, "They are liars, all of them.", to="The heron walk is a scam.")
    assert proposed() == []


def test_an_answer_to_a_friendly_word_is_no_defence() -> None:
    answer(ANA, "I walk there every week.", to="The heron walk is lovely.")
    assert proposed() == []


def test_between_others_it_must_be_about_us() -> None:
    curator().note(person_id_of(ANA), "So that she is known.")
    curator().promote(person_id(ANA), "watchlist")
    answer(ANA, "Not at all.", to="The zoo is a scam.", between_others=True)
    assert proposed() == []
    make_topic("Zoo", "zoo", now_us=NOW_US)
    assert [each.kind for each in proposed()] == [OutcomeKind.DEFENCE]


def person_id_of(who: Account) -> int:
    """Their number; they are met where they were not."""
    record([happened(Kind.MENTION, who, days_ago=70)], now_us=NOW_US)
    return person_id(who)


def test_who_is_blocked_or_left_alone_is_not_proposed() -> None:
    brings(
        happened(Kind.REPOST, ANA, days_ago=2, text="Herons."),
        happened(Kind.BLOCK, ANA, by_me=True, days_ago=1),
        happened(Kind.REPOST, BO, days_ago=2, text="Herons."),
    )
    bo = models.Account.objects.get(handle=BO.handle)
    models.Supporter.objects.create(account=bo, told_us=0, said={}, may_be_contacted=False)
    assert proposed() == []


def test_who_is_left_alone_is_no_defender_to_call_on() -> None:
    answer(ANA, "I walk there every week.", to="The heron walk is a scam.")
    decide(proposed()[0], is_yes=True)
    ana = models.Account.objects.get(handle=ANA.handle)
    models.Supporter.objects.create(account=ana, told_us=0, said={}, is_deceased=True)
    assert defenders(NOW_US) == []


def for_followers(line: Interaction) -> Interaction:
    assert line.post is not None
    return replace(line, post=replace(line.post, is_private=True))


def test_what_was_said_to_followers_alone_is_proposed_without_its_words() -> None:
    brings(for_followers(happened(Kind.QUOTE, ANA, days_ago=2, text="Go and see them!")))
    (row,) = proposed()
    assert (row.kind, row.words) == (OutcomeKind.PROMOTION, "")


def test_who_stood_up_for_us_before_their_followers_alone_is_not_quoted() -> None:
    answer(ANA, "They do good work.", to="What a waste of money.")
    models.Post.objects.filter(author__handle=ANA.handle).update(is_private=True)
    (row,) = proposed()
    assert (row.kind, row.words) == (OutcomeKind.DEFENCE, "")
    decide(row, is_yes=True)
    assert [each.words for each in defenders(NOW_US)] == [""]


def test_bad_words_to_followers_alone_are_quoted_to_nobody() -> None:
    answer(ANA, "They do good work.", to="What a waste of money.")
    models.Post.objects.filter(author__handle=CRITIC.handle).update(is_private=True)
    assert OutcomeKind.DEFENCE not in {each.kind for each in proposed()}


def test_a_topic_that_is_spoken_of_to_followers_alone_spreads_no_word() -> None:
    make_topic("Herons", "heron*", now_us=NOW_US)
    brings(for_followers(happened(Kind.MENTION, ANA, days_ago=2, text="Herons are wonderful!")))
    assert proposed() == []
