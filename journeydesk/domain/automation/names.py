"""The names of the automations: what the settings switch, the log is kept by and the registry finds."""

from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.words import noted, tr

ONBOARDING = noted("onboarding tasks")
CHECK_IN = noted("check-in")
FOLLOW_UP = noted("follow-up")
OWNER = noted("owner")
TIER = noted("tier")
PLANNING = noted("planning review")

TITLES: Mapping[str, str] = MappingProxyType(
    {
        OWNER: tr("When a new prospect scores high"),
        TIER: tr("When somebody pays for a plan"),
        ONBOARDING: tr("When a prospect is accepted"),
        PLANNING: tr("When a customer reaches a late stage"),
        CHECK_IN: tr("When usage jumps in a week"),
        FOLLOW_UP: tr("When a prospect does not answer"),
    }
)
"""What a person calls each of them, in a list and where a change of it is taken back."""

AUTOMATION_NAMES: frozenset[str] = frozenset({ONBOARDING, CHECK_IN, FOLLOW_UP, OWNER, TIER, PLANNING})
