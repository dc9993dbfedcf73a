"""However many values are asked about: one parameter, and the same rows."""

from collections.abc import Collection
from typing import Any

import pytest

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage.models import Account
from hobnob.storage.these import these
from tests.people import NOW_US, account, begin, happened

pytestmark = pytest.mark.django_db

MANY = 20


@pytest.fixture(autouse=True)
def _herd() -> None:
    begin()
    herd = [account(f"calf{number:03}") for number in range(MANY)]
    record([happened(Kind.MENTION, each, text="Hello?") for each in herd], now_us=NOW_US)


def found(field: str, values: Collection[int] | Collection[str]) -> set[Any]:
    return set(
        Account.objects.filter(**{f"{field}__in": these(values)}).values_list(field, flat=True)
    )


@pytest.mark.parametrize("count", [1, 8, 9, MANY])
@pytest.mark.parametrize("field", ["pk", "handle"])
def test_few_and_many_are_found_alike(field: str, count: int) -> None:
    values = list(Account.objects.filter(is_me=False).values_list(field, flat=True))[:count]
    assert len(values) == count
    assert found(field, values) == set(values)


def test_many_are_one_parameter() -> None:
    _, params = Account.objects.filter(pk__in=these(range(1_000))).query.sql_with_params()
    assert len(params) == 1


def test_of_nobody_nothing_is_asked(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert found("pk", []) == set()
