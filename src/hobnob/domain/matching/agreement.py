"""Whether two names can be one person's: what stands beside every proof, so that a couple, a
family's website and an employer's do not make two people one.
"""

from functools import lru_cache

from hobnob.domain.matching import names
from hobnob.domain.matching.rarity import is_first_name


def agree(one: str, other: str) -> bool:
    """Whether two names share a last name and a first name or a form of it: Bob and Robert.

    Of two last names one is enough, and the first name of one of them is among the given names of
    the other: "Ana Belén Ríos Campos" and "Ana Ríos". A forged name is like nobody's.
    """
    if names.mixes_alphabets(one) or names.mixes_alphabets(other):
        return False
    ours, theirs = names.shown_words(one), names.shown_words(other)
    if len(ours) < 2 or len(theirs) < 2:
        return False
    return _share_last(ours, theirs) and _share_first(ours, theirs)


def contradict(one: str, other: str) -> bool:
    """Whether both are people's names, and no first name of theirs is another form of the other's.

    "Tiger Lady" is nobody's name and contradicts nothing, nor does a name of one word.
    """
    ours, theirs = names.shown_words(one), names.shown_words(other)
    if not (_is_whole(ours) and _is_whole(theirs)):
        return False
    if {word[0] for word in ours if len(word) == 1} & {word[0] for word in theirs}:
        return False
    if {word[0] for word in theirs if len(word) == 1} & {word[0] for word in ours}:
        return False
    return _given(ours).isdisjoint(_given(theirs))


def _is_whole(name: tuple[str, ...]) -> bool:
    return len(name) > 1 and any(map(is_first_name, _ways(name[0])))


def _share_last(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The last of one is a last name of the other: a second one may stand before or behind it."""
    return not (_last(one).isdisjoint(_lasts(other)) and _lasts(one).isdisjoint(_last(other)))


def _share_first(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The first word of one, so that two of a family with the same middle name are two."""
    return not (_first(one).isdisjoint(_given(other)) and _given(one).isdisjoint(_first(other)))


def _last(name: tuple[str, ...]) -> frozenset[str]:
    """The last word, whole and by its halves; and with what stands before it as one: "devries"."""
    return _ways(name[-1]) | {names.last_in_one_word(name)}


@lru_cache(maxsize=50_000)
def _lasts(name: tuple[str, ...]) -> frozenset[str]:
    """The same, and words in the middle that are no given names: "rios" of "Ana Ríos Campos"."""
    return _last(name).union(*(_ways(word) for word in _middle(name) if not is_first_name(word)))


def _first(name: tuple[str, ...]) -> frozenset[str]:
    """What the first word may be called, alone or with the next: "mei", "meiling"."""
    ways = _ways(name[0]) | ({name[0] + name[1]} if len(name) > 2 else set())
    return frozenset(form for way in ways for form in names.called(way))


@lru_cache(maxsize=50_000)
def _given(name: tuple[str, ...]) -> frozenset[str]:
    middle = (way for word in _middle(name) if is_first_name(word) for way in _ways(word))
    return _first(name).union(form for way in middle for form in names.called(way))


def _middle(name: tuple[str, ...]) -> list[str]:
    return [word for word in name[1:-1] if word not in names.PARTICLES]


def _ways(word: str) -> frozenset[str]:
    """A word with a hyphen in one, and its halves: "meiling", "mei", "ling"."""
    return frozenset({word.replace("-", "")}) | names.pieces(word)
