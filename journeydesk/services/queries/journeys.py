"""Who would move if the journeys were changed: asked before it is done (docs/rules.md, "Journeys")."""

from collections import Counter
from dataclasses import dataclass

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.fold import Move, fold
from journeydesk.domain.settings import Journey, TeamSettings
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
    some: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class JourneyPreview:
    """What a change of the journeys would do: the groups that move, largest first, and how many prospects were asked."""

    moving: tuple[Moving, ...]
    asked: int

    @property
    def words(self) -> str:
        """Nobody moves, or how many do."""
        total = sum(group.count for group in self.moving)
        return f"{total:,} of {self.asked:,} prospects move" if total else "Nobody moves"


def preview(context: Context, edit: Edit, progress: Progress = lambda _done, _all: None) -> JourneyPreview:
    """Folds everybody by the journeys of now and by the changed ones; nothing is written. For a thread other than the window's.

    Raises UserError where the change cannot be made.
    """
    before, after = context.settings, checked(context, changes_of(context, edit))
    pairs = _same_journeys(before, after)
    counts: Counter[tuple[str, str, str]] = Counter()
    some: dict[tuple[str, str, str], list[RecordId]] = {}
    everybody = all_prospects(context)
    for start in range(0, len(everybody), _BATCH):
        batch = everybody[start : start + _BATCH]
        with context.database.read() as connection:
            events = events_of(connection, batch)
        for record in batch:
            log = events.get(record, ())
            for group in _moves(pairs, fold(before, log).positions, fold(after, log).positions):
                counts[group] += 1
                if len(some.setdefault(group, [])) < _SHOWN:
                    some[group].append(record)
        progress(start + len(batch), len(everybody))
    moving = tuple(Moving(*group, count, tuple(some[group])) for group, count in counts.most_common())
    return JourneyPreview(moving, len(everybody))


def _same_journeys(before: TeamSettings, after: TeamSettings) -> list[tuple[Journey | None, Journey | None]]:
    """Each journey of before with what it is afterwards, and the new ones."""
    pairs: list[tuple[Journey | None, Journey | None]] = [(one, after.journey(one.name)) for one in before.journeys]
    known = {found.name for _, found in pairs if found}
    return pairs + [(None, one) for one in after.journeys if one.name not in known]


def _moves(
    pairs: list[tuple[Journey | None, Journey | None]], before: dict[str, Move], after: dict[str, Move]
) -> list[tuple[str, str, str]]:
    found = []
    for old, new in pairs:
        was = _stage_name(old, before)
        now = _stage_name(new, after)
        if was != now and not _renamed(old, new, was, now):
            journey = new or old
            found.append((journey.name if journey else "", was, now))
    return found


def _renamed(old: Journey | None, new: Journey | None, was: str, now: str) -> bool:
    """Whether a stage only has another name: who stands there moves nowhere. One that was joined into another is no such."""
    if old is None or new is None or not was or not now:
        return False
    there_before = now in (stage.name for stage in old.stages)
    found = new.find(was)
    return not there_before and found is not None and found.name == now


def _stage_name(journey: Journey | None, positions: dict[str, Move]) -> str:
    move = positions.get(journey.name) if journey else None
    return journey.stage(move.to_stage).name if journey and move else ""
