"""How the organisation speaks: said anew, and the last word holds."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.gestures.draft import House
from hobnob.storage import bulk, models
from hobnob.storage.queries.gestures.manner import house

LONGEST_WORDS, LONGEST_AROUND = 1_000, 120
"""Characters: of what to mind, and of a greeting or a farewell."""


class NoManner(HobnobError):
    """What was written is no manner to speak in, or the one that holds."""


@transaction.atomic
def keep_manner(said: House, *, author: User, now_us: int) -> models.Manner:
    """Speak like this from now on; what was said before stays told. Raises NoManner."""
    bulk.lock_log()
    kept = House(
        words=said.words.replace("\r\n", "\n").strip(),
        greeting=" ".join(said.greeting.split()),
        farewell=" ".join(said.farewell.split()),
    )
    if kept == house():
        raise NoManner("That is how you speak already: there is nothing to change.")
    _refuse_long("what to mind", kept.words, LONGEST_WORDS)
    _refuse_long("the greeting", kept.greeting, LONGEST_AROUND)
    _refuse_long("the farewell", kept.farewell, LONGEST_AROUND)
    return models.Manner.objects.create(
        words=kept.words,
        greeting=kept.greeting,
        farewell=kept.farewell,
        author=author,
        made_us=now_us,
    )


def _refuse_long(what: str, words: str, most: int) -> None:
    if len(words) > most:
        raise NoManner(
            f"For {what} there is room for {most:,} characters, and that has {len(words):,}: "
            "shorten it."
        )
