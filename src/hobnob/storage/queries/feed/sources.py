"""Which feeds there are, and whose posts each of them shows."""

from dataclasses import dataclass

from django.db.models import QuerySet

from hobnob.domain.feed import HOME, QUESTIONS
from hobnob.domain.networks import Stream
from hobnob.domain.post_kinds import PostKind
from hobnob.storage.models import Account, List, Post
from hobnob.storage.queries.people.ties import whom_i


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Posts of some people: those on a list, those I follow, or whoever asks something."""

    key: str
    title: str
    authors: QuerySet[Account]
    posts: QuerySet[Post]
    """What those have posted, ever."""
    kinds: tuple[PostKind, ...] = tuple(PostKind)

    @property
    def is_list(self) -> bool:
        """Whether its people are on a list, which one can take them off."""
        return self.key not in (HOME, QUESTIONS)

    @property
    def is_of_one_kind(self) -> bool:
        """Whether its posts are found by what they are, whoever wrote them."""
        return len(self.kinds) == 1


def every_feed() -> list[Feed]:
    """Questions, the lists from the closest on, and home, which is last."""
    lists = List.objects.order_by("-stage", "position", "name")
    return [_questions(), *map(feed_of, lists), _home()]


def feed(key: str) -> Feed | None:
    """One feed; None where there is no such."""
    if key == QUESTIONS:
        return _questions()
    if key == HOME:
        return _home()
    found = List.objects.filter(key=key).first()
    return feed_of(found) if found else None


def on_lists() -> QuerySet[Account]:
    """The accounts of everybody on any list."""
    return Account.objects.filter(
        is_me=False,
        person__memberships__is_member=True,
        person__memberships__faded_us__isnull=True,
    )


def feed_of(each: List) -> Feed:
    """What the people of a list post."""
    person = {
        "memberships__list": each.pk,
        "memberships__is_member": True,
        "memberships__faded_us__isnull": True,
    }
    account = {"is_me": False, **{f"person__{field}": value for field, value in person.items()}}
    return Feed(
        key=each.key,
        title=each.name,
        authors=Account.objects.filter(**account),
        # Joined, a few posts are found without collecting all the authors first.
        posts=Post.objects.filter(
            **{f"author__{field}": value for field, value in account.items()}
        ),
    )


def _questions() -> Feed:
    authors = on_lists()
    return Feed(
        key=QUESTIONS,
        title="You could answer this",
        authors=authors,
        posts=_by(authors),
        kinds=(PostKind.QUESTION,),
    )


def _home() -> Feed:
    """Whom I follow, as far as it is known."""
    authors = whom_i(Stream.FOLLOWING)
    return Feed(key=HOME, title="Home", authors=authors, posts=_by(authors))


def _by(authors: QuerySet[Account]) -> QuerySet[Post]:
    return Post.objects.filter(author_id__in=authors.values("pk"))


def hushed() -> frozenset[int]:
    """Every account of whom I mute or block, whichever of theirs it was: no feed shows them."""
    people = whom_i(Stream.MUTES, Stream.BLOCKS).values("person_id")
    theirs = Account.objects.filter(person_id__in=people, is_me=False)
    return frozenset(theirs.values_list("pk", flat=True))
