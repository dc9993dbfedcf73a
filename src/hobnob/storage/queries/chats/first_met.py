"""Where I first met somebody, where that was a chat."""

from dataclasses import dataclass
from operator import itemgetter

from django.db.models import OuterRef, Subquery

from hobnob.domain.chats import Session, session_at
from hobnob.storage.models import Account, Chat, Interaction, PostTag
from hobnob.storage.queries.chats.log import BETWEEN_US


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstMet:
    """The session in which something first went between somebody and me."""

    key: str
    name: str
    session: Session
    day: str
    """ "3 November 2024"."""


def first_met_at(person_id: int) -> FirstMet | None:
    """The chat at which something first went between somebody and me; None: it was elsewhere."""
    first = min(_first_of_each_account(person_id), key=itemgetter(0), default=None)
    at_us, post_id = first or (0, None)
    if post_id is None:
        return None
    tags = PostTag.objects.filter(post_id=post_id).values("tag")
    for chat in Chat.objects.filter(tag__in=tags):
        if session := session_at(chat, at_us):
            day = f"{session.day.day} {session.day:%B %Y}"
            return FirstMet(key=chat.key, name=chat.name, session=session, day=day)
    return None


def _first_of_each_account(person_id: int) -> list[tuple[int, int | None]]:
    """(moment, post) of the first thing that went between each of their accounts and me."""
    ours = Interaction.objects.filter(
        BETWEEN_US, contact_id=OuterRef("pk"), at_us__isnull=False
    ).order_by("at_us", "pk")
    accounts = Account.objects.filter(person_id=person_id).annotate(
        first_us=Subquery(ours.values("at_us")[:1]),
        first_post=Subquery(ours.values("post_id")[:1]),
    )
    rows = accounts.values_list("first_us", "first_post")
    return [(at_us, post_id) for at_us, post_id in rows if at_us is not None]
