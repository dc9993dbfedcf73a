"""Gestures as they are offered: with the person, where their post is, and a beginning of words."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from hobnob.domain.closeness import contact_probability
from hobnob.domain.gestures.draft import Beginning, beginning
from hobnob.domain.gestures.gesture import Gesture
from hobnob.domain.gestures.look import GESTURES
from hobnob.domain.gestures.pictures import Picture, Search, free_pictures
from hobnob.domain.posts import web_url
from hobnob.storage.models import Post, Profile
from hobnob.storage.queries.gestures.around import Known
from hobnob.storage.queries.gestures.manner import house
from hobnob.storage.queries.gestures.spent import words_of_today
from hobnob.storage.queries.people.lines import PersonLine

_PICTURES = 4
"""So many of my own to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Person · what happened · why it is offered · one act, with a beginning for the words."""

    person: PersonLine
    gesture: Gesture
    title: str
    """ "Thank for a repost"."""
    draft: Beginning
    """Words to begin with."""
    url: str
    """Their post, or else their page; "" where nobody knows one."""
    answers: int | None
    """The post of theirs that the words answer; None where they answer none."""
    manner: str = ""
    """How to talk to them, as somebody said; "" where nobody did."""
    searches: tuple[Search, ...] = ()
    """Where to look for a picture that may be used."""
    pictures: tuple[Picture, ...] = ()
    """My own that fit and that they never got."""

    @property
    def is_repost(self) -> bool:
        """Whether it is done by handing their post on."""
        return GESTURES[self.gesture.kind].is_repost

    @property
    def is_question(self) -> bool:
        """Whether it answers what they asked."""
        return GESTURES[self.gesture.kind].is_answer

    @property
    def is_thanks(self) -> bool:
        """Whether it thanks them."""
        return GESTURES[self.gesture.kind].is_thanks


def offers(found: Iterable[Gesture], known: Known, now_us: int) -> Iterator[Offer]:
    """What is shown of each, no two beginning with the same words."""
    chosen = list(found)
    posts = Post.objects.select_related("author").in_bulk(
        {each.post_id for each in chosen if each.post_id is not None}
    )
    used, manner = words_of_today(now_us), house()
    for each in chosen:
        line, post = known.lines[each.person_id], posts.get(each.post_id or 0)
        draft = beginning(each, known.around[each.person_id], house=manner, used=used)
        used += [draft.letter, draft.in_public]
        is_theirs = post is not None and _author(post) == each.person_id
        yield Offer(
            person=line,
            gesture=each,
            title=GESTURES[each.kind].title,
            draft=draft,
            url=(web_url(post.network, post.native_id, post.url) if post else "") or line.url,
            answers=each.post_id if is_theirs else None,
            manner=known.around[each.person_id].manner,
            searches=free_pictures(each.topic) if each.wants_picture else (),
            pictures=known.around[each.person_id].fresh_pictures(each.topic)[:_PICTURES]
            if each.wants_picture
            else (),
        )


def best_first(
    found: Collection[Gesture], known: Known, now_us: int
) -> Callable[[Gesture], tuple[float, ...]]:
    """Sorts gestures of one kind: what is due and best shown first, and then those near.

    Where a repost would help, it helps the smaller voice most. No page says how large one is.
    """
    voices = _voices({each.person_id for each in found if GESTURES[each.kind].is_repost})

    def order(each: Gesture) -> tuple[float, ...]:
        nearness = contact_probability(known.around[each.person_id].state, now_us)
        voice = voices.get(each.person_id, 0)
        return (-each.urgency, -each.evidence, voice, -nearness, each.person_id)

    return order


def _voices(person_ids: Collection[int]) -> dict[int, int]:
    profiles = Profile.objects.filter(account__person_id__in=list(person_ids))
    loud: dict[int, int] = {}
    for person_id, followers in profiles.values_list("account__person_id", "followers"):
        loud[person_id] = max(loud.get(person_id, 0), followers or 0)
    return loud


def _author(post: Post) -> int | None:
    return post.author.person_id if post.author else None
