"""Which tier a prospect lacks, and which is offered to it (docs/rules.md, "Upgrades")."""

from journeydesk.domain.catalogue import TIERS
from journeydesk.domain.settings.upgrades import EVERY as EVERY
from journeydesk.domain.settings.upgrades import NEEDING as NEEDING
from journeydesk.domain.settings.upgrades import Feature as Feature
from journeydesk.domain.settings.upgrades import Tier as Tier


def rank(tier: str) -> int:
    """The place of a tier; one that is none, or not given, is below all."""
    return TIERS.index(tier) if tier in TIERS else -1


def is_below(tier: str, needed: str) -> bool:
    """Whether a prospect of this tier lacks what needs the other; nothing is needed where that is empty."""
    return bool(needed) and rank(tier) < rank(needed)


def next_above(tier: str) -> str:
    """The tier to offer where nothing in particular is needed: the next one, or the highest."""
    return TIERS[min(rank(tier) + 1, len(TIERS) - 1)]
