"""Posts by what people type for them: an address out of the browser, or who wrote them."""

import re

from django.db.models import F, Q

from hobnob.domain.interactions import TALK, Direction
from hobnob.domain.people import Network
from hobnob.storage.models import Interaction, Post

_ON_X = re.compile(r"https://(?:x|twitter)\.com/[^/]+(?:/web)?/status/([0-9]{1,20})")
_ON_BLUESKY = re.compile(r"https://bsky\.app/profile/([^/]+)/post/([a-z0-9]+)")


def post_at(address: str) -> int | None:
    """The post at an address, as the browser or the network says it; None where none is known."""
    wanted = Q(url=address) | Q(native_id=address)
    if found := _ON_X.match(address):
        wanted |= Q(network=Network.X, native_id=found[1])
    if found := _ON_BLUESKY.match(address):
        who, key = found[1], found[2]
        by = Q(author__native_id=who) | Q(author__handle_key=who.lower())
        wanted |= by & Q(network=Network.BLUESKY, native_id__endswith=f"/app.bsky.feed.post/{key}")
    return Post.objects.filter(wanted).order_by("pk").values_list("pk", flat=True).first()


def newest_words_to_me(person_id: int) -> int | None:
    """The last post in which somebody spoke to me; None where there is none."""
    spoken = Interaction.objects.filter(
        contact__person_id=person_id,
        direction=Direction.TOWARDS_ME,
        kind__in=TALK,
        post__isnull=False,
    )
    newest = spoken.order_by(F("at_us").desc(nulls_last=True), "-pk")
    return newest.values_list("post_id", flat=True).first()
