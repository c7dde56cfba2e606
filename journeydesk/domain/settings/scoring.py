"""The points of the lead score (docs/rules.md, "Lead score")."""

from collections.abc import Mapping

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.reader import Reader


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The points of every option. Thresholds are (at least or within, points), best first."""

    industry: Mapping[str, int]
    priority_level: Mapping[str, int]
    volume_estimate: Mapping[str, int]
    technical_capability: Mapping[str, int]
    use_case_characters: tuple[tuple[int, int], ...]
    answered_within_hours: tuple[tuple[int, int], ...]
    qualified_above: int
    assign_above: int
    hot_above: int


def read_score(reader: Reader) -> ScoreTable:
    """The table `score`."""
    return ScoreTable(
        industry=reader.table("industry").points(50),
        priority_level=reader.table("priority_level").points(50),
        volume_estimate=reader.table("volume_estimate").points(50),
        technical_capability=reader.table("technical_capability").points(50),
        use_case_characters=tuple(sorted(reader.steps("use_case_characters"), reverse=True)),
        answered_within_hours=tuple(sorted(reader.steps("answered_within_hours"))),
        qualified_above=reader.whole("qualified_above", 0, 50),
        assign_above=reader.whole("assign_above", 0, 50),
        hot_above=reader.whole("hot_above", 0, 50),
    )
