"""What the side of a report tells of a stage or a flow that was chosen."""

from journeydesk.reports.behind import Behind
from journeydesk.reports.behind import behind as behind_of
from journeydesk.services.context import Context
from journeydesk.storage.reports import sides
from journeydesk.storage.reports.behind.question import read_question
from journeydesk.storage.reports.cohorts import Part
from journeydesk.storage.reports.sides import Moved as Moved
from journeydesk.storage.reports.sides import Person as Person
from journeydesk.storage.reports.sides import Stopped as Stopped

SHOWN = 10


def about(behind: Behind, state: str) -> Behind:
    """What opens another state of the same stage: `reached`, `stopped`, `still` or `left`."""
    question = read_question(str(behind.criteria[0].values[0]))
    basis = question.name.partition(" ")[0]
    return behind_of(f"{basis} {state}", question.words, question.values)


def stopped(context: Context, behind: Behind, owner: str | None, source: str | None) -> Stopped:
    """Who did not go on from a stage; `behind` is what its figure opens. Raises UserError where that can no longer be read."""
    question = read_question(str(behind.criteria[0].values[0]))
    with context.database.read(much=True) as connection:
        return sides.stopped(connection, question, Part(owner, source), SHOWN)


def moved(context: Context, behind: Behind, owner: str | None, source: str | None) -> Moved:
    """Who moved along a flow; likewise."""
    question = read_question(str(behind.criteria[0].values[0]))
    with context.database.read(much=True) as connection:
        return sides.moved(connection, question, Part(owner, source), SHOWN)
