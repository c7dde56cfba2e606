"""The domain's data cannot be changed once made, and holds nothing that it does not declare."""

import dataclasses
import importlib
import pkgutil

import pytest

import journeydesk.domain

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(journeydesk.domain.__path__, "journeydesk.domain.")
    if not module.ispkg
]
CLASSES = [
    item
    for module in MODULES
    for item in vars(module).values()
    if isinstance(item, type) and dataclasses.is_dataclass(item) and item.__module__ == module.__name__
]


@pytest.mark.parametrize(
    "data", CLASSES, ids=lambda data: f"{data.__module__.removeprefix('journeydesk.domain.')}.{data.__name__}"
)
def test_every_class_of_data_is_frozen_and_without_a_dictionary(data: type) -> None:
    assert data.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(data)


def test_the_domain_has_data_to_freeze() -> None:
    assert len(CLASSES) > 50
