from pathlib import Path

import pytest

from hobnob.domain.interests.ours import Ours, Topic
from hobnob.domain.interests.said import Said
from hobnob.domain.moments import DAY
from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.topics import sensitive_topic
from tests.spec.interests import manual
from tests.spec.interests.tables import MAY_BE, NEVER, OURS, SHOWS
from tests.spec.table import rows

PAGE = Path(__file__).parents[3] / "docs/reference/topics.md"
NEVER_KEPT = [
    (word.strip(), row["tells of"])
    for row in rows(NEVER)
    for language, words in row.items()
    if language != "tells of"
    for word in words.split(",")
]
KEPT = sorted({word for row in rows(MAY_BE) for word in row.values()})


@pytest.mark.parametrize(("word", "tells_of"), NEVER_KEPT)
def test_a_sensitive_word_is_no_topic_in_any_of_its_forms(word: str, tells_of: str) -> None:
    assert sensitive_topic(word) == tells_of


@pytest.mark.parametrize("word", KEPT)
def test_what_is_harmless_may_be_a_topic(word: str) -> None:
    assert sensitive_topic(word) is None


def test_there_are_examples_of_everything_that_is_never_kept_but_numbers() -> None:
    assert {tells_of for _, tells_of in NEVER_KEPT} == set(Sensitive) - {Sensitive.NUMBERS}


@pytest.mark.parametrize("row", rows(OURS), ids=lambda row: f"{row['words']}: {row['post']}")
def test_a_post_speaks_of_a_topic_as_its_table_says(row: dict[str, str]) -> None:
    words = tuple(each.strip() for each in row["words"].split(","))
    ours = Ours([Topic(key="it", name="It", words=words)])
    ours.hear(1, Said(number=1, at_us=0, text=row["post"], is_to_me=True))

    assert ("yes" if ours.interests().get(1) else "no") == row["speaks of it"]


@pytest.mark.parametrize("row", rows(SHOWS), ids=lambda row: row["posts"])
def test_somebody_cares_as_the_table_says(row: dict[str, str]) -> None:
    ours = Ours([Topic(key="it", name="It", words=("tiger",))])
    for number, each in enumerate(row["posts"].split(", ")):
        where, _, day = each.partition(" on day ")
        at_us = int(day) * DAY
        ours.hear(1, Said(number=number, at_us=at_us, text="A tiger", is_to_me=where == "to me"))

    assert ("yes" if ours.interests().get(1) else "no") == row["cares"]


def test_the_page_is_what_the_tables_say() -> None:
    again = "python -m tests.spec.interests.manual docs/reference/topics.md"
    assert PAGE.read_text(encoding="utf-8") == manual.page(), f"out of date: {again}"
