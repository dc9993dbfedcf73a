"""Reads what an organisation knows of its supporters: tables of their systems, and vCards."""

from hobnob.importers.supporters.covering import covered
from hobnob.importers.supporters.export import Question, Reading, SupporterFile
from hobnob.importers.supporters.fields import COUPLES, GROUPS, Field, Meaning, meaning
from hobnob.importers.supporters.letters import ENCODINGS, TITLES, looks
from hobnob.importers.supporters.mapping import BadMapping, DateOrder, Mapping
from hobnob.importers.supporters.opening import is_supporter_file, open_supporters
from hobnob.importers.supporters.suggesting import Suggestion

__all__ = [
    "COUPLES",
    "ENCODINGS",
    "GROUPS",
    "TITLES",
    "BadMapping",
    "DateOrder",
    "Field",
    "Mapping",
    "Meaning",
    "Question",
    "Reading",
    "Suggestion",
    "SupporterFile",
    "covered",
    "is_supporter_file",
    "looks",
    "meaning",
    "open_supporters",
]
