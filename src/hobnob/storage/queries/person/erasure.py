"""What there is about somebody, table by table: what goes when they are forgotten.

Asked of the tables themselves, by what points at an account: a new table cannot be left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import CASCADE, Model, Q, QuerySet
from django.db.models.functions import Coalesce

from hobnob.domain.decisions import Verb
from hobnob.domain.outbox import State
from hobnob.domain.people import account_key
from hobnob.storage import models
from hobnob.storage.queries.gestures.spent import INTRODUCES
from hobnob.storage.queries.people.accounts import in_words
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.sharing import with_contacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """So many things of one kind."""

    count: int
    one: str
    many: str

    @property
    def what(self) -> str:
        """The kind: "posts of theirs"."""
        return self.one if self.count == 1 else self.many

    def __str__(self) -> str:
        """12 posts of theirs."""
        return f"{self.count:,} {self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasing:
    """What goes with somebody, and what keeps them here."""

    person: PersonLine
    account_names: tuple[str, ...]
    goes: tuple[Going, ...]
    is_me: bool
    is_being_sent: bool
    """Something to them is on its way this very moment."""


def erasing(person_id: int) -> Erasing | None:
    """What goes when this person is forgotten; None: there is none of that number."""
    line = person_lines([person_id]).get(person_id)
    if line is None:
        return None
    ids = with_contacts(models.Account.objects.filter(person_id=person_id))
    accounts = models.Account.objects.filter(pk__in=ids).order_by("pk")
    return Erasing(
        person=line,
        account_names=tuple(map(in_words, accounts)),
        goes=tuple(each for each in _goes(accounts) if each.count),
        is_me=any(each.is_me for each in accounts),
        is_being_sent=outbox_about(accounts).filter(state=State.SENDING).exists(),
    )


def rows_about(
    accounts: QuerySet[models.Account],
) -> Iterator[tuple[type[Model], QuerySet[Model]]]:
    """Every table with rows that belong to these accounts, and those rows."""
    fields: dict[type[Model], list[str]] = {}
    for relation in models.Account._meta.related_objects:
        if relation.on_delete is CASCADE:
            fields.setdefault(relation.related_model, []).append(relation.field.name)
    for model, names in fields.items():
        points_at = Q()
        for name in names:
            points_at |= Q(**{f"{name}__in": accounts})
        yield model, model._default_manager.filter(points_at)


def decisions_naming(accounts: QuerySet[models.Account]) -> QuerySet[models.Decision]:
    """What was decided about others and names one of these accounts: "Bo is not Ana"."""
    keys = [account_key(each.network, each.native_id) for each in accounts]
    return models.Decision.objects.filter(subject__in=keys, verb__in=list(_NAMES_ANOTHER))


def introductions(accounts: QuerySet[models.Account]) -> QuerySet[models.Decision]:
    """What was decided about others and says in words who one of these is: "Ana, meet Bo"."""
    keys = [f"{INTRODUCES}{pk}" for pk in accounts.values_list("pk", flat=True)]
    made = models.Gesture.objects.filter(
        Q(key__in=keys) | Q(key__startswith=INTRODUCES, decision__account__in=accounts)
    )
    acts = made.values(head=Coalesce("decision__act", "decision"))
    parts = models.Decision.objects.filter(Q(pk__in=acts) | Q(act__in=acts))
    return parts.filter(verb__in=(Verb.GESTURE, Verb.LOG)).exclude(account__in=accounts)


def outbox_about(accounts: QuerySet[models.Account]) -> QuerySet[models.OutboxItem]:
    """Everything in the outbox that is about one of these accounts, or answers their posts.

    The words of what was done for them, asked of them, and said to introduce them as well.
    """
    done = models.Gesture.objects.filter(
        Q(decision__account__in=accounts) | Q(decision__in=introductions(accounts))
    )
    asked = models.Ask.objects.filter(decision__account__in=accounts)
    return models.OutboxItem.objects.filter(
        Q(about__in=accounts)
        | Q(post__author__in=accounts)
        | Q(target__in=accounts.values("native_id"))
        | Q(pk__in=done.values("outbox"))
        | Q(pk__in=asked.values("outbox"))
    )


_NAMES_ANOTHER = frozenset({Verb.SAME, Verb.NOT_SAME, Verb.UNSURE, Verb.HOUSEHOLD})

_WORDS: Mapping[type[Model], tuple[str, str]] = {
    models.Post: ("post of theirs", "posts of theirs"),
    models.Interaction: ("thing that happened with them", "things that happened with them"),
    models.Decision: ("decision", "decisions"),
    models.Supporter: ("record of a supporter file", "records of supporter files"),
    models.RelationshipTag: ("relationship told by a file", "relationships told by files"),
    models.Donation: ("gift", "gifts"),
    models.Interest: ("interest that their posts show", "interests that their posts show"),
    models.Candidate: ("suggestion who they may be", "suggestions who they may be"),
    models.Finding: ("finding of a check", "findings of checks"),
    models.Tie: ("place among followers and the like", "places among followers and the like"),
    models.FormerHandle: ("former handle", "former handles"),
    models.Profile: ("profile of a network", "profiles of networks"),
    models.ProfileChange: ("change of a profile", "changes of profiles"),
}
_UNNAMED = frozenset({models.Edge})
"""Goes along with the accounts, which are named one by one."""

_DECIDED = (
    (Q(verb=Verb.NOTE), "note", "notes"),
    (Q(verb=Verb.TAG), "tag", "tags"),
    (Q(verb=Verb.TELL), "fact told by hand", "facts told by hand"),
)


def _goes(accounts: QuerySet[models.Account]) -> Iterator[Going]:
    told = list(_WORDS)
    tables = dict(rows_about(accounts))
    in_order = sorted(tables, key=lambda each: told.index(each) if each in told else len(told))
    for model in in_order:
        rows = tables[model]
        if model is models.Decision:
            yield from _decided(models.Decision.objects.filter(account__in=accounts))
        elif model not in _UNNAMED:
            names = model._meta
            one, many = _WORDS.get(model, (str(names.verbose_name), str(names.verbose_name_plural)))
            yield Going(count=rows.count(), one=one, many=many)
    lists = models.Membership.objects.filter(person__accounts__in=accounts, is_member=True)
    yield Going(count=lists.distinct().count(), one="place on a list", many="places on lists")
    outbox = outbox_about(accounts).count()
    yield Going(count=outbox, one="action in the outbox", many="actions in the outbox")


def _decided(about: QuerySet[models.Decision]) -> Iterator[Going]:
    rest = ~Q(verb=Verb.UNDO)
    for kind, one, many in _DECIDED:
        yield Going(count=about.filter(kind).count(), one=one, many=many)
        rest &= ~kind
    yield Going(count=about.filter(rest).count(), one="other decision", many="other decisions")
