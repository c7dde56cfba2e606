"""From the cells of a file to stored values: how each column is read is decided over the whole of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date, tzinfo
from decimal import Decimal

from journeydesk.domain.catalogue import FieldSpec, FieldType, TableSpec
from journeydesk.domain.checks import check
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.field_kinds.team_words import TeamWords
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.names import FIRST_NAME
from journeydesk.domain.periods import day_month_year
from journeydesk.domain.settings import Journey
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.domain.words import figure, tr
from journeydesk.domain.written.currencies import FileMoney
from journeydesk.domain.written.dates import decide_order, parse_day, parse_instant
from journeydesk.domain.written.numbers import decide_mark, parse_number, whole_percents
from journeydesk.services.files.mapping import Column
from journeydesk.services.files.reading.rows import Row

_DEFENDED = re.compile(r"'+[=+\-@\t\r]")
_YES = frozenset(["true", "yes", "1", "x", "checked", "ja", "si", "sí", "oui", "wahr", "✓", "✔", "on"])
_NO = frozenset(["false", "no", "0", "nein", "non", "falsch", "off", "unchecked"])
_DAYS = (FieldType.DATE, FieldType.DATETIME)
_NUMBERS = (FieldType.NUMBER, FieldType.CURRENCY, FieldType.PERCENT)
_LARGEST = 2**53
_MOST_READ_BEFORE = 2_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file's columns are read, each for itself unless said for all: `mark` of decimals, `order` of day and month.

    `open` names the columns of which the cells leave it open, as (title, question).
    """

    marks: Mapping[int, str]
    orders: Mapping[int, str]
    whole: frozenset[int]
    open: tuple[tuple[str, str], ...] = field(default=())


def decide(columns: Sequence[Column], rows: Sequence[Row], mark: str | None = None, order: str | None = None) -> Reading:
    """What every column's cells say together; `mark` and `order` where somebody said them."""
    marks: dict[int, str] = {}
    orders: dict[int, str] = {}
    whole: set[int] = set()
    asked: list[tuple[str, str]] = []
    numbers = [c for c in columns if c.field is not None and c.field.type in _NUMBERS]
    days = [c for c in columns if c.field is not None and c.field.type in _DAYS]
    cells = _cells_of(rows, [column.place for column in (*numbers, *days)])
    for column in numbers:
        decided = decide_mark(cells[column.place])
        marks[column.place] = mark or decided.mark
        if decided.open and mark is None:
            asked.append((column.title, "decimal"))
    for column in days:
        decided_order = decide_order(cells[column.place])
        orders[column.place] = order or decided_order.order
        if decided_order.open and order is None:
            asked.append((column.title, "dates"))
    _settle_by_neighbours(marks, asked, "decimal", columns)
    _settle_by_neighbours(orders, asked, "dates", columns)
    for column in numbers:
        is_percent = column.field is not None and column.field.type is FieldType.PERCENT
        if is_percent and whole_percents(cells[column.place], marks[column.place]):
            whole.add(column.place)
    return Reading(marks, orders, frozenset(whole), tuple(asked))


def _cells_of(rows: Sequence[Row], places: Sequence[int]) -> dict[int, list[str]]:
    """The cells of some columns, read in one go: a row is read again each time that it is asked for."""
    cells: dict[int, list[str]] = {place: [] for place in places}
    if cells:
        for row in rows:
            for place in places:
                cells[place].append(row.cells[place])
    return cells


def _settle_by_neighbours(
    chosen: dict[int, str], asked: list[tuple[str, str]], question: str, columns: Sequence[Column]
) -> None:
    """One program wrote the file: a column that leaves it open is read as those that do not, where they agree."""
    open_titles = {title for title, kind in asked if kind == question}
    decided = {chosen[c.place] for c in columns if c.place in chosen and c.title not in open_titles}
    sure = {c.place for c in columns if c.place in chosen and c.title not in open_titles}
    if open_titles and len(decided) == 1 and sure:
        for column in columns:
            if column.title in open_titles and column.place in chosen:
                chosen[column.place] = next(iter(decided))
        asked[:] = [asked_of for asked_of in asked if asked_of[1] != question]


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the rows of one file into values of one table. `record_of` finds a prospect by its key, for links."""

    spec: TableSpec
    columns: Sequence[Column]
    reading: Reading
    zone: tzinfo
    record_of: Callable[[str], int | None]
    stages: Mapping[str, Callable[[str], str | None]]
    """By field: the name of a stage that a text means, or None where there is none; and the choices for the sentence."""

    choices: Mapping[str, str]
    words: TeamWords = field(default_factory=TeamWords)
    money: FileMoney | None = None
    """What amounts are worth; None where they are the team's own."""
    _taken: list[tuple[Column, str, dict[str, Stored]]] = field(default_factory=list, init=False, repr=False, compare=False)
    """The columns that are brought in, the field of each, and what some of its cells mean: names, choices and days come again row after
    row."""

    def __post_init__(self) -> None:
        self._taken.extend((column, column.field.slug, {}) for column in self.columns if column.field is not None)

    def values(self, row: Row) -> tuple[dict[str, Stored], list[ValueRefused]]:
        """The row's values by field, empty cells as None, and what is wrong with it."""
        values: dict[str, Stored] = {}
        wrong: list[ValueRefused] = []
        names: dict[str, str] = {}
        cells = row.cells
        for column, slug, known in self._taken:
            cell = cells[column.place]
            if column.part:
                names[column.part] = cell.strip()
                continue
            if cell in known:
                values[slug] = known[cell]
                continue
            try:
                values[slug] = stored = self.value(column, cell)
            except ValueRefused as problem:
                wrong.append(problem)
            else:
                if len(known) < _MOST_READ_BEFORE:
                    known[cell] = stored
        if names:
            values["contact_name"] = " ".join(filter(None, (names.pop(FIRST_NAME, ""), *names.values()))) or None
        return values, wrong

    def value(self, column: Column, cell: str) -> Stored:
        """The stored value of one cell. Raises ValueRefused."""
        spec = column.field
        assert spec is not None
        text = cell[1:] if cell.startswith("'") and _DEFENDED.match(cell) else cell
        if not text or text.isspace():
            return None
        if spec.type is not FieldType.LONG_TEXT:
            text = text.strip()
        stored = self._read(spec, column.place, text)
        check(self.spec.slug, spec, stored)
        return stored

    def _read(self, spec: FieldSpec, place: int, text: str) -> Stored:
        if spec.slug in self.stages:
            stage = self.stages[spec.slug](text)
            if stage is None:
                raise _refused(spec, text, tr("is not a stage. Use one of {choices}", choices=self.choices[spec.slug]))
            return stage
        if spec.is_text:
            return text.replace("\r\n", "\n") if "\r" in text else text
        if spec.type is FieldType.SELECT:
            choice = self.words.stored(self.spec.slug, spec, text)
            if choice is None:
                offered = ", ".join(self.words.choices(self.spec.slug, spec))
                raise _refused(spec, text, tr("is not a choice. Choose one of {offered}", offered=offered))
            return choice
        if spec.type in _DAYS:
            return self._day(spec, place, text)
        if spec.type is FieldType.CHECKBOX:
            return _yes_or_no(spec, text)
        if spec.type is FieldType.LINK:
            linked = self.record_of(text)
            if linked is None:
                raise ValueRefused(spec.name, tr("{name}: there is no record “{text}” to link to.", name=spec.name, text=text))
            return linked
        return self._number(spec, place, text)

    def _day(self, spec: FieldSpec, place: int, text: str) -> str:
        order = self.reading.orders.get(place, "dmy")
        try:
            if spec.type is FieldType.DATE:
                return parse_day(text, order).isoformat()
            return moment_text(parse_instant(text, self.zone, order))
        except ValueError as reason:
            example = day_month_year(date(2026, 5, 22))
            raise _refused(spec, text, tr("{reason}. Write it like {example}", reason=reason, example=example)) from None

    def _number(self, spec: FieldSpec, place: int, text: str) -> int | float:
        try:
            number, percent = parse_number(text, self.reading.marks.get(place, "."))
        except ValueError:
            raise _refused(spec, text, tr("is not a number. Write it like 1250 or 12.50")) from None
        if spec.type is FieldType.CURRENCY and self.money is not None:
            try:
                number = self.money.in_team(text, number)
            except KeyError as missing:
                words = tr("is in {currency}, of which no rate is known. Add it in Settings, Money", currency=missing.args[0])
                raise _refused(spec, text, words) from None
        if abs(number) > _LARGEST:
            raise _refused(spec, text, tr("is out of range; at most {largest} can be kept exactly", largest=figure(_LARGEST)))
        if spec.type is FieldType.CURRENCY:
            if number != number.quantize(Decimal("0.01")):
                raise _refused(spec, text, tr("has more than two decimals. Round it to cents"))
            return int(number * 100)
        if spec.type is FieldType.PERCENT:
            return float(number / 100 if percent or place in self.reading.whole else number)
        if percent or number != number.to_integral_value():
            raise _refused(spec, text, tr("is not a whole number"))
        return int(number)


def _yes_or_no(spec: FieldSpec, text: str) -> int | None:
    word = text.casefold()
    if word not in _YES | _NO:
        raise _refused(spec, text, tr("is neither yes nor no. Write true or false"))
    return 1 if word in _YES else None


def _refused(spec: FieldSpec, text: str, words: str) -> ValueRefused:
    return ValueRefused(spec.name, f"{spec.name}: “{text[:80]}” {words}.")


def stage_meant(words: TeamWords, spec: FieldSpec, journey: Journey, text: str) -> str | None:
    """The name of the stage that a cell means: as the base calls it, else by any of its names."""
    stage = journey.find(words.stored("prospects", spec, text) or text.strip())
    return None if stage is None else stage.name
