"""What people posted lately and answered me, as far as it gives occasion for something kind."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from hobnob.domain.actions import ActionKind
from hobnob.domain.gestures.around import Posted, Reply
from hobnob.domain.gestures.thanks import ANSWERS_FOR
from hobnob.domain.gestures.their_posts import NEWS_FOR
from hobnob.domain.interactions import TALK, Direction, Kind
from hobnob.domain.languages import language_of
from hobnob.domain.outbox import State
from hobnob.domain.post_kinds import PostKind
from hobnob.storage.models import Interaction, OutboxItem, Post
from hobnob.storage.these import these

_LOOKED_AT = 40
"""So many of somebody's newest posts are looked at."""

_ROWS = 8_000
"""So many of the newest posts of all of them: on a loud day the older ones wait."""

_TELLING = 5
"""So many of their posts tell which language they write in."""

_NOT_GOING = (State.WITHDRAWN, State.FAILED)


class _Row(NamedTuple):
    """A post as the database has it."""

    id: int
    network: str
    native_id: str
    at_us: int
    text: str
    kind: str
    because: str
    in_reply_to: str
    language: str


def posts_of(
    accounts: Mapping[int, Collection[int]], *, now_us: int
) -> tuple[dict[int, tuple[Posted, ...]], dict[int, str]]:
    """By person: their newest posts that everybody may read; and the language they write in."""
    rows = _newest(accounts, now_us)
    every = [row for theirs in rows.values() for row in theirs]
    known = _KnownOf(every, accounts, now_us)
    posts = {
        person_id: tuple(_posted(row, known) for row in theirs)
        for person_id, theirs in rows.items()
    }
    return posts, {person_id: _language(theirs) for person_id, theirs in rows.items()}


def replies_of(
    accounts: Mapping[int, Collection[int]], silent_since: Mapping[int, int | None], *, now_us: int
) -> dict[int, tuple[Reply, ...]]:
    """By person: what they answered me lately, where I did nothing towards them since.

    `silent_since` is when I last did.
    """
    person_of = {account: person for person, theirs in accounts.items() for account in theirs}
    lines = Interaction.objects.filter(
        contact_id__in=these(person_of),
        at_us__gte=now_us - ANSWERS_FOR,
        at_us__lte=now_us,
        kind=Kind.REPLY,
        direction=Direction.TOWARDS_ME,
        post__is_private=False,
    ).order_by("-at_us", "-pk")
    rows = list(lines.values_list("contact_id", "pk", "at_us", "post_id", *_ANSWER))
    mine = _said_by_me({to for *_, to in rows})
    found: dict[int, list[Reply]] = defaultdict(list)
    for contact, number, at_us, post_id, text, network, to in rows:
        person_id, said, when_us = person_of[contact], mine.get((network, to)), at_us or 0
        if said and (silent_since.get(person_id) or 0) < when_us:
            found[person_id].append(
                Reply(interaction_id=number, at_us=when_us, text=text, to=said, post_id=post_id)
            )
    return {person_id: tuple(theirs) for person_id, theirs in found.items()}


_ANSWER = ("post__text", "post__network", "post__in_reply_to")


def _said_by_me(native_ids: Collection[str]) -> dict[tuple[str, str], str]:
    asked = [each for each in native_ids if each]
    mine = Post.objects.filter(native_id__in=asked, author__is_me=True)
    return {
        (network, native_id): text
        for network, native_id, text in mine.values_list("network", "native_id", "text")
    }


def _newest(accounts: Mapping[int, Collection[int]], now_us: int) -> dict[int, list[_Row]]:
    person_of = {account: person for person, theirs in accounts.items() for account in theirs}
    posts = Post.objects.filter(
        author_id__in=these(person_of),
        at_us__gte=now_us - NEWS_FOR,
        at_us__lte=now_us,
        is_private=False,
        is_sensitive=False,
    ).exclude(text="")
    found: dict[int, list[_Row]] = defaultdict(list)
    newest = posts.order_by("-at_us", "-pk").values_list("author_id", *_COLUMNS)[:_ROWS]
    for author, *told in newest:
        theirs = found[person_of[author or 0]]
        if len(theirs) < _LOOKED_AT:
            theirs.append(_Row(*told))
    return found


_COLUMNS = ("pk", *_Row._fields[1:])


class _KnownOf:
    """What happened to some posts, as far as it is known here."""

    def __init__(
        self, rows: Collection[_Row], accounts: Mapping[int, Collection[int]], now_us: int
    ) -> None:
        asked = [row for row in rows if _may_be_answered(row)]
        natives, numbers = [row.native_id for row in asked], [row.id for row in asked]
        # The index of answers leaves out what answers nothing.
        answers = Post.objects.filter(in_reply_to__in=these(natives)).exclude(in_reply_to="")
        told = list(answers.values_list("network", "in_reply_to", "author__is_me"))
        self.answers = Counter((network, to) for network, to, _ in told)
        self._answered = {(network, to) for network, to, is_me in told if is_me}
        going = OutboxItem.objects.filter(post_id__in=these(numbers)).exclude(state__in=_NOT_GOING)
        sent = set(going.values_list("post_id", "kind"))
        self._answered_from_here = {post for post, kind in sent if kind == ActionKind.REPLY}
        every_account = [each for theirs in accounts.values() for each in theirs]
        mine = Interaction.objects.filter(
            contact_id__in=these(every_account),
            at_us__gte=now_us - NEWS_FOR,
            kind=Kind.REPOST,
            direction=Direction.FROM_ME,
        )
        self.to_me = _spoken_to_me(every_account, numbers, now_us)
        self.reposted = {post for post, kind in sent if kind == ActionKind.REPOST}
        self.reposted |= set(mine.values_list("post_id", flat=True))

    def is_answered(self, row: _Row) -> bool:
        """Whether I answered it."""
        return row.id in self._answered_from_here or (row.network, row.native_id) in self._answered


_SAID_TO_NOBODY = (PostKind.LINK_DROP, PostKind.BROADCAST, PostKind.REPOST)


def _may_be_answered(row: _Row) -> bool:
    """Whether anything hangs on what became of it."""
    return row.kind not in _SAID_TO_NOBODY and (
        not row.in_reply_to or row.kind == PostKind.QUESTION
    )


def _spoken_to_me(accounts: Collection[int], numbers: Collection[int], now_us: int) -> set[int]:
    """Those of these posts of the last days in which somebody speaks to me."""
    spoken = Interaction.objects.filter(
        contact_id__in=these(accounts),
        at_us__gte=now_us - NEWS_FOR,
        direction=Direction.TOWARDS_ME,
        kind__in=TALK,
    )
    return set(spoken.values_list("post_id", flat=True)).intersection(numbers)


def _posted(row: _Row, known: _KnownOf) -> Posted:
    return Posted(
        id=row.id,
        at_us=row.at_us,
        text=row.text,
        kind=PostKind(row.kind) if row.kind else None,
        why_kind=row.because,
        answers=known.answers[row.network, row.native_id],
        is_answered_by_me=known.is_answered(row),
        is_reposted_by_me=row.id in known.reposted,
        is_answer=bool(row.in_reply_to),
        is_to_me=row.id in known.to_me,
        language=_tag(row.language),
    )


def _language(rows: Collection[_Row]) -> str:
    """The language of their newest posts: what networks say of most of them, else the words."""
    tags = Counter(_tag(row.language) for row in rows if row.language)
    if tags:
        return tags.most_common(1)[0][0]
    newest = [row.text for row in rows][:_TELLING]
    return _language_of("\n".join(newest)) if newest else ""


@lru_cache(maxsize=1_024)
def _language_of(text: str) -> str:
    """The same posts are looked at each time a page opens."""
    return language_of(text)


def _tag(language: str) -> str:
    """ "pt" of "pt-BR"."""
    return language.lower().replace("_", "-").partition("-")[0]
