"""What the team did: calls by outcome and rep, how many reached somebody, and at which hours of the team's day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median
from zoneinfo import ZoneInfo

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.statuses import REACHED
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.activity import Calls, Slot

_DAYS = 7
_HOURS = 24
_BUSY = range(8, 18)
"""Hours that the map shows though nobody called in them."""


@dataclass(frozen=True, slots=True)
class RepCalls:
    """One rep's calls, how many of them reached somebody, and the median of the weeks before (None without any)."""

    name: str
    calls: int
    reached: Share
    own_median: float | None


@dataclass(frozen=True, slots=True)
class CallFigures:
    """The calls of a span by outcome (most first) and by rep (most first), and the share that reached somebody."""

    by_outcome: tuple[tuple[str, int], ...]
    by_rep: tuple[RepCalls, ...]
    reached: Share

    @property
    def total(self) -> int:
        """All of them."""
        return self.reached.n


@dataclass(frozen=True, slots=True)
class Hours:
    """Calls by weekday (Monday first) and by hour of the team's zone, and the share that reached somebody by hour. `untimed` are those
    of which only the day is known; they are in no hour. `by_day` counts all calls of each weekday."""

    hours: tuple[int, ...]
    days: tuple[int, ...]
    counts: tuple[tuple[int, ...], ...]
    reached: tuple[Share, ...]
    untimed: int = 0
    by_day: tuple[int, ...] = (0,) * _DAYS

    def by_two(self) -> "Hours":
        """The same with two hours in each column, from an even one on."""
        pairs = tuple(sorted({hour - hour % 2 for hour in self.hours}))
        counts = tuple(
            tuple(sum(count for hour, count in zip(self.hours, row, strict=True) if hour - hour % 2 == pair) for pair in pairs)
            for row in self.counts
        )
        return replace(self, hours=pairs, counts=counts, reached=tuple(self.within(pair, pair + 2) for pair in pairs))

    def within(self, first: int, last: int) -> Share:
        """The share that reached somebody in the hours from `first` on and before `last`."""
        shares = [share for hour, share in zip(self.hours, self.reached, strict=True) if first <= hour < last]
        return Share(sum(share.part for share in shares), sum(share.n for share in shares))


def call_figures(calls: Iterable[Calls], weeks_before: Sequence[Mapping[str, int]] = ()) -> CallFigures:
    """Every call counts once in each: a rep is who made it, "" for nobody."""
    outcomes: Counter[str] = Counter()
    made: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    for each in calls:
        outcomes[each.outcome] += each.count
        made[each.owner] += each.count
        reached[each.owner] += each.count if each.outcome in REACHED else 0
    names = {*made, *(name for week in weeks_before for name in week)}
    reps = [
        RepCalls(name, made[name], Share(reached[name], made[name]), _own_median(name, weeks_before)) for name in sorted(names)
    ]
    return CallFigures(
        tuple(sorted(outcomes.items(), key=lambda item: (-item[1], item[0]))),
        tuple(sorted(reps, key=lambda rep: (-rep.calls, rep.name))),
        Share(sum(reached.values()), sum(made.values())),
    )


def _own_median(name: str, weeks: Sequence[Mapping[str, int]]) -> float | None:
    """A week without a call counts as none, from the rep's first call in these weeks on."""
    counts = [week.get(name, 0) for week in weeks]
    first = next((place for place, count in enumerate(counts) if count), None)
    return None if first is None else float(median(counts[first:]))


def by_hour(slots: Iterable[Slot], zone: ZoneInfo) -> Hours:
    """Each slot at the hour that the team's clocks show: in the hour that comes twice both are counted, in the one that is left
    out none can be. Saturday and Sunday are shown where somebody called."""
    counts: dict[tuple[int, int], int] = defaultdict(int)
    reached: dict[int, int] = defaultdict(int)
    untimed, by_day = 0, [0] * _DAYS
    for slot in slots:
        local = datetime.fromisoformat(slot.begins).replace(tzinfo=UTC).astimezone(zone)
        by_day[local.weekday()] += slot.count
        if not local.hour and not local.minute:
            # A field that holds days alone has every call at midnight.
            untimed += slot.count
            continue
        counts[local.weekday(), local.hour] += slot.count
        reached[local.hour] += slot.reached
    used = {hour for _, hour in counts}
    hours = tuple(hour for hour in range(min({*used, *_BUSY}), max({*used, *_BUSY}) + 1) if hour < _HOURS)
    days = tuple(day for day in range(_DAYS) if day < 5 or any((day, hour) in counts for hour in hours))
    rows = tuple(tuple(counts.get((day, hour), 0) for hour in hours) for day in days)
    totals = [sum(row[place] for row in rows) for place in range(len(hours))]
    shares = tuple(Share(reached[hour], total) for hour, total in zip(hours, totals, strict=True))
    return Hours(hours, days, rows, shares, untimed, tuple(by_day))
