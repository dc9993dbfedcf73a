"""Views of people that somebody saved."""

from django.conf import settings
from django.db import models


class SavedView(models.Model):
    """Filters of the page of people, under a name."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.TextField()
    query = models.TextField()
    """As it stands in the address of the page: "tag=donor&losing-touch=1"."""
    made_us = models.BigIntegerField()

    class Meta:
        """A name once for everybody who saves some."""

        constraints = [models.UniqueConstraint(fields=["author", "name"], name="one_view")]

    def __str__(self) -> str:
        """Donors going quiet."""
        return self.name
