"""What hobnob neither infers nor stores about anybody.

The special categories of GDPR, article 9, and crime of article 10
(https://eur-lex.europa.eu/eli/reg/2016/679/oj); and money trouble, which X forbids to derive as
well as these (https://docs.x.com/developer-terms/restricted-use-cases).
"""

from enum import StrEnum


class Sensitive(StrEnum):
    """Of what something tells, as a sentence says it: "it tells of religion"."""

    HEALTH = "health"
    POLITICS = "politics"
    RELIGION = "religion"
    ETHNICITY = "ethnicity"
    SEX_LIFE = "sex life"
    UNION = "union membership"
    CRIME = "crime"
    MONEY = "money trouble or wealth"
    NUMBERS = "bank or identity numbers"
    """Only columns of files tell of these."""
