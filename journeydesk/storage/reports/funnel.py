"""What the funnel and the journey map are computed from."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings import Journey
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports import cohorts
from journeydesk.storage.reports.cohorts import Entered, Flow, Part, Reach, Span, Stay

GROUPS = ("entry", "source", "owner")
"""What the funnel is told apart by, the first of them first."""


@dataclass(frozen=True, slots=True)
class FunnelInputs:
    """A journey in a span: the cohort by how far it came, whole and by group, who entered which stage in the period, stays, flows;
    and how long it took to the last stage, as (group, hours, how many)."""

    journey: Journey
    span: Span
    reaches: Sequence[Reach]
    entries: Sequence[Entered]
    stays: Sequence[Stay]
    groups: Mapping[str, Sequence[Reach]]
    flows: Sequence[Flow]
    arrivals: Mapping[str, Sequence[tuple[str, int, int]]] = field(default_factory=dict)


def read_funnel(connection: Connection, journey: Journey, span: Span, part: Part, by_period: bool) -> FunnelInputs:
    """For the funnel: of the cohort, or of what happened in the period."""
    groups = cohorts.reaches_by(connection, span, part, GROUPS)
    stays = cohorts.stays_ended(connection, span, part) if by_period else cohorts.stays_of_cohort(connection, span, part)
    entries = cohorts.entries(connection, span, part) if by_period else ()
    arrivals = cohorts.arrivals_by(connection, span, part, GROUPS)
    return FunnelInputs(journey, span, _whole(groups["owner"]), entries, stays, groups, (), arrivals)


def read_map(connection: Connection, journey: Journey, span: Span, part: Part) -> FunnelInputs:
    """For the map: the cohort, its stays and its moves."""
    reaches = cohorts.reaches(connection, span, part)
    stays, flows = cohorts.stays_of_cohort(connection, span, part), cohorts.flows(connection, span, part)
    return FunnelInputs(journey, span, reaches, (), stays, {}, flows)


def _whole(parts: Sequence[Reach]) -> list[Reach]:
    sums: dict[tuple[int, int], int] = {}
    for part in parts:
        sums[part.furthest, part.is_open] = sums.get((part.furthest, part.is_open), 0) + part.count
    return [Reach("", furthest, is_open, count) for (furthest, is_open), count in sorted(sums.items())]
