"""Proposals that nobody has answered yet: each a supporter's account and one on a network."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from hobnob.domain.decisions import Verb
from hobnob.storage.models import Account, Candidate, Decision, MatchRun, Supporter
from hobnob.storage.queries.matching.said import SETTLED
from hobnob.storage.queries.people.left_alone import is_not_looked_up

CLOSED, SEARCH = "closed", "search"
"""Where an account was found: among those around me, or by a search on its network."""


SEARCHED = "search: "
"""A run that is a search for one supporter names its model after this."""


def looks() -> QuerySet[MatchRun]:
    """Looks at who of our supporters is who: each names the model it asked."""
    return MatchRun.objects.exclude(model="").exclude(model__startswith=SEARCHED)


def proposed() -> QuerySet[Candidate]:
    """Whatever the last look proposes about supporters, answered or not."""
    return Candidate.objects.filter(of__supporter__isnull=False).exclude(run__model="")


def still_open() -> QuerySet[Candidate]:
    """Proposals to answer. What was answered, or became plain since the last look, is left out.

    So is who died since, or asked not to be looked up or to be left alone, in whichever file. Once
    somebody is found on a network, others there are proposed only with proof; and so is an account
    that turned out to be another supporter's.
    """
    someone_elses = Supporter.objects.filter(account__person=OuterRef("account__person"))
    found_there = Account.objects.filter(
        person=OuterRef("of__person"), network=OuterRef("account__network")
    )
    return (
        proposed()
        .exclude(is_not_looked_up("of__person"))
        .exclude(of__person=F("account__person"))
        .exclude(Exists(_said("of", "account", SETTLED)))
        .exclude(Exists(_said("account", "of", SETTLED)))
        .exclude(Exists(_put_off("of", "account")))
        .exclude(Q(proof="") & (Exists(someone_elses) | Exists(found_there)))
    )


def _said(about: str, named: str, verbs: tuple[Verb, ...]) -> QuerySet[Decision]:
    """What was said about either side of a proposal, naming the other, and holds."""
    return Decision.objects.filter(
        account__person=OuterRef(f"{about}__person"),
        subject=Concat(
            OuterRef(f"{named}__network"),
            Value(":"),
            OuterRef(f"{named}__native_id"),
            output_field=TextField(),
        ),
        verb__in=verbs,
        undone_by__isnull=True,
    )


def _put_off(about: str, named: str) -> QuerySet[Decision]:
    """Nobody could tell, and the look that proposes it is older: it shows nothing new."""
    return _said(about, named, (Verb.UNSURE,)).filter(made_us__gte=OuterRef("run__began_us"))
