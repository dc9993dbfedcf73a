"""Ask somebody in writing: the ask is written down, and its message drafted into the outbox."""

from dataclasses import replace

from django.db import transaction

from hobnob.domain.outcomes import OutcomeKind
from hobnob.operations.act import Press, new_post, to_them, write_down
from hobnob.operations.asks.ask import ask
from hobnob.operations.draft import CannotAct, Draft
from hobnob.storage import bulk, models


@transaction.atomic
def ask_in_writing(
    person_id: int,
    outcome: OutcomeKind,
    what: str,
    text: str,
    *,
    by: int,
    press: Press,
    campaign: str = "",
    anyway: bool = False,
) -> models.OutboxItem:
    """Keep an ask, and what it says as a post that names them: it leaves once it has its own yes.

    The same press twice is one ask. To withdraw the words is to take the ask back, and the other
    way round. `by` is the account of mine that writes. Raises what `ask` raises, and CannotAct.
    """
    bulk.lock_log()
    item = write_down(_addressed(person_id, text, by=by), press)
    if not item.asks.exists():
        ask(
            person_id,
            outcome,
            what,
            author=press.author,
            now_us=press.now_us,
            campaign=campaign,
            anyway=anyway,
            section=press.section,
            item=item,
        )
    return item


def _addressed(person_id: int, text: str, *, by: int) -> Draft:
    """The text with their handle before it, on the network of the account that writes."""
    words = text.strip()
    if not words:
        raise CannotAct("There is nothing to send: write the message, or ask by hand.")
    draft = to_them(new_post(words, by=by), person_id)
    if draft.about is None:
        raise CannotAct("They have no handle on that network: ask by hand, or choose another.")
    handle = draft.about.handle
    is_named = f"@{handle}".casefold() in words.casefold()
    return draft if is_named else replace(draft, text=f"@{handle} {words}")
