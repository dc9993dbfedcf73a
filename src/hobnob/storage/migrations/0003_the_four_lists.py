"""The four lists and the two starter rules are there on the first run."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from hobnob.domain.lists import STARTER_LISTS
from hobnob.domain.rules import STARTER_RULES


def make(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    List = apps.get_model("storage", "List")
    Rule = apps.get_model("storage", "Rule")
    for position, each in enumerate(STARTER_LISTS):
        List.objects.create(
            key=each.key,
            name=each.name,
            about=each.about,
            capacity=each.capacity,
            is_capacity_hard=each.is_capacity_hard,
            stage=each.stage,
            position=position,
        )
    for rule in STARTER_RULES:
        Rule.objects.create(
            name=rule.name,
            list=List.objects.get(key=rule.list_key),
            kinds=[str(kind) for kind in rule.kinds],
            direction=str(rule.direction),
        )


class Migration(migrations.Migration):
    dependencies = [("storage", "0002_search")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop, elidable=False)]
