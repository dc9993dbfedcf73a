"""Reads what an organisation knows of its supporters: tables of their systems, and vCards."""

from hobnob.importers.supporters.export import Question, Reading, SupporterFile
from hobnob.importers.supporters.fields import Field, Meaning
from hobnob.importers.supporters.letters import ENCODINGS
from hobnob.importers.supporters.mapping import BadMapping, DateOrder, Mapping
from hobnob.importers.supporters.opening import is_supporter_file, open_supporters
from hobnob.importers.supporters.suggesting import Suggestion

__all__ = [
    "ENCODINGS",
    "BadMapping",
    "DateOrder",
    "Field",
    "Mapping",
    "Meaning",
    "Question",
    "Reading",
    "Suggestion",
    "SupporterFile",
    "is_supporter_file",
    "open_supporters",
]
