"""What the whole team shares so that every machine computes alike: journeys, points, scoring, rules, targets.

Read from `resources/journeydesk.toml` and a workspace's overrides; validated here, value by value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journeydesk.domain.errors import SettingError
from journeydesk.domain.ids import StageNumber


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage; `limit_days` is how long a card may stay before it counts as over its limit, `is_end` closes the journey."""

    number: StageNumber
    name: str
    short: str
    limit_days: int | None
    is_end: bool


@dataclass(frozen=True, slots=True)
class Journey:
    """An ordered list of stages."""

    name: str
    stages: tuple[Stage, ...]

    def stage(self, number: int) -> Stage:
        """The stage with this number, counted from 1."""
        return self.stages[number - 1]

    def find(self, wanted: str) -> Stage | None:
        """The stage with this number, name or short name, case forgiven."""
        text = wanted.strip().casefold()
        for stage in self.stages:
            if text in (str(stage.number), stage.name.casefold(), stage.short.casefold()):
                return stage
        return None


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The points of every option (SPEC section 5). Thresholds are (at least or within, points), best first."""

    industry: Mapping[str, int]
    priority_level: Mapping[str, int]
    volume_estimate: Mapping[str, int]
    technical_capability: Mapping[str, int]
    use_case_characters: tuple[tuple[int, int], ...]
    answered_within_hours: tuple[tuple[int, int], ...]
    qualified_above: int
    hot_above: int


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """Which rules are on, and their numbers (SPEC section 6)."""

    on: frozenset[str]
    expire_after_days: int
    stage_skip_from: int
    big_jump_from: int


@dataclass(frozen=True, slots=True)
class TeamSettings:
    """All shared settings, checked."""

    team_name: str
    currency: str
    time_zone: ZoneInfo
    reps: tuple[str, ...]
    thresholds: tuple[int, ...]
    default_award: int
    largest_award: int
    cta_points: Mapping[str, int]
    journeys: tuple[Journey, ...]
    moves: Mapping[str, tuple[tuple[str, StageNumber], ...]]
    score: ScoreTable
    alerts: AlertSettings
    targets: Mapping[str, float]

    def journey(self, name: str) -> Journey | None:
        """The journey with this name, case forgiven."""
        wanted = name.casefold()
        return next((journey for journey in self.journeys if journey.name.casefold() == wanted), None)


def merged(defaults: Mapping[str, Any], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """The defaults with a workspace's overrides laid over them, table by table; lists are replaced whole."""
    result = dict(defaults)
    for key, value in overrides.items():
        below = result.get(key)
        result[key] = merged(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return result


class _Reader:
    """Takes typed values out of the file's tables; says which key is wrong."""

    def __init__(self, table: Mapping[str, Any], path: str = "") -> None:
        self._table = table
        self._path = path

    def _key(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def table(self, name: str) -> "_Reader":
        found = self._table.get(name)
        if not isinstance(found, Mapping):
            raise SettingError(self._key(name), found, "a table")
        return _Reader(found, self._key(name))

    def items(self) -> list[tuple[str, Any]]:
        return list(self._table.items())

    def text(self, name: str) -> str:
        found = self._table.get(name)
        if not isinstance(found, str) or not found:
            raise SettingError(self._key(name), found, "a text")
        return found

    def whole(self, name: str, least: int, most: int) -> int:
        found = self._table.get(name)
        if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
            raise SettingError(self._key(name), found, f"a whole number from {least} to {most}")
        return found

    def points(self, most: int) -> Mapping[str, int]:
        return MappingProxyType({name: self.whole(name, 0, most) for name in self._table})

    def texts(self, name: str) -> tuple[str, ...]:
        found = self._table.get(name)
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            raise SettingError(self._key(name), found, "a list of texts")
        return tuple(found)

    def steps(self, name: str) -> tuple[tuple[int, int], ...]:
        table = self.table(name)
        try:
            return tuple((int(key), table.whole(key, 0, 50)) for key, _ in table.items())
        except ValueError:
            raise SettingError(self._key(name), dict(table.items()), "whole numbers with their points") from None


def team_settings(mapping: Mapping[str, Any]) -> TeamSettings:
    """The settings in a parsed settings file. Raises SettingError naming the key, what was found and what is allowed."""
    reader = _Reader(mapping)
    team = reader.table("team")
    points = reader.table("points")
    journeys = _journeys(mapping.get("journey"))
    return TeamSettings(
        team_name=team.text("name"),
        currency=_currency(team.text("currency")),
        time_zone=_zone(team.text("time_zone")),
        reps=team.texts("reps"),
        thresholds=_thresholds(mapping),
        default_award=points.whole("default_award", 1, 50),
        largest_award=points.whole("largest_award", 1, 1000),
        cta_points=points.table("cta").points(50),
        journeys=journeys,
        moves=_moves(reader.table("moves"), journeys),
        score=_score(reader.table("score")),
        alerts=_alerts(reader.table("alerts")),
        targets=_targets(reader.table("targets")),
    )


def _currency(code: str) -> str:
    if len(code) != 3 or not code.isalpha() or not code.isupper():
        raise SettingError("team.currency", code, "an ISO 4217 code like EUR")
    return code


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise SettingError("team.time_zone", name, "a time zone like Europe/Berlin") from None


def _thresholds(mapping: Mapping[str, Any]) -> tuple[int, ...]:
    found = mapping["points"].get("thresholds")
    good = isinstance(found, list) and all(isinstance(n, int) and n >= 0 for n in found)
    if not good or not found or found[0] != 0 or sorted(set(found)) != found:
        raise SettingError("points.thresholds", found, "whole numbers that begin with 0 and rise")
    return tuple(found)


def _journeys(found: object) -> tuple[Journey, ...]:
    if not isinstance(found, list) or not found:
        raise SettingError("journey", found, "at least one journey with its stages")
    journeys = []
    for place, table in enumerate(found, 1):
        reader = _Reader(table, f"journey {place}")
        stages = table.get("stage")
        if not isinstance(stages, list) or not stages:
            raise SettingError(f"journey {place}.stage", stages, "at least one stage")
        journeys.append(Journey(reader.text("name"), tuple(_stage(s, n, place) for n, s in enumerate(stages, 1))))
    names = [journey.name.casefold() for journey in journeys]
    if len(set(names)) != len(names):
        raise SettingError("journey", [j.name for j in journeys], "journeys of different names")
    return tuple(journeys)


def _stage(table: Mapping[str, Any], number: int, journey: int) -> Stage:
    reader = _Reader(table, f"journey {journey}.stage {number}")
    name = reader.text("name")
    limit = reader.whole("limit_days", 1, 3650) if "limit_days" in table else None
    return Stage(StageNumber(number), name, str(table.get("short", name)), limit, table.get("end", False) is True)


def _moves(reader: _Reader, journeys: tuple[Journey, ...]) -> Mapping[str, tuple[tuple[str, StageNumber], ...]]:
    by_name = {journey.name: journey for journey in journeys}
    moves: dict[str, tuple[tuple[str, StageNumber], ...]] = {}
    for event, table in reader.items():
        targets = []
        for name, stage_name in table.items():
            journey = by_name.get(name)
            stage = journey.find(str(stage_name)) if journey else None
            if journey is None or stage is None:
                raise SettingError(f"moves.{event}.{name}", stage_name, "a stage of one of the journeys")
            targets.append((journey.name, stage.number))
        moves[event] = tuple(targets)
    return MappingProxyType(moves)


def _score(reader: _Reader) -> ScoreTable:
    return ScoreTable(
        industry=reader.table("industry").points(50),
        priority_level=reader.table("priority_level").points(50),
        volume_estimate=reader.table("volume_estimate").points(50),
        technical_capability=reader.table("technical_capability").points(50),
        use_case_characters=tuple(sorted(reader.steps("use_case_characters"), reverse=True)),
        answered_within_hours=tuple(sorted(reader.steps("answered_within_hours"))),
        qualified_above=reader.whole("qualified_above", 0, 50),
        hot_above=reader.whole("hot_above", 0, 50),
    )


def _alerts(reader: _Reader) -> AlertSettings:
    return AlertSettings(
        on=frozenset(reader.texts("on")),
        expire_after_days=reader.whole("expire_after_days", 1, 365),
        stage_skip_from=reader.whole("stage_skip_from", 1, 10),
        big_jump_from=reader.whole("big_jump_from", 2, 20),
    )


def _targets(reader: _Reader) -> Mapping[str, float]:
    targets = {}
    for name, value in reader.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise SettingError(f"targets.{name}", value, "a number from 0 up")
        targets[name] = float(value)
    return MappingProxyType(targets)
