"""How far prospects came in a journey: by cohort (who entered it in a span, where they stand now) or by period (what happened
within the span). Every stage is parted into who went on, who is still there and who left, and each transition has its own n."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.ladder import ladder
from journeydesk.domain.settings import Journey, Stage
from journeydesk.domain.words import figure, tr
from journeydesk.reports.behind import Behind, behind
from journeydesk.reports.shared.durations import Durations, durations
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.cohorts import Entered, Reach, Span, Stay

Basis = Literal["cohort", "period"]
State = Literal["reached", "went on", "stopped", "still", "left"]


@dataclass(frozen=True, slots=True)
class StageProgress:
    """Of those who reached a stage (or a later one): who went on, who did not and is still open, who did not and is closed.
    `stay` is the time in the stage, `advance` the time until a later stage of the ladder; both of stays that have ended."""

    number: int
    name: str
    went_on: int
    still: int
    left: int
    stay: Durations = field(default_factory=Durations)
    advance: Durations = field(default_factory=Durations)

    @property
    def reached(self) -> int:
        """All of them."""
        return self.went_on + self.stopped

    @property
    def stopped(self) -> int:
        """Who did not go on so far."""
        return self.still + self.left

    @property
    def conversion(self) -> Share:
        """The share that went on."""
        return Share(self.went_on, self.reached)

    @property
    def drop_off(self) -> Share:
        """The share that did not go on so far."""
        return Share(self.stopped, self.reached)


@dataclass(frozen=True, slots=True)
class Progress:
    """Stages in order. `size` is the whole cohort, or how many entered the first stage in the period."""

    basis: Basis
    span: Span
    span_words: str
    stages: tuple[StageProgress, ...]

    @property
    def size(self) -> int:
        """n of the whole."""
        return self.stages[0].reached if self.stages else 0

    @property
    def words(self) -> str:
        """Who is spoken of: entered 17 Feb – 17 May 2026, n = 1,240."""
        if self.basis == "cohort":
            return tr("entered {span}, n = {size}", span=self.span_words, size=figure(self.size))
        return tr("moved {span}, n = {size}", span=self.span_words, size=figure(self.size))

    @property
    def total(self) -> Share:
        """The share of the whole that reached the last stage."""
        last = self.stages[-1].reached if self.stages else 0
        return Share(min(last, self.size), self.size)

    def behind(self, stage: StageProgress, state: State) -> Behind:
        """The prospects of a figure."""
        verb = {
            "reached": tr("reached"),
            "went on": tr("went on from"),
            "stopped": tr("did not go on from"),
            "still": tr("are still in"),
        }
        did = verb.get(state, tr("left from"))
        words = f"{did} {stage.name}, {'entered' if self.basis == 'cohort' else 'moved'} {self.span_words}"
        return behind(f"{self.basis} {state}", words, {**self.span.values, "stage": stage.number})


def worst(stages: Sequence[StageProgress]) -> StageProgress | None:
    """The stage, but the last, that the largest share did not go on from, of those with enough to speak of shares."""
    known = [(stage.drop_off.value, -stage.number, stage) for stage in stages[:-1] if stage.drop_off.value]
    return max(known)[2] if known else None


def of_cohort(journey: Journey, reaches: Iterable[Reach], stays: Iterable[Stay] = ()) -> tuple[StageProgress, ...]:
    """Each stage of the ladder by how far its cohort came."""
    furthest: dict[tuple[int, bool], int] = defaultdict(int)
    for reach in reaches:
        furthest[reach.furthest, bool(reach.is_open)] += reach.count
    spent = by_stage(stays)
    stages = []
    for stage in ladder(journey):
        went_on = sum(count for (number, _), count in furthest.items() if number > stage.number)
        stages.append(_stage(stage, went_on, furthest[stage.number, True], furthest[stage.number, False], spent))
    return tuple(stages)


def of_period(journey: Journey, entries: Iterable[Entered], stays: Iterable[Stay] = ()) -> tuple[StageProgress, ...]:
    """Each stage of the ladder by who entered it in the period."""
    counts: dict[tuple[int, bool, bool], int] = defaultdict(int)
    for entry in entries:
        counts[entry.stage, bool(entry.went_on), bool(entry.is_open)] += entry.count
    spent = by_stage(stays)
    return tuple(
        _stage(
            stage,
            counts[stage.number, True, True] + counts[stage.number, True, False],
            counts[stage.number, False, True],
            counts[stage.number, False, False],
            spent,
        )
        for stage in ladder(journey)
    )


def by_stage(stays: Iterable[Stay]) -> Mapping[tuple[int, bool], Durations]:
    """Time in stage (False) and time to advance (True), by the stage's number."""
    all_of_them: dict[int, list[tuple[int, int]]] = defaultdict(list)
    advances: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for stay in stays:
        all_of_them[stay.stage].append((max(0, stay.hours), stay.count))
        if stay.advanced:
            advances[stay.stage].append((max(0, stay.hours), stay.count))
    spent = {(stage, False): durations(_summed(counts)) for stage, counts in all_of_them.items()}
    return spent | {(stage, True): durations(_summed(counts)) for stage, counts in advances.items()}


def _summed(counts: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    sums: dict[int, int] = defaultdict(int)
    for hours, count in counts:
        sums[hours] += count
    return sums.items()


def _stage(stage: Stage, went_on: int, still: int, left: int, spent: Mapping[tuple[int, bool], Durations]) -> StageProgress:
    none = Durations()
    stay, advance = spent.get((stage.number, False), none), spent.get((stage.number, True), none)
    return StageProgress(stage.number, stage.short, went_on, still, left, stay, advance)


def groups(journey: Journey, reaches: Iterable[Reach]) -> dict[str, tuple[StageProgress, ...]]:
    """The cohort's stages apart by group, largest group first."""
    parts: dict[str, list[Reach]] = defaultdict(list)
    for reach in reaches:
        parts[reach.group].append(reach)
    made = {name: of_cohort(journey, part) for name, part in parts.items()}
    return dict(sorted(made.items(), key=lambda item: (-item[1][0].reached if item[1] else 0, item[0])))
