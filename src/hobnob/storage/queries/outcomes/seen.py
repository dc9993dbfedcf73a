"""Lines of the log with which somebody may have spread our words, or stood up for us."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from hobnob.domain.criticism import speaks_badly
from hobnob.domain.hygiene.letters import readable
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.lists import CLOSE
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.topic_words import are_said
from hobnob.storage.models import Account, ContactState, Interaction, Membership, Post
from hobnob.storage.queries.interests.our_topics import our_topics
from hobnob.storage.queries.ledger.kindnesses import IS_KINDNESS
from hobnob.storage.queries.people.left_alone import is_left_alone

LOOKS_BACK = 60 * DAY
"""Who spread the word longer ago is not asked about any more."""

_NEWEST = 250
"""So many lines are looked at, of shares and of what was said."""
_NEAR = 150
_LATELY = 30 * DAY
"""So many of those who talk most with me are looked at for what no index finds by time, and for so
long: a defence of last season needs no asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A line that may be an outcome, and what shows it."""

    kind: OutcomeKind
    line: Interaction
    answers: str = ""
    why: str = ""

    @property
    def person_id(self) -> int:
        """Whose doing it is."""
        assert self.line.contact is not None  # noqa: S101 (it was looked up by it)
        return self.line.contact.person_id


def found_in_log(now_us: int) -> list[Found]:
    """Everything that may be one, in no order."""
    near = list(_said_near(now_us - _LATELY))
    return [*_defences(near), *_shares(now_us - LOOKS_BACK), *_speak_of_ours(near)]


# ── Who spread the word ──────────────────────────────────────────────────────


def _shares(since_us: int) -> Iterator[Found]:
    """The newest reposts and quotes of what I posted."""
    for line in _lines(Q(pk__in=_newest_shares(since_us))):
        text = line.post.text if line.post else ""
        if line.kind == Kind.REPOST:
            why = "a repost carries your words to the people they know"
        elif speaks_badly(readable(text)):
            continue
        else:
            why = "a quote carries your words to the people they know"
        yield Found(kind=OutcomeKind.PROMOTION, line=line, why=why)


def _newest_shares(since_us: int) -> list[int]:
    """Their numbers."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT i.id FROM storage_interaction i WHERE {IS_KINDNESS} "  # noqa: S608 (our own names)
            f"AND i.kind IN ('{Kind.REPOST}', '{Kind.QUOTE}') AND i.at_us >= %s "
            "ORDER BY i.at_us DESC LIMIT %s",
            [since_us, _NEWEST],
        )
        return [row[0] for row in cursor.fetchall()]


def _speak_of_ours(near: Collection[Interaction]) -> Iterator[Found]:
    """Mentions in which people near me speak of a topic of ours to everybody."""
    topics = our_topics()
    for line in near:
        is_to_me = line.kind == Kind.MENTION and line.direction == Direction.TOWARDS_ME
        if not is_to_me or line.post is None or line.post.in_reply_to or line.post.is_private:
            continue
        text = line.post.text
        name = next((each.name for each in topics if are_said(each.written, text)), "")
        if name and "?" not in text and not speaks_badly(readable(text)):
            why = f"they speak of “{name}” and name you"
            yield Found(kind=OutcomeKind.PROMOTION, line=line, why=why)


# ── Who stood up for us ──────────────────────────────────────────────────────


def _defences(near: Collection[Interaction]) -> Iterator[Found]:
    """Answers of people near me to somebody else, who speaks badly of us."""
    answered = _answered(near)
    names_us = _NamesUs()
    for line in near:
        if line.post is None or line.contact is None:
            continue
        said = answered.get((line.post.network, line.post.in_reply_to))
        if said is None or said.author is None or said.author.is_me:
            continue
        if said.author.person_id == line.contact.person_id:
            continue
        is_about_us = line.direction == Direction.TOWARDS_ME or names_us(said.text, line.post.text)
        bad = speaks_badly(readable(said.text))
        if bad and is_about_us and not speaks_badly(readable(line.post.text)):
            why = f"they answer somebody who writes “{bad}”"
            yield Found(kind=OutcomeKind.DEFENCE, line=line, answers=said.text, why=why)


def _answered(lines: Collection[Interaction]) -> dict[tuple[str, str], Post]:
    """What they answer, where everybody may read it: it is shown beside the answer."""
    keys = {(post.network, post.in_reply_to) for each in lines if (post := each.post)}
    keys = {key for key in keys if key[1]}
    posts = Post.objects.filter(
        network__in={network for network, _ in keys},
        native_id__in={key for _, key in keys},
        is_private=False,
    ).select_related("author")
    return {(each.network, each.native_id): each for each in posts}


class _NamesUs:
    """Whether words name me, or a topic of ours."""

    def __init__(self) -> None:
        handles = Account.objects.filter(is_me=True).values_list("handle", flat=True)
        self._handles = [f"@{each.partition('@')[0].casefold()}" for each in handles if each]
        self._topics = [each.written for each in our_topics()]

    def __call__(self, *texts: str) -> bool:
        return any(
            any(handle in text.casefold() for handle in self._handles)
            or any(are_said(words, text) for words in self._topics)
            for text in texts
        )


def _said_near(since_us: int) -> QuerySet[Interaction]:
    """What those on close lists, and those who talk most with me, said in that time.

    To me and to others: a mention in passing too.
    """
    close = Membership.objects.filter(is_member=True, list__stage__gte=CLOSE)
    most = ContactState.objects.order_by("-d90_in").values_list("person_id", flat=True)
    near = {*close.values_list("person_id", flat=True)[:_NEAR], *most[:_NEAR]}
    accounts = Account.objects.filter(person_id__in=near, is_me=False)
    said = Q(
        kind__in=(Kind.MENTION, Kind.REPLY, Kind.QUOTE),
        direction__in=(Direction.TOWARDS_ME, Direction.BETWEEN_OTHERS),
    )
    return _lines(
        said & Q(contact__in=list(accounts.values_list("pk", flat=True)), at_us__gte=since_us)
    )


def _lines(asked: Q) -> QuerySet[Interaction]:
    blocked = ContactState.objects.filter(person=OuterRef("contact__person"), is_blocked=True)
    return (
        Interaction.objects.filter(asked, contact__is_me=False)
        .exclude(is_left_alone("contact__person"))
        .exclude(Exists(blocked))
        .select_related("post", "contact")
        .order_by(F("at_us").desc(nulls_last=True), "-pk")[:_NEWEST]
    )
