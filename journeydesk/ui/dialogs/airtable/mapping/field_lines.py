"""The fields of a table as lines: problems first, options below their field, what needs nobody folded away."""

from collections.abc import Container, Sequence
from enum import Enum

from PySide6.QtCore import QObject

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.offer import State
from journeydesk.domain.words import figure, named, tr
from journeydesk.services.sync.mapping.rows import FieldDraft, OptionDraft, TableDraft
from journeydesk.ui.dialogs.airtable.mapping.words import MARKS, STATE_WORDS, no_field_words, state_words
from journeydesk.ui.models.lines import LinesModel

_FEW = 3


class Part(Enum):
    """What of a line the keyboard can be at."""

    CHOOSER = "chooser"
    ACTION = "action"
    FOLD = "fold"
    FIRST = tr("first option")
    SECOND = tr("second option")


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of ours; `is_stage` says that its options are stages, `is_open` that they are listed below it."""

    field: FieldDraft
    is_stage: bool
    is_open: bool

    @property
    def action(self) -> str:
        """What the button at the right says; empty where there is none."""
        if self.field.state is State.LIKELY:
            return tr("Yes")
        undecided = self.field.state is State.DECIDE and self.field.chosen is None
        return tr("Leave out") if undecided or self.field.state is State.CREATE else ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """What can be chosen or pressed, from left to right."""
        action = (Part.ACTION,) if self.action else ()
        return (Part.CHOOSER, *action, *((Part.FOLD,) if self.field.options else ()))


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One or two options of a field beside each other; `is_first` and `is_last` of its options. `is_alone` says that each has a line
    of its own."""

    field: FieldDraft
    options: tuple[OptionDraft, ...]
    is_stage: bool
    is_first: bool
    is_last: bool
    is_alone: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """A chooser for each option."""
        return (Part.FIRST, Part.SECOND)[: len(self.options)]


@dataclass(frozen=True, slots=True)
class MoreLine:
    """Fields of one state that are folded away, or listed below this line."""

    state: State
    names: tuple[str, ...]
    is_open: bool

    @property
    def parts(self) -> tuple[Part, ...]:
        """The fold alone."""
        return (Part.FOLD,)


Line = FieldLine | OptionLine | MoreLine


@dataclass(frozen=True, slots=True)
class Folds:
    """What a person opened or closed: fields by slug against what is usual for them, and the states that are unfolded.

    The fields of `needed` must be decided whatever their state, so they are never folded away.
    """

    fields: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()
    needed: frozenset[str] = frozenset()


def lines_of(table: TableDraft, stages: Container[str], problems_first: bool, folds: Folds, across: int = 2) -> list[Line]:
    """The lines of a table, with so many options `across`; without `problems_first` every field in the catalogue's order."""
    lines: list[Line] = []
    if not problems_first:
        for field in table.fields:
            lines += _field_lines(field, stages, folds, across)
        return lines
    by_state = {state: [field for field in table.fields if field.state is state] for state in MARKS}
    for state, fields in by_state.items():
        if not fields:
            continue
        folded = state is State.MATCHED or (state is State.LEFT_OUT and len(fields) > _FEW)
        folded = folded and not any(field.slug in folds.needed for field in fields)
        if folded:
            lines.append(MoreLine(state, tuple(title_of_spec(field.spec) for field in fields), state in folds.states))
        if not folded or state in folds.states:
            for field in fields:
                lines += _field_lines(field, stages, folds, across)
    return lines


def _field_lines(field: FieldDraft, stages: Container[str], folds: Folds, across: int) -> list[Line]:
    undecided = any(option.state is State.DECIDE for option in field.options)
    is_open = bool(field.options) and undecided != (field.slug in folds.fields)
    is_stage = field.slug in stages
    lines: list[Line] = [FieldLine(field, is_stage, is_open)]
    if is_open:
        ordered = sorted(field.options, key=lambda option: option.state is not State.DECIDE)
        rows = [tuple(ordered[place : place + across]) for place in range(0, len(ordered), across)]
        lines += [OptionLine(field, row, is_stage, n == 0, n == len(rows) - 1, across == 1) for n, row in enumerate(rows)]
    return lines


class FieldModel(LinesModel):
    """The lines of the table that is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def words(self, line: Line) -> str:
        if isinstance(line, MoreLine):
            return tr(
                "{count} more fields, {state_words}: {names}",
                count=len(line.names),
                state_words=STATE_WORDS[line.state],
                names=", ".join(line.names),
            )
        if isinstance(line, OptionLine):
            return "; ".join(option_words(option) for option in line.options)
        chosen = line.field.chosen
        base = f"{chosen.name}, {named(chosen.kind)}" if chosen else no_field_words(line.field)
        state, reason = state_words(line.field)
        return f"{title_of_spec(line.field.spec)} {named(line.field.kind)}: {base}: {state}{', ' + reason if reason else ''}"


def option_words(option: OptionDraft) -> str:
    """An option of theirs with what it is of ours."""
    ours = option.ours or (tr("choose") if option.state is State.DECIDE else tr("kept as it is"))
    return tr("{name}, {count} records: {ours}", name=option.name, count=figure(option.count), ours=ours)
