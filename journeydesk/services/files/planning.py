"""Where each row of a file ends, and what would be written of it: one row after the other, against one view of the database."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import partial

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, file_value
from journeydesk.domain.words import tr
from journeydesk.domain.written.currencies import FileMoney
from journeydesk.services.commands.stages.moving import STAGE_FIELDS
from journeydesk.services.context import Context
from journeydesk.services.files.cells import CellReader, Reading, stage_meant
from journeydesk.services.files.export import cell_text
from journeydesk.services.files.mapping import Column
from journeydesk.services.files.matching import Matcher, same_key
from journeydesk.services.files.reading.rows import Row
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.matching import known_records


class Bucket(Enum):
    """Where a row ends."""

    CREATED = "created"
    UPDATED = "updated"
    SAME = "same"
    DUPLICATE = "duplicate"
    INVALID = "invalid"


class Said(Enum):
    """What somebody said of a row that may be a duplicate."""

    SAME = "same"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row: the field (empty for the row as a whole) and a sentence."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row and where it ends: `record` where it is somebody who is there, `clears` what it empties."""

    line: int
    bucket: Bucket
    record: RecordId | None = None
    problems: tuple[Problem, ...] = ()
    clears: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A planned row with its values: what would be written."""

    plan: PlannedRow
    values: dict[str, Stored]


class Planner:
    """Plans a file page by page. Whom rows may be is read when it is made; `said` is what somebody said of rows by their line."""

    def __init__(
        self,
        context: Context,
        connection: Connection,
        spec: TableSpec,
        columns: Sequence[Column],
        reading: Reading,
        by: FieldSpec | None,
        empty_clears: bool,
        said: Mapping[int, Said],
        currency: str = "",
    ) -> None:
        self._said = said
        self._spec = spec
        self._columns = columns
        self._empty_clears = empty_clears
        self._matcher = Matcher(connection, spec, by)
        linked = any(c.field is not None and c.field.links_to for c in columns)
        self._key_of = {known.record: known.key for known in known_records(connection, "prospects")} if linked else {}
        by_key = {same_key(key): record for record, key in reversed(self._key_of.items())}
        stages, words = {}, {}
        for slug, name in (STAGE_FIELDS if spec.slug == "prospects" else {}).items():
            journey = context.settings.journey(name)
            if journey is not None:
                stages[slug] = partial(stage_meant, context.words, spec.by_slug[slug], journey)
                words[slug] = ", ".join(stage.short for stage in journey.stages)
        zone, team = context.settings.time_zone, context.settings.currency
        money = FileMoney(currency or team, team, context.settings.payments.rates)
        self._reader = CellReader(
            spec, columns, reading, zone, lambda key: by_key.get(same_key(key)), stages, words, context.words, money
        )

    def page(self, connection: Connection, rows: Sequence[Row]) -> list[Draft]:
        """The plans of some rows; one that was planned before is planned anew."""
        drafts = [self._draft(row) for row in rows]
        known = [draft.plan.record for draft in drafts if draft.plan.record is not None]
        stored = records.get_many(connection, self._spec.slug, known) if known else {}
        return [
            draft if draft.plan.record is None else self._against(row, draft, stored[draft.plan.record])
            for row, draft in zip(rows, drafts, strict=True)
        ]

    def _draft(self, row: Row) -> Draft:
        if row.problem:
            return _invalid(row, Problem("", row.problem))
        values, wrong = self._reader.values(row)
        if wrong:
            return _invalid(row, *(Problem(refusal.field, str(refusal)) for refusal in wrong))
        if not any(value is not None for value in values.values()):
            return _invalid(row, Problem("", tr("has no value in any column that is brought in.")))
        if self._spec.slug != "prospects" and values.get("key") is None:
            values["key"] = self._content_key(values)
        match = self._matcher.find(values, row.line)
        said = self._said.get(row.line)
        if match is None or (said is Said.NEW and not match.sure) or (said is Said.NEW and match.record is None):
            return self._new(row, values)
        if match.several:
            return _invalid(row, Problem("", tr("{reason} fits more than one record. Use the key field.", reason=match.reason)))
        if match.record is None:
            return Draft(
                PlannedRow(row.line, Bucket.DUPLICATE, None, (Problem("", tr("has {reason}.", reason=match.reason)),)), values
            )
        problems = (
            ()
            if match.sure or said is Said.SAME
            else (Problem("", tr("may be somebody who is there: {reason}.", reason=match.reason)),)
        )
        return Draft(PlannedRow(row.line, Bucket.UPDATED, match.record, problems), values)

    def _content_key(self, values: Mapping[str, Stored]) -> str:
        """The key of a record that a file brings without one: made of what it says, so that the same file brings it once."""
        content = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
        return f"FILE-{hashlib.sha256(f'{self._spec.slug} {content}'.encode()).hexdigest()[:24].upper()}"

    def _new(self, row: Row, values: dict[str, Stored]) -> Draft:
        if self._spec.slug == "prospects" and not any(values.get(name) for name in ("key", "company", "contact_name", "email")):
            return _invalid(row, Problem("", tr("has no company, no contact and no e-mail: nobody could find it again.")))
        return Draft(PlannedRow(row.line, Bucket.CREATED), values)

    def _against(self, row: Row, draft: Draft, stored: Mapping[str, Stored]) -> Draft:
        """Keeps of the values those that differ from what is stored; none that differ is the same row again."""
        differing: dict[str, Stored] = {}
        clears: list[str] = []
        for column in self._columns:
            if column.field is None or column.field.slug not in draft.values or column.field.slug == "key":
                continue
            slug = column.field.slug
            value = draft.values[slug]
            if value == stored[slug] or (not column.part and self._reads_back(column, row, stored)):
                continue
            if value is None:
                if not self._empty_clears or slug in STAGE_FIELDS:
                    continue
                clears.append(slug)
            differing[slug] = value
        plan = draft.plan
        if not differing:
            return Draft(PlannedRow(plan.line, Bucket.SAME, plan.record), {})
        bucket = Bucket.DUPLICATE if plan.problems else Bucket.UPDATED
        return Draft(PlannedRow(plan.line, bucket, plan.record, plan.problems, tuple(clears)), differing)

    def _reads_back(self, column: Column, row: Row, stored: Mapping[str, Stored]) -> bool:
        """Whether the cell is just what an export writes for the value that stands there."""
        assert column.field is not None
        written = file_value(column.field, stored[column.field.slug], lambda _slug, record: self._key_of.get(RecordId(record)))
        return written is not None and cell_text(column.field, written) == row.cells[column.place]


def _invalid(row: Row, *problems: Problem) -> Draft:
    return Draft(PlannedRow(row.line, Bucket.INVALID, None, problems), {})
