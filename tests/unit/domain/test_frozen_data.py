"""Frozen classes made quickly behave as those of the standard library."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from journeydesk.domain.frozen_data import dataclass

T = TypeVar("T")


def _pair(decorate: Callable[..., Any]) -> Any:
    @decorate(frozen=True, slots=True)
    class Call:
        """A call."""

        kind: ClassVar[str] = "call"
        company: str
        minutes: int = 0
        notes: list[str] = field(default_factory=list, compare=False)
        seen: int = field(default=7, repr=False)
        length: int = field(init=False, compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", self.minutes * 60)

    return Call


QUICK, STANDARD = _pair(dataclass), _pair(dataclasses.dataclass)


@dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, as what is pickled has to be."""

    name: str
    count: int = 3


@dataclass(frozen=True, slots=True)
class Holder(Generic[T]):
    """One of a kind."""

    value: T


@dataclass(frozen=True, slots=True)
class Larger(Kept):
    """One that adds a field."""

    more: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Named:
    """One that says itself when it is the same."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and other.name.casefold() == self.name.casefold()

    def __hash__(self) -> int:
        return hash(self.name.casefold())


@pytest.mark.parametrize(
    ("args", "named"),
    [(("Quillon",), {}), (("Quillon", 5), {}), (("Quillon",), {"minutes": 5, "notes": ["a"]}), ((), {"company": "Quillon"})],
)
def test_instances_hold_the_same_values_and_say_the_same(args: tuple[object, ...], named: dict[str, object]) -> None:
    ours, theirs = QUICK(*args, **named), STANDARD(*args, **named)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs)
    assert hash(ours) == hash(theirs)
    assert [each.name for each in fields(ours)] == [each.name for each in fields(theirs)]
    assert QUICK.__match_args__ == STANDARD.__match_args__
    assert QUICK.__slots__ == STANDARD.__slots__


@pytest.mark.parametrize(("args", "named"), [((), {}), (("a", 1, [], 1, 1), {}), (("a",), {"unknown": 1})])
def test_wrong_arguments_are_refused(args: tuple[object, ...], named: dict[str, object]) -> None:
    for made in (QUICK, STANDARD):
        with pytest.raises(TypeError):
            made(*args, **named)


def test_equality_looks_at_the_compared_fields_of_one_class() -> None:
    assert QUICK("a", 1, ["x"]) == QUICK("a", 1, ["y"])
    assert QUICK("a", 1) != QUICK("a", 2)
    assert QUICK("a", 1) != STANDARD("a", 1)
    assert Kept("a", 3) != Larger("a", 3)
    assert len({QUICK("a", 1), QUICK("a", 1), QUICK("b", 1)}) == 2


def test_nothing_can_be_set_or_taken_away() -> None:
    call = QUICK("Quillon")
    with pytest.raises(FrozenInstanceError):
        call.company = "Other"
    with pytest.raises(FrozenInstanceError):
        del call.company
    with pytest.raises(FrozenInstanceError):
        call.anything = 1


def test_each_instance_has_a_list_of_its_own() -> None:
    one, other = QUICK("a"), QUICK("a")
    one.notes.append("x")
    assert other.notes == []


def test_copies_and_changed_copies_are_right() -> None:
    kept = Larger("a", 4, more="b")
    for again in (copy.copy(kept), copy.deepcopy(kept), pickle.loads(pickle.dumps(kept)), replace(kept)):
        assert again == kept
        assert again is not kept
    assert replace(kept, count=9) == Larger("a", 9, more="b")


def test_generic_classes_and_equality_of_its_own_are_kept() -> None:
    assert Holder[int](3) == Holder(3)
    assert Named("Quillon") == Named("QUILLON")
    assert len({Named("Quillon"), Named("QUILLON")}) == 1


def test_a_pattern_takes_it_apart() -> None:
    match Kept("a", 5):
        case Kept(name, count):
            assert (name, count) == ("a", 5)
        case _:
            pytest.fail("no match")
