"""The programme's goals, of each measure what it must reach and what it aims at, and what the team spent to reach them
(docs/rules.md, "Goals" and "Spend")."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from journeydesk.domain.errors import SettingError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.words import tr

MEASURES = (
    *("applications", "active_customers", "daily_active", "retention", "acquisition_cost"),
    *("fit", "testimonials", "case_studies", "net_promoter", "referrals"),
    *("recurring_revenue", "paid_conversion", "lifetime_to_cost", "lost_revenue", "expansion"),
)
"""The fifteen measures by their keys, in the order of the board: five of acquisition, of fit, of business."""

LESS_IS_BETTER = frozenset({"acquisition_cost", "lost_revenue"})
"""Measures that shall be low: their must is above their target."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What must be reached and what is aimed at, in the measure's own unit: shares are fractions, money whole units."""

    must: float
    target: float


def read_goals(reader: Reader) -> Mapping[str, Goal]:
    """The table `goals`. Raises SettingError naming the key, also where a must is beyond its target."""
    goals = {}
    for measure in MEASURES:
        table = reader.table(measure)
        goal = Goal(table.number("must", 0, 1_000_000_000), table.number("target", 0, 1_000_000_000))
        beyond = goal.must < goal.target if measure in LESS_IS_BETTER else goal.must > goal.target
        if beyond:
            order = tr("at least the target, for less is better") if measure in LESS_IS_BETTER else tr("at most the target")
            raise SettingError(
                table.key("must"), goal.must, tr("a number that is {order} ({target})", order=order, target=f"{goal.target:g}")
            )
        goals[measure] = goal
    return MappingProxyType(goals)


Spend = Mapping[str, Mapping[str, Decimal]]
"""Amounts in major units by month (`2026-05`) and source. A source need not be one of the choices: a fair, an agency."""

LARGEST = 1_000_000_000
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def read_spend(reader: Reader) -> Spend:
    """The table `spend`. Raises SettingError naming the key."""
    months: dict[str, Mapping[str, Decimal]] = {}
    for month in [name for name, _ in reader.items()]:
        if not _MONTH.fullmatch(month):
            raise SettingError(reader.key(month), month, tr("months like 2026-05, each with what was spent on which source"))
        sources = reader.table(month)
        amounts = {source: Decimal(repr(sources.number(source, 0, LARGEST))) for source, _ in sources.items()}
        if any(not source.strip() for source in amounts):
            raise SettingError(reader.key(month), "", tr("sources with a name"))
        months[month] = MappingProxyType(amounts)
    return MappingProxyType(months)
