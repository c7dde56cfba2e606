"""Carrying out what was rehearsed: one transaction, one undo step; what a row's person does next is evaluated after it."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from journeydesk.domain.ids import RecordId, application_id, uuid7
from journeydesk.domain.journeys.events import derived_id
from journeydesk.domain.statuses import is_undecided
from journeydesk.domain.values import Stored
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.commands.stages import STAGE_FIELDS
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import adopt_hand_edits, evaluate_now_or_soon
from journeydesk.services.files.rehearsal import Bucket, PlannedRow, Rehearsal
from journeydesk.services.files.writing import write_file
from journeydesk.storage.records import bulk, records

_SLICE = 500


def carry_out(context: Context, rehearsal: Rehearsal) -> None:
    """Writes the rows that are to be created and updated; possible duplicates and wrong rows are left out."""
    spec = rehearsal.spec
    new = [plan for plan in rehearsal.rows if plan.bucket is Bucket.CREATED]
    changed = [plan for plan in rehearsal.rows if plan.bucket is Bucket.UPDATED and plan.record is not None]
    if not new and not changed:
        return
    with start_action(context, f"Imported {rehearsal.name}", "import") as action:
        applications: list[_Application] = []
        for start in range(0, len(new), _SLICE):
            applications += _create(action, rehearsal, new[start : start + _SLICE])
        for start in range(0, len(changed), _SLICE):
            edits = {plan.record: plan.values for plan in changed[start : start + _SLICE] if plan.record is not None}
            action.changed(records.update_many(action.connection, spec.slug, edits, action.author))
            if spec.slug == "prospects":
                action.prospects |= edits.keys()
        if spec.slug == "prospects":
            _follow(context, action, rehearsal, applications)


_Application = tuple[RecordId, str, str]
"""An undecided application that a file brought: its record, its key, and when it applied (empty where the file does not say)."""


def _create(action: Action, rehearsal: Rehearsal, plans: Sequence[PlannedRow]) -> list[_Application]:
    slug = rehearsal.spec.slug
    fields = list(dict.fromkeys(["key", *(name for plan in plans for name in plan.values)]))
    rows: list[dict[str, Stored]] = []
    for plan in plans:
        key = plan.values.get("key") or (application_id() if slug == "prospects" else uuid7())
        rows.append({name: plan.values.get(name) for name in fields} | {"key": key})
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


def _follow(context: Context, action: Action, rehearsal: Rehearsal, applications: Sequence[_Application]) -> None:
    touched = sorted(action.prospects)
    # First the stages that the file names: of a prospect without an event they count as of its application.
    if any(column.field is not None and column.field.slug in STAGE_FIELDS for column in rehearsal.columns):
        for start in range(0, len(touched), _SLICE):
            adopt_hand_edits(context, action.connection, touched[start : start + _SLICE], action.author.at)
    for start in range(0, len(applications), _SLICE):
        _begin_journeys(context, action, applications[start : start + _SLICE])
    evaluate_now_or_soon(context, action.connection, touched)


def failed_rows_text(rehearsal: Rehearsal) -> str:
    """The rows that were left out as CSV, as they stand in the file, with a last column that says what is wrong: to be put right and
    brought in again."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*rehearsal.table.header, "What is wrong"])
    for row, plan in rehearsal.left_out:
        writer.writerow([*row.cells, " ".join(problem.words for problem in plan.problems)])
    return "\ufeff" + out.getvalue()


def save_failed_rows(context: Context, rehearsal: Rehearsal, path: Path) -> None:
    """Writes `failed_rows_text` to a file. Raises UserError where it cannot."""
    write_file(path, failed_rows_text(rehearsal).encode(), context.database.folder)
