"""Columns that are never read: what somebody believes, suffers, earns or is in no file of ours.

Diets are among them because they tell of health and religion.
"""

import re

from hobnob.domain.matching.words import fold
from hobnob.domain.sensitive.categories import Sensitive

_NEVER = {
    Sensitive.RELIGION: r"religio\w*|faith|denomination|confession|konfession|kirche",
    Sensitive.ETHNICITY: r"ethnic\w*|race|racial|ethnie|origin ethnique",
    Sensitive.POLITICS: r"politic\w*|party affiliation|political party|voter|voted|partei|ideology",
    Sensitive.HEALTH: r"health|medical|diagnos\w*|disabilit\w*|allerg\w*|diet\w*|handicap"
    r"|krankheit",
    Sensitive.SEX_LIFE: r"sexual\w*|orientation|gender identity|sexo|transgender",
    Sensitive.UNION: r"trade union|union member\w*|labor union|labour union|gewerkschaft",
    Sensitive.CRIME: r"criminal\w*|conviction|offen[cs]e|dbs|background check",
    Sensitive.MONEY: r"wealth\w*|net worth|income|salary|debt|credit score|bankrupt\w*"
    r"|capacity rating|einkommen",
    Sensitive.NUMBERS: r"iban|bic|card number|cvv|cvc|ssn|social security\w*|passport"
    r"|national id|bank account|routing number|sort code|tax id",
}
_PATTERNS = {what: re.compile(rf"\b(?:{words})\b") for what, words in _NEVER.items()}
_SIGNS = re.compile(r"[\W_]+")


def sensitive(heading: str) -> str:
    """What a column tells that is never kept: "religion"; "" where it may be read."""
    text = _SIGNS.sub(" ", fold(heading))
    return next((what for what, pattern in _PATTERNS.items() if pattern.search(text)), "")
