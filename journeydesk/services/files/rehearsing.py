"""A file that is being got ready in the window: read again with what somebody says of it, its cells put right one by one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from journeydesk.domain.catalogue import TableSpec
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mapping.names import squeezed
from journeydesk.services.context import Context
from journeydesk.services.files.planning import Bucket, PlannedRow, Planner, Said
from journeydesk.services.files.reading.conversion import Form, form_of
from journeydesk.services.files.reading.sheet_choice import FIRST
from journeydesk.services.files.rehearsal import Choices, Rehearsal, rehearse_fixed
from journeydesk.services.files.saved_mappings import SavedMapping, mapping_for


class Rehearsing:
    """One file. `rehearse` is for a thread beside the window, the rest for the window's own, after it."""

    def __init__(self, context: Context, spec: TableSpec, name: str, data: bytes) -> None:
        self._context = context
        self.spec = spec
        self.name = name
        self.data = data
        self.choices = Choices(sheet=FIRST if form_of(data) is Form.WORKBOOK else "")
        self.fixes: dict[int, dict[str, str]] = {}
        self.said: dict[int, Said] = {}
        self._planner: Planner | None = None
        self.rehearsal: Rehearsal | None = None
        self._undo: list[list[tuple[int, str, str | None]]] = []
        self.taken_from: SavedMapping | None = None
        """The file that was brought in before and had the same columns, whose mapping is taken."""
        self._asks_memory = True
        self._written = self._work()

    def _work(self) -> tuple[dict[int, dict[str, str]], dict[int, Said]]:
        return {line: dict(fixed) for line, fixed in self.fixes.items() if fixed}, dict(self.said)

    @property
    def is_worked_on(self) -> bool:
        """Whether cells were put right, or possible duplicates decided, that are not written yet."""
        return self._work() != self._written

    def written(self) -> None:
        """What was put right and decided so far is written."""
        self._written = self._work()

    def choose(self, **choices: object) -> None:
        """Says how the file is to be read; `rehearse` reads it so. What was put right stays."""
        self.choices = replace(self.choices, **choices)  # type: ignore[arg-type]

    def map(self, title: str, field: str) -> None:
        """Says which field a column is; an empty one leaves the column out."""
        others = [(each, name) for each, name in self.choices.columns if each != title and (not name or name != field)]
        self.choices = replace(self.choices, columns=(*others, (title, field)))

    def rehearse(self, progress: Callable[[int, int], None] = lambda _done, _all: None) -> tuple[Rehearsal, Planner]:
        """What bringing it in would do now. Raises UserError as `rehearsal.rehearse`; `take` makes it the one that stands."""
        return rehearse_fixed(
            self._context,
            self.spec,
            self.name,
            self.data,
            self.choices,
            progress,
            self.fixes,
            self.said,
            any_columns=True,
            remembered=self._remembered,
        )

    def _remembered(self, titles: Sequence[str]) -> Choices | None:
        """What was said of the last file with these columns, asked once; later a person says it."""
        if not self._asks_memory:
            return None
        self._asks_memory = False
        found = mapping_for(self._context, titles)
        if found is not None:
            self.take_mapping(found, titles)
        return self.choices

    def take_mapping(self, mapping: SavedMapping, titles: Sequence[str]) -> None:
        """Reads the columns as they were read of another file, as far as this one has them."""
        self.taken_from = mapping
        names = {field.name for field in self.spec.fields}
        own = {squeezed(title): title for title in titles}
        saved = [(own[squeezed(title)], field) for title, field in mapping.choices.columns if squeezed(title) in own]
        columns = tuple((title, field) for title, field in saved if not field or field in names)
        key = mapping.choices.key if mapping.choices.key in {field for _, field in columns} else None
        said = mapping.choices
        self.choices = replace(
            self.choices,
            columns=columns,
            key=key,
            decimal=said.decimal,
            dates=said.dates,
            empty_clears=said.empty_clears,
            currency=said.currency,
        )

    def take(self, done: tuple[Rehearsal, Planner]) -> Rehearsal:
        """From now on this rehearsal stands."""
        self.rehearsal, self._planner = done
        self._undo.clear()
        return self.rehearsal

    def fix(self, edits: Sequence[tuple[int, int, str]]) -> list[PlannedRow]:
        """Puts cells right, as (row, column, text), one step to take back; returns the plans of the rows."""
        assert self.rehearsal is not None
        rows, header = self.rehearsal.table.rows, self.rehearsal.table.header
        step: list[tuple[int, str, str | None]] = []
        for number, place, text in edits:
            line = rows[number].line
            fixed = self.fixes.setdefault(line, {})
            step.append((number, header[place], fixed.get(header[place])))
            fixed[header[place]] = text
        self._undo.append(step)
        return self._plan_again([number for number, _, _ in edits])

    @property
    def can_take_back(self) -> bool:
        """Whether a cell was put right."""
        return bool(self._undo)

    def take_back(self) -> list[int]:
        """The last cells that were put right are as they were; the numbers of their rows."""
        assert self.rehearsal is not None
        if not self._undo:
            return []
        step = self._undo.pop()
        for number, title, before in reversed(step):
            fixed = self.fixes[self.rehearsal.table.rows[number].line]
            if before is None:
                fixed.pop(title, None)
            else:
                fixed[title] = before
        numbers = [number for number, _, _ in step]
        self._plan_again(numbers)
        return numbers

    def say(self, numbers: Sequence[int], said: Said | None) -> list[PlannedRow]:
        """Of possible duplicates: they are who is there, or new; None asks again."""
        assert self.rehearsal is not None
        for number in numbers:
            line = self.rehearsal.rows[number].line
            if said is None:
                self.said.pop(line, None)
            else:
                self.said[line] = said
        return self._plan_again(numbers)

    def _plan_again(self, numbers: Sequence[int]) -> list[PlannedRow]:
        assert self.rehearsal is not None
        assert self._planner is not None
        rows = [self.rehearsal.table.rows[number] for number in numbers]
        with self._context.database.read() as connection:
            drafts = self._planner.page(connection, rows)
        for number, draft in zip(numbers, drafts, strict=True):
            self.rehearsal.replace_row(number, draft)
        return [draft.plan for draft in drafts]

    def ends(self) -> list[tuple[Bucket, RecordId | None]]:
        """Where each row ends, and whose it is."""
        assert self.rehearsal is not None
        return [(plan.bucket, plan.record) for plan in self.rehearsal.rows]

    def rows_in(self, bucket: Bucket) -> list[int]:
        """The numbers of the rows that end there."""
        assert self.rehearsal is not None
        return [number for number, plan in enumerate(self.rehearsal.rows) if plan.bucket is bucket]
