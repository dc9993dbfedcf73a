"""How sure it is that an account is a supporter's, said in words before numbers."""

ALMOST_CERTAIN = 0.95
LIKELY = 0.7
POSSIBLE = 0.05
"""Who is less likely somebody's is not proposed."""
BEYOND_DOUBT = 0.98
"""From here on a yes may be said to several at once."""
PROVEN = 1.0
"""Stands in place of a probability where something proves it."""

_MOST_SAID = 99
"""A model is never quite certain: more in a hundred is not said."""


def chance(probability: float, *, is_proven: bool = False) -> str:
    """A probability (0-1) in words: "almost certainly", "likely", "maybe"; or that it is proven."""
    if is_proven:
        return "proven"
    if probability >= ALMOST_CERTAIN:
        return "almost certainly"
    return "likely" if probability >= LIKELY else "maybe"


def in_a_hundred(probability: float) -> int:
    """A probability (0-1) as so many in a hundred, never none and never all."""
    return min(max(round(probability * 100), 1), _MOST_SAID)


def chance_sentence(probability: float, *, is_proven: bool = False) -> str:
    """Words, then the number: "almost certainly, 97 in 100"."""
    said = chance(probability, is_proven=is_proven)
    return said if is_proven else f"{said}, {in_a_hundred(probability)} in 100"
