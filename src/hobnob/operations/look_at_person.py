"""Remember when somebody looked at a person's page, so that it can tell what is new since."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.news import is_the_same_look
from hobnob.storage.models import Person, PersonLook
from hobnob.storage.queries.person.whats_new import newest_look


@transaction.atomic
def look_at_person(reader: User, person_id: int, *, looked_us: int) -> bool:
    """Somebody looked at a page that was made then. False where there is no such person.

    A page opened again within half an hour is the same look: it still tells what was new at first.
    """
    if not Person.objects.filter(pk=person_id).exists():
        return False
    last = newest_look(reader.pk, person_id)
    if last and (looked_us <= last.looked_us or is_the_same_look(last, looked_us)):
        return True
    look = {"looked_us": looked_us, "before_us": last.looked_us if last else None}
    PersonLook.objects.update_or_create(reader=reader, person_id=person_id, defaults=look)
    return True
