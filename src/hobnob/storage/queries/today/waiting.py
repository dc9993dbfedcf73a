"""Who spoke to me last and has had no answer, as Today shows them."""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Q

from hobnob.domain import contact_state
from hobnob.domain import today as say
from hobnob.domain.lists import CLOSE
from hobnob.domain.posts import web_url
from hobnob.domain.today import Section, Waiting
from hobnob.storage.models import ContactState, Membership, TodayCard
from hobnob.storage.queries.today.rows import Draft
from hobnob.storage.these import these

_LOOKED_AT = 300
"""How many of those who wrote last are put in order."""


def waiting(now_us: int) -> list[Waiting]:
    """Who spoke last, but for those dealt with, put off, and taken off Mentioned You by hand."""
    dealt_with = TodayCard.objects.filter(
        Q(done_us__gte=OuterRef("waiting_last_us")) | Q(snoozed_until_us__gt=now_us),
        section=Section.WAITING,
        person_id=OuterRef("person_id"),
    )
    taken_off = Membership.objects.filter(
        list__key="mentioned", is_member=False, person_id=OuterRef("person_id")
    )
    newest = (
        ContactState.objects.filter(
            ~Exists(dealt_with),
            ~Exists(taken_off),
            waiting_last_us__gte=now_us - say.WAITS_AT_MOST,
            is_blocked=False,
        )
        .order_by("-waiting_last_us")
        .values_list("person_id", *_WAITING_FOR, *contact_state.FIELDS)[:_LOOKED_AT]
    )
    return say.waiting_for_my_answer((_as_waiting(*row) for row in newest), now_us)


_WAITING_FOR = (
    "waiting__kind",
    "waiting__post_id",
    *(f"waiting__post__{each}" for each in ("text", "network", "native_id", "url", "is_private")),
)


def _as_waiting(
    person_id: int,
    kind: str | None,
    post_id: int | None,
    text: str | None,
    network: str | None,
    native_id: str | None,
    url: str | None,
    is_private: bool | None,
    *fields: Any,
) -> Waiting:
    state = contact_state.ContactState(*fields)
    return Waiting(
        person_id=person_id,
        kind=kind or "",
        text=text or "",
        at_us=state.waiting_last_us or 0,
        since_us=state.waiting_us or 0,
        url=web_url(network, native_id or "", url or "") if network else "",
        state=state,
        # The post may be gone; what refers to it is kept.
        post_id=post_id if network else None,
        is_private=bool(is_private),
    )


def waiting_rows(those: list[Waiting], now_us: int) -> list[Draft]:
    """The rows of those who wait."""
    on_list = _closest_lists([row.person_id for row in those])
    return [
        Draft(
            person_id=row.person_id,
            happened=say.what_happened(row, now_us),
            what=row.text,
            why=say.why_waiting(row, now_us),
            act=say.ANSWER,
            url=row.url,
            on_list=on_list.get(row.person_id, ""),
            up_to_us=row.at_us,
            post_id=row.post_id,
            is_private=row.is_private,
        )
        for row in those
    ]


def _closest_lists(person_ids: Collection[int]) -> dict[int, str]:
    """By person: key of the closest list they are on, be it Mentioned You; nobody else has one."""
    found = Membership.objects.filter(
        Q(list__stage__gte=CLOSE) | Q(list__key="mentioned"),
        is_member=True,
        person_id__in=these(person_ids),
    )
    # Of the closest ones the first in the menu: it is written last.
    in_order = found.order_by("list__stage", "-list__position")
    return dict(in_order.values_list("person_id", "list__key"))
