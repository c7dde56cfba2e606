"""How the pipeline came from what it was to what it is: opening + new + grown − shrunk − won − lost = closing, to the cent
(docs/rules.md, "Pipeline")."""

from collections.abc import Iterable, Iterator

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.deals import DealStages
from journeydesk.storage.reports.deal_worth import DealSum
from journeydesk.storage.reports.touched_deals import RevenueChange, StageChange, Touched, TouchedDeal

NEW, GROWN, SHRUNK, WON, LOST = "New", "Grown", "Shrunk", "Won", "Lost"
KINDS = (NEW, GROWN, SHRUNK, WON, LOST)


@dataclass(frozen=True, slots=True)
class Moved:
    """One kind of change: hundredths of the team's currency, below zero for what left, how many changes (of new, won and lost: so
    many deals came and went), and whose they were."""

    kind: str
    amount: int
    count: int
    prospects: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """The five kinds in their order, and both ends as (hundredths, deals)."""

    opening: tuple[int, int]
    moved: tuple[Moved, ...]
    closing: tuple[int, int]

    def of(self, kind: str) -> Moved:
        """One of them."""
        return next(each for each in self.moved if each.kind == kind)


def total(deals: dict[int, DealSum], stages: DealStages) -> DealSum:
    """All open deals together."""
    whole = DealSum()
    for stage in stages.open:
        whole = whole.plus(deals.get(stage, DealSum()))
    return whole


def movement(stages: DealStages, closing: DealSum, touched: Touched) -> Movement:
    """What moved between two moments, by how the pipeline stood at the second and what changed in between.

    A deal is new when it comes into an open stage, also where it comes back; won or lost when it leaves for such an end, and lost,
    too, where it goes back to before the pipeline. It comes and goes with what it is worth at that moment.
    """
    amounts, counts = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    whose: dict[str, dict[int, None]] = {kind: {} for kind in KINDS}
    for deal in touched.deals:
        for kind, amount in _steps_of(stages, deal):
            amounts[kind] += amount
            counts[kind] += 1
            whose[kind][deal.prospect] = None
    for (source, target), (count, revenue) in touched.moves.items():
        way = _kind(stages, source, target)
        if way is not None:
            amounts[way] += revenue if way == NEW else -revenue
            counts[way] += count
    moved = tuple(Moved(kind, amounts[kind], counts[kind], tuple(whose[kind])) for kind in KINDS)
    left = counts[NEW] - counts[WON] - counts[LOST]
    opening = (closing.revenue - sum(amounts.values()), closing.count - left)
    return Movement(opening, moved, (closing.revenue, closing.count))


def _steps_of(stages: DealStages, deal: TouchedDeal) -> Iterable[tuple[str, int]]:
    """What the changes of a deal are to the pipeline. Nearly all deals moved once, and stand where that led."""
    only = deal.changes[0] if len(deal.changes) == 1 else None
    if not isinstance(only, StageChange) or only.target != deal.stage:
        return _steps(stages, deal)
    moved = _kind(stages, only.source, only.target)
    return () if moved is None else ((moved, (deal.revenue or 0) * (1 if moved == NEW else -1)),)


def _steps(stages: DealStages, deal: TouchedDeal) -> Iterator[tuple[str, int]]:
    moves = [change for change in deal.changes if isinstance(change, StageChange)]
    estimates = [change for change in deal.changes if isinstance(change, RevenueChange)]
    stage = moves[0].source if moves else deal.stage
    revenue = (estimates[0].old if estimates else deal.revenue) or 0
    last = StageChange(deal.changes[-1].at, moves[-1].target if moves else deal.stage, deal.stage)
    for change in (*deal.changes, last):
        if isinstance(change, RevenueChange):
            worth = change.new or 0
            if stage in stages.open and worth != revenue:
                yield (GROWN if worth > revenue else SHRUNK), worth - revenue
            revenue = worth
            continue
        moved = _kind(stages, stage, change.target)
        if moved is not None:
            yield moved, (revenue if moved == NEW else -revenue)
        stage = change.target


def _kind(stages: DealStages, source: int, target: int) -> str | None:
    """What a move is to the pipeline; None for one within or outside of it."""
    if target in stages.open and source not in stages.open:
        return NEW
    if source in stages.open and target not in stages.open:
        return WON if target in stages.won else LOST
    return None
