"""What is to be a link in a text: addresses, hashtags, and people by their DIDs.

The SDK finds them; a name that stands for nobody stays mere text.
https://docs.bsky.app/docs/advanced-guides/post-richtext
"""

from hobnob.networks.base import Json, NetworkRefused
from hobnob.networks.bluesky.client import Client
from hobnob.networks.bluesky.uris import is_did
from hobnob.networks.fields import words


def facets_of(text: str, client: Client) -> list[Json]:
    """The marks of a text, by their places in bytes. Asks whom each name stands for."""
    # The SDK takes a second to load, so only who writes loads it.
    from atproto_client.utils import (
        facet_detection,
    )

    facets: list[Json] = [
        facet.model_dump(mode="json", by_alias=True, exclude_none=True)
        for facet in facet_detection.detect_facets(text)
    ]
    dids: dict[str, str] = {}
    for mention in facet_detection.detect_mentions(text):
        handle = mention.handle.lower()
        did = dids.setdefault(handle, dids.get(handle) or _who(handle, client))
        if did:
            facets.append(_mention(did, mention.byte_start, mention.byte_end))
    return facets


def _who(handle: str, client: Client) -> str:
    try:
        answer = client.ask("com.atproto.identity.resolveHandle", handle=handle)
    except NetworkRefused:
        return ""
    did = words(answer, "did")
    return did if is_did(did) else ""


def _mention(did: str, start: int, end: int) -> Json:
    return {
        "index": {"byteStart": start, "byteEnd": end},
        "features": [{"$type": "app.bsky.richtext.facet#mention", "did": did}],
    }
