"""What is compared about a record (left) and an account (right), level by level.

A display name and a handle are the same information twice: each pair of their levels is a cell with
a weight of its own. What one side does not say is no evidence, Splink's null level. The columns
are those of `domain.matching.columns`; conditions are equality, common members and an edit
distance, which all engines of Splink agree on.
"""

from typing import NamedTuple


class Level(NamedTuple):
    """One answer that a comparison can give."""

    name: str
    condition: str
    """SQL over the columns of both sides."""


def _common(left: str, right: str) -> str:
    return f'list_has_any("{left}_l", "{right}_r")'


def _open(name: str) -> str:
    """Both have something of it in common, or one does not say."""
    return f'(len("{name}_l") = 0 OR len("{name}_r") = 0 OR {_common(name, name)})'


NO_EVIDENCE = "no evidence"

_NAMELESS = Level(NO_EVIDENCE, 'len("parts_l") = 0')
"""A record of nobody by name: an address, say."""
_LAST = _common("parts", "parts")
_FIRST = _common("firsts", "firsts")

NAMES = (
    _NAMELESS,
    Level("full", f"{_LAST} AND {_common('given', 'firsts')}"),
    Level("called", f"{_LAST} AND {_FIRST}"),
    Level("initial", f"{_LAST} AND {_common('initials', 'initials')}"),
    Level("begins alike", f"{_LAST} AND {_common('beginnings', 'beginnings')}"),
    Level("last alone", _common("parts", "joined")),
    Level("first unknown", f'{_LAST} AND len("firsts_l") = 0'),
    Level("same letter", f"{_LAST} AND {_common('initials', 'letter')}"),
    Level("other first", _LAST),
    Level(
        "almost",
        f'{_FIRST} AND length("last_l") > 4 AND levenshtein("last_l", "last_r") <= 1',
    ),
    Level("first alone", f'{_FIRST} AND len("firsts_r") = 1'),
    Level("other last", _FIRST),
    Level("no name", 'len("firsts_r") = 0'),
    Level("other", "TRUE"),
)
"""What a display name shows of a record's name."""

_LAST_WITHIN = 'length("last_l") > 4 AND contains("handle_r", "last_l")'
_FIRST_WITHIN = 'length("first_l") > 3 AND contains("handle_r", "first_l")'

HANDLES = (
    _NAMELESS,
    Level("full", _common("handles", "handles")),
    Level("both within", f"{_LAST_WITHIN} AND {_FIRST_WITHIN}"),
    Level("short", _common("short_handles", "handles")),
    Level("last", _common("parts", "handles")),
    Level("last within", _LAST_WITHIN),
    Level("first within", _FIRST_WITHIN),
    Level("neither", "TRUE"),
)
"""What a handle shows of it."""

CELL = "{} / {}"
"""A level of a name with one of a handle: "full / short"."""
FITTING_NAMES = frozenset({"full", "called"})
FITTING_HANDLES = frozenset({"full", "both within", "short", "last", "last within"})
"""Levels of those who fit so well by name and handle that most true pairs are among them."""

PLACES = (
    Level(
        "city",
        f"{_common('cities', 'cities')} AND {_open('regions')} AND {_open('countries')}",
    ),
    Level("region", _common("regions", "regions")),
    Level("region in bio", _common("regions", "bio_regions")),
    Level(
        "elsewhere",
        '(len("regions_l") > 0 AND len("elsewhere_r") > 0) OR (len("countries_l") > 0 '
        f'AND len("countries_r") > 0 AND NOT {_common("countries", "countries")})',
    ),
    Level("elsewhere in bio", 'len("regions_l") > 0 AND len("bio_elsewhere_r") > 0'),
    Level(NO_EVIDENCE, "TRUE"),
)

SAME_PLACES = frozenset({"city", "region", "region in bio"})

SITES = (
    Level("same", _common("hosts", "hosts")),
    Level("another", 'len("hosts_l") > 0 AND len("hosts_r") > 0'),
    Level(NO_EVIDENCE, "TRUE"),
)

COMPARISONS = {"name": NAMES, "handle": HANDLES, "place": PLACES, "site": SITES}
"""What Splink compares. Exactly one level holds, the first whose condition does."""
