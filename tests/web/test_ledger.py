"""What a person's page says of what was given and received."""

from typing import Any

import pytest
from django.test import Client

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from tests import people
from tests.people import ANA, NOW_US, happened
from tests.web.world import words

pytestmark = pytest.mark.django_db


def page_of_ana(robin: Client, *lines: Any) -> str:
    record(list(lines), accounts=[ANA], now_us=NOW_US)
    return words(robin.get(f"/people/{people.person_id(ANA)}/"))


def test_both_sides_are_said_in_words_before_numbers(robin: Client) -> None:
    said = page_of_ana(
        robin,
        happened(Kind.REPLY, ANA, by_me=True, days_ago=40, text="Thank you, Ana!"),
        happened(Kind.GIFT, ANA, days_ago=50),
    )
    assert "You thanked them; they gave you a gift. They gave more than you." in said
    assert "How it is weighed" in said
    assert "Thanks in October – 1 Gift – in September 5 By now 1 4" in said


def test_what_they_were_not_thanked_for_is_told(robin: Client) -> None:
    said = page_of_ana(
        robin, happened(Kind.REPOST, ANA, days_ago=2), happened(Kind.GIFT, ANA, days_ago=3)
    )
    assert (
        "Not thanked yet: they gave you a gift 3 days ago and shared your post 2 days ago." in said
    )


def test_where_nothing_counts_nothing_is_weighed(robin: Client) -> None:
    said = page_of_ana(robin, happened(Kind.LIKE, ANA, days_ago=2))
    assert "Nothing went either way yet that would count." in said
    assert "How it is weighed" not in said
