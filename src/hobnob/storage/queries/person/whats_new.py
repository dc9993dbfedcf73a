"""What is new with somebody since a moment: what they posted, changed, and what comes up."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from hobnob.domain.facts import FactKind, shown_fact
from hobnob.domain.listening import asks_for_help, birthday_on, says_birthday
from hobnob.domain.moments import DAY, ago
from hobnob.domain.news import FIRST_LOOK, birthday_comes, in_words, new_since, since
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.posts import web_url
from hobnob.domain.triage import FOLDED, TITLES
from hobnob.storage.models import (
    Account,
    Interest,
    Membership,
    PersonLook,
    Post,
    ProfileChange,
)
from hobnob.storage.queries.day_here import day_here
from hobnob.storage.queries.lists.members import because
from hobnob.storage.queries.people.facts import FactLine, Told
from hobnob.storage.queries.people.merged import who_they_were

_LOOKED_AT = 200
"""Posts; nobody reads more of one person."""

_SHOWN = 4
"""Posts that are shown; of the others only the number."""

_ASKED_LATELY = 7 * DAY
"""A question leads for so long."""

_HEARD_LATELY = 30 * DAY
"""A birthday that was heard is offered for so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """Something they posted."""

    id: int
    text: str
    when: str
    url: str
    because: str
    """What it is to its reader, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something new about them, and where that is from."""

    sentence: str
    because: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardBirthday:
    """A post in which they say that it is their birthday."""

    post_id: int
    text: str
    day: str
    """As a person reads it: "8 May"."""
    when: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatsNew:
    """What is new with one person to one reader."""

    since: str
    """ "since Tuesday"."""
    asks: NewPost | None
    """Their newest post that asks something: it can be answered."""
    posts: tuple[NewPost, ...]
    """Talk first."""
    more_posts: int
    link_drops: int
    news: tuple[News, ...]
    heard: HeardBirthday | None

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.asks or self.posts or self.link_drops or self.news or self.heard)

    @property
    def folded(self) -> str:
        """ "and 3 more, and 12 link-drops"; "" where nothing is folded."""
        links = f"{self.link_drops} link-drop{'' if self.link_drops == 1 else 's'}"
        more = f"{self.more_posts} more post{'' if self.more_posts == 1 else 's'}"
        said = [
            words for count, words in ((self.more_posts, more), (self.link_drops, links)) if count
        ]
        return " and ".join(said)


def last_look(reader_id: int, person_id: int, now_us: int) -> int | None:
    """Since when anything about somebody is new to a reader; None: they never looked before."""
    return new_since(newest_look(reader_id, person_id), now_us)


def newest_look(reader_id: int, person_id: int) -> PersonLook | None:
    """The last time that a reader looked at somebody, or at whoever was merged into them since."""
    looks = PersonLook.objects.filter(reader=reader_id, person__in=who_they_were(person_id))
    return looks.order_by("-looked_us").first()


def whats_new(
    person_id: int,
    since_us: int | None,
    *,
    facts: Sequence[FactLine],
    gone_quiet: str,
    now_us: int,
) -> WhatsNew:
    """What is new with somebody since then; None: to who never looked at them before.

    `facts` and `gone_quiet` are those of their page.
    """
    from_us_on = now_us - FIRST_LOOK if since_us is None else since_us
    account_ids = list(Account.objects.filter(person_id=person_id).values_list("pk", flat=True))
    posts = _posts(account_ids, min(from_us_on, now_us - _HEARD_LATELY), now_us)
    new = [each for each in posts if (each.at_us or 0) > from_us_on]
    asks = next((each for each in new if _asks(each, now_us)), None)
    read = [each for each in new if each.kind not in FOLDED and each is not asks]
    read.sort(key=lambda each: _ORDER.get(each.kind, len(_ORDER)))
    known = next((each.holds[0] for each in facts if each.kind is FactKind.BIRTHDAY), None)
    return WhatsNew(
        since=since(since_us, now_us),
        asks=_line(asks, now_us) if asks else None,
        posts=tuple(_line(each, now_us) for each in read[:_SHOWN]),
        more_posts=max(0, len(read) - _SHOWN),
        link_drops=sum(each.kind in FOLDED for each in new),
        news=(
            *_comes_up(known, gone_quiet, now_us),
            *_changed(account_ids, from_us_on, now_us),
            *_new_interests(account_ids, from_us_on),
            *_new_lists(person_id, from_us_on, now_us),
        ),
        heard=None if known else _heard(posts, now_us),
    )


_ORDER = {str(kind): place for place, kind in enumerate(TITLES)}


def _posts(account_ids: Collection[int], after_us: int, now_us: int) -> list[Post]:
    """What everybody may read of theirs, the newest first."""
    found = Post.objects.filter(
        author__in=account_ids, at_us__gt=after_us, at_us__lte=now_us, is_private=False
    )
    return list(found.exclude(text="").order_by("-at_us", "-pk")[:_LOOKED_AT])


def _asks(post: Post, now_us: int) -> bool:
    if now_us - (post.at_us or 0) > _ASKED_LATELY:
        return False
    return post.kind == PostKind.QUESTION or asks_for_help(post.text, post.language)


def _line(post: Post, now_us: int) -> NewPost:
    return NewPost(
        id=post.pk,
        text=post.text,
        when=ago(post.at_us, now_us),
        url=web_url(post.network, post.native_id, post.url),
        because=f"{post.kind}: {post.because}" if post.because else post.kind,
    )


# ── What else is new ─────────────────────────────────────────────────────────


def _comes_up(born: Told | None, gone_quiet: str, now_us: int) -> Iterator[News]:
    """A birthday that is near, and that they are quiet against their own normal."""
    if born and (comes := birthday_comes(born.value, day_here(now_us))):
        yield News(sentence=comes, because=f"says {born.because}")
    if gone_quiet:
        yield News(sentence="They have gone quiet.", because=f"because {gone_quiet}")


def _changed(account_ids: Collection[int], after_us: int, now_us: int) -> list[News]:
    """The newest word of each field of each account."""
    rows = ProfileChange.objects.filter(
        account__in=account_ids, seen_us__gt=after_us, seen_us__lte=now_us
    ).select_related("account")
    newest = {(each.account_id, each.field): each for each in rows.order_by("seen_us", "pk")}
    return [
        News(
            sentence=in_words(each.field, each.before, each.after),
            because=f"on {each.account.network}, seen {ago(each.seen_us, now_us)}",
        )
        for each in sorted(newest.values(), key=lambda each: -each.seen_us)
    ]


def _new_interests(account_ids: Collection[int], after_us: int) -> list[News]:
    found = Interest.objects.filter(account__in=account_ids, found_us__gt=after_us)
    labels: dict[str, Interest] = {}
    for each in found.order_by("-score", "pk"):
        labels.setdefault(each.label, each)
    return [
        News(
            sentence=f"They post about {label}.",
            because=f"because {_count(each.posts)} of theirs show it",
        )
        for label, each in labels.items()
    ]


def _count(posts: Sequence[int]) -> str:
    return f"{len(posts)} post{'' if len(posts) == 1 else 's'}"


def _new_lists(person_id: int, after_us: int, now_us: int) -> list[News]:
    """The lists that rules put them on; what somebody decided is no news to them."""
    found = Membership.objects.filter(
        person_id=person_id, is_member=True, decision__isnull=True, since_us__gt=after_us
    ).select_related("list", "rule", "interaction__post", "decision")
    return [
        News(sentence=f"They joined {each.list.name}.", because=because(each, now_us))
        for each in found.order_by("list__position")
    ]


def _heard(posts: Sequence[Post], now_us: int) -> HeardBirthday | None:
    """The newest post of the last weeks that says it is their birthday."""
    lately = (each for each in posts if now_us - (each.at_us or 0) < _HEARD_LATELY)
    post = next((each for each in lately if says_birthday(each.text)), None)
    if post is None:
        return None
    return HeardBirthday(
        post_id=post.pk,
        text=post.text,
        day=shown_fact(FactKind.BIRTHDAY, birthday_on(post.at_us or 0)),
        when=ago(post.at_us, now_us),
        url=web_url(post.network, post.native_id, post.url),
    )
