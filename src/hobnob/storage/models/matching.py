"""Who may be whom: the runs that looked, what they propose, and what a yes or no was said to."""

from django.conf import settings
from django.db import models

from hobnob.domain.facts import Basis
from hobnob.storage.models.decisions import Decision
from hobnob.storage.models.people import Account


class LookupBasis(models.Model):
    """Why people may be looked up, and what they were told of it. The newest row holds."""

    basis = models.TextField(choices=[(each, each) for each in Basis])
    notice = models.TextField(blank=True)
    """The words of the notice."""
    told_on = models.DateField(null=True)
    """When they were given it; null: they are told at the first contact."""
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_us = models.BigIntegerField()

    def __str__(self) -> str:
        """Legitimate interest."""
        return self.basis


class MatchRun(models.Model):
    """One look at who may be whom."""

    began_us = models.BigIntegerField()
    ended_us = models.BigIntegerField(null=True)
    supporters = models.IntegerField(default=0)
    accounts = models.IntegerField(default=0)
    pairs = models.IntegerField(default=0)
    proposed = models.IntegerField(default=0)
    model = models.TextField(blank=True)
    """Which weights and calibrator it used."""
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        """Run 3."""
        return f"Run {self.pk}"


class Candidate(models.Model):
    """An account that may be somebody's, with the evidence. Derived: the next run replaces it."""

    of = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="candidates")
    """A supporter of the address book, or an account on another network."""
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    probability = models.FloatField()
    weight = models.FloatField(default=0.0)
    """Natural logarithm of the odds by the evidence alone."""
    levels = models.JSONField(default=dict)
    """The level of each comparison: {"name": "full / short"}."""
    features = models.JSONField(default=list)
    """What the calibrator looked at."""
    proof = models.TextField(blank=True)
    """The sentence of what proves it, where something does; no model was asked then."""
    rank = models.IntegerField()
    """1 is the likeliest of those that this one may be."""
    pool = models.TextField()
    """Where it was found: "closed" are the people around me, "search" is a search on a network."""
    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="candidates")

    class Meta:
        """Proposed once; somebody's candidates in order are an index range."""

        constraints = [models.UniqueConstraint(fields=["of", "account"], name="proposed_once")]
        indexes = [
            models.Index(fields=["of", "rank"], name="candidates_in_order"),
            models.Index(fields=["-probability", "id"], name="likeliest_candidates"),
        ]

    def __str__(self) -> str:
        """Account 3 may be account 7's."""
        return f"Account {self.account_id} may be account {self.of_id}'s"


class MatchEvidence(models.Model):
    """What was known when somebody said whether two accounts are one person."""

    decision = models.OneToOneField(
        Decision, primary_key=True, on_delete=models.CASCADE, related_name="evidence"
    )
    probability = models.FloatField()
    levels = models.JSONField(default=dict)
    features = models.JSONField(default=list)
    proof = models.TextField(blank=True)
    model = models.TextField(blank=True)
    pool = models.TextField(blank=True)
    basis = models.ForeignKey(LookupBasis, null=True, on_delete=models.SET_NULL, related_name="+")
    consent = models.TextField(blank=True, db_default="")
    """Where they themselves had said yes to being looked up; "" where they had not."""

    def __str__(self) -> str:
        """Evidence for decision 12."""
        return f"Evidence for decision {self.decision_id}"


class Calibration(models.Model):
    """A calibrator fitted anew to what was decided. The newest row is in use."""

    model = models.JSONField()
    decisions = models.IntegerField()
    made_us = models.BigIntegerField()

    def __str__(self) -> str:
        """Calibration on 64 decisions."""
        return f"Calibration on {self.decisions} decisions"
