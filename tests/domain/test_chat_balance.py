"""Talk in chats against talk elsewhere, and what somebody's own feed suggests."""

import pytest

from hobnob.domain.chat_balance import Said, balances, feed, i_go, they_come, why
from tests.spec.table import rows


def counted(theirs_in: int, mine_in: int, theirs_out: int, mine_out: int) -> list[Said]:
    """So many words of person 1 and me, in chats and outside."""
    return (
        [Said(1, False, True)] * theirs_in
        + [Said(1, True, True)] * mine_in
        + [Said(1, False, False)] * theirs_out
        + [Said(1, True, False)] * mine_out
    )


TABLES = """
they in chats | I in chats | they outside | I outside | table
3             | 0          | 0            | 0         | they come
9             | 5          | 0            | 0         | they come
9             | 5          | 4            | 0         | they come
2             | 0          | 0            | 0         |
9             | 0          | 0            | 1         |
0             | 3          | 0            | 0         | I go
1             | 9          | 0            | 7         | I go
1             | 9          | 1            | 0         |
5             | 9          | 0            | 0         | I go
9             | 9          | 0            | 0         | they come
9             | 9          | 3            | 3         |
"""


@pytest.mark.parametrize("row", rows(TABLES), ids=str)
def test_who_is_only_in_chats_stands_in_one_table(row: dict[str, str]) -> None:
    counts = [int(each) for each in list(row.values())[:4]]
    found = balances(counted(*counts))
    tables = {"they come": they_come(found), "I go": i_go(found)}
    assert [name for name, each in tables.items() if each] == [
        each for each in [row["table"]] if each
    ]


def test_those_who_talk_most_come_first() -> None:
    said = [Said(who, False, True) for who, count in ((7, 3), (8, 5), (9, 4)) for _ in range(count)]
    assert [each.person_id for each in they_come(balances(said))] == [8, 9, 7]
    mine = [Said(who, True, True) for who, count in ((7, 3), (8, 5), (9, 4)) for _ in range(count)]
    assert [each.person_id for each in i_go(balances(mine))] == [8, 9, 7]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            (9, 2, 0, 0),
            "because they spoke to you 9 times in #nptech; "
            "you spoke twice there, and outside never",
        ),
        (
            (9, 0, 0, 0),
            "because they spoke to you 9 times in #nptech; "
            "you never spoke to them, there or outside",
        ),
        (
            (1, 5, 0, 9),
            "because you spoke to them 5 times in #nptech; "
            "they spoke once there, and outside never",
        ),
        (
            (0, 5, 0, 9),
            "because you spoke to them 5 times in #nptech; "
            "they never spoke to you, there or outside",
        ),
    ],
)
def test_the_reason_says_who_spoke_where(counts: tuple[int, ...], sentence: str) -> None:
    (balance,) = balances(counted(*counts))
    assert why(balance, {"nptech"}) == sentence


def test_several_chats_are_named() -> None:
    (balance,) = balances(counted(3, 0, 0, 0))
    assert "in #nptech and #tusktalk;" in why(balance, {"tusktalk", "nptech"})


FEEDS = """
posts                                | says                                        | act
                                     | we have seen no other posts of theirs       | Look at them
link-drop                            | we have seen only 1 other post of theirs    | Look at them
link-drop*3, story                   | we have seen only 4 other posts of theirs   | Try one reply
link-drop*9, discussion*2            | 82% of what they post are links             | Let go
link-drop*5                          | all they post are links                     | Let go
repost*4, discussion*3               | 57% of what they post are reposts           | Let go
broadcast*6, question*6              | 50% of what they post are announcements     | Let go
link-drop*2, repost*2, broadcast*2   | nothing of what they post could be answered | Let go
discussion*6, picture*2, link-drop*2 | 80% of what they post could be answered     | Try one reply
story*5                              | all they post could be answered             | Try one reply
"""


@pytest.mark.parametrize("row", rows(FEEDS), ids=lambda row: row["says"])
def test_the_reason_comes_from_their_own_feed(row: dict[str, str]) -> None:
    kinds = [
        kind
        for each in row["posts"].split(",")
        for kind, _, count in [each.strip().partition("*")]
        for _ in range(int(count or 1))
        if kind
    ]
    found = feed(kinds)
    assert (found.says, found.act.word) == (row["says"], row["act"])
