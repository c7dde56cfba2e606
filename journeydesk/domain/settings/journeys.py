"""Journeys, their stages, and which event moves which of them (docs/rules.md, "Journeys")."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from journeydesk.domain.catalogue import PROSPECTS, FieldSpec
from journeydesk.domain.errors import SettingError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import StageNumber
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.words import tr

PROJECTED: Mapping[str, str] = MappingProxyType(
    {
        "Engagement": "journey_stage",
        "Deal": "deal_stage",
        "Lifecycle": "lifecycle_stage",
        "Onboarding": "onboarding_step",
        "Customer status": "customer_status",
    }
)
"""The journeys that have a field of their own in the base, by the name they were shipped with, and its slug
(docs/rules.md, "Published stages")."""

_NEEDED = frozenset(
    {
        "company", "contact_name", "email", "job_title", "phone", "website", "industry", "use_case", "volume_estimate",
        "technical_capability", "priority_level", "source", "owner", "next_follow_up", "estimated_revenue", "deal_probability",
        "expected_close",
    }
)  # fmt: skip

NEEDED: tuple[FieldSpec, ...] = tuple(field for field in PROSPECTS.fields if field.slug in _NEEDED)
"""The fields of a prospect that a stage may ask for."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage; `limit_days` is how many working days a card may stay before it counts as over its limit, `card_limit` how many may
    be there at once, `needs` the fields of a prospect that must have a value before a person moves it there; `is_end` closes the
    journey.

    `formerly` are the names it had, and those of stages that were joined into it: the log still speaks of them.
    """

    number: StageNumber
    name: str
    short: str
    limit_days: int | None
    is_end: bool
    formerly: tuple[str, ...] = ()
    card_limit: int | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Journey:
    """An ordered list of stages."""

    name: str
    stages: tuple[Stage, ...]
    formerly: tuple[str, ...] = ()
    _by_name: Mapping[str, Stage] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Every event that names a stage asks for it, so each name is looked up and not looked for.
        by_name: dict[str, Stage] = {}
        for stage in self.stages:
            for text in (str(stage.number), stage.name.casefold()):
                by_name.setdefault(text, stage)
        for stage in self.stages:
            by_name.setdefault(stage.short.casefold(), stage)
        for stage in self.stages:
            for name in stage.formerly:
                by_name.setdefault(name.casefold(), stage)
        object.__setattr__(self, "_by_name", by_name)

    def stage(self, number: int) -> Stage:
        """The stage with this number, counted from 1."""
        return self.stages[number - 1]

    def find(self, text: str) -> Stage | None:
        """The stage with this number, name or short name, case forgiven; failing these the one that was called so."""
        return self._by_name.get(text.strip().casefold())


Moves = Mapping[str, tuple[tuple[str, StageNumber], ...]]
"""Which event moves which journey to which stage."""


def read_thresholds(points: object) -> tuple[int, ...]:
    """The points from which each stage of Engagement counts."""
    good = isinstance(points, list) and all(isinstance(n, int) and not isinstance(n, bool) and n >= 0 for n in points)
    if not isinstance(points, list) or not good or not points or points[0] != 0 or sorted(set(points)) != points:
        raise SettingError("points.thresholds", points, tr("whole numbers that begin with 0 and rise"))
    return tuple(points)


def read_journeys(tables: object) -> tuple[Journey, ...]:
    """The journeys in their order."""
    if not isinstance(tables, list) or not tables:
        raise SettingError("journey", tables, tr("at least one journey with its stages"))
    journeys = []
    for place, table in enumerate(tables, 1):
        reader = Reader(table, f"journey {place}")
        stages = table.get("stage")
        if not isinstance(stages, list) or not stages:
            raise SettingError(f"journey {place}.stage", stages, tr("at least one stage"))
        read = tuple(_stage(s, n, place) for n, s in enumerate(stages, 1))
        names = [stage.name.casefold() for stage in read]
        if len(set(names)) != len(names):
            raise SettingError(f"journey {place}.stage", [stage.name for stage in read], tr("stages of different names"))
        journeys.append(Journey(reader.text("name"), read, _formerly(reader)))
    names = [journey.name.casefold() for journey in journeys]
    if len(set(names)) != len(names):
        raise SettingError("journey", [j.name for j in journeys], tr("journeys of different names"))
    return tuple(journeys)


def _stage(table: Mapping[str, Any], number: int, journey: int) -> Stage:
    reader = Reader(table, f"journey {journey}.stage {number}")
    name = reader.text("name")
    limit = reader.whole("limit_days", 1, 3650) if "limit_days" in table else None
    most = reader.whole("card_limit", 1, 1_000_000) if "card_limit" in table else None
    short = str(table.get("short", name))
    needs = _needs(reader) if "needs" in table else ()
    return Stage(StageNumber(number), name, short, limit, table.get("end", False) is True, _formerly(reader), most, needs)


def _needs(reader: Reader) -> tuple[str, ...]:
    names = reader.texts("needs")
    slugs = {field.name.casefold(): field.slug for field in NEEDED}
    if any(name.casefold() not in slugs for name in names):
        raise SettingError(
            reader.key("needs"),
            list(names),
            tr("some of the fields {needed}", needed=", ".join(field.name for field in NEEDED)),
        )
    return tuple(dict.fromkeys(slugs[name.casefold()] for name in names))


def _formerly(reader: Reader) -> tuple[str, ...]:
    return reader.texts("formerly") if reader.has("formerly") else ()


def read_moves(reader: Reader, journeys: tuple[Journey, ...]) -> Moves:
    """The table of events and stages; each stage must be one of its journey's."""
    by_name = {journey.name: journey for journey in journeys}
    moves: dict[str, tuple[tuple[str, StageNumber], ...]] = {}
    for event, table in reader.items():
        targets = []
        for name, stage_name in table.items():
            journey = by_name.get(name)
            stage = journey.find(str(stage_name)) if journey else None
            if journey is None or stage is None:
                raise SettingError(f"moves.{event}.{name}", stage_name, tr("a stage of one of the journeys"))
            targets.append((journey.name, stage.number))
        moves[event] = tuple(targets)
    return MappingProxyType(moves)
