"""What the team spent to win customers: by month and source, in its own currency (docs/rules.md, "Spend")."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from journeydesk.domain.errors import SettingError
from journeydesk.domain.settings.reader import Reader

Spend = Mapping[str, Mapping[str, Decimal]]
"""Amounts in major units by month (`2026-05`) and source. A source need not be one of the choices: a fair, an agency."""

LARGEST = 1_000_000_000
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def read_spend(reader: Reader) -> Spend:
    """The table `spend`. Raises SettingError naming the key."""
    months: dict[str, Mapping[str, Decimal]] = {}
    for month in [name for name, _ in reader.items()]:
        if not _MONTH.fullmatch(month):
            raise SettingError(reader.key(month), month, "months like 2026-05, each with what was spent on which source")
        sources = reader.table(month)
        amounts = {source: Decimal(repr(sources.number(source, 0, LARGEST))) for source, _ in sources.items()}
        if any(not source.strip() for source in amounts):
            raise SettingError(reader.key(month), "", "sources with a name")
        months[month] = MappingProxyType(amounts)
    return MappingProxyType(months)
