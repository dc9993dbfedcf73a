"""Whatever files and profiles say, pages of matching have the same tags as with harmless words."""

import pytest
from django.db import transaction
from django.test import Client

from hobnob.domain.facts import Basis
from hobnob.operations.matching.basis import set_basis
from hobnob.storage import models
from tests.matched import fact, near_me, noted, proposed, supporter
from tests.people import NOW_US, curator
from tests.web.payloads import TEXTS
from tests.web.test_inert import Tags

CHUNKS = [" ".join(TEXTS[start : start + 10]) for start in range(0, len(TEXTS), 10)]


def lay(text: str) -> list[str]:
    """A supporter and an account that say this everywhere; where it is shown."""
    set_basis(Basis.CONSENT, notice=f"We look. {text}", author=curator().author, now_us=NOW_US)
    facts = {
        name: fact(text, text) for name in ("city", "organisation", "job", "nickname", "country")
    }
    said = noted()
    note = fact(f"{text} @ana {text}", "Notes")
    ana = supporter("Ana Ruiz", **facts, **{**said, "notes": (note,)})
    one, other = near_me("ana", "Ana"), near_me("ann", "Ann")
    models.Account.objects.filter(pk=ana.pk).update(name=text)
    both = models.Account.objects.filter(pk__in=[one.pk, other.pk])
    both.update(name=text, bio=text, handle=text, url="https://pit.example/")
    row = {"field": text, "sentence": text, "weight": 2.0, "strength": text, "favours": True}
    told = {"evidence": [row, {**row, "favours": None}], "besides": [text]}
    for each in (one, other):
        candidate = proposed(ana, each, 0.99, proof=text)
        models.Candidate.objects.filter(pk=candidate.pk).update(levels=told)
    pages = ["", "sure/", "coverage/", "basis/", "notice/", "handles/", "handles/notes/"]
    return [f"/matching/{each}" for each in (*pages, f"handles/{ana.pk}/{one.pk}/")]


def look(robin: Client, text: str) -> list[Tags]:
    """Every page, where this is said; it is undone afterwards."""
    with transaction.atomic():
        found = [Tags(robin.get(each).content.decode()) for each in lay(text)]
        transaction.set_rollback(True)
    return found


def lead_elsewhere(page: Tags) -> set[str]:
    """Where a page leads, besides into a mail program: a letter names whom it is about."""
    return {each for each in page.links if not each.startswith("mailto:")}


@pytest.mark.parametrize("text", CHUNKS)
def test_no_text_adds_a_tag_or_a_link_to_a_page_of_matching(robin: Client, text: str) -> None:
    harmless, hostile = look(robin, "word"), look(robin, text)
    for plain, page in zip(harmless, hostile, strict=True):
        assert page.tags == plain.tags
        assert lead_elsewhere(page) == lead_elsewhere(plain)


def test_a_form_says_what_was_typed_and_does_nothing(robin: Client) -> None:
    address = "/matching/handles/"
    plain = Tags(robin.get(address, {"where": "no address"}).content.decode())
    for text in TEXTS:
        assert Tags(robin.get(address, {"where": f"no {text}"}).content.decode()).tags == plain.tags
