"""Whether it is the first day still: nothing came in, or nothing that anybody else said."""

from hobnob.domain.beginning import Beginning
from hobnob.storage.models import Connection, ContactState, Interaction


def beginning() -> Beginning | None:
    """What is missing before there is anything to show; None from the first word of others on.

    Asked where nothing is to be shown: who hears others is told so by a row or two.
    """
    if Connection.objects.exists():
        return None
    if not Interaction.objects.exists():
        return Beginning.EMPTY
    if ContactState.objects.filter(talk_in__gt=0).exists():
        return None
    has_my_side = ContactState.objects.filter(talk_out__gt=0, asked=0).exists()
    return Beginning.UNHEARD if has_my_side else None
