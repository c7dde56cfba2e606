"""Who would move if the journeys were changed: previewed before it is done (docs/rules.md, "Journeys")."""

from collections import Counter

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.fold import Move, fold
from journeydesk.domain.settings import Journey, TeamSettings
from journeydesk.domain.words import figure, tr
from journeydesk.services.commands.journeys import Edit, changes_of
from journeydesk.services.commands.settings import checked
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import all_prospects
from journeydesk.services.workspace.settings import Progress
from journeydesk.storage.facts.events import events_of

_BATCH = 1_000
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Moving:
    """So many prospects go from one stage to another; an empty name stands for not being in the journey."""

    journey: str
    before: str
    after: str
    count: int
    examples: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class JourneyPreview:
    """What a change of the journeys would do: the groups that move, largest first, and how many prospects were asked."""

    moving: tuple[Moving, ...]
    asked: int

    @property
    def words(self) -> str:
        """Nobody moves, or how many do."""
        total = sum(group.count for group in self.moving)
        return (
            tr("{total} of {asked} prospects move", total=figure(total), asked=figure(self.asked))
            if total
            else tr("Nobody moves")
        )


def preview(context: Context, edit: Edit, progress: Progress = lambda _done, _all: None) -> JourneyPreview:
    """Folds everybody by the journeys of now and by the changed ones; nothing is written. For a thread other than the window's.

    Raises UserError where the change cannot be made.
    """
    before, after = context.settings, checked(context, changes_of(context, edit))
    pairs = _same_journeys(before, after)
    counts: Counter[tuple[str, str, str]] = Counter()
    examples: dict[tuple[str, str, str], list[RecordId]] = {}
    everybody = all_prospects(context)
    for start in range(0, len(everybody), _BATCH):
        batch = everybody[start : start + _BATCH]
        with context.database.read() as connection:
            events = events_of(connection, batch)
        for record in batch:
            log = events.get(record, ())
            for group in _moves(pairs, fold(before, log).positions, fold(after, log).positions):
                counts[group] += 1
                if len(examples.setdefault(group, [])) < _SHOWN:
                    examples[group].append(record)
        progress(start + len(batch), len(everybody))
    moving = tuple(Moving(*group, count, tuple(examples[group])) for group, count in counts.most_common())
    return JourneyPreview(moving, len(everybody))


def _same_journeys(before: TeamSettings, after: TeamSettings) -> list[tuple[Journey | None, Journey | None]]:
    """Each journey of before with what it is afterwards, and the new ones."""
    pairs: list[tuple[Journey | None, Journey | None]] = [(journey, after.journey(journey.name)) for journey in before.journeys]
    kept = {journey.name for _, journey in pairs if journey}
    return pairs + [(None, journey) for journey in after.journeys if journey.name not in kept]


def _moves(
    pairs: list[tuple[Journey | None, Journey | None]], before: dict[str, Move], after: dict[str, Move]
) -> list[tuple[str, str, str]]:
    moves = []
    for old, new in pairs:
        was = _stage_name(old, before)
        now = _stage_name(new, after)
        if was != now and not _renamed(old, new, was, now):
            journey = new or old
            moves.append((journey.name if journey else "", was, now))
    return moves


def _renamed(old: Journey | None, new: Journey | None, was: str, now: str) -> bool:
    """Whether a stage only has another name: who stands there moves nowhere. Joining it into another stage is a move."""
    if old is None or new is None or not was or not now:
        return False
    existed = now in (stage.name for stage in old.stages)
    stage = new.find(was)
    return not existed and stage is not None and stage.name == now


def _stage_name(journey: Journey | None, positions: dict[str, Move]) -> str:
    move = positions.get(journey.name) if journey else None
    return journey.stage(move.to_stage).name if journey and move else ""
