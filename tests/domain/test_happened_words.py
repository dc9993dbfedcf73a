"""Every kind of thing that happens is said in a sentence, either way."""

import pytest

from hobnob.domain.happened_words import did
from hobnob.domain.interactions import Kind


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("is_mine", [True, False])
def test_every_kind_is_said_either_way(kind: Kind, is_mine: bool) -> None:
    assert did(kind, is_mine=is_mine).startswith("You " if is_mine else "They ")


@pytest.mark.parametrize(
    ("kind", "is_mine", "said"),
    [
        (Kind.REPLY, True, "You answered them"),
        (Kind.LIKE, False, "They liked your post"),
        (Kind.DONATION, False, "They donated"),
        (Kind.CALL, True, "You had a call"),
        (Kind.CALL, False, "They called you"),
        (Kind.FEEDBACK, True, "You asked what they think"),
        (Kind.REPORT, True, "You told them what came of it"),
    ],
)
def test_it_is_said_as_people_say_it(kind: Kind, is_mine: bool, said: str) -> None:
    assert did(kind, is_mine=is_mine) == said
