"""What a post carries besides its words, as a column of JSON: nothing that is empty."""

import json
from collections.abc import Mapping
from typing import Any

from hobnob.domain.posts import NOTHING_ATTACHED, Attached, Link, Media, MediaKind

EMPTY = "{}"


def dump(attached: Attached) -> str:
    """The JSON of it: {"links": [[url, title, is card]], "media": [[kind, alt]], ...}."""
    return EMPTY if attached == NOTHING_ATTACHED else json.dumps(_told(attached))


def load(column: Mapping[str, Any]) -> Attached:
    """What a column says."""
    if not column:
        return NOTHING_ATTACHED
    return Attached(
        links=tuple(
            Link(url=url, title=title, is_card=bool(is_card))
            for url, title, is_card in column.get("links", ())
        ),
        media=tuple(Media(kind=MediaKind(kind), alt=alt) for kind, alt in column.get("media", ())),
        has_poll=column.get("poll", False),
        quotes=column.get("quotes", ""),
        reposts=column.get("reposts", ""),
        names=column.get("names", 0),
        labels=tuple(column.get("labels", ())),
    )


def _told(attached: Attached) -> dict[str, object]:
    told = {
        "links": [[each.url, each.title, int(each.is_card)] for each in attached.links],
        "media": [[each.kind, each.alt] for each in attached.media],
        "poll": attached.has_poll,
        "quotes": attached.quotes,
        "reposts": attached.reposts,
        "names": attached.names,
        "labels": attached.labels,
    }
    return {name: value for name, value in told.items() if value}
