"""The shared settings out of a settings file's tables, checked value by value.

This is where the settings and the rules meet: each rule declares its own numbers, and the table `alerts` is checked by them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journeydesk.domain.catalogue import OUTCOMES, TIERS
from journeydesk.domain.errors import SettingError
from journeydesk.domain.rules.registry import NUMBERS, RULE_NAMES
from journeydesk.domain.settings.alerts import read_alerts
from journeydesk.domain.settings.automation import read_automation
from journeydesk.domain.settings.calendar import read_calendar
from journeydesk.domain.settings.delivery import read_delivery
from journeydesk.domain.settings.goals import read_goals, read_spend
from journeydesk.domain.settings.journeys import read_journeys, read_moves, read_thresholds
from journeydesk.domain.settings.mail import read_mail
from journeydesk.domain.settings.payments import read_payments
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.settings.scoring import read_score
from journeydesk.domain.settings.team import TeamSettings, read_reps
from journeydesk.domain.settings.upgrades import read_upgrades
from journeydesk.domain.territories import CURRENCIES
from journeydesk.domain.words import tr


def team_settings(mapping: Mapping[str, Any]) -> TeamSettings:
    """The settings in a parsed settings file. Raises SettingError naming the key, what was found and what is allowed."""
    reader = Reader(mapping)
    team = reader.table("team")
    points = reader.table("points")
    journeys = read_journeys(mapping.get("journey"))
    return TeamSettings(
        team_name=team.text("name"),
        currency=_currency(team.text("currency")),
        time_zone=_zone(team.text("time_zone")),
        reps=read_reps(team, "reps"),
        thresholds=read_thresholds(mapping["points"].get("thresholds")),
        default_award=points.whole("default_award", 1, 50),
        largest_award=points.whole("largest_award", 1, 1000),
        cta_points=points.table("cta").points(50),
        journeys=journeys,
        moves=read_moves(reader.table("moves"), journeys),
        share_all_events=_share_all(reader.table("events")),
        score=read_score(reader.table("score")),
        alerts=read_alerts(reader.table("alerts"), RULE_NAMES, [n for n in NUMBERS.values() if n.table == "alerts"]),
        automation=read_automation(reader.table("automation"), frozenset(TIERS)),
        calendar=read_calendar(reader.table("calendar"), frozenset(OUTCOMES)),
        payments=read_payments(reader.table("payments")),
        mail=read_mail(reader.table("mail")),
        alert_mail=read_delivery(reader.table("alert_mail")),
        targets=_targets(reader.table("targets")),
        goals=read_goals(reader.table("goals")),
        spend=read_spend(reader.table("spend")),
        upgrades=read_upgrades(reader.table("upgrades"), team.text("currency")),
    )


def _currency(code: str) -> str:
    if code not in CURRENCIES:
        raise SettingError("team.currency", code, tr("an ISO 4217 code like EUR"))
    return code


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise SettingError("team.time_zone", name, tr("a time zone like Europe/Berlin")) from None


def _share_all(reader: Reader) -> bool:
    choice = reader.text("share")
    if choice not in ("daily sums", "all"):
        raise SettingError(reader.key("share"), choice, tr("daily sums or all"))
    return choice == "all"


def _targets(reader: Reader) -> Mapping[str, float]:
    targets = {}
    for name, value in reader.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise SettingError(f"targets.{name}", value, tr("a number from 0 up"))
        targets[name] = float(value)
    return MappingProxyType(targets)
