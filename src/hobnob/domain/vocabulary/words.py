"""What hobnob knows of one language: phrases that ask, call, tell or hold an opinion."""

from dataclasses import dataclass

from hobnob.domain.vocabulary.phrases import Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Phrases of one language, in small letters. A new language is one module with one of these."""

    small: frozenset[str]
    """Its commonest words, which hardly a sentence does without."""
    me: Phrases
    """Words by which somebody speaks of themselves: "i", "my"."""
    us: Phrases
    """The same for several, and for organisations: "we", "our"."""
    to_all: Phrases
    """Asks whoever reads it: "anybody", "who here"."""
    help: Phrases
    """Asks for help, with a question mark or without: "looking for recommendations"."""
    alone: Phrases
    """Asks for help where it is a sentence of its own: "any ideas?", "tips"."""
    asks: Phrases
    """How a question begins that may have lost its mark: "how do you"."""
    rhetorical: Phrases
    """In a question that wants no answer: "who knew", "isn't it"."""
    tags: Phrases
    """Ends a question that wants no more than a nod: "right", "oder"."""
    why: Phrases
    """Begins a question that essays ask and answer: "why"."""
    answers: Phrases
    """Begins an answer that somebody gives to their own question: "because"."""
    calls: Phrases
    """Calls on everybody to do something, or announces: "sign the petition", "register now"."""
    notices: Phrases
    """Words of announcements that are said elsewhere too: "tickets", "free"."""
    days: Phrases
    """When something is going to be: weekdays, months, "tomorrow"."""
    opens: Phrases
    """Begins an announcement: "breaking", "reminder"."""
    opinion: Phrases
    """Says what somebody thinks: "i think", "people underestimate"."""
    when: Phrases
    """News has a day: "today", "finally"."""
    life: Phrases
    """What lives are made of: "daughter", "born", "hospital"."""
    did: Phrases
    """Tells what was done: "got", "passed"."""
    past: tuple[str, ...]
    """How words end that tell of what is over: "ed"."""
    points: Phrases
    """Points to something and says no more about it: "worth reading", "this"."""
    denies: Phrases
    """Says no: so few words with one of these are an objection, "counterpoint: no"."""
