"""What I posted of late, over all my accounts, by what it does."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform

from hobnob.domain.voice import (
    Said,
    WeekOfMine,
    first_monday_us,
    is_mostly_sent_out,
    sentence,
    weeks_of,
)
from hobnob.storage.models import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicePage:
    """How I sound."""

    sentence: str
    """The last weeks held against those before; "" where there is nothing of mine."""
    weeks: list[WeekOfMine]
    """This one last."""
    is_mostly_sent_out: bool


def voice_page(now_us: int) -> VoicePage:
    """My last twelve weeks, whatever accounts I used."""
    weeks = weeks_of(_said(now_us), now_us)
    return VoicePage(
        sentence=sentence(weeks), weeks=weeks, is_mostly_sent_out=is_mostly_sent_out(weeks)
    )


def _said(now_us: int) -> list[Said]:
    of_late = Q(at_us__gte=first_monday_us(now_us), at_us__lte=now_us)
    rows = (
        _mine()
        .filter(of_late, is_private=False)
        .annotate(
            quoted=KeyTextTransform("quotes", "attached"),
            reposted=KeyTextTransform("reposts", "attached"),
        )
        .annotate(
            answers_me=_of_mine("in_reply_to"),
            quotes_me=_of_mine("quoted"),
            reposts_me=_of_mine("reposted"),
        )
        .values_list(
            "at_us",
            "kind",
            "is_close_call",
            "in_reply_to",
            "answers_me",
            "quotes_me",
            "reposts_me",
            "text",
        )
    )
    return [
        Said(
            at_us=at_us,
            kind=kind,
            is_close_call=is_close_call,
            answers_somebody=(bool(in_reply_to) and not answers_me) or text.startswith("@"),
            quotes_me=quotes_me or reposts_me,
        )
        for at_us, kind, is_close_call, in_reply_to, answers_me, quotes_me, reposts_me, text in rows
        if at_us is not None
    ]


def _mine() -> QuerySet[Post]:
    return Post.objects.filter(author__is_me=True)


def _of_mine(field: str) -> Exists:
    """Whether this field names a post of mine on the same network."""
    return Exists(_mine().filter(network=OuterRef("network"), native_id=OuterRef(field)))
