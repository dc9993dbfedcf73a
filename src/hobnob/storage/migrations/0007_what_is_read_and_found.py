"""What is read and seen, what posts and profiles carry, chats, and what checks find."""

import django.db.models.deletion
from django.conf import settings
from django.db import connection, migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import hobnob.domain.decisions
import hobnob.domain.networks
import hobnob.domain.post_kinds
from hobnob.domain.lists import STARTER_LISTS

_triggers: list[str] = []


def note_triggers(_apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """SQLite gets a column by making the table anew, without the triggers that search needs."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
            _triggers[:] = [row[0] for row in cursor.fetchall()]


def restore_triggers(_apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make those anew that went with their table."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        there = {row[0] for row in cursor.fetchall()}
        for trigger in _triggers:
            if trigger not in there:
                cursor.execute(trigger)


def let_fade(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The lists that fill themselves let go of whom nothing was heard of for long."""
    List = apps.get_model("storage", "List")
    for each in STARTER_LISTS:
        List.objects.filter(key=each.key).update(fade_days=each.fade_days)


class Migration(migrations.Migration):
    dependencies = [
        ("storage", "0006_outbox"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(note_triggers, migrations.RunPython.noop),
        migrations.CreateModel(
            name="Chat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(unique=True)),
                ("name", models.TextField()),
                ("tag", models.TextField()),
                ("weekday", models.IntegerField()),
                ("minute", models.IntegerField()),
                ("time_zone", models.TextField()),
                ("minutes", models.IntegerField(default=60)),
                ("about", models.TextField(blank=True)),
                ("made_us", models.BigIntegerField()),
                ("ended_us", models.BigIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ["weekday", "minute", "name"],
            },
        ),
        migrations.CreateModel(
            name="CheckRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("began_us", models.BigIntegerField()),
                ("ended_us", models.BigIntegerField(blank=True, null=True)),
                ("accounts", models.IntegerField(default=0)),
                ("found", models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="FeedPlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("feed", models.TextField()),
                ("began_us", models.BigIntegerField()),
                ("looked_us", models.BigIntegerField(null=True)),
                ("up_to_id", models.BigIntegerField(default=0)),
                ("sort", models.TextField(blank=True)),
                ("is_by_person", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField()),
                ("proposes", models.TextField()),
                ("because", models.TextField()),
                ("proof", models.JSONField(default=list)),
                ("found_us", models.BigIntegerField()),
                ("ended_us", models.BigIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="PostTag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tag", models.TextField()),
                ("at_us", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Profile",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="profile",
                        serialize=False,
                        to="storage.account",
                    ),
                ),
                ("seen_us", models.BigIntegerField()),
                ("is_bot", models.BooleanField(null=True)),
                ("is_suspended", models.BooleanField(null=True)),
                ("is_protected", models.BooleanField(null=True)),
                ("moved_to", models.TextField(blank=True)),
                ("labels", models.JSONField(default=list)),
                ("links", models.JSONField(default=list)),
                ("posts", models.BigIntegerField(null=True)),
                ("followers", models.BigIntegerField(null=True)),
                ("following", models.BigIntegerField(null=True)),
                ("made_us", models.BigIntegerField(null=True)),
                ("last_post_us", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ReadingTime",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.TextField()),
                ("day", models.IntegerField()),
                ("seconds", models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="SeenPost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seen_us", models.BigIntegerField()),
                ("up_to_id", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.AddField(
            model_name="list",
            name="fade_days",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="list",
            name="silent_days",
            field=models.IntegerField(default=90),
        ),
        migrations.AddField(
            model_name="membership",
            name="faded_us",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="post",
            name="attached",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="post",
            name="because",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="post",
            name="is_close_call",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="post",
            name="kind",
            field=models.TextField(
                blank=True,
                choices=[
                    (
                        hobnob.domain.post_kinds.PostKind["DISCUSSION"],
                        hobnob.domain.post_kinds.PostKind["DISCUSSION"],
                    ),
                    (
                        hobnob.domain.post_kinds.PostKind["QUESTION"],
                        hobnob.domain.post_kinds.PostKind["QUESTION"],
                    ),
                    (
                        hobnob.domain.post_kinds.PostKind["STORY"],
                        hobnob.domain.post_kinds.PostKind["STORY"],
                    ),
                    (
                        hobnob.domain.post_kinds.PostKind["PICTURE"],
                        hobnob.domain.post_kinds.PostKind["PICTURE"],
                    ),
                    (
                        hobnob.domain.post_kinds.PostKind["REPOST"],
                        hobnob.domain.post_kinds.PostKind["REPOST"],
                    ),
                    (
                        hobnob.domain.post_kinds.PostKind["BROADCAST"],
                        hobnob.domain.post_kinds.PostKind["BROADCAST"],
                    ),
                    (
                        hobnob.domain.post_kinds.PostKind["LINK_DROP"],
                        hobnob.domain.post_kinds.PostKind["LINK_DROP"],
                    ),
                ],
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="verb",
            field=models.TextField(
                choices=[
                    (
                        hobnob.domain.decisions.Verb["PROMOTE"],
                        hobnob.domain.decisions.Verb["PROMOTE"],
                    ),
                    (
                        hobnob.domain.decisions.Verb["REMOVE"],
                        hobnob.domain.decisions.Verb["REMOVE"],
                    ),
                    (
                        hobnob.domain.decisions.Verb["RESTORE"],
                        hobnob.domain.decisions.Verb["RESTORE"],
                    ),
                    (hobnob.domain.decisions.Verb["TAG"], hobnob.domain.decisions.Verb["TAG"]),
                    (hobnob.domain.decisions.Verb["UNTAG"], hobnob.domain.decisions.Verb["UNTAG"]),
                    (hobnob.domain.decisions.Verb["NOTE"], hobnob.domain.decisions.Verb["NOTE"]),
                    (hobnob.domain.decisions.Verb["DONE"], hobnob.domain.decisions.Verb["DONE"]),
                    (
                        hobnob.domain.decisions.Verb["SNOOZE"],
                        hobnob.domain.decisions.Verb["SNOOZE"],
                    ),
                    (hobnob.domain.decisions.Verb["UNDO"], hobnob.domain.decisions.Verb["UNDO"]),
                    (
                        hobnob.domain.decisions.Verb["RULE_ON"],
                        hobnob.domain.decisions.Verb["RULE_ON"],
                    ),
                    (
                        hobnob.domain.decisions.Verb["RULE_OFF"],
                        hobnob.domain.decisions.Verb["RULE_OFF"],
                    ),
                    (
                        hobnob.domain.decisions.Verb["RULE_HISTORY"],
                        hobnob.domain.decisions.Verb["RULE_HISTORY"],
                    ),
                    (
                        hobnob.domain.decisions.Verb["APPROVE"],
                        hobnob.domain.decisions.Verb["APPROVE"],
                    ),
                    (hobnob.domain.decisions.Verb["KEEP"], hobnob.domain.decisions.Verb["KEEP"]),
                    (
                        hobnob.domain.decisions.Verb["MARK_BAD"],
                        hobnob.domain.decisions.Verb["MARK_BAD"],
                    ),
                ]
            ),
        ),
        migrations.AlterField(
            model_name="streamstate",
            name="stream",
            field=models.TextField(
                choices=[
                    (
                        hobnob.domain.networks.Stream["NOTIFICATIONS"],
                        hobnob.domain.networks.Stream["NOTIFICATIONS"],
                    ),
                    (
                        hobnob.domain.networks.Stream["MY_POSTS"],
                        hobnob.domain.networks.Stream["MY_POSTS"],
                    ),
                    (
                        hobnob.domain.networks.Stream["MY_LIKES"],
                        hobnob.domain.networks.Stream["MY_LIKES"],
                    ),
                    (
                        hobnob.domain.networks.Stream["MESSAGES"],
                        hobnob.domain.networks.Stream["MESSAGES"],
                    ),
                    (
                        hobnob.domain.networks.Stream["LIST_POSTS"],
                        hobnob.domain.networks.Stream["LIST_POSTS"],
                    ),
                    (
                        hobnob.domain.networks.Stream["HASHTAG"],
                        hobnob.domain.networks.Stream["HASHTAG"],
                    ),
                    (hobnob.domain.networks.Stream["HOME"], hobnob.domain.networks.Stream["HOME"]),
                    (
                        hobnob.domain.networks.Stream["FOLLOWERS"],
                        hobnob.domain.networks.Stream["FOLLOWERS"],
                    ),
                    (
                        hobnob.domain.networks.Stream["FOLLOWING"],
                        hobnob.domain.networks.Stream["FOLLOWING"],
                    ),
                    (
                        hobnob.domain.networks.Stream["MY_LISTS"],
                        hobnob.domain.networks.Stream["MY_LISTS"],
                    ),
                    (
                        hobnob.domain.networks.Stream["LIST_MEMBERS"],
                        hobnob.domain.networks.Stream["LIST_MEMBERS"],
                    ),
                    (
                        hobnob.domain.networks.Stream["BLOCKS"],
                        hobnob.domain.networks.Stream["BLOCKS"],
                    ),
                    (
                        hobnob.domain.networks.Stream["MUTES"],
                        hobnob.domain.networks.Stream["MUTES"],
                    ),
                ]
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("in_reply_to", ""), _negated=True),
                fields=["in_reply_to"],
                name="post_answers",
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["kind", "at_us"], name="post_by_kind"),
        ),
        migrations.AddField(
            model_name="feedplace",
            name="post",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="storage.post",
            ),
        ),
        migrations.AddField(
            model_name="feedplace",
            name="reader",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="feed_places",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="findings",
                to="storage.account",
            ),
        ),
        migrations.AddField(
            model_name="posttag",
            name="post",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tags",
                to="storage.post",
            ),
        ),
        migrations.AddField(
            model_name="readingtime",
            name="reader",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="seenpost",
            name="post",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="seen", to="storage.post"
            ),
        ),
        migrations.AddField(
            model_name="seenpost",
            name="reader",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="feedplace",
            constraint=models.UniqueConstraint(fields=("reader", "feed"), name="one_place"),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(
                condition=models.Q(("ended_us__isnull", True)),
                fields=["found_us"],
                name="open_findings",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(fields=("account", "name"), name="found_once"),
        ),
        migrations.AddIndex(
            model_name="posttag",
            index=models.Index(fields=["tag", "at_us"], name="posts_of_tag"),
        ),
        migrations.AddConstraint(
            model_name="readingtime",
            constraint=models.UniqueConstraint(fields=("reader", "place", "day"), name="one_day"),
        ),
        migrations.AddConstraint(
            model_name="seenpost",
            constraint=models.UniqueConstraint(fields=("reader", "post"), name="seen_once"),
        ),
        migrations.RemoveIndex(model_name="membership", name="members_of_list"),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(
                condition=models.Q(("is_member", True)),
                fields=["list", "-since_us", "id", "faded_us"],
                name="members_of_list",
            ),
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(
                condition=models.Q(("faded_us__isnull", False), ("is_member", True)),
                fields=["list", "-faded_us", "id"],
                name="faded_on_list",
            ),
        ),
        migrations.RunPython(restore_triggers, migrations.RunPython.noop),
        migrations.RunPython(let_fade, migrations.RunPython.noop),
    ]
