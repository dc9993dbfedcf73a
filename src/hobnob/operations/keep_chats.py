"""Make a chat, change it, end it; read its hashtag where a network lets us."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from hobnob.domain.chats import read_minutes, zone
from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.posts import hashtags
from hobnob.operations.choose_hashtags import add_hashtag
from hobnob.operations.curate import AlreadySo, Curator
from hobnob.operations.decide import append_decision, take_effect
from hobnob.operations.free_key import free_key
from hobnob.storage import bulk, models
from hobnob.storage.queries.chats.only import SECTION
from hobnob.storage.queries.chats.reading import connections_reading, sees_hashtags
from hobnob.storage.queries.decisions import in_force

LONGEST_ABOUT, LONGEST_TAG = 200, 100

_RESERVED = frozenset({"new", "only", "calendar"})
"""Keys that would lead to another page than the chat's."""


class NoSuchChat(HobnobError):
    """No chat has that key."""


class NotAChat(HobnobError):
    """It cannot be a chat as it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What somebody says of a chat."""

    tag: str
    """As it is typed: "#NpTech"."""
    weekday: int
    minute: int
    time_zone: str
    minutes: int = 60
    about: str = ""


def find_chat(key: str) -> models.Chat:
    """The chat of that key, or of that hashtag where only one has it. Raises NoSuchChat."""
    word = key.strip().removeprefix("#").lower()
    by_key = models.Chat.objects.filter(key=word).first()
    found = [by_key] if by_key else list(models.Chat.objects.filter(tag=word)[:2])
    if len(found) != 1:
        raise NoSuchChat(f"There is no chat “{key}”: `hobnob chats` shows which there are.")
    return found[0]


@transaction.atomic
def make_chat(plan: Plan, *, now_us: int) -> models.Chat:
    """A chat, from the past on: its sessions are found in what is there. Its hashtag is read from
    the next sync on, where a network lets us. Raises NotAChat or NotAnHour.
    """
    chat = models.Chat(made_us=now_us)
    _fill(chat, plan)
    taken = _RESERVED.union(models.Chat.objects.values_list("key", flat=True))
    chat.key = free_key(chat.tag, taken, otherwise="chat")
    chat.save()
    read_its_hashtag(chat)
    return chat


@transaction.atomic
def edit_chat(key: str, plan: Plan) -> models.Chat:
    """Another hour or other words. Sessions are looked for at the new hour, past ones too."""
    chat = find_chat(key)
    _fill(chat, plan)
    chat.save()
    if chat.ended_us is None:
        read_its_hashtag(chat)
    return chat


@transaction.atomic
def end_chat(key: str, *, now_us: int) -> models.Chat:
    """No more sessions from now on; what happened stays.

    Its hashtag is read on, since it may be one that was chosen by hand; `is_read_for_nothing`.
    """
    chat = find_chat(key)
    if chat.ended_us is None:
        chat.ended_us = now_us
        chat.save(update_fields=["ended_us"])
    return chat


def is_read_for_nothing(chat: models.Chat) -> bool:
    """Whether a hashtag is read that no chat needs: somebody may want to end that too."""
    is_needed = models.Chat.objects.filter(tag=chat.tag, ended_us__isnull=True).exists()
    return not is_needed and bool(connections_reading(chat.tag))


@transaction.atomic
def resume_chat(key: str) -> models.Chat:
    """It goes on, as if it had never ended."""
    chat = find_chat(key)
    chat.ended_us = None
    chat.save(update_fields=["ended_us"])
    read_its_hashtag(chat)
    return chat


def read_its_hashtag(chat: models.Chat) -> int:
    """Read the hashtag from the next sync on, with every account that can. Says how many can."""
    able = [each.pk for each in _connected() if sees_hashtags(each)]
    for connection_id in able:
        add_hashtag(connection_id, chat.tag)
    return len(able)


def _connected() -> QuerySet[models.Connection]:
    return models.Connection.objects.filter(disconnected_us__isnull=True).order_by("pk")


@transaction.atomic
def keep_answer(chat: models.Chat, post_id: int, *, author: User, now_us: int) -> models.Post:
    """Star what somebody said: it becomes a note about them. Returns the post.

    Raises NotAChat where nobody tells who said it, or I did; AlreadySo where it is starred.
    """
    bulk.lock_log()
    post = models.Post.objects.select_related("author").filter(pk=post_id).first()
    if post is None or post.author is None or post.author.is_me:
        raise NotAChat("A note is about somebody: that post is nobody's, or your own.")
    person_id = post.author.person_id
    if in_force(person_id, {Verb.NOTE}, str(post_id)).exists():
        raise AlreadySo("That is kept as a note already: there is nothing to do.")
    curator = Curator(author=author, now_us=now_us)
    curator.note(person_id, f"“{post.text.strip()}” (in {chat.name})", post_id=post_id)
    return post


# ── Those who are in chats alone ─────────────────────────────────────────────


@transaction.atomic
def let_go(person_id: int, *, author: User, now_us: int) -> list[str]:
    """Take somebody off every list they are on, as one act. Returns the names of the lists."""
    bulk.lock_log()
    memberships = models.Membership.objects.filter(person_id=person_id, is_member=True)
    on = [each.list for each in memberships.select_related("list").order_by("list__position")]
    decisions: list[models.Decision] = []
    for verb, subject in [*((Verb.REMOVE, each.key) for each in on), (Verb.DONE, SECTION)]:
        decisions.append(
            append_decision(
                verb,
                author=author,
                now_us=now_us,
                person_id=person_id,
                subject=subject,
                why="only in chats" if verb is Verb.REMOVE else "",
                until_us=now_us if verb is Verb.DONE else None,
                act=decisions[0] if decisions else None,
            )
        )
    take_effect(decisions)
    return [each.name for each in on]


# ── What is typed ────────────────────────────────────────────────────────────


def _fill(chat: models.Chat, plan: Plan) -> None:
    word = plan.tag.strip().lstrip("#＃")
    tag = _hashtag(word)
    if len(plan.about) > LONGEST_ABOUT:
        raise NotAChat(f"What it is about takes at most {LONGEST_ABOUT} characters: shorten it.")
    chat.name, chat.tag = f"#{word}", tag
    chat.weekday, chat.minute = plan.weekday, plan.minute
    chat.time_zone = zone(plan.time_zone).key
    chat.minutes = read_minutes(plan.minutes)
    chat.about = plan.about.strip()
    same_hour = models.Chat.objects.filter(tag=tag, weekday=chat.weekday, minute=chat.minute)
    if same_hour.exclude(pk=chat.pk).exists():
        raise NotAChat(f"#{word} is there already at that hour: change that one.")


def _hashtag(word: str) -> str:
    tag = word.lower()
    if hashtags(f"#{word}") != (tag,) or len(tag) > LONGEST_TAG:
        raise NotAChat(f"“{word}” is no hashtag: write it as in #TuskTalk.")
    return tag
