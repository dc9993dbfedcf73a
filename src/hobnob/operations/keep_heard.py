"""Keep a birthday that somebody told in a post: with a yes, and with the post that says so."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.facts import FactKind, shown_fact
from hobnob.domain.listening import birthday_on, says_birthday
from hobnob.domain.moments import from_us
from hobnob.operations.decide import append_decision
from hobnob.operations.tell import tell
from hobnob.storage.models import Post
from hobnob.storage.queries.people.facts import told_by_hand


class NothingHeard(HobnobError):
    """The post is not theirs, or says nothing of the kind."""


@transaction.atomic
def keep_birthday(person_id: int, post_id: int, *, author: User, now_us: int) -> str:
    """Keep the day of the post as their birthday, and its words as a note. Returns "8 May".

    Both are one act: undone together. Raises NothingHeard, and NothingTold where it is known.
    """
    post = Post.objects.filter(pk=post_id, author__person_id=person_id).first()
    if post is None or post.at_us is None or not says_birthday(post.text):
        raise NothingHeard(
            "That post of theirs tells no birthday, or is gone: tell the day by hand on their page."
        )
    value = tell(
        person_id, FactKind.BIRTHDAY, birthday_on(post.at_us), author=author, now_us=now_us
    )
    append_decision(
        Verb.NOTE,
        author=author,
        now_us=now_us,
        person_id=person_id,
        subject=str(post_id),
        why=f"“{post.text.strip()}”, {from_us(post.at_us):%-d %B %Y}",
        act=told_by_hand(person_id, reader_id=author.pk)[FactKind.BIRTHDAY],
    )
    return shown_fact(FactKind.BIRTHDAY, value)
