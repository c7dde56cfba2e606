"""Every automation by its name, in the order in which they run."""

from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.automation import after_alerts, onboarding, owner, planning, tier
from journeydesk.domain.automation.plan import Automation

AUTOMATIONS: tuple[Automation, ...] = (
    owner.AUTOMATION,
    tier.AUTOMATION,
    onboarding.AUTOMATION,
    planning.AUTOMATION,
    *after_alerts.AUTOMATIONS,
)
BY_NAME: Mapping[str, Automation] = MappingProxyType({automation.name: automation for automation in AUTOMATIONS})
