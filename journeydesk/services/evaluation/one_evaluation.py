"""One evaluation at one moment: what is found of prospects, read and computed by whoever reads, and what follows, written."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import TypeVar

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.automation.after_alerts import LISTENS
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import Standing, fold
from journeydesk.domain.rules.churn import CHURN_RISK
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.registry import PROSPECT_RULES, TEAM_RULES
from journeydesk.domain.rules.rule import Verdict
from journeydesk.domain.values import Stored
from journeydesk.services.context import Context
from journeydesk.services.evaluation.alerting import Alerting
from journeydesk.services.evaluation.automations import Automations
from journeydesk.services.evaluation.hand_edits import unexplained
from journeydesk.services.evaluation.plain import Plain
from journeydesk.services.evaluation.projection import boards_of, to_publish
from journeydesk.services.evaluation.scoring import Scoring, judge_batch, write_scores
from journeydesk.services.evaluation.unmatched_events import UnmatchedEvents
from journeydesk.storage.alerts import lifecycle as alert_life
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import events_of
from journeydesk.storage.facts.prospect_facts import FactReader, prospect_rows
from journeydesk.storage.facts.rechecks import changed_rechecks, write_recheck_at
from journeydesk.storage.facts.scores import write_risk
from journeydesk.storage.facts.team_facts import team_facts
from journeydesk.storage.lists.board import write_standings
from journeydesk.storage.lists.standings import moves_to_write, stage_of
from journeydesk.storage.records.records import Author, FieldChange, update_many
from journeydesk.storage.sync.meta import set_meta
from journeydesk.storage.sync.table_maps import read_only_fields

Value = TypeVar("Value")

JUDGED = "team_judged"
"""Which day the team was judged of last."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was read and computed of a few prospects: it holds until somebody else writes. Of those that are gone there is no row."""

    prospects: Sequence[RecordId]
    events: Mapping[RecordId, Sequence[Event]]
    rows: Mapping[RecordId, Mapping[str, Stored]]
    standings: Mapping[RecordId, Standing]
    edits: Mapping[RecordId, Mapping[str, Stored]]
    facts: Mapping[RecordId, ProspectFacts]
    scoring: Scoring
    verdicts: Mapping[RecordId, Verdict]
    unexplained: Sequence[RecordId]
    """Those of which a stage stands in the row that their log does not explain."""
    before: Mapping[RecordId, Mapping[str, Stored]]
    """The rows as they stand, where `rows` have what is to be published."""

    def without(self, others: Collection[RecordId]) -> "Found":
        """The same of fewer prospects."""
        if not others:
            return self

        return Found(
            [record for record in self.prospects if record not in others],
            _but(self.events, others),
            _but(self.rows, others),
            _but(self.standings, others),
            _but(self.edits, others),
            _but(self.facts, others),
            Scoring(_but(self.scoring.edits, others), [line for line in self.scoring.known if line[2] not in others]),
            _but(self.verdicts, others),
            [record for record in self.unexplained if record not in others],
            _but(self.before, others),
        )


class Evaluation:
    """One evaluation, batch by batch."""

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

    @property
    def at(self) -> str:
        """The moment of which it is."""
        return self._author.at

    def write(self, connection: Connection, plain: Plain, later: bool) -> None:
        """Writes the rows and raises the alerts of what nothing else follows from; `later` is as for `write_moves`."""
        plain.write(connection, self._author, later)
        self._raising.take(connection, plain.alerts)

    def batch(self, connection: Connection, prospects: Sequence[RecordId]) -> None:
        """Takes in what waited for these, folds them, publishes what changed, scores them, and asks each rule."""
        self._waiting.take(connection, prospects)
        self.settle(connection, self.find(connection, prospects))

    def waits_for_nobody(self, connection: Connection) -> bool:
        """Whether no event waits for its customer, so that `batch` would have none to take in."""
        return self._waiting.is_over(connection)

    def find(self, connection: Connection, prospects: Sequence[RecordId]) -> Found:
        """What there is to say of these prospects. Nothing is written, so that it can be asked of a reader, outside of everybody's way."""
        events = events_of(connection, prospects)
        rows = prospect_rows(connection, prospects)
        standings = {record: fold(self._settings, events.get(record, ())) for record in rows}
        edits = {record: to_publish(self._settings, row, standings[record]) for record, row in rows.items()}
        computed = read_only_fields(connection, "prospects")
        if computed:
            edits = {r: {name: value for name, value in values.items() if name not in computed} for r, values in edits.items()}
        edits = {record: values for record, values in edits.items() if values}
        strange = [record for record, row in rows.items() if unexplained(self._settings, row, standings[record])]
        before = {record: dict(rows[record]) for record in edits}
        for record, values in edits.items():
            rows[record] |= values
        facts = self._reader.read(connection, rows, standings, events)
        scoring = judge_batch(self._settings, rows, facts, self._author.at)
        verdicts = {record: self._ask(prospect) for record, prospect in facts.items()}
        return Found(prospects, events, rows, standings, edits, facts, scoring, verdicts, strange, rows | before)

    def plain(self, connection: Connection, found: Found, pulled: bool) -> tuple[Plain, Found]:
        """What of it is no more than rows to write and alerts to raise, and the rest, for `settle`: those of whom an alert is there, for
        whom something happens by itself, or of whom, where a pull came before, a stage is to be explained."""
        records = list(found.rows)
        busy = {alert.prospect for alert in alert_life.standing(connection, records) if alert.prospect is not None}
        busy |= alert_life.gathered(connection, records)
        known = alert_life.known_keys(connection, (alert.id for verdict in found.verdicts.values() for alert in verdict.alerts))
        if pulled:
            busy |= set(found.unexplained)
        for record, prospect in found.facts.items():
            alerts = found.verdicts[record].alerts
            if any(alert.id in known for alert in alerts) or self._automating.is_called_for(prospect, alerts):
                busy.add(record)
        quiet = found.without(busy)
        return self._rows_of(connection, quiet), found.without(quiet.rows.keys() | set(found.prospects) - found.rows.keys())

    def _rows_of(self, connection: Connection, found: Found) -> Plain:
        journey = self._settings.journeys[0].name
        scores = {} if "score" in read_only_fields(connection, "prospects") else found.scoring.edits
        edits = {record: {**found.edits.get(record, {}), **scores.get(record, {})} for record in found.rows}
        known = {record: (total, by_hand) for total, by_hand, record in found.scoring.known}
        aside: dict[RecordId, dict[str, Stored]] = {}
        for record, row in found.rows.items():
            stage, since = stage_of(found.standings[record], journey)
            values: dict[str, Stored] = {"engagement_stage": stage, "stage_since": since}
            risk = _at_risk(found.verdicts[record].alerts)
            if risk != (row["at_risk"] or 0):
                values["at_risk"] = risk
            if record in known:
                values["score_by_rule"], values["score_by_hand"] = known[record]
            differing = {name: value for name, value in values.items() if row[name] != value}
            if differing:
                aside[record] = differing
        never: dict[RecordId, str | None] = dict.fromkeys(found.prospects)
        return Plain(
            [
                FieldChange("prospects", record, name, found.before[record][name], value)
                for record, values in edits.items()
                for name, value in values.items()
                if found.before[record][name] != value
            ],
            aside,
            moves_to_write(connection, self._standings(found)),
            changed_rechecks(connection, never | {r: found.verdicts[r].recheck_at for r in found.rows}),
            [
                (record, alert, prospect.company)
                for record, prospect in found.facts.items()
                for alert in self._raised(found.verdicts[record].alerts)
            ],
        )

    def _standings(self, found: Found) -> list[tuple[RecordId, Standing, Mapping[str, bool]]]:
        return [
            (record, found.standings[record], boards_of(self._settings, found.standings[record], row))
            for record, row in found.rows.items()
        ]

    def settle(self, connection: Connection, found: Found) -> None:
        """Writes what follows from what was found: stages and scores, positions, alerts, and what the automations do."""
        if found.edits:
            update_many(connection, "prospects", found.edits, self._author)
        write_standings(connection, self._standings(found), self._settings.journeys[0].name)
        write_scores(connection, found.scoring, self._author)
        facts = dict(found.facts)
        self._automating.give_owners(connection, facts)
        verdicts = {
            record: found.verdicts[record] if prospect is found.facts[record] else self._ask(prospect)
            for record, prospect in facts.items()
        }
        findings = {record: (facts[record], verdict.alerts) for record, verdict in verdicts.items()}
        self._raising.settle(
            connection, {record: (prospect, self._raised(drafts)) for record, (prospect, drafts) in findings.items()}
        )
        self._automating.run(connection, findings)
        risks = {record: _at_risk(verdict.alerts) for record, verdict in verdicts.items()}
        write_risk(
            connection, [(risk, record) for record, risk in risks.items() if risk != (found.rows[record]["at_risk"] or 0)]
        )
        never: dict[RecordId, str | None] = dict.fromkeys(found.prospects)
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
        set_meta(connection, JUDGED, self._context.today().isoformat())

    def finish(self, connection: Connection) -> int:
        """Raises what was gathered; returns how many alerts were raised."""
        return self._raising.finish(connection)

    def raise_late(self, connection: Connection) -> None:
        """The first step of `finish`, for many."""
        self._raising.raise_late(connection)

    def add_members(self, connection: Connection) -> bool:
        """The next step of `finish`; whether it is to be done once more."""
        return self._raising.add_members(connection)

    def end(self, connection: Connection) -> int:
        """The last step of `finish`; returns how many alerts were raised."""
        return self._raising.end(connection)


def _but(values: Mapping[RecordId, Value], others: Collection[RecordId]) -> dict[RecordId, Value]:
    return {record: value for record, value in values.items() if record not in others}


def _at_risk(drafts: Sequence[AlertDraft]) -> int:
    """Whether a churn risk stands, handled or not."""
    return int(any(alert.rule == CHURN_RISK for alert in drafts))
