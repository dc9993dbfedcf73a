"""Promote, demote, remove, tag, note, done, snooze, undo: what a person decides about people."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import ABOUT_LISTS, Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.lists import CLOSE, ListIsFull
from hobnob.domain.sensitive.tags import sensitive_tag
from hobnob.operations.approve import call_back
from hobnob.operations.decide import LongAgo, append_decision, last_act, take_effect, undo_all
from hobnob.operations.deriving.derive_again import facts_changed
from hobnob.operations.stages import (
    close_lists_of,
    find_list,
    is_full_for,
    is_on,
    is_overfull,
    list_below,
    next_list,
    refuse_overfull,
)
from hobnob.storage import bulk, models
from hobnob.storage.queries.decisions import in_force
from hobnob.storage.queries.people.lines import person_lines


class NotOnList(HobnobError):
    """Somebody cannot leave a list they are not on."""


class AlreadySo(HobnobError):
    """What was to be decided holds already."""


class NeverKept(HobnobError):
    """A word tells of what hobnob keeps of nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curator:
    """Who decides, and when (microseconds UTC)."""

    author: User
    now_us: int

    @transaction.atomic
    def promote(
        self,
        person_id: int,
        to: str | None = None,
        *,
        why: str = "",
        instead_of: int | None = None,
        section: str = "",
    ) -> models.List:
        """Put somebody on a list by hand; by default on the next closer one. Returns the list.

        They leave the closer or wider stage they were on. Where a hard list is full, `instead_of`
        says who moves down for them; without it ListIsFull is raised, and where they are not on
        the list NotOnList. Where there is room nobody moves. Raises NoHigherList when they are as
        close as lists go. `section` is the part of Today where it was decided, and is dealt with.
        """
        bulk.lock_log()
        target = find_list(to) if to else next_list(person_id)
        moves_down = instead_of if is_full_for(target, person_id) else None
        if moves_down is not None and not is_on(target, moves_down):
            raise NotOnList(f"They are not on {target.name}: choose somebody who is to move down.")
        head = self._append(Verb.PROMOTE, person_id, target.key, why)
        decisions = [head]
        if moves_down is not None:
            decisions += self._move_down(moves_down, target, act=head)
        if target.stage >= CLOSE:
            for other in close_lists_of(person_id).exclude(pk=target.pk):
                moved = f"moved to {target.name}"
                decisions.append(self._append(Verb.REMOVE, person_id, other.key, moved, head))
        take_effect([*decisions, *self._dealt_with(person_id, section, head)])
        if is_overfull(target):
            raise ListIsFull(
                f"{target.name} is full: it holds {target.capacity}. Say who moves down for them."
            )
        return target

    @transaction.atomic
    def demote(self, person_id: int, *, why: str = "") -> models.List | None:
        """Move somebody one stage down, or off the last. Returns the list below; None: none is.

        Raises NotOnList when they are on no list of closeness.
        """
        bulk.lock_log()
        source = close_lists_of(person_id).first()
        if source is None:
            raise NotOnList("They are on no close list, so there is nothing to move down from.")
        take_effect(self._move_down(person_id, source, why=why))
        return list_below(source)

    @transaction.atomic
    def remove(
        self, person_id: int, from_list: str, *, why: str = "", section: str = ""
    ) -> models.List:
        """Take somebody off a list; no rule puts them back. Raises NotOnList when they aren't.

        `section` is the part of Today where it was decided, and is dealt with.
        """
        bulk.lock_log()
        source = find_list(from_list)
        if not is_on(source, person_id):
            raise NotOnList(f"They are not on {source.name}, so there is nothing to remove.")
        head = self._append(Verb.REMOVE, person_id, source.key, why)
        take_effect([head, *self._dealt_with(person_id, section, head)])
        return source

    @transaction.atomic
    def restore(self, person_id: int, to_list: str) -> models.List:
        """Forget what was said by hand about somebody and a list: the rules decide again.

        Raises ListIsFull when they would come back to a hard list that is full.
        """
        bulk.lock_log()
        target = find_list(to_list)
        take_effect([self._append(Verb.RESTORE, person_id, target.key, "")])
        refuse_overfull(target, coming_back=[person_id])
        return target

    @transaction.atomic
    def tag(self, person_id: int, tag: str) -> None:
        """Put a tag on somebody. Raises AlreadySo when they have it, and NeverKept."""
        bulk.lock_log()
        cleaned = _clean_tag(tag)
        if tells := sensitive_tag(cleaned):
            raise NeverKept(
                f"“{cleaned}” tells of {tells}, and hobnob keeps that of nobody: it is no tag."
            )
        last = in_force(person_id, {Verb.TAG, Verb.UNTAG}, cleaned).last()
        if last is not None and last.verb == Verb.TAG:
            name = person_lines([person_id])[person_id].name
            raise AlreadySo(f"{name} has the tag “{cleaned}” already: there is nothing to do.")
        self._append(Verb.TAG, person_id, cleaned, "")

    @transaction.atomic
    def untag(self, person_id: int, tag: str) -> None:
        """Take a tag off somebody."""
        self._append(Verb.UNTAG, person_id, _clean_tag(tag), "")

    @transaction.atomic
    def note(
        self, person_id: int, text: str, *, post_id: int | None = None, is_private: bool = False
    ) -> None:
        """Write something down about somebody; `post_id` is the post that it is about.

        A private note is its author's alone.
        """
        if not (text := text.strip()):
            raise HobnobError("The note is empty: write something, or leave it.")
        about = "" if post_id is None else str(post_id)
        self._append(Verb.NOTE, person_id, about, text, is_private=is_private)

    @transaction.atomic
    def keep(self, person_id: int, *, why: str = "") -> None:
        """Let no check suggest anything against somebody, ever."""
        bulk.lock_log()
        self._append(Verb.KEEP, person_id, "", why)
        facts_changed({person_id})

    @transaction.atomic
    def mark_bad(self, person_id: int, why: str, *, post_id: int | None = None) -> None:
        """Remember that somebody behaved badly, and the post that shows it."""
        self._append(Verb.MARK_BAD, person_id, "" if post_id is None else str(post_id), why)

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
    def undo(
        self, *, since_us: int | None = None, even: int | None = None
    ) -> list[models.Decision]:
        """Undo the author's newest act that still holds. Returns its decisions.

        Raises LongAgo for an act before `since_us`, unless `even` is the number of its first
        decision; NothingToUndo beyond ten in a row; and ListIsFull when somebody would come back
        to a hard list that is full by now.
        """
        bulk.lock_log()
        decisions = last_act(self.author)
        head = decisions[0]
        if since_us is not None and head.made_us < since_us and head.pk != even:
            raise LongAgo(decisions)
        undo_all(decisions, author=self.author, now_us=self.now_us)
        call_back(decisions, now_us=self.now_us)
        _refuse_overfull_after(decisions)
        return decisions

    def _move_down(
        self,
        person_id: int,
        source: models.List,
        *,
        why: str = "",
        act: models.Decision | None = None,
    ) -> list[models.Decision]:
        """The decisions that take somebody off a stage and put them on the one below."""
        down = list_below(source)
        moved = why or (f"moved to {down.name}" if down else "")
        off = self._append(Verb.REMOVE, person_id, source.key, moved, act)
        if down is None:
            return [off]
        moved = why or f"moved from {source.name}"
        return [off, self._append(Verb.PROMOTE, person_id, down.key, moved, act or off)]

    def _dealt_with(
        self, person_id: int, section: str, act: models.Decision
    ) -> list[models.Decision]:
        if not section:
            return []
        return [self._append(Verb.DONE, person_id, section, "", act, until_us=self.now_us)]

    def _append(
        self,
        verb: Verb,
        person_id: int,
        subject: str,
        why: str,
        act: models.Decision | None = None,
        *,
        until_us: int | None = None,
        is_private: bool = False,
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
            is_private=is_private,
        )


def _refuse_overfull_after(undone: Iterable[models.Decision]) -> None:
    about: dict[str, set[int]] = {}
    for decision in undone:
        if decision.verb in ABOUT_LISTS and decision.account is not None:
            about.setdefault(decision.subject, set()).add(decision.account.person_id)
    for touched in models.List.objects.filter(key__in=about):
        refuse_overfull(touched, coming_back=about[touched.key])


def _clean_tag(tag: str) -> str:
    if not (cleaned := " ".join(tag.strip().lstrip("#").lower().split())):
        raise HobnobError("The tag is empty: write a word like donor or tigers.")
    return cleaned
