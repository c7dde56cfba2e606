"""After something changed, or time passed: fold, publish, score, and ask the rules (docs/rules.md, "The fold").

Only what changed is looked at, and what time alone may have changed; a few batches of prospects are one short
transaction, which ends early where another thread waits to write or a key is pressed.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from datetime import timedelta

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.automation.after_alerts import LISTENS
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.rules.churn import CHURN_RISK
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.registry import PROSPECT_RULES, TEAM_RULES
from journeydesk.domain.rules.rule import Verdict
from journeydesk.services.changes import Change
from journeydesk.services.commands.long_steps import recover
from journeydesk.services.context import Context
from journeydesk.services.evaluation.alerting import Alerting
from journeydesk.services.evaluation.automation_conflicts import yield_to_others
from journeydesk.services.evaluation.automations import Automations
from journeydesk.services.evaluation.daily_sums import share_daily_sums
from journeydesk.services.evaluation.hand_edits import adopt_hand_edits, begin_applications
from journeydesk.services.evaluation.projection import boards_of, to_publish
from journeydesk.services.evaluation.scoring import score_batch, score_of
from journeydesk.services.evaluation.unmatched_events import UnmatchedEvents
from journeydesk.services.workspace.settings import evaluated, is_to_evaluate, refresh, to_evaluate
from journeydesk.storage.alerts import lifecycle as alert_life
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import events_of
from journeydesk.storage.facts.prospect_facts import FactReader, prospect_rows
from journeydesk.storage.facts.rechecks import due_for_recheck, write_recheck_at
from journeydesk.storage.facts.scores import write_risk
from journeydesk.storage.facts.team_facts import team_facts
from journeydesk.storage.lists.board import write_standings
from journeydesk.storage.records.lookup import count_all, living_records
from journeydesk.storage.records.records import Author, update_many
from journeydesk.storage.records.stamping import stamped_at_the_end
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.table_maps import read_only_fields

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

# So that a save waits for no more than one of these, some ten milliseconds.
_BATCH = 12
# Nobody waiting, so many share a transaction: its end, with its pages encrypted and on disk, costs as much as a batch.
_BATCHES_AT_ONCE = 3
# The same where no window is open, in which nobody saves: an index's page that many prospects change is written once.
_BATCH_ALONE = 200
_MANY = 400
"""The evaluation of so many is written with more memory, its log moved into the file after each of so many, beside others' saves:
sooner than a commit would do it, for which they would wait."""
_MOST_DUE = 100_000
_FEW = 2_000
_NOTED_AT_ONCE = 500
_JUDGED = "team_judged"


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
    evaluation = _Evaluation(context)
    with context.database.writing_much() if len(prospects) >= _MANY else nullcontext():
        _evaluate_each(context, evaluation, prospects, pulled_since, progress, chosen)
    # Counted over all prospects, so outside of what other writers wait for.
    with context.database.read() as connection:
        team_alerts = evaluation.ask_team(connection)
    with context.database.write() as connection:
        evaluation.settle_team(connection, team_alerts)
        if note is not None:
            evaluated(connection, note)
        return evaluation.finish(connection)


def _evaluate_each(
    context: Context,
    evaluation: "_Evaluation",
    prospects: Sequence[RecordId],
    pulled_since: str | None,
    progress: Callable[[int, int], None],
    chosen: bool,
) -> None:
    many = len(prospects) >= _MANY
    done = moved = 0
    while done < len(prospects):
        context.database.give_way()
        size = _BATCH_ALONE if many and not context.database.has_window() else _BATCH
        with context.database.write() as connection, stamped_at_the_end(connection) if many else nullcontext():
            for _ in range(_BATCHES_AT_ONCE):
                batch = prospects[done : done + size]
                if pulled_since is not None:
                    yield_to_others(connection, batch, context.now())
                    adopt_hand_edits(context, connection, batch, pulled_since)
                    if chosen:
                        begin_applications(context, connection, batch, pulled_since)
                evaluation.batch(connection, batch)
                done += len(batch)
                if done >= len(prospects) or context.database.is_awaited() or context.database.is_busy_in_window():
                    break
        progress(done, len(prospects))
        if done - moved >= _MANY:
            context.database.checkpoint()
            moved = done


def evaluate_within(context: Context, connection: Connection, prospects: Sequence[RecordId]) -> int:
    """The same for a few prospects inside a transaction of the caller's; the team's rules wait for their day."""
    evaluation = _Evaluation(context)
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
        quiet = get_meta(connection, _JUDGED) == context.today().isoformat() and not is_to_evaluate(connection)
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


def _at_risk(drafts: Sequence[AlertDraft]) -> int:
    """Whether a churn risk stands, handled or not."""
    return int(any(alert.rule == CHURN_RISK for alert in drafts))


class _Evaluation:
    """One evaluation at one moment, batch by batch."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._settings = context.settings
        self._author = Author("Journeydesk", context.now(), "rule")
        self._reader = FactReader(context.today() - timedelta(days=1))
        self._raising = Alerting(context.settings, self._author)
        self._automating = Automations(context.settings, self._author)
        self._waiting = UnmatchedEvents(context.settings, self._author)
        self._on = context.settings.alerts.on
        heard = {name for automation in context.settings.automation.on for name in LISTENS.get(automation, ())}
        self._rules = [rule for rule in PROSPECT_RULES if rule.name in self._on or rule.name in heard]

    def batch(self, connection: Connection, prospects: Sequence[RecordId]) -> None:
        """Folds these, publishes what changed, scores them, and asks each rule."""
        self._waiting.take(connection, prospects)
        events = events_of(connection, prospects)
        rows = prospect_rows(connection, prospects)
        standings = {record: fold(self._settings, events.get(record, ())) for record in rows}
        edits = {record: to_publish(self._settings, row, standings[record]) for record, row in rows.items()}
        computed = read_only_fields(connection, "prospects")
        if computed:
            edits = {r: {name: value for name, value in values.items() if name not in computed} for r, values in edits.items()}
        edits = {record: values for record, values in edits.items() if values}
        if edits:
            update_many(connection, "prospects", edits, self._author)
            for record, values in edits.items():
                rows[record] |= values
        write_standings(
            connection,
            [(record, standings[record], boards_of(self._settings, standings[record], row)) for record, row in rows.items()],
            self._settings.journeys[0].name,
        )
        facts = self._reader.read(connection, rows, standings, events)
        score_batch(self._settings, connection, rows, facts, self._author)
        self._automating.give_owners(connection, facts)
        verdicts = {record: self._ask(prospect) for record, prospect in facts.items()}
        findings = {record: (facts[record], verdict.alerts) for record, verdict in verdicts.items()}
        self._raising.settle(
            connection, {record: (prospect, self._raised(drafts)) for record, (prospect, drafts) in findings.items()}
        )
        self._automating.run(connection, findings)
        risks = {record: _at_risk(verdict.alerts) for record, verdict in verdicts.items()}
        write_risk(connection, [(risk, record) for record, risk in risks.items() if risk != (rows[record]["at_risk"] or 0)])
        never: dict[RecordId, str | None] = dict.fromkeys(prospects)
        write_recheck_at(connection, never | {record: verdict.recheck_at for record, verdict in verdicts.items()})

    def _raised(self, drafts: Sequence[AlertDraft]) -> list[AlertDraft]:
        """Those of rules that are on: the others were asked for automation only."""
        return [alert for alert in drafts if alert.rule in self._on]

    def _ask(self, facts: ProspectFacts) -> Verdict:
        """What all rules say of a prospect together, and when the first of them is to be asked again."""
        alerts: list[AlertDraft] = []
        recheck_at: str | None = None
        for rule in self._rules:
            if rule.name in facts.muted:
                continue
            verdict = rule.find(facts, self._settings, self._author.at)
            alerts += verdict.alerts
            if verdict.recheck_at is not None and (recheck_at is None or verdict.recheck_at < recheck_at):
                recheck_at = verdict.recheck_at
        return Verdict(tuple(alerts), recheck_at)

    def ask_team(self, connection: Connection) -> list[AlertDraft]:
        """What the team's rules find, asked once for all prospects."""
        today, zone = self._context.today(), self._settings.time_zone
        facts = team_facts(connection, today, zone, self._settings.currency, self._author.at)
        return [
            alert
            for rule in TEAM_RULES
            if rule.name in self._on
            for alert in rule.find(facts, self._settings, self._author.at).alerts
        ]

    def settle_team(self, connection: Connection, alerts: Sequence[AlertDraft]) -> None:
        """Raises and clears the team's alerts; its day is judged with that."""
        self._raising.settle_team(connection, alerts)
        set_meta(connection, _JUDGED, self._context.today().isoformat())

    def finish(self, connection: Connection) -> int:
        """Raises what was gathered; returns how many alerts were raised."""
        return self._raising.finish(connection)
