"""Say why people may be looked up, and what they were told of it. Before that no match runs.

Articles 6, 13 and 14 of the GDPR: https://eur-lex.europa.eu/eli/reg/2016/679/oj.
"""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.facts import Basis
from hobnob.domain.notices import BASES, left_to_fill_in
from hobnob.storage import bulk, models


class NoBasis(HobnobError):
    """Nobody said why people may be looked up."""


class NoticeMissing(HobnobError):
    """This basis asks for people to be told."""


@transaction.atomic
def set_basis(
    basis: Basis,
    *,
    notice: str = "",
    told_on: date | None = None,
    author: User,
    now_us: int,
) -> models.LookupBasis:
    """What holds from now on; what held before stays told. `told_on` None: at the first contact.

    Raises NoticeMissing where the basis asks for a notice and there is none, or it still has gaps.
    """
    bulk.lock_log()
    words = notice.strip()
    if BASES[basis].needs_notice and not words:
        raise NoticeMissing(
            f"With “{BASES[basis].title}” people have to be told that you look for them: give the "
            "words of the notice. A text to start from is on the page Matching, and "
            f"`hobnob match basis --basis '{basis}' --model-notice` prints it."
        )
    if gaps := left_to_fill_in(words):
        raise NoticeMissing(
            f"The notice still says {' and '.join(gaps)}: put your own words there, those who read "
            "it are to know who writes."
        )
    return models.LookupBasis.objects.create(
        basis=basis, notice=words, told_on=told_on, author=author, made_us=now_us
    )


def basis_in_force() -> models.LookupBasis:
    """The basis that holds. Raises NoBasis, which says where to give one."""
    found = models.LookupBasis.objects.order_by("-pk").first()
    if found is None:
        raise NoBasis(
            "Before anybody is looked up, say why you may and what they were told: on the page "
            "Matching, or with `hobnob match basis`."
        )
    return found
