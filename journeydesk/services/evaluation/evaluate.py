"""After something changed, or time passed: fold, publish, score, and ask the rules (docs/rules.md, "The fold").

Only what changed is looked at, and what time alone may have changed.
"""

from collections.abc import Callable, Iterable, Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.commands.long_steps import recover
from journeydesk.services.context import Context
from journeydesk.services.evaluation.daily_sums import share_daily_sums
from journeydesk.services.evaluation.each import Pull, evaluate_each
from journeydesk.services.evaluation.hand_edits import adopt_hand_edits
from journeydesk.services.evaluation.log import put_rest_in_order
from journeydesk.services.evaluation.one_evaluation import JUDGED, Evaluation
from journeydesk.services.evaluation.scoring import score_of
from journeydesk.services.workspace.settings import evaluated, is_to_evaluate, refresh, to_evaluate
from journeydesk.storage.alerts import lifecycle as alert_life
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.rechecks import due_for_recheck, write_recheck_at
from journeydesk.storage.records.lookup import count_all, living_records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.meta import get_meta

__all__ = [
    "adopt_hand_edits",
    "all_prospects",
    "evaluate",
    "evaluate_due",
    "evaluate_few",
    "evaluate_now_or_soon",
    "evaluate_within",
    "follow_settings",
    "score_of",
]

_MOST_DUE = 100_000
_FEW = 2_000
_NOTED_AT_ONCE = 500


def evaluate(
    context: Context,
    prospects: Iterable[RecordId] | None = None,
    pulled_since: str | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> int:
    """Evaluates these prospects, or all, and the team; returns how many alerts were raised.

    New settings call for everybody; while another thread is at that, only these are evaluated here, and to evaluate all waits for
    its end. `progress` is told how many of how many prospects are done; what it raises ends the work, and what was to be done for
    all is still remembered. With `pulled_since` (the stored moment at which a pull began) stages that the pull brought and that
    differ from the fold become `stage_set` events first: a person set them in the remote (docs/rules.md, "Published stages").
    """
    held = prospects is None and context.evaluating.acquire()
    try:
        with context.database.write() as connection:
            refresh(context, connection)
            note = to_evaluate(connection)
        held = held or (note is not None and context.evaluating.acquire(blocking=False))
        chosen = all_prospects(context) if held else sorted(prospects or ())
        return _evaluate(context, chosen, pulled_since, progress, prospects is not None, note if held else None)
    finally:
        if held:
            context.evaluating.release()


def _evaluate(
    context: Context,
    prospects: Sequence[RecordId],
    pulled_since: str | None,
    progress: Callable[[int, int], None],
    chosen: bool,
    note: str | None,
) -> int:
    evaluation = Evaluation(context)
    evaluate_each(context, evaluation, prospects, Pull(pulled_since, chosen) if pulled_since is not None else None, progress)
    # Counted over all prospects, so outside of what other writers wait for.
    with context.database.read() as connection:
        team_alerts = evaluation.ask_team(connection)
    with context.database.write() as connection:
        evaluation.settle_team(connection, team_alerts)
        evaluation.raise_late(connection)
        left = evaluation.add_members(connection)
    while left:
        # A digest of everybody has tens of thousands of members: no save waits for all of them.
        context.database.give_way()
        with context.database.write(synced=False) as connection:
            left = evaluation.add_members(connection)
    with context.database.write() as connection:
        if note is not None:
            evaluated(connection, note)
        return evaluation.end(connection)


def evaluate_within(context: Context, connection: Connection, prospects: Sequence[RecordId]) -> int:
    """The same for a few prospects inside a transaction of the caller's; the team's rules wait for their day."""
    evaluation = Evaluation(context)
    evaluation.batch(connection, prospects)
    return evaluation.finish(connection)


def evaluate_now_or_soon(context: Context, connection: Connection, prospects: Sequence[RecordId]) -> None:
    """`evaluate_within` for a few; thousands are noted as due instead, and the background takes them batch by batch: an evaluation of
    so many would hold up every other write."""
    if len(prospects) <= _FEW:
        evaluate_within(context, connection, prospects)
        return
    for start in range(0, len(prospects), _NOTED_AT_ONCE):
        write_recheck_at(connection, dict.fromkeys(prospects[start : start + _NOTED_AT_ONCE], context.now()))


def evaluate_few(context: Context, prospects: Iterable[RecordId]) -> None:
    """Evaluates prospects that are noted as due, at once where they are few; thousands are left to the background."""
    chosen = list(prospects)
    if 0 < len(chosen) <= _FEW:
        evaluate(context, chosen)
        context.publish(Change(frozenset({"alerts", "prospects", "positions", "tasks", "sync"}), None, "sync"))


def evaluate_due(context: Context) -> int:
    """What passing time alone changed: alerts that ran out, prospects to look at again, the team's day, new settings. Every minute will do.

    An application that was closed for a week finds all of it due at once, in one evaluation; returns how many alerts were raised.
    """
    recover(context)
    if put_rest_in_order(context.database):
        context.publish(Change(frozenset({"positions"}), None, "sync"))
    now = context.now()
    share_daily_sums(context)
    changed = False
    while True:
        with context.database.write() as connection:
            out = alert_life.expire(connection, Author("Journeydesk", now, "rule"))
        changed = changed or bool(out)
        if not out:
            break
    with context.database.read() as connection:
        due = due_for_recheck(connection, now, _MOST_DUE)
        quiet = get_meta(connection, JUDGED) == context.today().isoformat() and not is_to_evaluate(connection)
    if not due and quiet:
        if changed:
            context.publish(Change(frozenset({"alerts", "sync"}), None, "sync"))
        return 0
    raised = evaluate(context, due)
    context.publish(Change(frozenset({"alerts", "prospects", "positions", "tasks", "sync"}), None, "sync"))
    return raised


def follow_settings(context: Context) -> None:
    """After the settings changed here: evaluates everybody at once where they are few; many are left to the background."""
    with context.database.read() as connection:
        now = is_to_evaluate(connection) and count_all(connection, "prospects") <= _FEW
    if now:
        evaluate(context)


def all_prospects(context: Context) -> list[RecordId]:
    """Every living prospect."""
    with context.database.read() as connection:
        return living_records(connection, "prospects")
