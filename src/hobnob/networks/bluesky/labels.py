"""What moderation, or people themselves, put on accounts and posts.

https://docs.bsky.app/docs/advanced-guides/moderation#labels
"""

from collections.abc import Iterator

from hobnob.networks.fields import Record, each, part, words

SUSPENDED = {"val": "!suspend"}
"""The label of an account that is closed by those who run the network."""
_HIDDEN = frozenset({"!takedown", "!suspend", "!hide"})
_WARNS = "!warn"
_SENSITIVE = frozenset({"porn", "sexual", "nudity", "graphic-media", "gore", _WARNS})


def is_left_out(view: Record) -> bool:
    """Whether a profile or a post was taken down, or is not to be shown at all."""
    return not _HIDDEN.isdisjoint(_values(view, "labels"))


def labels_of(view: Record) -> tuple[str, ...]:
    """The labels of a profile or a post, each once: "porn", "spam", "bot".

    Those that begin with "!" tell apps what to do: of these only a warning says something.
    """
    return tuple(dict.fromkeys(filter(_says_something, _values(view, "labels"))))


def warnings_of(value: Record, view: Record) -> tuple[str, ...]:
    """The labels of a post: its author's own, those it was given, and what its author is known for.

    An account that is labelled as pornography need not say so at each of its pictures.
    """
    own = filter(_says_something, _values(part(value, "labels"), "values"))
    known_for = (each for each in labels_of(part(view, "author")) if each in _SENSITIVE)
    return tuple(dict.fromkeys((*own, *labels_of(view), *known_for)))


def is_sensitive(warnings: tuple[str, ...]) -> bool:
    """Whether a post with these labels is to be shown only when asked for."""
    return not _SENSITIVE.isdisjoint(warnings)


def _says_something(label: str) -> bool:
    return label == _WARNS or not label.startswith("!")


def _values(source: Record, key: str) -> Iterator[str]:
    """The labels in a list that stand: one may take back another by the same name."""
    return (
        value
        for label in each(source, key)
        if (value := words(label, "val")) and label.get("neg") is not True
    )
