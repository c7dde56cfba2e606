"""Running the automations of a batch of prospects: each cause once, on record, and never what is too long ago."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.automation.names import OWNER
from journeydesk.domain.automation.owner import assign, needs_owner
from journeydesk.domain.automation.plan import Plan
from journeydesk.domain.automation.registry import AUTOMATIONS
from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import later
from journeydesk.domain.values import Stored
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.history import is_decided_since
from journeydesk.storage.records.lookup import is_key_taken
from journeydesk.storage.records.records import Author, FieldChange
from journeydesk.storage.team import automation_log, taken_back

Findings = Mapping[RecordId, tuple[ProspectFacts, Sequence[AlertDraft]]]


class Automations:
    """One evaluation's automations, batch by batch."""

    def __init__(self, settings: TeamSettings, author: Author) -> None:
        self._settings = settings
        self._author = author
        self._on = [automation for automation in AUTOMATIONS if automation.name in settings.automation.on]
        self._oldest = later(author.at, days=-settings.automation.not_older_than_days)
        self._load: dict[str, int] | None = None

    def give_owners(self, connection: Connection, facts: dict[RecordId, ProspectFacts]) -> None:
        """Decides who gets the applications above the limit that nobody owns: `facts` then say who."""
        if OWNER not in self._settings.automation.on or not any(rep.active for rep in self._settings.reps):
            return
        waiting = {
            record: prospect
            for record, prospect in facts.items()
            if needs_owner(prospect, self._settings) and max(prospect.applied_on or "", prospect.scored_at) >= self._oldest
        }
        if waiting:
            done = {record for record, rule, _ in automation_log.ran(connection, list(waiting)) if rule == OWNER}
            undone = {
                key
                for key, rule, _ in taken_back.taken_back(connection, [prospect.key for prospect in waiting.values()])
                if rule == OWNER
            }
            waiting = {
                record: prospect
                for record, prospect in waiting.items()
                if record not in done
                and prospect.key not in undone
                and not _decided(connection, record, "owner", max(prospect.applied_on or "", prospect.scored_at))
            }
        if not waiting:
            return
        if self._load is None:
            self._load = automation_log.open_by_owner(connection)
        reps_by_key = assign(list(waiting.values()), self._settings.reps, self._load)
        for record, prospect in waiting.items():
            if prospect.key in reps_by_key:
                facts[record] = replace(prospect, assigned=reps_by_key[prospect.key])
                self._load[reps_by_key[prospect.key]] = self._load.get(reps_by_key[prospect.key], 0) + 1

    def is_called_for(self, facts: ProspectFacts, alerts: Sequence[AlertDraft]) -> bool:
        """Whether `give_owners` or `run` may have something to do."""
        return needs_owner(facts, self._settings) or any(True for _ in self._plans(facts, alerts))

    def _plans(self, facts: ProspectFacts, alerts: Sequence[AlertDraft]) -> Iterator[Plan]:
        for automation in self._on:
            for plan in automation.find(facts, alerts, self._settings):
                if self._oldest <= plan.at <= self._author.at:
                    yield plan

    def run(self, connection: Connection, findings: Findings) -> None:
        """Runs what these facts and alerts call for and has not run yet."""
        plans = [(record, plan) for record, (facts, alerts) in findings.items() for plan in self._plans(facts, alerts)]
        if not plans:
            return
        ran = automation_log.ran(connection, list({record for record, _ in plans}))
        fresh = [(record, plan) for record, plan in plans if (record, plan.rule, plan.cause) not in ran]
        keys = {record: findings[record][0].key for record, _ in fresh}
        undone = taken_back.taken_back(connection, list(keys.values())) if fresh else frozenset()
        for record, plan in fresh:
            if (keys[record], plan.rule, plan.cause) not in undone:
                changes = self._carry_out(connection, record, plan)
                automation_log.add_run(connection, plan.rule, record, plan.cause, plan.words, changes, self._author.at)

    def _carry_out(self, connection: Connection, record: RecordId, plan: Plan) -> list[FieldChange]:
        changes: list[FieldChange] = []
        # Where one of them is known another machine made them, and what is missing was taken away since.
        for task in () if any(_known(connection, task.key) for task in plan.tasks) else plan.tasks:
            values: dict[str, Stored] = {
                "key": task.key,
                "prospect": record,
                "title": task.title,
                "kind": task.kind,
                "due": task.due,
                "owner": task.owner or None,
                "origin": f"by rule: {plan.rule}",
            }
            task_record = records.insert(connection, "tasks", values, self._author)
            changes.append(FieldChange("tasks", task_record, "deleted", 1, 0))
        fields = {name: value for name, value in plan.fields.items() if not _decided(connection, record, name, plan.at)}
        if fields:
            changes += records.update(connection, "prospects", record, fields, self._author)
        return changes


def _known(connection: Connection, key: str) -> bool:
    # One that was deleted counts too: what a person took away does not come back by itself.
    return is_key_taken(connection, "tasks", key)


def _decided(connection: Connection, record: RecordId, field: str, since: str) -> bool:
    """Whether somebody, here or elsewhere, has set this field after the cause: then it is theirs."""
    return is_decided_since(connection, "prospects", record, field, since)
