"""Promote, remove, restore, tag, note, done, snooze, undo: what a person decides about people."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.lists import ListIsFull
from hobnob.operations.decide import append_decision, last_act, take_effect
from hobnob.storage import bulk, models

_CLOSE = 2
"""From this stage on lists are stages of closeness, and somebody is on one of them at a time."""


class NoSuchList(HobnobError):
    """No list has that name."""


class NoHigherList(HobnobError):
    """Promoted as far as lists go."""


class NotOnList(HobnobError):
    """Somebody cannot leave a list they are not on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curator:
    """Who decides, and when (microseconds UTC)."""

    author: User
    now_us: int

    @transaction.atomic
    def promote(
        self, person_id: int, to: str | None = None, *, why: str = "", instead_of: int | None = None
    ) -> models.List:
        """Put somebody on a list by hand; by default on the next closer one. Returns the list.

        They leave the closer or wider stage they were on. Where a hard list is full, `instead_of`
        says who moves down for them; without it ListIsFull is raised. Raises NoHigherList when
        they are as close as lists go.
        """
        bulk.lock_log()
        target = find_list(to) if to else next_list(person_id)
        head = self._append(Verb.PROMOTE, person_id, target.key, why)
        decisions = [head]
        if instead_of is not None:
            down = _list_below(target)
            decisions += [
                self._append(Verb.REMOVE, instead_of, target.key, f"moved to {down.name}", head),
                self._append(Verb.PROMOTE, instead_of, down.key, f"moved from {target.name}", head),
            ]
        if target.stage >= _CLOSE:
            for other in _close_lists_of(person_id, but=target):
                moved = f"moved to {target.name}"
                decisions.append(self._append(Verb.REMOVE, person_id, other.key, moved, head))
        take_effect(decisions)
        _refuse_overfull(target)
        return target

    @transaction.atomic
    def remove(self, person_id: int, from_list: str, *, why: str = "") -> models.List:
        """Take somebody off a list; no rule puts them back. Raises NotOnList when they aren't."""
        bulk.lock_log()
        source = find_list(from_list)
        if not source.memberships.filter(person_id=person_id, is_member=True).exists():
            raise NotOnList(f"They are not on {source.name}, so there is nothing to remove.")
        take_effect([self._append(Verb.REMOVE, person_id, source.key, why)])
        return source

    @transaction.atomic
    def restore(self, person_id: int, to_list: str) -> models.List:
        """Forget what was said by hand about somebody and a list: the rules decide again."""
        bulk.lock_log()
        target = find_list(to_list)
        take_effect([self._append(Verb.RESTORE, person_id, target.key, "")])
        return target

    @transaction.atomic
    def tag(self, person_id: int, tag: str) -> None:
        """Put a tag on somebody."""
        self._append(Verb.TAG, person_id, _clean_tag(tag), "")

    @transaction.atomic
    def untag(self, person_id: int, tag: str) -> None:
        """Take a tag off somebody."""
        self._append(Verb.UNTAG, person_id, _clean_tag(tag), "")

    @transaction.atomic
    def note(self, person_id: int, text: str) -> None:
        """Write something down about somebody."""
        if not (text := text.strip()):
            raise HobnobError("The note is empty: write something, or leave it.")
        self._append(Verb.NOTE, person_id, "", text)

    @transaction.atomic
    def done(self, person_id: int, section: str, *, up_to_us: int | None = None) -> None:
        """Deal with somebody in a section of Today: everything up to a moment, by default now."""
        until_us = self.now_us if up_to_us is None else up_to_us
        take_effect([self._append(Verb.DONE, person_id, section, "", until_us=until_us)])

    @transaction.atomic
    def snooze(self, person_id: int, section: str, *, until_us: int) -> None:
        """Put somebody in a section of Today off until a moment."""
        take_effect([self._append(Verb.SNOOZE, person_id, section, "", until_us=until_us)])

    @transaction.atomic
    def undo(self) -> list[models.Decision]:
        """Undo the author's newest act that still holds. Returns its decisions.

        Raises NothingToUndo beyond the last ten.
        """
        bulk.lock_log()
        decisions = last_act(self.author)
        for decision in decisions:
            models.Decision.objects.create(
                verb=Verb.UNDO,
                made_us=self.now_us,
                author=self.author,
                account=decision.account,
                subject=decision.subject,
                undoes=decision,
            )
        take_effect(decisions)
        return decisions

    def _append(
        self,
        verb: Verb,
        person_id: int,
        subject: str,
        why: str,
        act: models.Decision | None = None,
        *,
        until_us: int | None = None,
    ) -> models.Decision:
        return append_decision(
            verb,
            author=self.author,
            now_us=self.now_us,
            person_id=person_id,
            subject=subject,
            why=why.strip(),
            until_us=until_us,
            act=act,
        )


def find_list(name: str) -> models.List:
    """The list of that key or name, in capitals or not. Raises NoSuchList."""
    wanted = name.strip().casefold()
    lists = list(models.List.objects.all())
    for each in lists:
        if wanted in (each.key.casefold(), each.name.casefold()):
            return each
    there_are = ", ".join(f"“{each.name}”" for each in lists)
    raise NoSuchList(f"No list is called “{name}”. There are: {there_are}.")


def next_list(person_id: int) -> models.List:
    """The list one stage closer than the closest that somebody is on; at first the Watchlist's.

    Raises NoHigherList when there is none.
    """
    stages = models.Membership.objects.filter(person_id=person_id, is_member=True).values_list(
        "list__stage", flat=True
    )
    stage = max([*stages, _CLOSE - 1]) + 1
    target = models.List.objects.filter(stage__gte=stage).order_by("stage", "position").first()
    if target is None:
        raise NoHigherList("They are on the closest list already: there is no higher one.")
    return target


def _list_below(target: models.List) -> models.List:
    below = (
        models.List.objects.filter(stage__lt=target.stage, stage__gte=_CLOSE)
        .order_by("-stage", "position")
        .first()
    )
    if below is None:
        raise NoSuchList(f"There is no list below {target.name} to move somebody to.")
    return below


def _close_lists_of(person_id: int, *, but: models.List) -> QuerySet[models.List]:
    return models.List.objects.filter(
        stage__gte=_CLOSE, memberships__person_id=person_id, memberships__is_member=True
    ).exclude(pk=but.pk)


def _refuse_overfull(target: models.List) -> None:
    if not target.is_capacity_hard or target.capacity is None:
        return
    if target.memberships.filter(is_member=True).count() > target.capacity:
        raise ListIsFull(
            f"{target.name} is full: it holds {target.capacity}. Say who moves down for them."
        )


def _clean_tag(tag: str) -> str:
    if not (cleaned := " ".join(tag.strip().lstrip("#").lower().split())):
        raise HobnobError("The tag is empty: write a word like donor or tigers.")
    return cleaned
