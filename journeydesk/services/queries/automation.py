"""The automations' log, and what one would have done in a past span."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from journeydesk.domain.automation.plan import Plan
from journeydesk.domain.automation.registry import BY_NAME
from journeydesk.domain.automation.replay import replay
from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.periods import month_and_year, month_of
from journeydesk.domain.time import end_of, later, moment_of, start_of
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.workspace.settings import Progress
from journeydesk.storage.facts.events import events_of
from journeydesk.storage.facts.prospect_facts import FactReader, prospect_rows
from journeydesk.storage.records.records import FieldChange
from journeydesk.storage.team import automation_log

_BATCH = 500
_SHOWN = 50
_BEFORE_DAYS = 35


@dataclass(frozen=True, slots=True)
class RunLine:
    """One line of the log: for whom, because of what (`words`), what it made in words, and when it was taken back."""

    id: int
    at: datetime
    rule: str
    prospect: RecordId
    company: str
    words: str
    changes: int
    taken_back_at: datetime | None
    made: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DryRunLine:
    """One run that would have been: when, for whom, because of what, and what it would have made."""

    at: datetime
    prospect: RecordId
    words: str
    made: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DryRun:
    """What an automation would have made in a span: runs, tasks, fields set; the first of them one by one."""

    rule: str
    first: date
    last: date
    runs: int
    tasks: int
    fields: int
    lines: tuple[DryRunLine, ...]

    @property
    def words(self) -> str:
        """Would have made 14 tasks in October 2026."""
        month = month_of(self.first)
        span = (
            tr("in {first}", first=month_and_year(self.first))
            if (self.first, self.last) == (month.first, month.last)
            else tr("from {first} to {last}", first=self.first, last=self.last)
        )
        results = [tr_count("{count} task", "{count} tasks", self.tasks)] if self.tasks or not self.fields else []
        results += [tr_count("{count} change", "{count} changes", self.fields)] if self.fields else []
        return tr("would have made {results} {span}", results=tr(" and ").join(results), span=span)


def runs(context: Context, limit: int = 200) -> list[RunLine]:
    """The log, newest first."""
    with context.database.read() as connection:
        entries = automation_log.newest(connection, limit)
        tasks = [change.record for entry in entries for change in entry.changes if change.table == "tasks"]
        titles = automation_log.task_titles(connection, tasks)
    return [
        RunLine(
            entry.id,
            moment_of(entry.at),
            entry.rule,
            entry.prospect,
            entry.company,
            entry.words,
            len(entry.changes),
            moment_of(entry.undone_at) if entry.undone_at else None,
            tuple(_outcome(change, titles) for change in entry.changes),
        )
        for entry in entries
    ]


def last_runs(context: Context) -> dict[str, tuple[datetime, int, int]]:
    """When each automation ran last, how many tasks that made and how many values it set; those that never ran are left out."""
    with context.database.read() as connection:
        entries = automation_log.last_of_each(connection)
    made: dict[str, tuple[datetime, int, int]] = {}
    for entry in entries:
        tasks = len({change.record for change in entry.changes if change.table == "tasks"})
        made[entry.rule] = (moment_of(entry.at), tasks, sum(change.table != "tasks" for change in entry.changes))
    return made


def _outcome(change: FieldChange, titles: Mapping[RecordId, str]) -> str:
    if change.table == "tasks":
        return tr("Task “{get}”", get=titles.get(change.record, ""))
    spec = BY_SLUG[change.table].by_slug.get(change.field)
    return f"{title_of_spec(spec) if spec else change.field}: {change.new}"


def _would_make(plan: Plan) -> tuple[str, ...]:
    fields = BY_SLUG["prospects"].by_slug
    return (
        *(tr("Task “{title}”", title=task.title) for task in plan.tasks),
        *(f"{title_of_spec(fields[slug])}: {value}" for slug, value in plan.fields.items()),
    )


def dry_run(context: Context, rule: str, first: date, last: date, progress: Progress = lambda _done, _all: None) -> DryRun:
    """What the automation would have made from the first to the last day, by today's settings; nothing is written.

    A long read: for a thread other than the window's; what `progress` raises ends it. Raises UserError for an automation that is
    not there.
    """
    if rule not in BY_NAME:
        raise UserError(tr("There is no automation “{rule}”. They are {by_name}.", rule=rule, by_name=", ".join(BY_NAME)))
    zone = context.settings.time_zone
    since, until = start_of(first, zone), min(end_of(last, zone), context.now())
    runs = tasks = fields = 0
    lines: list[DryRunLine] = []
    with context.database.read() as connection:
        load = automation_log.open_by_owner(connection)
        reader = FactReader(context.today() - timedelta(days=1), first - timedelta(days=_BEFORE_DAYS))
        stirred = automation_log.stirred_since(connection, later(since, days=-_BEFORE_DAYS))
        for start in range(0, len(stirred), _BATCH):
            batch = stirred[start : start + _BATCH]
            events = events_of(connection, batch)
            rows = prospect_rows(connection, batch)
            facts = reader.read(connection, rows, None, events)
            for record, prospect_facts in facts.items():
                for plan in replay(context.settings, rule, prospect_facts, events.get(record, ()), since, until, load):
                    runs, tasks, fields = runs + 1, tasks + len(plan.tasks), fields + len(plan.fields)
                    lines.append(DryRunLine(moment_of(plan.at), record, plan.words, _would_make(plan)))
            progress(start + len(batch), len(stirred))
    return DryRun(
        rule, first, last, runs, tasks, fields, tuple(sorted(lines, key=lambda line: (line.at, line.prospect))[:_SHOWN])
    )
