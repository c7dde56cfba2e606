"""Carrying out what was rehearsed: in parts, as one undo step; what follows from it is evaluated when it is written."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from journeydesk.domain.ids import RecordId, application_id, new_key
from journeydesk.domain.journeys.events import derived_id
from journeydesk.domain.statuses import is_undecided
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import Action
from journeydesk.services.commands.long_steps import Pace, Progress, start_long_action
from journeydesk.services.commands.stages.moving import STAGE_FIELDS
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import adopt_hand_edits, evaluate_few
from journeydesk.services.files.rehearsal import Bucket, PlannedRow, Rehearsal
from journeydesk.storage.engine.files import write_file
from journeydesk.storage.records import bulk, records


def carry_out(context: Context, rehearsal: Rehearsal, progress: Progress = lambda _done, _all: None) -> None:
    """Writes the rows that are to be created and updated; possible duplicates and wrong rows are left out.

    `progress` is told how many of how many rows are written; what it raises ends the import, and what was written is taken back.
    """
    count = rehearsal.counts[Bucket.CREATED] + rehearsal.counts[Bucket.UPDATED]
    if not count:
        return
    done = 0
    with start_long_action(context, tr("Imported {name}", name=rehearsal.name), "import") as action:
        progress(0, count)
        for plans in _slices(rehearsal, action.pace):
            with action.part(len(plans)) as part:
                _write(context, part, rehearsal, plans)
            done += len(plans)
            progress(done, count)
    evaluate_few(context, action.prospects)


_Plan = tuple[PlannedRow, dict[str, Stored]]


def _slices(rehearsal: Rehearsal, pace: Pace) -> Iterator[list[_Plan]]:
    """The rows to write, as many at a time as the pace allows."""
    waiting: list[_Plan] = []
    for page in rehearsal.to_write():
        waiting += page
        while len(waiting) >= pace.rows:
            size = pace.rows
            yield waiting[:size]
            waiting = waiting[size:]
    if waiting:
        yield waiting


def _write(context: Context, action: Action, rehearsal: Rehearsal, plans: Sequence[_Plan]) -> None:
    spec = rehearsal.spec
    applications = _create(action, rehearsal, [values for plan, values in plans if plan.bucket is Bucket.CREATED])
    edits = {plan.record: values for plan, values in plans if plan.record is not None}
    if edits:
        action.changed(records.update_many(action.connection, spec.slug, edits, action.author))
        if spec.slug == "prospects":
            action.prospects |= edits.keys()
    if spec.slug != "prospects":
        return
    # First the stages that the file names: of a prospect without an event they count as of its application.
    if any(column.field is not None and column.field.slug in STAGE_FIELDS for column in rehearsal.columns):
        adopt_hand_edits(context, action.connection, sorted(action.prospects), action.author.at)
    _begin_journeys(context, action, applications)


_Application = tuple[RecordId, str, str]
"""An undecided application that a file brought: its record, its key, and when it applied (empty where the file does not say)."""


def _create(action: Action, rehearsal: Rehearsal, plans: Sequence[dict[str, Stored]]) -> list[_Application]:
    slug = rehearsal.spec.slug
    if slug == "prospects" and rehearsal.owner:
        plans = [values | {"owner": values.get("owner") or rehearsal.owner} for values in plans]
    fields = list(dict.fromkeys(["key", *(name for values in plans for name in values)]))
    rows: list[dict[str, Stored]] = []
    for values in plans:
        key = values.get("key") or (application_id() if slug == "prospects" else new_key())
        rows.append({name: values.get(name) for name in fields} | {"key": key})
    created = bulk.insert_many(action.connection, slug, rows, action.author)
    for record in created:
        action.inserted(slug, record)
    if slug != "prospects":
        return []
    action.prospects.update(created)
    return [
        (record, str(row["key"]), str(row.get("applied_on") or ""))
        for record, row in zip(created, rows, strict=True)
        if is_undecided(row.get("status"))
    ]


def _begin_journeys(context: Context, action: Action, applications: Sequence[_Application]) -> None:
    """Lets the journeys of applications begin, as of when they applied."""
    now = context.now()
    events: list[dict[str, Stored]] = []
    for record, key, applied_on in applications:
        at = applied_on or now
        events.append(
            {
                "key": derived_id(key, "application_received", "", at, {}),
                "prospect": record,
                "event": "application_received",
                "occurred_at": at,
                "source": context.actor,
                "arrived_at": now,
                "shared": 1,
            }
        )
    for event in bulk.insert_many(action.connection, "events", events, action.author):
        action.inserted("events", event)


def failed_rows_text(rehearsal: Rehearsal) -> str:
    """The rows that were left out as CSV, as they stand in the file, with a last column that says what is wrong: to be put right and
    brought in again."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*rehearsal.table.header, tr("What is wrong")])
    for row, plan in rehearsal.left_out:
        writer.writerow([*row.cells, " ".join(problem.words for problem in plan.problems)])
    return "\ufeff" + out.getvalue()


def save_failed_rows(context: Context, rehearsal: Rehearsal, path: Path) -> None:
    """Writes `failed_rows_text` to a file. Raises UserError where it cannot."""
    write_file(path, failed_rows_text(rehearsal).encode(), context.database.folder)
