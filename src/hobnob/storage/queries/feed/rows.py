"""Posts as a feed shows them: who, what they said and show, what it answers, why it is here."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import Q

from hobnob.domain.feed import act_for, came_back, counted
from hobnob.domain.moments import ago
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.post_parts import parts
from hobnob.domain.posts import Attached, web_url
from hobnob.domain.today import Act
from hobnob.domain.triage import FOLDED, how_often
from hobnob.storage import attached as column
from hobnob.storage.models import Post
from hobnob.storage.queries.feed.unread import Unread
from hobnob.storage.queries.people.lines import PersonLine, person_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What hangs below the words: a picture by its description, never fetched."""

    kind: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """Where a post leads."""

    url: str
    host: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One post, as far as it is stored: what somebody said and shows."""

    post_id: int
    person: PersonLine | None
    is_mine: bool
    words: str
    media: tuple[Shown, ...]
    choices: tuple[str, ...]
    links: tuple[Leads, ...]
    warning: str
    """What its author or network warns of; "" for nothing. It is hidden until asked for then."""
    when: str
    url: str

    @property
    def who(self) -> str:
        """ "you", or their name."""
        if self.is_mine:
            return "you"
        return self.person.name if self.person else "somebody"

    @property
    def undescribed(self) -> str:
        """ "2 pictures without a description"; "" where all are described."""
        bare = [each.kind for each in self.media if not each.alt]
        if not bare:
            return ""
        kind = bare[0] if len(set(bare)) == 1 else "attachment"
        return f"{counted(len(bare), kind).capitalize()} without a description"

    @property
    def hangs(self) -> bool:
        """Whether anything hangs below the words."""
        return bool(self.media or self.choices or self.links)

    @property
    def heading(self) -> str:
        """One line of it: what its link is called, or its first words; nothing it warns of."""
        if self.warning:
            return f"behind a warning: {self.warning}"
        title = next((each.title for each in self.links if each.title), "")
        return title or self.words or next((each.host for each in self.links), "") or "no words"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """Person · what they said · why it is here · one suggested act."""

    id: int
    """The post in the feed."""
    person: PersonLine
    kind: str
    said: Said
    happened: str
    why: str
    act: Act
    url: str
    """Where `o` leads."""
    post_id: int | None
    """What can be answered from here: the original where it is handed on; None where unknown."""
    answers_to: Said | None
    quoted: Said | None
    original: Said | None
    answers: tuple[Said, ...]
    """Those that came since it was read."""
    is_private: bool = False
    section: str = ""
    """It stands in no section of Today: an answer deals with nothing there by its name."""
    up_to_us: int | None = None


def rows_for(
    shown: Sequence[Unread], *, now_us: int, but: Collection[int], with_kinds: bool = False
) -> list[FeedRow]:
    """The rows of these posts, in their order, in four queries however many there are.

    What the accounts of `but` said is nowhere beside them.
    """
    stored = _Stored(shown, now_us, but)
    return [row for each in shown if (row := stored.row(each, with_kinds=with_kinds))]


class _Stored:
    """Everything the rows speak of, read at once."""

    def __init__(self, shown: Sequence[Unread], now_us: int, but: Collection[int]) -> None:
        self._now_us = now_us
        wanted = {each.post_id for each in shown} | {n for each in shown for n in each.answers}
        self._posts = Post.objects.select_related("author").in_bulk(list(wanted))
        carried = {pk: column.load(post.attached) for pk, post in self._posts.items()}
        self._carried = carried
        self._related = _related(self._posts.values(), carried, but)
        everybody = [*self._posts.values(), *self._related.values()]
        authors = {post.author.person_id for post in everybody if post.author}
        self._people = person_lines(authors)

    def row(self, each: Unread, *, with_kinds: bool) -> FeedRow | None:
        """None where the post is gone since it was counted."""
        post = self._posts.get(each.post_id)
        if post is None or each.author_id not in self._people:
            return None
        said, carries = self._say(post), self._carried[post.pk]
        original = self._about(post.network, carries.reposts)
        return FeedRow(
            id=post.pk,
            person=self._people[each.author_id],
            kind=each.kind,
            said=said,
            happened=_happened(said.when, original, is_repost=bool(carries.reposts)),
            why=_why(each, with_kinds=with_kinds),
            act=act_for(PostKind.DISCUSSION if each.is_new_discussion else each.kind),
            url=(original.url if original else "") or said.url or self._people[each.author_id].url,
            post_id=(original.post_id if original else None) if carries.reposts else post.pk,
            answers_to=self._about(post.network, post.in_reply_to),
            quoted=self._about(post.network, carries.quotes),
            original=original,
            answers=tuple(self._say(self._posts[n]) for n in each.answers if n in self._posts),
        )

    def _about(self, network: str, native_id: str) -> Said | None:
        post = self._related.get((network, native_id))
        return self._say(post) if post else None

    def _say(self, post: Post) -> Said:
        carries = self._carried.get(post.pk) or column.load(post.attached)
        warning = _warning(post, carries)
        found = parts(post.text, warning=warning)
        media = tuple(Shown(kind=each.kind, alt=each.alt) for each in carries.media)
        author = post.author
        return Said(
            post_id=post.pk,
            person=self._people.get(author.person_id) if author else None,
            is_mine=bool(author and author.is_me),
            words=_without_links(found.words, carries),
            media=media or tuple(Shown(kind=kind, alt=alt) for kind, alt in found.media),
            choices=found.choices,
            links=tuple(_links(carries)),
            warning=warning,
            when=ago(post.at_us, self._now_us),
            url=web_url(post.network, post.native_id, post.url),
        )


def _related(
    posts: Collection[Post], carried: dict[int, Attached], but: Collection[int]
) -> dict[tuple[str, str], Post]:
    """What these answer, quote and hand on, as far as it is stored; nothing private."""
    by_network: dict[str, set[str]] = {}
    for post in posts:
        carries = carried[post.pk]
        named = {post.in_reply_to, carries.quotes, carries.reposts} - {""}
        by_network.setdefault(post.network, set()).update(named)
    wanted = Q(pk__in=[])
    for network, native_ids in by_network.items():
        wanted |= Q(network=network, native_id__in=native_ids)
    found = Post.objects.filter(wanted, is_private=False).select_related("author")
    return {(post.network, post.native_id): post for post in found if post.author_id not in but}


def _happened(when: str, original: Said | None, *, is_repost: bool) -> str:
    if not is_repost:
        return when
    if original is None:
        return f"handed on a post, {when}"
    return f"handed on yours, {when}" if original.is_mine else f"handed on {original.who}’s, {when}"


def _why(each: Unread, *, with_kinds: bool) -> str:
    is_told_apart = with_kinds and each.kind not in FOLDED
    said = [f"{each.kind}: {each.because}" if is_told_apart else each.because]
    if each.answers:
        said.insert(0, f"back because of {came_back(len(each.answers))}")
    if each.is_lifted:
        said.append(f"lifted: {how_often(each.author_posts_per_week)}")
    return "; ".join(said)


def _warning(post: Post, carries: Attached) -> str:
    if carries.labels:
        return ", ".join(carries.labels)
    return "sensitive" if post.is_sensitive else ""


def _links(carries: Attached) -> Iterator[Leads]:
    for link in {each.url: each for each in carries.links}.values():
        yield Leads(url=link.url, host=_host(link.url), title=link.title)


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return url
    return (host or url).removeprefix("www.")


def _without_links(words: str, carries: Attached) -> str:
    """The words without the addresses that stand below them as links."""
    for url in _addresses(carries):
        words = words.replace(f"({url})", "").replace(url, "")
    if carries.links:
        words = " ".join(each for each in words.split(" ") if not each.startswith(_SHORTENED))
    return words.strip()


_SHORTENED = "https://t.co/"


def _addresses(carries: Attached) -> Iterable[str]:
    return sorted((each.url for each in carries.links), key=len, reverse=True)
