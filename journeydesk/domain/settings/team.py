"""All shared settings together, checked."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.alerts import AlertSettings
from journeydesk.domain.settings.automation import AutomationSettings
from journeydesk.domain.settings.calendar import CalendarSettings
from journeydesk.domain.settings.delivery import DeliverySettings
from journeydesk.domain.settings.goals import Goal, Spend
from journeydesk.domain.settings.journeys import Journey, Moves
from journeydesk.domain.settings.mail import MailSettings
from journeydesk.domain.settings.payments import PaymentSettings
from journeydesk.domain.settings.people import Rep
from journeydesk.domain.settings.scoring import ScoreTable


@dataclass(frozen=True, slots=True)
class TeamSettings:
    """All shared settings, checked."""

    team_name: str
    currency: str
    time_zone: ZoneInfo
    reps: tuple[Rep, ...]
    thresholds: tuple[int, ...]
    default_award: int
    largest_award: int
    cta_points: Mapping[str, int]
    journeys: tuple[Journey, ...]
    moves: Moves
    share_all_events: bool
    score: ScoreTable
    alerts: AlertSettings
    automation: AutomationSettings
    calendar: CalendarSettings
    payments: PaymentSettings
    mail: MailSettings
    alert_mail: DeliverySettings
    targets: Mapping[str, float]
    goals: Mapping[str, Goal]
    spend: Spend

    def journey(self, name: str) -> Journey | None:
        """The journey with this name, case forgiven; failing that the one that was called so."""
        folded = name.casefold()
        for journey in self.journeys:
            if journey.name.casefold() == folded:
                return journey
        return next(
            (journey for journey in self.journeys if folded in (former.casefold() for former in journey.formerly)), None
        )


def merged(defaults: Mapping[str, Any], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """The defaults with a workspace's overrides laid over them, table by table; lists are replaced whole."""
    result = dict(defaults)
    for key, value in overrides.items():
        below = result.get(key)
        result[key] = merged(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return result
