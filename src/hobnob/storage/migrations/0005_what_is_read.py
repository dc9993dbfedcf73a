"""Hashtags that are read, what reading costs, and how much it may."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storage", "0004_connections")]

    operations = [
        migrations.AddField(
            model_name="connection",
            name="monthly_limit_microdollars",
            field=models.BigIntegerField(default=5_000_000),
        ),
        migrations.AddField(
            model_name="streamstate",
            name="price_microdollars",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="streamstate",
            name="is_allowed",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="Hashtag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tag", models.TextField()),
                (
                    "connection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hashtags",
                        to="storage.connection",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("connection", "tag"), name="one_hashtag")
                ],
            },
        ),
    ]
