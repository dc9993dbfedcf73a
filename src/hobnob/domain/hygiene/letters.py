"""How written text looks to a reader: letters of several scripts, and some digits, share a shape.

The pairs are those of Unicode's table of confusables (https://www.unicode.org/reports/tr39/) that
names are forged with; compatibility forms, such as mathematical letters, are folded by NFKC before.
"""

import re
import unicodedata

_LATIN_LOOK_ALIKES = str.maketrans(
    # Cyrillic, then Greek: the letter, and the Latin one it is taken for.
    "АВЕЅІЈКМНОРСТУХҮаеѕіјорсухԁһӏԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορυγϲ",
    "ABESIJKMHOPCTYXYaesijopcyxdhlqw" + "ABEZHIKMNOPTYXaeiknopuyc",
)
_ONE_STROKE = str.maketrans("0i1", "oll")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_FORGING = frozenset({"CYRILLIC", "GREEK"})


def readable(text: str) -> str:
    """The text as it is meant to be read: "𝐁𝐮𝐲 fоllowers", half Cyrillic, is "Buy followers".

    Only words that mix Latin with another script are made Latin: "Анна" stays as it is.
    """
    folded = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    if folded.isascii():
        return folded
    return _WORD.sub(lambda word: latin(word[0]) if mixes_scripts(word[0]) else word[0], folded)


def latin(word: str) -> str:
    """The word, Cyrillic and Greek letters that look like Latin ones replaced by those."""
    return word.translate(_LATIN_LOOK_ALIKES)


def mixes_scripts(word: str) -> bool:
    """Whether a word has Latin letters and Cyrillic or Greek ones."""
    if word.isascii():
        return False
    found = {unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
    return "LATIN" in found and not found.isdisjoint(_FORGING)


def spelt(name: str) -> str:
    """The letters and digits of a name, without accents, in lower case: "ana nunez"."""
    bare = unicodedata.normalize("NFKD", _INVISIBLE.sub("", unicodedata.normalize("NFKC", name)))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(kept.casefold()))


def shape(name: str) -> str:
    """What a name looks like at a glance: equal for "Ana_Lima", "ana.Iima" and "аna lima"."""
    folded = spelt(latin(unicodedata.normalize("NFKC", name))).replace(" ", "")
    return folded.translate(_ONE_STROKE).replace("rn", "m").replace("vv", "w")


def forges_letters(name: str, original: str) -> bool:
    """Whether a name is another's with letters of other scripts put in their place."""
    if any(map(mixes_scripts, _WORD.findall(original))):  # Then it is the forged one.
        return False
    return spelt(name) != spelt(original) and spelt(latin(name)) == spelt(latin(original))
