"""Company: a word after a long silence, somebody to meet, something they love, one's own ideas."""

from collections.abc import Iterator

from hobnob.domain.cadence import gone_quiet
from hobnob.domain.closeness import last_contact_us
from hobnob.domain.gestures.around import Around, Love, OwnIdea
from hobnob.domain.gestures.gesture import Gesture, gesture
from hobnob.domain.moments import DAY


@gesture("Say that you miss them", "People gone quiet")
def long_lost(around: Around, now_us: int) -> Iterator[Gesture]:
    """They are quiet against their own normal: longer than ever before, and than chance would make
    it.
    """
    quiet, last_us = gone_quiet(around.state, now_us), last_contact_us(around.state)
    if quiet and last_us is not None:
        love = next(iter(around.loves), None)
        yield Gesture(
            kind="long_lost",
            person_id=around.person_id,
            key=f"long lost:{last_us // DAY}",
            because=f"because {quiet}",
            evidence=2 if love else 1,
            topic=love.label if love else "",
        )


@gesture("Introduce them", "People to introduce to each other")
def introduce(around: Around, _now_us: int) -> Iterator[Gesture]:
    """They and somebody else you talk with love the same, and never spoke to each other as far as
    is known here.
    """
    for kindred in around.kindred:
        yield Gesture(
            kind="introduce",
            person_id=around.person_id,
            key=f"introduce:{kindred.account_id}",
            because=f"because {kindred.name} loves {kindred.love.label} too, and they never spoke "
            "to each other that you know of",
            evidence=2,
            topic=kindred.love.label,
            other=kindred.name,
        )


@gesture("Send a picture", "Pictures of what they love")
def send_picture(around: Around, _now_us: int) -> Iterator[Gesture]:
    """Your own folder has a picture of what they love, and they never got it."""
    for love in around.loves:
        picture = around.picture(love.label)
        if picture is not None:
            yield Gesture(
                kind="send_picture",
                person_id=around.person_id,
                key=picture.key,
                because=f"because they love {love}, and you have a picture that they never got",
                topic=love.label,
                picture=picture,
                wants_picture=True,
            )


@gesture("Do something of your own", "From your idea book")
def own_idea(around: Around, _now_us: int) -> Iterator[Gesture]:
    """A page of your idea book fits them: it is for people who care about something they care
    about, or for everybody.
    """
    for idea in sorted(around.ideas, key=lambda each: not each.topic):
        love = _fits(idea, around)
        if love is None and idea.topic:
            continue
        label = love.label if love else _first_love(around)
        if "{topic}" in idea.words and not label:
            continue
        yield Gesture(
            kind="own_idea",
            person_id=around.person_id,
            key=f"idea:{idea.id}",
            because=_why_idea(idea, love),
            evidence=1 + bool(love),
            topic=label,
            own_words=idea.words,
        )


def _fits(idea: OwnIdea, around: Around) -> Love | None:
    wanted = _bare(idea.topic)
    every = (*around.loves, *around.ours)
    named = (each for each in every if wanted in (_bare(each.label), _bare(each.topic)))
    return next(named, None) if wanted else None


def _bare(topic: str) -> str:
    return topic.strip().lstrip("#").casefold()


def _first_love(around: Around) -> str:
    return around.loves[0].label if around.loves else ""


def _why_idea(idea: OwnIdea, love: Love | None) -> str:
    if love is None:
        return f"because your idea book has “{idea.name}”, for everybody"
    return f"because your idea book has “{idea.name}”, and they care about {love.label}"
