"""The panels of a person's page, each shown by the template of the same name."""

from django.contrib.auth.models import User

from hobnob.operations.results.believers import believer_of
from hobnob.storage.queries.asks.shown import asks_as_they_stand
from hobnob.storage.queries.asks.standing import standings
from hobnob.storage.queries.gestures.choice import gestures_for
from hobnob.storage.queries.ledger.panel import ledger_panel
from hobnob.storage.queries.ledger.thank_queue import owed_by
from hobnob.storage.queries.outcomes.ladder import ladder_of
from hobnob.storage.queries.person.page import PersonPage
from hobnob.storage.queries.person.whats_new import last_look, whats_new


def panels(page: PersonPage, reader: User, now_us: int) -> dict[str, object]:
    """By name. That somebody looked is remembered once the page tells that it was in front of
    them: opening one writes nothing.
    """
    person_id = page.line.person_id
    since_us = last_look(reader.pk, person_id, now_us)
    standing, owed = standings([person_id], now_us)[person_id], owed_by(person_id, now_us)
    return {
        "whats_new": whats_new(
            person_id, since_us, facts=page.facts, gone_quiet=page.gone_quiet, now_us=now_us
        ),
        "ladder": ladder_of(person_id, now_us, reader_id=reader.pk),
        "ledger": ledger_panel(standing.ledger, owed, now_us),
        "ask_gate": asks_as_they_stand(standing, owed, now_us),
        "gestures": gestures_for(person_id, reader=reader, now_us=now_us, owed=owed),
        "believer": believer_of(person_id, now_us=now_us, stages=page.stages.sentence),
    }
