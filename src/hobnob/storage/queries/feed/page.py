"""A feed as its page and its command show it: what is new since somebody last looked, in groups."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Max

from hobnob.domain.feed import LEAST_ROWS, QUESTIONS, SECONDS_A_ROW, counted, rows_of
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.triage import FOLDED, TITLES, Sort, group_of, in_order
from hobnob.storage.models import Post, SeenPost
from hobnob.storage.queries.feed.groups import Together, by_author, by_kind, by_nearness, weigh
from hobnob.storage.queries.feed.looks import Look, looks
from hobnob.storage.queries.feed.returned import returned
from hobnob.storage.queries.feed.rows import FeedRow, rows_for
from hobnob.storage.queries.feed.sources import Feed, every_feed, feed
from hobnob.storage.queries.feed.unread import COUNTED, Unread, unread, unread_kinds

_OF_ONE_PERSON = 6
"""Posts of one person that are shown before the next person has their turn."""

_FOLDED_ROWS = 10
"""Link-drops that are told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """A feed to choose, and how much there is to read."""

    key: str
    title: str
    to_read: int
    link_drops: int
    is_more: bool
    """There is more than was counted."""
    looked_us: int | None
    """When it was last looked at; None: never."""

    @property
    def is_anything(self) -> bool:
        """Whether there is anything new in it."""
        return bool(self.to_read or self.link_drops)

    @property
    def words(self) -> str:
        """ "12 to read, 37 link-drops", "200+ new", "nothing new"."""
        if self.is_more:
            return f"{COUNTED}+ new"
        said = [f"{self.to_read} to read"] if self.to_read else []
        if self.link_drops:
            said.append(counted(self.link_drops, "link-drop"))
        return ", ".join(said) or "nothing new"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedGroup:
    """Posts of one kind, or of the people of one list."""

    key: str
    title: str
    rows: tuple[FeedRow, ...]
    total: int
    is_more: bool
    on_list: str
    """Key of the list that `x` takes their authors off; "" where it is none."""

    @property
    def hidden(self) -> int:
        """How many there are besides those shown."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """A catch-up: finite, and it says where it ends."""

    key: str
    title: str
    is_list: bool
    groups: tuple[FeedGroup, ...]
    folded: FeedGroup | None
    """The link-drops."""
    to_read: int
    is_more: bool
    is_only: bool
    """It is only one of its groups."""
    looked_us: int | None
    up_to_id: int
    """The newest post there was: letting go of the rest lets go of nothing that came unseen."""
    was_up_to_id: int
    at_us: int
    sort: Sort
    is_by_person: bool
    place_id: int | None
    """The post where they stopped last time, if it is still here."""
    passed: frozenset[int]
    """Posts on the page that they passed since they opened it."""

    @property
    def folded_words(self) -> str:
        """ "37 link-drops"; "" for none."""
        if self.folded is None:
            return ""
        return counted(self.folded.total, "link-drop", is_more=self.folded.is_more)

    @property
    def minutes(self) -> int:
        """How long reading all that is shown takes."""
        return max(1, round(len(self.rows) * SECONDS_A_ROW / 60))

    @property
    def hidden(self) -> int:
        """How many there are to read besides those shown."""
        return max(0, self.to_read - len(self.rows) + len(self.passed))

    @property
    def more(self) -> str:
        """How many those are, in words: "130", "130+"; "" for none."""
        if not self.hidden and not self.is_more:
            return ""
        return f"{self.hidden:,}{'+' if self.is_more else ''}"

    @property
    def rows(self) -> tuple[FeedRow, ...]:
        """All that are shown unfolded."""
        return tuple(row for group in self.groups for row in group.rows)


def feed_lines(reader: User, *, now_us: int) -> list[FeedLine]:
    """Every feed to choose from, and how much there is to read: what is unread or came back."""
    looked = looks(every_feed(), reader, now_us=now_us)
    back = returned(looked)
    return [_line(each, len(back[each.feed.key])) for each in looked]


def _line(look: Look, came_back: int) -> FeedLine:
    kinds = unread_kinds(look)
    count, link_drops = kinds.total(), kinds[PostKind.LINK_DROP]
    return FeedLine(
        key=look.feed.key,
        title=look.feed.title,
        to_read=count - link_drops + came_back,
        link_drops=link_drops,
        is_more=count == COUNTED,
        looked_us=look.place.looked_us if look.place else None,
    )


def feed_page(
    key: str,
    reader: User,
    *,
    now_us: int,
    at_us: int | None = None,
    only: str = "",
    is_by_person: bool | None = None,
) -> FeedPage | None:
    """What somebody has not read of a feed; None where there is no such.

    `at_us` is when they opened it: what they passed since is still here. `only` is the key of the
    one group they want to see. `is_by_person` says how they want it this once.
    """
    found = feed(key)
    if found is None:
        return None
    (looked,) = looks([found], reader, now_us=now_us, at_us=at_us)
    if is_by_person is None:
        is_by_person = bool(looked.place and looked.place.is_by_person)
    return _page(looked, only=only, is_by_person=is_by_person)


def _page(looked: Look, *, only: str, is_by_person: bool) -> FeedPage:
    posts, cut = _posts(looked)
    drafts, folded = _arranged(posts, looked, only=only, is_by_person=is_by_person)
    shown = _shown(drafts, is_by_person=is_by_person)
    lines = folded.posts[:_FOLDED_ROWS]
    every = [each for those in (*shown, lines) for each in those]
    told = rows_for(every, now_us=looked.now_us, but=looked.hushed, with_kinds=is_by_person)
    rows = {each.id: each for each in told}
    groups = [
        _group(draft, those, rows, looked.feed, cut)
        for draft, those in zip(drafts, shown, strict=True)
    ]
    passed = _passed(looked, [each.post_id for those in shown for each in those])
    newest: int | None = Post.objects.aggregate(newest=Max("pk"))["newest"]
    return FeedPage(
        key=looked.feed.key,
        title=looked.feed.title,
        is_list=looked.feed.is_list,
        groups=tuple(group for group in groups if group.rows),
        folded=_group(folded, lines, rows, looked.feed, cut) if lines else None,
        to_read=sum(len(draft.posts) for draft in drafts) - len(passed),
        is_more=bool(cut - FOLDED),
        is_only=bool(only),
        looked_us=looked.place.looked_us if looked.place else None,
        up_to_id=newest or 0,
        was_up_to_id=looked.up_to_id,
        at_us=looked.at_us,
        sort=looked.sort,
        is_by_person=is_by_person,
        place_id=_stopped(looked, rows),
        passed=passed,
    )


def _arranged(
    posts: Sequence[Unread], looked: Look, *, only: str, is_by_person: bool
) -> tuple[list[Together], Together]:
    """The groups in the order to read them, and what is folded below them."""
    if only:
        alone = _together(posts, looked, is_by_person=False)
        return [each for each in alone if each.key == only], _folded([])
    drops = [each for each in posts if group_of(each) in FOLDED]
    talk = [each for each in posts if group_of(each) not in FOLDED]
    return _together(talk, looked, is_by_person=is_by_person), _folded(drops)


def _folded(drops: Sequence[Unread]) -> Together:
    return Together(
        key=PostKind.LINK_DROP,
        title=TITLES[PostKind.LINK_DROP],
        posts=in_order(drops, Sort.NEWEST),
    )


def _posts(looked: Look) -> tuple[list[Unread], frozenset[str]]:
    """What is unread and what came back, and the kinds of which there is more."""
    back = returned([looked])[looked.feed.key]
    found, cut = unread(looked)
    again = {each.post_id for each in back}
    posts = [*back, *(each for each in found if each.post_id not in again)]
    weigh(posts, looked.now_us)
    return posts, cut


def _together(talk: Sequence[Unread], looked: Look, *, is_by_person: bool) -> list[Together]:
    if is_by_person:
        return by_author(talk, looked.sort)
    if looked.feed.key == QUESTIONS:
        return by_nearness(talk, looked.sort)
    return by_kind(talk, looked.sort)


def _shown(drafts: Sequence[Together], *, is_by_person: bool) -> list[list[Unread]]:
    """What of each group is shown: no more all together than a person reads in a sitting."""
    least = _OF_ONE_PERSON if is_by_person else LEAST_ROWS
    counts = [min(len(each.posts), least) if is_by_person else len(each.posts) for each in drafts]
    wanted = rows_of(counts, least=least)
    return [list(each.posts[:count]) for each, count in zip(drafts, wanted, strict=True)]


def _group(
    draft: Together,
    posts: Sequence[Unread],
    rows: dict[int, FeedRow],
    shown_in: Feed,
    cut: Collection[str],
) -> FeedGroup:
    found = tuple(rows[each.post_id] for each in posts if each.post_id in rows)
    return FeedGroup(
        key=draft.key,
        title=draft.title or (found[0].person.name if found else ""),
        rows=found,
        total=len(draft.posts),
        is_more=draft.key in cut,
        on_list=draft.on_list or (shown_in.key if shown_in.is_list else ""),
    )


def _stopped(looked: Look, shown: Collection[int]) -> int | None:
    """Where they stopped; in the look that they are at they know."""
    is_new = looked.at_us == looked.now_us
    place = looked.place
    return place.post_id if is_new and place and place.post_id in shown else None


def _passed(looked: Look, shown: Collection[int]) -> frozenset[int]:
    """What of it they have seen since they opened it."""
    if looked.at_us == looked.now_us:
        return frozenset()
    seen = SeenPost.objects.filter(
        reader=looked.reader, post_id__in=list(shown), seen_us__gt=looked.at_us
    )
    return frozenset(seen.values_list("post_id", flat=True))
