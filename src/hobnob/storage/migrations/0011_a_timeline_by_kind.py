"""What went between somebody and me is counted by kind without looking up a single line."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storage", "0010_who_may_be_looked_up")]

    operations = [
        migrations.RemoveIndex(model_name="interaction", name="interaction_timeline"),
        migrations.AddIndex(
            model_name="interaction",
            index=models.Index(
                fields=["contact", "at_us", "kind", "direction"], name="interaction_timeline"
            ),
        ),
    ]
