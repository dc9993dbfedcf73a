"""How well hobnob tells what a post is, beside two plain ways of setting links apart.

The posts are labelled by what a reader would say (bench/posts). The baselines are: a post with an
address in it is a link-drop and all else discussion; and the way of Phanpy's catch-up
(https://github.com/cheeaun/phanpy, src/pages/catchup.jsx), which files boosts apart, weighs a
picture as much to look at, and lists pages that have a card with a picture apart from the posts.
Here it gets the benefit of the doubt: every link is taken to have such a card, since Mastodon makes
one for most, and a post in that list for a link-drop. Neither way knows questions, stories or
announcements, so how they do on link-drops alone is told as well.
Run: python bench/triage.py [--json] [--quick]
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from time import process_time
from typing import NamedTuple

from labelled_posts import BUILDING, NEVER_BUILT_ON, Labelled, labelled_posts
from machine import report

from hobnob.domain.post_kinds import PostKind, judge, with_habit
from hobnob.domain.posts import Post

Way = Callable[[Labelled], PostKind]
"""A way to say what a post is."""


class Score(NamedTuple):
    """How well one class is told, each 0-1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def hobnob(one: Labelled) -> PostKind:
    """What hobnob shows in a feed."""
    return with_habit(judge(one.post), one.link_share).kind


def any_address(one: Labelled) -> PostKind:
    """An address anywhere makes it a link-drop."""
    has_address = (
        one.post.attached.links or "http://" in one.post.text or "https://" in one.post.text
    )
    return PostKind.LINK_DROP if has_address else PostKind.DISCUSSION


def phanpy(one: Labelled) -> PostKind:
    """Boosts apart, pictures to look at, pages with a card apart."""
    carries = one.post.attached
    if carries.reposts:
        return PostKind.REPOST
    if carries.media:
        return PostKind.PICTURE
    return any_address(one)


WAYS = {"hobnob": hobnob, "any address": any_address, "Phanpy": phanpy}


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="How well hobnob tells what a post is.")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="measure the time once")
    arguments = parser.parse_args()
    posts = labelled_posts()
    cpu_us = _cpu_us([one.post for one in posts if one.post.language], 1 if arguments.quick else 20)
    _tell_parts(posts)
    _tell_classes([one for one in posts if one.part in NEVER_BUILT_ON], cpu_us, arguments.json)


def scores(posts: Sequence[Labelled], way: Way) -> dict[PostKind, Score]:
    """How well each class is told."""
    told = Counter((one.label, way(one)) for one in posts)
    found: dict[PostKind, Score] = {}
    for kind in PostKind:
        right = told[kind, kind]
        said = sum(count for (_, answer), count in told.items() if answer is kind)
        are = sum(count for (label, _), count in told.items() if label is kind)
        found[kind] = Score(right / said if said else 0.0, right / are if are else 0.0)
    return found


def macro_f1(of: dict[PostKind, Score]) -> float:
    """The mean over the classes, each counting the same."""
    return sum(score.f1 for score in of.values()) / len(of)


def _cpu_us(posts: Sequence[Post], rounds: int) -> float:
    """CPU time of one judgement of a post that has its network's language, in microseconds.

    The least of the rounds: what else runs on the machine only ever adds to it.
    """
    took = []
    for _ in range(rounds):
        began = process_time()
        for post in posts:
            judge(post)
        took.append(process_time() - began)
    return min(took) / len(posts) * 1e6


def _tell_parts(posts: Sequence[Labelled]) -> None:
    parts = {
        part: [one for one in posts if one.part == part] for part in (BUILDING, *NEVER_BUILT_ON)
    }
    report(
        "Macro-F1 by part of the labelled posts",
        ("part", "posts", *WAYS),
        [
            (
                part,
                str(len(those)),
                *(f"{macro_f1(scores(those, way)):.2f}" for way in WAYS.values()),
            )
            for part, those in parts.items()
        ],
        {},
        as_json=False,
    )


def _tell_classes(posts: Sequence[Labelled], cpu_us: float, as_json: bool) -> None:
    by_way = {name: scores(posts, way) for name, way in WAYS.items()}
    ours = by_way["hobnob"]
    counts = Counter(one.label for one in posts)
    report(
        f"What {len(posts)} posts are, of which none was built on; {cpu_us:.0f} µs of CPU a post",
        ("class", "posts", "precision", "recall", *(f"F1 of {name}" for name in WAYS)),
        [
            (
                str(kind),
                str(counts[kind]),
                f"{ours[kind].precision:.2f}",
                f"{ours[kind].recall:.2f}",
                *(f"{by_way[name][kind].f1:.2f}" for name in WAYS),
            )
            for kind in PostKind
        ]
        + [("macro-F1", "", "", "", *(f"{macro_f1(by_way[name]):.2f}" for name in WAYS))],
        {
            "macro_f1": round(macro_f1(ours), 3),
            "macro_f1_by_part": {
                part: round(macro_f1(scores([one for one in posts if one.part == part], hobnob)), 3)
                for part in NEVER_BUILT_ON
            },
            "classes": {
                str(kind): {
                    "precision": round(score.precision, 3),
                    "recall": round(score.recall, 3),
                    "f1": round(score.f1, 3),
                }
                for kind, score in ours.items()
            },
            "baselines": {
                name: {
                    "macro_f1": round(macro_f1(found), 3),
                    "link_drop_f1": round(found[PostKind.LINK_DROP].f1, 3),
                }
                for name, found in by_way.items()
                if name != "hobnob"
            },
            "cpu_us_per_post": round(cpu_us, 1),
        },
        as_json=as_json,
    )


if __name__ == "__main__":
    main()
