"""Carrying out what was rehearsed: in parts, as one undo step; what follows from it is evaluated when it is written."""

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from pathlib import Path

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import derived_id
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import Action
from journeydesk.services.commands.long_steps import Progress, start_long_action
from journeydesk.services.commands.stages.moving import STAGE_FIELDS
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import adopt_hand_edits, evaluate_few
from journeydesk.services.files.preparing import Page, ToPrepare, prepared_ahead
from journeydesk.services.files.rehearsal import PAGE, Bucket, Rehearsal
from journeydesk.storage.engine.files import write_file
from journeydesk.storage.records import bulk, records
from journeydesk.storage.records.search_index import index_words


def carry_out(context: Context, rehearsal: Rehearsal, progress: Progress = lambda _done, _all: None) -> None:
    """Writes the rows that are to be created and updated; possible duplicates and wrong rows are left out.

    `progress` is told how many of how many rows are written; what it raises ends the import, and what was written is taken back.
    """
    count = rehearsal.counts[Bucket.CREATED] + rehearsal.counts[Bucket.UPDATED]
    if not count:
        return
    done = 0
    with (
        start_long_action(context, tr("Imported {name}", name=rehearsal.name), "import") as action,
        prepared_ahead(rehearsal.spec.slug, rehearsal.owner, _to_prepare(rehearsal)) as pages,
    ):
        progress(0, count)
        while done < count:
            rows = min(_whole_pages(action.pace.rows), count - done)
            # Taken before the part begins: whoever waits for its end is not to wait for what is being prepared, too. Large parts,
            # which are written where no window is open, take the others meanwhile.
            taken = pages.take(rows)
            first = list(islice(taken, 2))
            with action.part(rows) as part:
                _write(context, part, rehearsal, chain(first, taken))
            done += rows
            progress(done, count)
    evaluate_few(context, action.prospects)


def _whole_pages(rows: int) -> int:
    # What is cut out of a page takes many more statements.
    return rows if rows < PAGE else rows // PAGE * PAGE


def _to_prepare(rehearsal: Rehearsal) -> list[ToPrepare]:
    """The rows to write, by page."""
    pages = []
    for plans, kept in rehearsal.pages():
        created = [place for place, plan in enumerate(plans) if plan.bucket is Bucket.CREATED]
        updated = [
            (place, plan.record)
            for place, plan in enumerate(plans)
            if plan.bucket is Bucket.UPDATED and plan.record is not None
        ]
        if created or updated:
            pages.append(ToPrepare(kept, created, updated))
    return pages


_Application = tuple[RecordId, str, str]
"""An undecided application that a file brought: its record, its key, and when it applied (empty where the file does not say)."""


def _write(context: Context, action: Action, rehearsal: Rehearsal, pages: Iterable[Page]) -> None:
    slug = rehearsal.spec.slug
    words: list[tuple[RecordId, tuple[str, ...]]] = []
    applications: list[_Application] = []
    edits: dict[RecordId, dict[str, Stored]] = {}
    for page in pages:
        created = bulk.insert_prepared(action.connection, slug, page.created, action.author)
        for record in created:
            action.inserted(slug, record)
        words += zip(created, page.created.words, strict=bool(page.created.words))
        applications += [
            (record, str(row[page.created.names.index("key")]), applied)
            for record, row, applied in zip(created, page.created.rows, page.applied, strict=True)
            if applied is not None
        ]
        if slug == "prospects":
            action.prospects.update(created)
        edits.update(page.edits)
    if edits:
        action.changed(records.update_many(action.connection, slug, edits, action.author))
        if slug == "prospects":
            action.prospects |= edits.keys()
    if slug == "prospects":
        # First the stages that the file names: of a prospect without an event they count as of its application.
        if any(column.field is not None and column.field.slug in STAGE_FIELDS for column in rehearsal.columns):
            adopt_hand_edits(context, action.connection, sorted(action.prospects), action.author.at)
        _begin_journeys(context, action, applications)
    # Last, see `insert_prepared`.
    index_words(action.connection, slug, words)


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
