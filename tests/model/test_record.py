"""Records behave as dataclasses do, before and after their methods are written."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Mapping

import pytest

from dtcompare.model.record import dataclass, field, replace

MANY = 100  # more than it takes until the methods of a class are written


@dataclass(frozen=True)
class Named:
    """A record with a field for every kind of default, one named as the code might name its own."""

    first: int
    missing: str = "skip"
    views: Mapping[str, int] = field(default_factory=dict)


def test_a_field_may_bear_any_name() -> None:
    made = [Named(n, missing="zero") for n in range(MANY)]
    assert {(one.missing, tuple(one.views)) for one in made} == {("zero", ())}
    assert [one.first for one in made] == list(range(MANY))


def test_equal_and_hashed_by_fields_before_and_after() -> None:
    for _ in range(MANY):
        assert Named(1, "a", {"x": 1}) == Named(1, "a", {"x": 1})
        assert Named(1) != Named(2)


def test_a_default_is_made_anew_for_each_record() -> None:
    one, other = Named(1), Named(1)
    assert one.views is not other.views


def test_a_frozen_record_refuses_a_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Named(1).first = 2  # type: ignore[misc]


@pytest.mark.parametrize("arguments", [(), (1, 2, 3, 4)], ids=["too few", "too many"])
def test_arguments_that_do_not_fit_are_a_type_error(arguments: tuple[int, ...]) -> None:
    with pytest.raises(TypeError):
        Named(*arguments)  # type: ignore[arg-type]


def test_copies_and_changed_copies() -> None:
    one = Named(1, "a", {"x": 1})
    assert replace(one, first=2) == Named(2, "a", {"x": 1})
    assert copy.copy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301 (our own bytes)
    assert [spec.name for spec in dataclasses.fields(Named)] == ["first", "missing", "views"]
