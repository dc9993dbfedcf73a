"""Whether two records of files that share an e-mail address are one person's.

A household shares an address, and so do an office and a father with his son: the names decide.
"""

from hobnob.domain.matching import names
from hobnob.domain.matching.words import words
from hobnob.domain.supporters import Supporter


def are_one_person(one: Supporter, other: Supporter) -> bool:
    """Whether last names are the same, first names too or a short form, and nothing contradicts.

    An initial is not enough: "A. Ruiz" may be anybody of the house.
    """
    return (
        _share_last_name(one, other)
        and _share_first_name(one, other)
        and not _contradict(one, other)
    )


def _share_last_name(one: Supporter, other: Supporter) -> bool:
    if not (one.last and other.last):
        return False
    return names.last_names(one.last.value)[0] == names.last_names(other.last.value)[0] != ""


def _share_first_name(one: Supporter, other: Supporter) -> bool:
    ours, theirs = _first(one), _first(other)
    if min(len(ours), len(theirs)) < 2:
        return False
    return ours == theirs or ours in names.called(theirs) or theirs in names.called(ours)


def _first(supporter: Supporter) -> str:
    given = names.given_names(supporter.first.value) if supporter.first else []
    return given[0] if given else ""


def _contradict(one: Supporter, other: Supporter) -> bool:
    suffixes = [words(each.suffix.value) for each in (one, other) if each.suffix]
    if len(suffixes) == 2 and suffixes[0] != suffixes[1]:
        return True
    days = [(each.birthday.month, each.birthday.day) for each in (one, other) if each.birthday]
    years = [each.birthday.year for each in (one, other) if each.birthday and each.birthday.year]
    return len(set(days)) > 1 or len(set(years)) > 1
