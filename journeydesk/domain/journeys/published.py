"""Which journeys the base shows, and in which of its fields (docs/rules.md, "Published stages")."""

from collections.abc import Mapping
from types import MappingProxyType

PROJECTED: Mapping[str, str] = MappingProxyType(
    {
        "Engagement": "journey_stage",
        "Deal": "deal_stage",
        "Lifecycle": "lifecycle_stage",
        "Onboarding": "onboarding_step",
        "Customer status": "customer_status",
    }
)
"""The journeys that have a field of their own in the remote, by the name they were shipped with, and its slug."""
