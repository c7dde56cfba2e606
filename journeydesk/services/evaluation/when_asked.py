"""The evaluation for commands, imported when one first asks for it: the window imports its commands before the first list is painted,
and that list needs no rules."""

from collections.abc import Iterable, Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection


def evaluate_within(context: Context, connection: Connection, prospects: Sequence[RecordId]) -> int:
    """`evaluate.evaluate_within`."""
    from journeydesk.services.evaluation import evaluate

    return evaluate.evaluate_within(context, connection, prospects)


def evaluate_now_or_soon(context: Context, connection: Connection, prospects: Sequence[RecordId]) -> None:
    """`evaluate.evaluate_now_or_soon`."""
    from journeydesk.services.evaluation import evaluate

    evaluate.evaluate_now_or_soon(context, connection, prospects)


def follow_settings(context: Context) -> None:
    """`evaluate.follow_settings`."""
    from journeydesk.services.evaluation import evaluate

    evaluate.follow_settings(context)


def evaluate_few(context: Context, prospects: Iterable[RecordId]) -> None:
    """`evaluate.evaluate_few`."""
    from journeydesk.services.evaluation import evaluate

    evaluate.evaluate_few(context, prospects)
