"""Whom the owner of an archive has talked with, and whose posts they answered or passed on."""

from array import array
from random import Random


class Known:
    """Numbers of people met, and the posts of theirs that may be liked too.

    Compact on purpose: a byte a person and two integers a remembered post, so that an archive of
    any size is made in little memory.
    """

    def __init__(self, random: Random, *, met: int = 0) -> None:
        self._random = random
        self._named = bytearray(met)
        self.remember = 0.0
        """How likely a post is kept among those that may be liked."""
        self._serial = 0
        self.statuses = array("q")
        """Ids of posts whose author the tweets give away, newest first."""
        self.texts: dict[int, str] = {}
        """What a retweeted post said in full, by its id."""

    def meet(self) -> int:
        """The number of somebody new."""
        self._named.append(0)
        return len(self._named) - 1

    def friend(self) -> int:
        """The number of somebody met before; those met first come up most."""
        if not self._named:
            return self.meet()
        return int(len(self._named) * self._random.random() ** 1.6)

    def name(self, person: int) -> None:
        """A tweet names the person with id and handle."""
        self._named[person] = 1

    def wrote(self, status: int, text: str = "") -> None:
        """The tweets say who wrote this post; some such posts are liked as well."""
        if self._random.random() < self.remember:
            self.statuses.append(status)
            if text:
                self.texts[status] = text

    def next_serial(self) -> int:
        """1, 2, 3 ...: makes what is retweeted unlike anything else."""
        self._serial += 1
        return self._serial

    @property
    def met(self) -> int:
        """How many people were talked with, to or about."""
        return len(self._named)

    @property
    def named(self) -> int:
        """How many of them a reader learns both id and handle of."""
        return sum(self._named)
