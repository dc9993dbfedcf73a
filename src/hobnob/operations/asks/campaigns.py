"""Campaign plans: made, changed, closed, opened again."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.campaigns import NotAPlan, Plan
from hobnob.operations.free_key import free_key
from hobnob.storage import bulk, models

_RESERVED = frozenset({"new"})
"""Keys that would lead to another page than the plan's."""


@transaction.atomic
def make_campaign(plan: Plan, *, author: User, now_us: int) -> models.Campaign:
    """Keep a new plan. Raises NotAPlan."""
    bulk.lock_log()
    taken = _RESERVED.union(models.Campaign.objects.values_list("key", flat=True))
    key = free_key(plan.name, taken, otherwise="plan")
    campaign = models.Campaign(key=key, author=author, made_us=now_us)
    _fill(campaign, plan)
    campaign.save()
    return campaign


@transaction.atomic
def edit_campaign(key: str, plan: Plan) -> models.Campaign:
    """Keep a plan as it is by now; its address stays. Raises NotAPlan."""
    bulk.lock_log()
    campaign = find_campaign(key)
    _fill(campaign, plan)
    campaign.save()
    return campaign


@transaction.atomic
def close_campaign(key: str, *, now_us: int) -> models.Campaign:
    """End a plan, or let it be at an end already. What was asked under it stays told."""
    campaign = find_campaign(key)
    campaign.closed_us = campaign.closed_us or now_us
    campaign.save(update_fields=["closed_us"])
    return campaign


@transaction.atomic
def open_campaign(key: str) -> models.Campaign:
    """Go on with a plan that was closed."""
    campaign = find_campaign(key)
    campaign.closed_us = None
    campaign.save(update_fields=["closed_us"])
    return campaign


def find_campaign(typed: str) -> models.Campaign:
    """The plan with this key or name. Raises NotAPlan."""
    plans = models.Campaign.objects
    found = plans.filter(key=typed).first() or plans.filter(name__iexact=typed.strip()).first()
    if found is None:
        raise NotAPlan(f"“{typed}” is no plan of yours: see which there are under Asks.")
    return found


def _fill(campaign: models.Campaign, plan: Plan) -> None:
    same_name = models.Campaign.objects.filter(name__iexact=plan.name).exclude(pk=campaign.pk)
    if same_name.exists():
        raise NotAPlan(f"“{plan.name}” is another plan already: choose another name.")
    campaign.name, campaign.goal, campaign.who = plan.name, plan.goal, plan.who
    campaign.topics = list(_known_topics(plan))
    campaign.asks = [str(each) for each in plan.asks]
    campaign.list = _list(plan.on_list)
    campaign.begins_on, campaign.ends_on = plan.begins_on, plan.ends_on


def _known_topics(plan: Plan) -> tuple[str, ...]:
    keys = set(models.OurTopic.objects.values_list("key", flat=True))
    for each in plan.topics:
        if each not in keys:
            raise NotAPlan(f"“{each}” is no topic of yours: add it under Topics first.")
    return plan.topics


def _list(key: str) -> models.List | None:
    if not key:
        return None
    found = models.List.objects.filter(key=key).first()
    if found is None:
        raise NotAPlan(f"There is no list “{key}”: see which there are under Lists.")
    return found
