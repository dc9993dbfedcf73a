from typing import Any

import pytest

from hobnob.domain.following import Candidate, Met, why_follow, worth_following


def somebody(number: int = 1, **known: Any) -> Candidate:
    return Candidate(account_id=number, person_id=number, **known)


@pytest.mark.parametrize(
    ("candidate", "because"),
    [
        (somebody(answered=4), "because they answered you 4 times"),
        (somebody(answered=1, spoke=2), "because they wrote to you twice"),
        (somebody(chats=(Met(tag="nptech", spoke_to_me=1),)), "because you met at #nptech"),
        (somebody(chats=(Met(tag="nptech", days=3),)), "because they come to #nptech"),
        (somebody(friends=("Ana", "Bo")), "because they talk with Ana and Bo"),
        (
            somebody(friends=("Ana", "Bo", "Cem", "Dov")),
            "because they talk with Ana, Bo and 2 more of your people",
        ),
        (
            somebody(answered=2, friends=("Ana", "Bo")),
            "because they answered you twice, and they talk with Ana and Bo",
        ),
        (
            somebody(answered=2, posts=10, link_drops=7),
            "because they answered you twice; but 7 of their 10 posts only lead away",
        ),
    ],
)
def test_the_reason_is_one_sentence(candidate: Candidate, because: str) -> None:
    assert why_follow(candidate) == because


@pytest.mark.parametrize(
    "candidate",
    [
        somebody(answered=1, spoke=1),
        somebody(chats=(Met(tag="nptech", days=2),)),
        somebody(friends=("Ana",)),
        somebody(posts=500),
    ],
)
def test_what_may_be_chance_is_no_reason(candidate: Candidate) -> None:
    assert worth_following([candidate]) == []


def test_two_reasons_go_before_much_of_one_and_links_last() -> None:
    much = somebody(1, answered=100, spoke=100)
    both = somebody(2, answered=3, spoke=3, friends=("Ana", "Bo", "Cem"))
    links = somebody(3, answered=3, spoke=3, friends=("Ana", "Bo"), posts=5, link_drops=5)
    assert worth_following([links, much, both]) == [both, much, links]


def test_of_two_accounts_of_somebody_one_is_enough() -> None:
    one = Candidate(account_id=1, person_id=7, answered=2)
    other = Candidate(account_id=2, person_id=7, answered=3)
    assert worth_following([one, other]) == [other]
