"""The ledger, for the part of a person's page that shows it."""

from django import template

from hobnob.domain.social_capital import Ledger
from hobnob.storage.queries.ledger import panel as queries
from hobnob.web import clock

register = template.Library()


@register.simple_tag
def ledger_panel(person_id: int, ledger: Ledger) -> queries.LedgerPanel:
    """What stands behind the words of somebody's ledger."""
    return queries.ledger_panel(person_id, ledger, clock.now_us())
