"""All shared settings together, checked, and the team's reps among them (docs/rules.md, "Settings of the team")."""

import re
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from journeydesk.domain.errors import SettingError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.alerts import AlertSettings
from journeydesk.domain.settings.automation import AutomationSettings
from journeydesk.domain.settings.calendar import CalendarSettings
from journeydesk.domain.settings.delivery import DeliverySettings
from journeydesk.domain.settings.goals import Goal, Spend
from journeydesk.domain.settings.journeys import Journey, Moves
from journeydesk.domain.settings.mail import MailSettings
from journeydesk.domain.settings.payments import PaymentSettings
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.settings.scoring import ScoreTable
from journeydesk.domain.settings.upgrades import UpgradeSettings
from journeydesk.domain.words import tr

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Rep:
    """One rep; prospects are given only to active ones."""

    name: str
    email: str = ""
    active: bool = True


def read_reps(reader: Reader, name: str) -> tuple[Rep, ...]:
    """Reps as names, or as tables with name, e-mail and whether they are active; no two of one name."""
    items = dict(reader.items()).get(name)
    if not isinstance(items, list):
        raise SettingError(reader.key(name), items, tr("a list of reps"))
    reps: list[Rep] = []
    for place, item in enumerate(items, 1):
        key = f"{reader.key(name)} {place}"
        rep = _rep(item, key)
        if rep.name.casefold() in (other.name.casefold() for other in reps):
            raise SettingError(f"{key}.name", rep.name, tr("a name that no other rep has"))
        reps.append(rep)
    return tuple(reps)


def _rep(item: object, key: str) -> Rep:
    if isinstance(item, str) and item:
        return Rep(item)
    if not isinstance(item, dict):
        raise SettingError(key, item, tr("a name, or a table with name, email and active"))
    table = Reader(item, key)
    email = item.get("email", "")
    if not isinstance(email, str) or (email and not _EMAIL.fullmatch(email)):
        raise SettingError(f"{key}.email", email, tr("an e-mail address, or none"))
    return Rep(table.text("name"), email, table.yes("active", True))


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
    upgrades: UpgradeSettings

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
