"""What each number of the alert rules is called on the page, and how it is written: as the rule itself declares it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from journeydesk.domain.rules import registry
from journeydesk.domain.settings.alerts import FOR_ALL
from journeydesk.domain.settings.numbers import Number
from journeydesk.ui.tabs.settings.shapes import SHARE, Shape, number, whole


def _shape(declared: Number[Any]) -> Shape:
    if declared.kind == "share":
        return SHARE
    return whole(declared.unit) if declared.kind == "whole" else number(declared.unit)


NUMBERS: Mapping[str, tuple[str, Shape]] = MappingProxyType(
    {declared.key: (declared.words, _shape(declared)) for declared in (*FOR_ALL, *registry.NUMBERS.values())}
)
