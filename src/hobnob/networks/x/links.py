"""Where the short links lead that X puts in the place of every link: "https://t.co/abc".

https://docs.x.com/x-api/fundamentals/data-dictionary#entities-object
"""

from hobnob.networks.fields import Record
from hobnob.networks.x.fields import words

_WEB = ("https://", "http://")


def leads_to(link: Record) -> str:
    """The page behind a link, past other shorteners as far as X followed them; "" if untold."""
    told = (words(link, name) for name in ("unwound_url", "expanded_url"))
    return next((url for url in told if url.startswith(_WEB)), "")
