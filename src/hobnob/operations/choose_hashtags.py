"""Choose the hashtags that are read with an account of mine."""

import re

from hobnob.domain.errors import HobnobError
from hobnob.domain.networks import Stream
from hobnob.storage import models

_TAG = re.compile(r"(?!\d+$)\w{1,100}")


class NoHashtag(HobnobError):
    """That can be no hashtag, or nobody reads it."""


def add_hashtag(connection_id: int, text: str) -> str:
    """Read a hashtag from the next sync on. Says which, without its #. Raises NoHashtag."""
    tag = _plain(text)
    if not _TAG.fullmatch(tag):
        raise NoHashtag(f"“{text}” is no hashtag: write it as in #TuskTalk.")
    models.Hashtag.objects.get_or_create(connection_id=connection_id, tag=tag)
    return tag


def drop_hashtag(connection_id: int, text: str) -> str:
    """Read a hashtag no longer; what was read stays. Raises NoHashtag where nobody read it."""
    tag = _plain(text)
    dropped, _ = models.Hashtag.objects.filter(connection_id=connection_id, tag=tag).delete()
    if not dropped:
        raise NoHashtag(f"#{tag} is not read: `hobnob sources` shows which hashtags are.")
    states = models.StreamState.objects.filter(
        connection_id=connection_id, stream=Stream.HASHTAG, of=tag
    )
    states.update(error="", is_allowed=False)
    return tag


def _plain(text: str) -> str:
    return text.strip().removeprefix("#").lower()
