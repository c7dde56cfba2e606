"""The fold: a prospect's standing as a pure function of its set of events (docs/rules.md, "The fold").

Events are ordered by (occurred at, id) and counted once each, so any order of arrival and any duplicates give the same
standing. An event more than five minutes ahead of its arrival counts as of its arrival.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.events import MOST_AHEAD, Event
from journeydesk.domain.settings import Journey, TeamSettings
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import noted

_CTA = frozenset({"cta_clicked", "inquiry_submitted"})
_Timed = tuple[str, str, Event]
ADOPTED = "Airtable"
"""The source of a `stage_set` that stands for an edit in Airtable."""

# Money revives a journey that had ended: who pays again is no longer lost.
_REVIVING = frozenset({"payment_succeeded", "purchase_made"})


@dataclass(frozen=True, slots=True)
class Move:
    """One move of one journey; `from_stage` is 0 for the first."""

    journey: str
    from_stage: int
    to_stage: int
    at: str
    reason: str
    actor: str
    event: str


@dataclass(frozen=True, slots=True)
class Jump:
    """A CTA that aimed ahead of where the prospect stood: what stage skip and big jump look at."""

    event: str
    at: str
    cta: str
    stage: int
    target: int
    points_before: int
    points_after: int


@dataclass(frozen=True, slots=True)
class Award:
    """What one CTA earned: its base points times the stages that it aimed ahead."""

    event: str
    at: str
    cta: str
    points: int


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """First touch: the CTA, page and campaign, and when."""

    cta: str
    page: str
    source: str
    medium: str
    campaign: str
    at: str

    def as_text(self) -> str:
        """As the Entry Point field has it (docs/rules.md, "Entry point"): JSON."""
        shown = {
            "cta": self.cta,
            "page": self.page,
            "utm_source": self.source,
            "utm_medium": self.medium,
            "utm_campaign": self.campaign,
            "at": self.at,
        }
        return json.dumps(shown, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a prospect stands: its last move in each journey, every move, points and what earned them, entry point and its history,
    jumps."""

    positions: dict[str, Move]
    moves: tuple[Move, ...]
    points: int
    entry: EntryPoint | None
    entries: tuple[EntryPoint, ...]
    jumps: tuple[Jump, ...]
    awards: tuple[Award, ...] = ()
    known_before: bool = False
    """Whether the first click was of a visitor known before, so that no entry point is what the log says."""


def effective_time(event: Event) -> str:
    """When an event counts: as it says, or as of its arrival where it claims to be from the future."""
    if event.occurred_at > event.arrived_at:
        limit = moment_text(moment_of(event.arrived_at) + MOST_AHEAD)
        if event.occurred_at > limit:
            return event.arrived_at
    return event.occurred_at


class _Folder:
    """The running state of one fold; lives only inside `fold`."""

    def __init__(self, settings: TeamSettings) -> None:
        self.settings = settings
        self.engagement = settings.journeys[0]
        self.thresholds = settings.thresholds[: len(settings.journeys[0].stages)]
        self.positions: dict[str, Move] = {}
        self.moves: list[Move] = []
        self.points = 0
        self.entry: EntryPoint | None = None
        self.entries: list[EntryPoint] = []
        self.jumps: list[Jump] = []
        self.awards: list[Award] = []
        self.entry_closed = False
        self.known_before = False

    def enter(self, journey: str, stage: int, at: str, event: Event, reason: str) -> None:
        before = self.positions.get(journey)
        move = Move(journey, before.to_stage if before else 0, stage, at, reason, event.source, event.id)
        self.positions[journey] = move
        self.moves.append(move)

    def stage_of(self, journey: str) -> int:
        move = self.positions.get(journey)
        return move.to_stage if move else 0

    def advance(self, event: Event, at: str) -> None:
        """Moves by the table of the settings: forward only, but money revives what had ended."""
        for name, target in self.settings.moves.get(event.type, ()):
            move = self.positions.get(name)
            current = move.to_stage if move else 0
            if target > current or (current > target and event.type in _REVIVING and self._ended(name, current)):
                self.enter(name, target, at, event, event.type)

    def _ended(self, name: str, stage: int) -> bool:
        journey = self.settings.journey(name)
        return journey is not None and journey.stage(stage).is_end

    def click(self, event: Event, at: str) -> None:
        """A CTA: entry point, points, and the engagement stage that the points reach."""
        metadata = event.metadata()
        self._touch(event, at, metadata)
        if event.type != "cta_clicked":
            return
        current = max(1, self.stage_of(self.engagement.name))
        aimed_at = self.engagement.find(event.stage) if event.stage else None
        target = aimed_at.number if aimed_at else current
        base = self._base(event.cta, metadata.get("points"))
        before = self.points
        award = base * max(1, target - current)
        self.points += award
        self.awards.append(Award(event.id, at, event.cta or "", award))
        if target - current >= 2:
            self.jumps.append(Jump(event.id, at, event.cta or "", current, target, before, self.points))
        reached = self._by_points()
        if reached > self.stage_of(self.engagement.name):
            self.enter(
                self.engagement.name,
                reached,
                at,
                event,
                noted("points passed {thresholds}", thresholds=self.settings.thresholds[reached - 1]),
            )

    def _base(self, cta: str | None, in_event: object) -> int:
        if cta is not None and cta in self.settings.cta_points:
            return self.settings.cta_points[cta]
        if isinstance(in_event, int) and not isinstance(in_event, bool) and 1 <= in_event <= self.settings.largest_award:
            return in_event
        return self.settings.default_award

    def _by_points(self) -> int:
        # The thresholds rise, so the highest that the points exceed is the last before they do not.
        return max(1, bisect_left(self.thresholds, self.points))

    def _touch(self, event: Event, at: str, metadata: object) -> None:
        values = metadata if isinstance(metadata, dict) else {}
        inquiry = event.type == "inquiry_submitted"
        if not inquiry and self.entry_closed:
            return
        self.entry_closed = True
        if not inquiry and values.get("returning"):
            self.known_before = True
            return
        self.entry = EntryPoint(
            cta=event.cta or ("Inquiry" if inquiry else ""),
            page=str(values.get("page") or ""),
            source=str(values.get("utm_source") or ""),
            medium=str(values.get("utm_medium") or ""),
            campaign=str(values.get("utm_campaign") or ""),
            at=at,
        )
        self.entries.append(self.entry)

    def set_by_hand(self, event: Event, at: str) -> None:
        """A person's move: the stage as said, and in Engagement the points of its threshold."""
        metadata = event.metadata()
        journey = self.settings.journey(str(metadata.get("journey") or self.engagement.name))
        stage = journey.find(event.stage) if journey and event.stage else None
        if journey is None or stage is None:
            return
        if event.source == ADOPTED and stage.number == self.stage_of(journey.name):
            # It was no hand edit but what another machine had published, whose events have come since.
            return
        if journey is self.engagement:
            self.points = self.settings.thresholds[min(stage.number, len(self.settings.thresholds)) - 1]
        if stage.number != self.stage_of(journey.name):
            self.enter(journey.name, stage.number, at, event, str(metadata.get("reason") or noted("by hand")))

    def named_stage(self, event: Event, at: str) -> None:
        """`stage_entered` and `stage_completed` of the web tracker: forward to the stage named, or to the one after it."""
        journey = self._journey_of(event)
        stage = journey.find(event.stage) if journey and event.stage else None
        if journey is None or stage is None:
            return
        target = min(stage.number + (event.type == "stage_completed"), len(journey.stages))
        if target > self.stage_of(journey.name):
            self.enter(journey.name, target, at, event, event.type)

    def _journey_of(self, event: Event) -> Journey | None:
        named = event.metadata().get("journey")
        return self.settings.journey(str(named)) if named else self.engagement


def fold(settings: TeamSettings, events: Iterable[Event]) -> Standing:
    """The standing that these events give; independent of their order and of duplicates."""
    log = list(events)
    if len({event.id for event in log}) < len(log):
        # Where one id stands for several, the same of them counts whatever their order.
        log = list({e.id: e for e in sorted(log, key=lambda e: (e.id, e.occurred_at, e.arrived_at), reverse=True)}.values())
    timed = [
        (event.occurred_at if event.occurred_at <= event.arrived_at else effective_time(event), event.id, event)
        for event in log
    ]
    timed.sort()
    folder = _Folder(settings)
    if any(event.source == ADOPTED for event in log):
        timed = _without_published(settings, timed)
    for at, _, event in timed:
        kind = event.type
        if kind == "stage_set":
            folder.set_by_hand(event, at)
            continue
        if kind in settings.moves:
            folder.advance(event, at)
        if kind in _CTA:
            folder.click(event, at)
        elif kind in ("stage_entered", "stage_completed"):
            folder.named_stage(event, at)
    return Standing(
        folder.positions,
        tuple(folder.moves),
        folder.points,
        folder.entry,
        tuple(folder.entries),
        tuple(folder.jumps),
        tuple(folder.awards),
        folder.known_before,
    )


def _without_published(settings: TeamSettings, timed: list[_Timed]) -> list[_Timed]:
    """Leaves out adopted stages that the events of before their adoption explain: then another machine had published them.

    A prospect that comes without events has its stages adopted as of its application. Where its events come after all, they say
    it better, and with the right points.
    """
    adopted = {event.id: seen for _, _, event in timed if (seen := _seen_at(event))}
    if not adopted:
        return timed
    gone = set()
    for identifier, seen in adopted.items():
        event = next(event for _, _, event in timed if event.id == identifier)
        earlier = [other for at, _, other in timed if at <= seen and other.id not in adopted]
        journey = settings.journey(str(event.metadata().get("journey") or ""))
        stage = journey.find(event.stage) if journey and event.stage else None
        if earlier and journey and stage:
            move = fold(settings, earlier).positions.get(journey.name)
            if move is not None and move.to_stage == stage.number:
                gone.add(identifier)
    return [item for item in timed if item[2].id not in gone]


def _seen_at(event: Event) -> str:
    """When a stage was adopted of a prospect without events; empty for every other event."""
    if event.type != "stage_set" or event.source != ADOPTED or not event.payload or '"seen"' not in event.payload:
        return ""
    return str(event.metadata().get("seen") or "")
