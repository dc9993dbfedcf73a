"""The first day: what to do first, said by every page that has nothing to show yet."""

from enum import StrEnum


class Beginning(StrEnum):
    """What a page can have nothing to show for, besides that nothing is to be done."""

    EMPTY = "empty"
    """Nothing came in yet."""
    UNHEARD = "unheard"
    """Something did, and what others say comes with a network."""


BECAUSE = {
    Beginning.EMPTY: "Nothing yet.",
    Beginning.UNHEARD: "Nothing yet: an archive holds only your side.",
}
TO_DO = {
    Beginning.EMPTY: "Bring in your archive, or connect a network.",
    Beginning.UNHEARD: "Connect X, Bluesky or Mastodon to hear the others.",
}
NOBODY_WAITS = "Nobody can wait for you yet: an archive holds only your side."
"""What Today says of an archive alone, and then what to do."""
