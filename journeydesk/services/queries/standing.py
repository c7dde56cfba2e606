"""A prospect's history in the journeys: every stage with the time in it, and how it came, first and last
(docs/rules.md, "The fold")."""

from collections.abc import Sequence
from datetime import datetime

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import EntryPoint, Move, effective_time, fold
from journeydesk.domain.settings import Journey
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.display import stage_words
from journeydesk.services.rows.common import EntryPointView
from journeydesk.storage.facts.events import events_of

_CTA = frozenset({"cta_clicked", "inquiry_submitted"})


@dataclass(frozen=True, slots=True)
class StageSpan:
    """One stay in a stage, by its name and as people read it: from when to when (None while it lasts), because of what and by whom."""

    number: int
    name: str
    words: str
    entered_at: datetime
    left_at: datetime | None
    reason: str
    actor: str

    def seconds(self, now: datetime) -> float:
        """How long it lasted, or lasts until now."""
        return max(0.0, ((self.left_at or now) - self.entered_at).total_seconds())


@dataclass(frozen=True, slots=True)
class JourneyHistory:
    """`stays` by journey, newest first, with every journey that has one. `first` is the first entry point ever set, `last` the last
    CTA; `entries` are all entry points, oldest first. `known_before`: the first click was of a visitor known before."""

    stays: dict[str, tuple[StageSpan, ...]]
    first: EntryPointView | None
    last: EntryPointView | None
    entries: tuple[EntryPointView, ...]
    known_before: bool


def journey_history(context: Context, prospect: RecordId) -> JourneyHistory:
    """The whole journey history of one prospect, folded from its log."""
    with context.database.read() as connection:
        log = events_of(connection, [prospect]).get(prospect, ())
    standing = fold(context.settings, log)
    stays = {}
    for journey in context.settings.journeys:
        moves = [move for move in standing.moves if move.journey == journey.name]
        if moves:
            stays[journey.name] = _stays(context, journey, moves)
    entries = tuple(_entry(entry) for entry in standing.entries)
    return JourneyHistory(stays, entries[0] if entries else None, _last_touch(log), entries, standing.known_before)


def _stays(context: Context, journey: Journey, moves: Sequence[Move]) -> tuple[StageSpan, ...]:
    stays = []
    for place, move in enumerate(moves):
        following = moves[place + 1] if place + 1 < len(moves) else None
        left = moment_of(following.at) if following else None
        words = move.reason.replace("_", " ")
        stage = journey.stage(move.to_stage)
        reason, shown = words[:1].upper() + words[1:], stage_words(context, journey, stage)
        stays.append(StageSpan(stage.number, stage.name, shown, moment_of(move.at), left, reason, move.actor))
    return tuple(reversed(stays))


def _last_touch(log: Sequence[Event]) -> EntryPointView | None:
    clicks = [event for event in log if event.type in _CTA]
    if not clicks:
        return None
    last = max(clicks, key=lambda event: (effective_time(event), event.id))
    metadata = last.metadata()
    utm = " / ".join(str(metadata[name]) for name in ("utm_source", "utm_medium", "utm_campaign") if metadata.get(name))
    name = last.cta or (tr("Inquiry form") if last.type == "inquiry_submitted" else "")
    return EntryPointView(name, str(metadata.get("page") or ""), utm, moment_of(effective_time(last)))


def _entry(entry: EntryPoint) -> EntryPointView:
    utm = " / ".join(part for part in (entry.source, entry.medium, entry.campaign) if part)
    return EntryPointView(entry.cta, entry.page, utm, moment_of(entry.at) if entry.at else None)
