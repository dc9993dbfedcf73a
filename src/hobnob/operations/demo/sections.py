"""Reads the plain text files beside this module: [titles] with one entry on each line below."""

from collections import defaultdict
from importlib.resources import files


def read_text(name: str) -> str:
    """The whole of one text file of this package, for example "phrases/en.txt"."""
    return (files(__package__) / name).read_text(encoding="utf-8")


def read_sections(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of each section by its title, without blank ones and those that begin with #."""
    sections: defaultdict[str, list[str]] = defaultdict(list)
    title = ""
    for line in map(str.strip, read_text(name).splitlines()):
        if line.startswith("["):
            title = line.strip("[]")
        elif line and not line.startswith("#"):
            sections[title].append(line)
    return {title: tuple(lines) for title, lines in sections.items()}
