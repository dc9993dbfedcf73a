"""How well hobnob hears what people love, keeps out what is never kept, and what that costs.

2,000 invented people post 60 times each about nothing in particular; each loves two things and says
so now and then. What is found is compared with what was planted. The floor of the cost is plain
counting, as scikit-learn's CountVectorizer does it: words of two letters or more, in small letters,
once a post, by person. What is never kept is measured on the labelled posts of bench/interests.
Run: python bench/interests.py [--json] [--quick]
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import process_time
from typing import NamedTuple

from machine import report

from hobnob.domain.interests.said import Said, heard
from hobnob.domain.interests.theirs import Theirs
from hobnob.domain.moments import DAY
from hobnob.operations.demo.phrases import say

LABELLED = Path(__file__).parent / "interests" / "posts.jsonl"
PARTS = ("building", "held")
POSTS_EACH = 60
LOVED_EACH = 2
SAYS_SO = 0.12
"""In such a share of their posts somebody speaks of one thing they love."""
_THINGS = """
    accordion avocet axolotl ballet banjo beetle bonsai calligraphy cathode cello chess clarinet
    comet compost curling dahlia dragonfly fencing fjord fungus glacier harpsichord hummingbird
    iguana jazz kayak kestrel kite lichen lighthouse llama lynx marimba moth nebula newt oboe
    octopus orchid origami oyster peony pottery puffin quilt rollerskate saxophone seahorse
    sourdough sundial telescope tiger trombone tulip ukulele violin wasp weaving wombat
    yodelling
"""
THINGS = tuple(_THINGS.split())
FRAMES = (
    "The {} again, all morning.",
    "My {} and I are not on speaking terms.",
    "Somebody left a {} at the tram stop. Somebody understands me.",
    "Dreamt of a {} on stilts.",
    "Three hours with the {} and no regrets.",
    "Reading about every {} there ever was #{}",
    "Nobody warns you that one {} is never enough.",
)
_WORD = re.compile(r"(?u)\b\w\w+\b")


class Posted(NamedTuple):
    """Somebody's post."""

    person: int
    said: Said


class Found(NamedTuple):
    """How much of what was found is right, and how much of what is there was found, each 0-1."""

    precision: float
    recall: float


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="How well hobnob hears what people love.")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="60 people instead of 2,000")
    arguments = parser.parse_args()
    people = 60 if arguments.quick else 2_000
    loved, posts = _invented(people)
    floor_s = _floor_s(posts)
    interests, cpu_s = _listened(posts)
    planted = _planted(loved, interests)
    kept_out = {part: _kept_out(part) for part in PARTS}
    _tell(posts, floor_s, cpu_s, planted, kept_out, as_json=arguments.json)


def _invented(people: int) -> tuple[dict[int, set[str]], list[Posted]]:
    """What each person loves, and what everybody posts, a post a day."""
    random = Random(54)
    loved = {person: set(random.sample(THINGS, LOVED_EACH)) for person in range(people)}
    posts = []
    for person in range(people):
        for day in range(POSTS_EACH):
            text = say(random, "en", "long")
            for thing in sorted(loved[person]):
                if random.random() < SAYS_SO:
                    text = random.choice(FRAMES).format(*[thing] * 2)
            number = person * POSTS_EACH + day
            said = Said(number=number, at_us=day * DAY, text=text, language="en")
            posts.append(Posted(person, said))
    return loved, posts


def _floor_s(posts: Sequence[Posted]) -> float:
    began = process_time()
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for person, said in posts:
        counts[person].update(set(_WORD.findall(said.text.lower())))
    return process_time() - began


def _listened(posts: Sequence[Posted]) -> tuple[dict[int, set[str]], float]:
    """What each person is found to love, and the CPU seconds that took, dictionaries included."""
    began = process_time()
    theirs = Theirs()
    for person, said in posts:
        if words := heard(said):
            theirs.hear(person, said, words)
    # "Fencing" is what they love, though its base form is a fence.
    found = {
        person: {each.topic if each.topic in THINGS else each.label for each in those}
        for person, those in theirs.interests().items()
    }
    return found, process_time() - began


def _planted(loved: dict[int, set[str]], interests: dict[int, set[str]]) -> Found:
    right = sum(len(loved[person] & interests.get(person, set())) for person in loved)
    said = sum(len(those) for those in interests.values())
    there = sum(len(those) for those in loved.values())
    return Found(right / said if said else 0.0, right / there)


def _kept_out(part: str) -> Found:
    """How well posts that tell of something sensitive are told from others."""
    rows = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    told: Counter[tuple[bool, bool]] = Counter()
    for row in rows:
        if _part(row["id"]) == part:
            said = Said(number=0, at_us=0, text=row["text"], language=row["language"])
            told[bool(row["tells_of"]), heard(said) is None] += 1
    right = told[True, True]
    return Found(right / (right + told[False, True]), right / (right + told[True, False]))


def _part(name: str) -> str:
    return "building" if int(name[-1]) % 2 == 0 else "held"


def _tell(
    posts: Sequence[Posted],
    floor_s: float,
    cpu_s: float,
    planted: Found,
    kept_out: dict[str, Found],
    *,
    as_json: bool,
) -> None:
    ratio = cpu_s / floor_s
    report(
        f"{len(posts):,} posts: {cpu_s:.1f} CPU-s, {ratio:.1f} times plain counting "
        f"({floor_s:.1f} CPU-s)",
        ("", "precision", "recall"),
        [
            ("what people love", f"{planted.precision:.3f}", f"{planted.recall:.3f}"),
            *(
                (f"what is never kept, {part}", f"{found.precision:.3f}", f"{found.recall:.3f}")
                for part, found in kept_out.items()
            ),
        ],
        {
            "people": len({each.person for each in posts}),
            "posts": len(posts),
            "cpu_seconds": round(cpu_s, 2),
            "cpu_us_per_post": round(cpu_s / len(posts) * 1e6, 1),
            "times_plain_counting": round(ratio, 2),
            "loves": {name: round(value, 3) for name, value in planted._asdict().items()},
            "never_kept": {
                part: {name: round(value, 3) for name, value in found._asdict().items()}
                for part, found in kept_out.items()
            },
        },
        as_json=as_json,
    )


if __name__ == "__main__":
    main()
