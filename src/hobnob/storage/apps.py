"""The one Django app that owns every table."""

from django.apps import AppConfig


class StorageConfig(AppConfig):
    """Tables and their migrations, under the label `storage`."""

    name = "hobnob.storage"
    label = "storage"
    default_auto_field = "django.db.models.BigAutoField"
