from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storage", "0009_social_capital")]

    operations = [
        migrations.AddField(
            model_name="supporter",
            name="may_be_looked_up",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="matchevidence",
            name="consent",
            field=models.TextField(blank=True, db_default=""),
        ),
    ]
