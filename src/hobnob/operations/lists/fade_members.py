"""Let stale members of lists that fill themselves fade, and bring them back when they speak."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from hobnob.domain.fading import silent_since_us
from hobnob.domain.lists import CLOSE
from hobnob.operations.curate import Curator
from hobnob.operations.stages import find_list
from hobnob.storage import bulk, models


@dataclass(frozen=True, slots=True, kw_only=True)
class Faded:
    """What a look at members changed: how many faded, and how many are back."""

    faded: int = 0
    back: int = 0


@transaction.atomic
def fade_members(*, now_us: int) -> Faded:
    """Look at the members of all lists. Says how many faded, and how many are back."""
    bulk.lock_log()
    looks = [fade_list(each, now_us=now_us) for each in models.List.objects.all()]
    return Faded(faded=sum(each.faded for each in looks), back=sum(each.back for each in looks))


def fade_list(on_list: models.List, *, now_us: int) -> Faded:
    """Look at the members of one. Who joined by hand, or is kept close, does not fade."""
    members = models.Membership.objects.filter(list=on_list, is_member=True)
    by_hand = members.filter(faded_us__isnull=False, decision__isnull=False)
    back = by_hand.update(faded_us=None)
    by_rule = members.filter(decision__isnull=True)
    if on_list.fade_days is None:
        return Faded(back=back + by_rule.filter(faded_us__isnull=False).update(faded_us=None))
    awake = _with_a_sign_of_life(silent_since_us(on_list.fade_days, now_us)) | _is_kept_close()
    back += by_rule.filter(awake, faded_us__isnull=False).update(faded_us=None)
    faded = by_rule.filter(~awake, faded_us__isnull=True).update(faded_us=now_us)
    return Faded(faded=faded, back=back)


def bring_back(person_id: int, to_list: str, *, curator: Curator, why: str = "") -> models.List:
    """Put somebody who has faded on the list by hand: they do not fade again. `u` takes it back."""
    with transaction.atomic():
        target = curator.promote(person_id, find_list(to_list).key, why=why)
        models.Membership.objects.filter(list=target, person_id=person_id).update(faded_us=None)
    return target


def _is_kept_close() -> Exists:
    """Whether they are on a close list, other than the one looked at."""
    return Exists(
        models.Membership.objects.filter(
            person_id=OuterRef("person_id"), is_member=True, list__stage__gte=CLOSE
        ).exclude(list_id=OuterRef("list_id"))
    )


def _with_a_sign_of_life(since_us: int) -> Q | Exists:
    """Whether something happened between us since then, or they posted.

    Where nobody knows when anything happened, it counts when hobnob met them.
    """
    person = OuterRef("person_id")
    contacts = models.ContactState.objects.filter(person=person)
    dated = contacts.filter(Q(last_in_us__isnull=False) | Q(last_out_us__isnull=False))
    spoke = contacts.filter(Q(last_in_us__gte=since_us) | Q(last_out_us__gte=since_us))
    posts = models.Post.objects.filter(author__person=person, at_us__gte=since_us)
    profiles = models.Profile.objects.filter(account__person=person, last_post_us__gte=since_us)
    met = models.Person.objects.filter(pk=person, made_us__gte=since_us)
    return Exists(spoke) | Exists(posts) | Exists(profiles) | (Exists(met) & ~Exists(dated))
