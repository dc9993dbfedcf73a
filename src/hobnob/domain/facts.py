"""Facts about people: what is told of somebody besides what they do, each with where it is from."""

from enum import StrEnum


class FactKind(StrEnum):
    """What a fact is about."""

    BIRTHDAY = "birthday"
    """As vCard writes it: "1980-04-15", or "--04-15" without the year."""
    PLACE = "place"
    MET = "how we met"
    MANNER = "how to talk to them"
    WORK = "work"
    WEBSITE = "website"
    EMAIL = "e-mail"
    PHONE = "phone"


class Basis(StrEnum):
    """Why we may keep or look up what we know of somebody: Article 6 of the GDPR, in plain words.

    https://eur-lex.europa.eu/eli/reg/2016/679/oj
    """

    CONSENT = "consent"
    """They said yes to it."""
    LEGITIMATE_INTEREST = "legitimate interest"
    """We weighed our purpose against what they may expect, in writing; they may object."""
    CONTRACT = "contract"
    """They are a member, say, and it is needed for that."""
    PERSONAL = "personal"
    """One person's own circle: no organisation is behind it."""
