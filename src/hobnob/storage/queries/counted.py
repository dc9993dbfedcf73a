"""Counting rows within another query, up to a limit."""

from django.db.models import IntegerField, Subquery


class Counted(Subquery):
    """How many rows a subquery has, taking one index range of it and no more than its limit."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()
