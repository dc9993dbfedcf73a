"""Letters and words of names, so that two spellings of the same are equal."""

import re
import unicodedata
from functools import lru_cache

_UNLIKE = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE"}
)
"""Letters that Unicode does not take apart into a letter and its mark."""

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """In lower case and without marks on letters: "Núñez" and "nunez" are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.translate(_UNLIKE))
    return "".join(each for each in apart if not unicodedata.combining(each)).lower()


def words(text: str) -> list[str]:
    """The words of a text, folded, without apostrophes: "o'brien" is "obrien"."""
    return [word.replace("'", "").replace("’", "") for word in _WORD.findall(fold(text))]
