"""What stands with each move of a journey for the reports: when the prospect began the journey, and how long it stayed where it was."""

from collections.abc import Iterator, Sequence

from journeydesk.domain.journeys.fold import Move
from journeydesk.domain.time import moment_of

_HOUR = 3600


def courses(moves: Sequence[Move]) -> Iterator[tuple[Move, str | None, int | None]]:
    """Each of one prospect's moves, with the moment at which it began the journey and the whole hours that it had been in the stage
    that it left; None where nothing says it."""
    began: dict[str, str] = {}
    arrivals: dict[tuple[str, int], list[Move]] = {}
    for move in moves:
        if move.from_stage == 0:
            began[move.journey] = min(move.at, began.get(move.journey, move.at))
        arrivals.setdefault((move.journey, move.to_stage), []).append(move)
    for move in moves:
        came = arrivals.get((move.journey, move.from_stage), ()) if move.from_stage > 0 else ()
        arrived = max((other.at for other in came if other is not move and other.at <= move.at), default=None)
        yield move, began.get(move.journey), None if arrived is None else _hours(arrived, move.at)


def _hours(since: str, until: str) -> int | None:
    try:
        return int((moment_of(until) - moment_of(since)).total_seconds() / _HOUR + 0.5)
    except ValueError:
        return None
