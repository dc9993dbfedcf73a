"""An account goes to another person: one edge ends, another begins."""

from django.contrib.auth.models import User

from hobnob.storage import models


def move(
    account: models.Account,
    person_id: int,
    *,
    author: User | None,
    now_us: int,
    reason: str,
    decision: models.Decision | None = None,
) -> None:
    """The account is that person's from now on. What is derived about both is not touched here."""
    models.Edge.objects.filter(account=account, ended_us__isnull=True).update(ended_us=now_us)
    models.Edge.objects.create(
        account=account,
        person_id=person_id,
        began_us=now_us,
        author=author,
        reason=reason,
        decision=decision,
    )
    account.person_id = person_id
    account.save(update_fields=["person"])
