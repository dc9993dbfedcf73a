"""Base forms of words: "tigers" and "Tigern" are "tiger".

By the dictionaries that simplemma ships (https://github.com/adbar/simplemma, MIT), without any
network. They are read where they lie instead of as tables of their own: a word takes 50 µs instead
of 4, and seven languages 20 MB instead of 400.
"""

from collections.abc import Iterable, Mapping

from hobnob.domain.vocabulary.plain_words import PLAIN_EVERYWHERE, PLAIN_WORDS

Word = tuple[str, str]
"""A language ("" for none that anybody knows) and a word in small letters."""


def base_forms(words: Iterable[Word]) -> Mapping[Word, str]:
    """The base form of each word, in small letters: itself in languages hobnob has no words of."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    strategy = DefaultStrategy(low_memory=True)
    ask = Lemmatizer(cache_max_size=0, lemmatization_strategy=strategy).lemmatize
    found: dict[Word, str] = {}
    for language, word in words:
        form = ask(word, language).lower() if language in PLAIN_WORDS else word
        if language == "de" and not is_plain(form, language):
            # What people love are nouns, and its dictionary knows those by their capitals.
            form = ask(word.title(), language).lower()
        found[language, word] = form
    return found


def is_plain(word: str, language: str) -> bool:
    """Whether everybody says it, whatever they are interested in."""
    return word in PLAIN_WORDS.get(language, PLAIN_EVERYWHERE)


def likely_forms(word: str) -> tuple[str, ...]:
    """What a typed word may be the plural of, itself first; without any dictionary."""
    cut = [word.removesuffix(end) + new for end, new in _PLURALS if word.endswith(end)]
    return tuple(dict.fromkeys([word, *cut]))


_PLURALS = (("s", ""), ("es", ""), ("ies", "y"))


def is_plural(word: str, form: str) -> bool:
    """Whether a word is its base form and an "s" more, as things have it in four languages."""
    return word != form and form in likely_forms(word)
