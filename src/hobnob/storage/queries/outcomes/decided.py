"""Of which lines of the log somebody said what came with them, or that nothing did."""

from collections import Counter
from collections.abc import Collection

from hobnob.domain.decisions import Verb
from hobnob.domain.outcomes import OutcomeKind, refusal
from hobnob.storage.models import Decision, Interaction, Outcome


def decided_lines(kind: OutcomeKind, line_ids: Collection[int]) -> set[int]:
    """Those of these lines of which somebody said that they are such an outcome, or are none."""
    if not line_ids:
        return set()
    wanted = set(line_ids)
    refusals = {refusal(kind, each): each for each in wanted}
    noes = Decision.objects.filter(verb=Verb.OUTCOME, subject__in=refusals, undone_by__isnull=True)
    people = Interaction.objects.filter(pk__in=wanted).values("contact__person")
    yeses = Outcome.objects.filter(
        kind=kind, decision__undone_by__isnull=True, decision__account__person__in=people
    )
    said = {line for lines in yeses.values_list("interactions", flat=True) for line in lines}
    return (said & wanted) | {refusals[each] for each in noes.values_list("subject", flat=True)}


def said_so_far(person_ids: Collection[int]) -> Counter[tuple[int, str]]:
    """By person and kind: how many outcomes of each were written down."""
    said = Outcome.objects.filter(
        decision__undone_by__isnull=True, decision__account__person_id__in=list(person_ids)
    )
    return Counter(said.values_list("decision__account__person_id", "kind"))
