"""What the whole team shares so that every machine computes alike: journeys, points, scoring, rules, targets.

Read from `resources/journeydesk.toml` and a workspace's overrides; validated by `settings.read`, value by value.
"""

from journeydesk.domain.settings.alerts import AlertSettings
from journeydesk.domain.settings.journeys import Journey, Stage
from journeydesk.domain.settings.payments import PaymentSettings
from journeydesk.domain.settings.scoring import ScoreTable
from journeydesk.domain.settings.team import Rep, TeamSettings, merged

__all__ = [
    "AlertSettings",
    "Journey",
    "PaymentSettings",
    "Rep",
    "ScoreTable",
    "Stage",
    "TeamSettings",
    "merged",
]
