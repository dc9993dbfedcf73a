"""Our own sentences as those read them to whom we hand them: "you" turns into "we" and "us".

Only for words of ours. Names that people chose, of lists or of themselves, stay as they are.
"""

import re

_OBJECT = re.compile(r"\b(shared|about|around|because of|for|from|of|to|with) you\b")
"""After these words it is the one to whom something is done."""


def in_our_voice(words: str) -> str:
    """ "12 people shared us once", of "12 people shared you once"."""
    said = _OBJECT.sub(r"\1 us", words)
    for theirs, ours in _SUBJECT:
        said = re.sub(rf"\b{theirs}\b", ours, said)
    return said


_SUBJECT = (("You", "We"), ("you", "we"), ("Your", "Our"), ("your", "our"))
