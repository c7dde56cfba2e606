"""Every rule by its name: what runs, what the settings page lists, what an alert's reading pane says of its rule."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from journeydesk.domain.alerts.alert import Recommendation
from journeydesk.domain.rules import (
    answers,
    applications,
    assets,
    churn,
    daily,
    jumps,
    payments,
    rotting,
    trouble,
    usage,
    weekly,
)
from journeydesk.domain.rules.facts import ProspectFacts, TeamFacts
from journeydesk.domain.rules.rule import Rule
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import Number
from journeydesk.domain.time import day_in_words, day_of
from journeydesk.domain.words import tr

PROSPECT_RULES: tuple[Rule[ProspectFacts], ...] = (
    *jumps.RULES,
    *applications.RULES,
    *trouble.RULES,
    *churn.RULES,
    *usage.RULES,
    *answers.RULES,
    *payments.RULES,
    *assets.RULES,
    *rotting.RULES,
)
"""What is asked of each prospect."""

TEAM_RULES: tuple[Rule[TeamFacts], ...] = (*trouble.TEAM_RULES, *daily.RULES, *weekly.RULES)
"""What is asked of the team's figures."""

_EVERY: tuple[Rule[Any], ...] = (*TEAM_RULES, *PROSPECT_RULES)
BY_NAME: Mapping[str, Rule[Any]] = MappingProxyType({rule.name: rule for rule in _EVERY})
"""Rules by name; a rule that looks at prospects and at the team is found as the one that looks at prospects."""

RULE_NAMES: frozenset[str] = frozenset(BY_NAME)
"""What the settings switch and the inbox filters by."""

NUMBERS: Mapping[str, Number[Any]] = MappingProxyType({number.key: number for rule in _EVERY for number in rule.numbers})
"""Every number that a rule declares, by its key; one that several rules share stands once."""


def advice(rule: str) -> Recommendation:
    """What to do about an alert of this rule; of one that this version does not know, to look at it."""
    known = BY_NAME.get(rule)
    return known.advice if known else Recommendation(tr("Look at it"), tr("Decide what to do next."))


def why(settings: TeamSettings, rule: str, expires_at: str | None, today: date | None = None) -> str:
    """Why somebody sees an alert of this rule, and when it will go, on a day of the team's zone."""
    known = BY_NAME.get(rule)
    if known is None:
        return tr("This version does not know the rule. It was raised on another computer.")
    ends = (
        tr(", or on {day_in} if nobody handles it", day_in=day_in_words(day_of(expires_at, settings.time_zone), today))
        if expires_at
        else ""
    )
    return tr("{when} It goes when {clears}{ends}.", when=known.when(settings), clears=known.clears, ends=ends)
