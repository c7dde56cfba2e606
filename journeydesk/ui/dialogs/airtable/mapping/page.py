"""The step "Match your base" whole: the table that is chosen, its fields, and how its first records will look."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.mapping.offer import State
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.sync.mapping.applying import LEAVE_OUT, MappingDraft
from journeydesk.services.sync.mapping.rows import FieldDraft
from journeydesk.ui.dialogs.airtable.mapping.choices import field_choices, option_choices, table_choices
from journeydesk.ui.dialogs.airtable.mapping.field_geometry import options_across
from journeydesk.ui.dialogs.airtable.mapping.field_heads import FieldHeads
from journeydesk.ui.dialogs.airtable.mapping.field_lines import Folds, Line, MoreLine, OptionLine, Part, lines_of
from journeydesk.ui.dialogs.airtable.mapping.field_list import FieldList
from journeydesk.ui.dialogs.airtable.mapping.preview import Preview
from journeydesk.ui.dialogs.airtable.mapping.side import MappingSide
from journeydesk.ui.dialogs.airtable.mapping.state_chips import StateChips
from journeydesk.ui.dialogs.airtable.mapping.table_button import TableButton
from journeydesk.ui.dialogs.airtable.mapping.words import TABLE_NAMES, no_table_words, records_words, stage_slugs
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.choice_list import Choice
from journeydesk.ui.widgets.choosing.chooser import Chooser
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import FittedLabel, label, rule
from journeydesk.ui.widgets.switch import CheckBox


class MappingPage(QWidget):
    """`changed` is emitted after every decision; `again_requested` carries the table to be read and guessed again."""

    changed = Signal()
    again_requested = Signal(str)

    def __init__(self, context: Context, theme: Theme, side: MappingSide, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self.side = side
        self.draft: MappingDraft | None = None
        self.slug = ""
        self._folds = Folds()
        self.chooser: Chooser | None = None
        self._lay_out()
        side.tables.chosen.connect(self._show_table)
        side.tables.entered.connect(self.list.setFocus)
        self.table.clicked.connect(self._ask_table)
        self.again.clicked.connect(lambda: self.again_requested.emit(self.slug))
        self.problems_first.toggled.connect(lambda _on: self._show_fields())
        self.accept.clicked.connect(self.accept_likely)
        self.next.clicked.connect(self.next_problem)
        self.list.asked.connect(self._ask)
        self.list.across_changed.connect(self._show_fields, Qt.ConnectionType.QueuedConnection)

    def _lay_out(self) -> None:
        theme = self._theme
        self.name = label(theme, step=5, weight=600)
        self.table = TableButton(theme, self)
        self.facts = FittedLabel(theme, kind="secondary")
        self.again = KeyButton(theme, tr("Match again"), icon="refresh", kind="flat", parent=self)
        self.again.setToolTip(tr("Reads the base again and guesses this table's fields anew"))
        self.chips = StateChips(theme, self)
        self.problems_first = CheckBox(theme, tr("Problems first"), self)
        self.problems_first.setChecked(True)
        self.accept = KeyButton(theme, tr("Accept likely"), icon="check", key=Action.ACCEPT_LIKELY.cap, parent=self)
        self.next = KeyButton(theme, tr("Next problem"), icon="arrow-down", key=Action.NEXT_PROBLEM.cap, parent=self)
        self.list = FieldList(theme, self)
        self.heads = FieldHeads(theme, self.list, self)
        self.empty = label(theme, kind="secondary", wrap=True)
        self.preview = Preview(self._context, theme, self)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.name, 0)
        head.addWidget(IconLabel(theme, "arrow-right", "text2"))
        head.addWidget(self.table)
        head.addWidget(self.facts, 1)
        head.addWidget(self.again)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.chips, 1)
        for part in (self.problems_first, self.accept, self.next):
            tools.addWidget(part)
        self.fields = _card(self, self.heads, rule(), self.list)
        self.records = _card(self, self.preview)
        self.bodies = QStackedWidget(self)
        self.bodies.addWidget(self._body())
        nothing = QWidget(self)
        words = QVBoxLayout(nothing)
        words.setContentsMargins(0, 12, 0, 0)
        words.addWidget(self.empty)
        words.addStretch(1)
        self.bodies.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.bodies, 1)

    def _body(self) -> QWidget:
        body = QWidget(self)
        title = QHBoxLayout()
        title.setSpacing(8)
        self.title = label(self._theme, tr("How the first 5 will look here"), weight=600)
        title.addWidget(self.title)
        title.addWidget(label(self._theme, tr("read from Airtable, nothing stored yet"), kind="secondary"))
        title.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.fields, 1)
        column.addSpacing(4)
        column.addLayout(title)
        column.addWidget(self.records)
        column.addStretch(0)
        return body

    def show_draft(self, draft: MappingDraft, slug: str = "") -> None:
        """Shows a draft at a table, at the first with a problem where none is named."""
        self.draft = draft
        self._folds = Folds()
        first = next((table.slug for table in draft.tables if draft.problems(table.slug)), draft.tables[0].slug)
        self.slug = slug or first
        self._refresh()
        problem = self.list.next_problem(0)
        self.list.go_to(*(problem or (0, Part.CHOOSER)))

    def take_focus(self) -> None:
        """The fields, or the table where there are none yet."""
        (self.list if self.list.isVisibleTo(self) else self.table).setFocus()

    def _show_table(self, slug: str) -> None:
        if slug != self.slug:
            self.slug, self._folds = slug, Folds()
            self._refresh()
            self.list.go_to(0, Part.CHOOSER)

    def _refresh(self) -> None:
        """Everything as the draft stands now; the keyboard stays where it is."""
        if self.draft is None:
            return
        table = self.draft.table(self.slug)
        self.side.show_draft(self.draft)
        self.side.tables.go_to(self.slug)
        self.name.setText(TABLE_NAMES[self.slug])
        remote = table.remote
        words = {State.CREATE: tr("Create a new table"), State.LEFT_OUT: tr("Left out")}.get(table.state, "Choose a table…")
        self.table.show_table(remote.name if remote else words, remote is not None, table.state is State.DECIDE)
        fields = tr("{count} fields to match", count=len(table.fields)) if remote else ""
        records = tr_count("{records} record", "{records} records", table.record_count, records=records_words(table))
        self.facts.show_wordings(*((f"{records} · {fields}", records) if remote else ("",)))
        self.chips.show_counts(table.counts)
        likely = table.counts.get(State.LIKELY, 0) + (table.state is State.LIKELY)
        self.accept.setText(tr("Accept {likely} likely", likely=likely) if likely else tr("Accept likely"))
        self.accept.setEnabled(bool(likely))
        self.accept.updateGeometry()
        self.next.setEnabled(bool(self.draft.decisions_left()))
        self.again.setEnabled(remote is not None)
        self.bodies.setCurrentIndex(0 if remote is not None else 1)
        self.empty.setText(no_table_words(table))
        self.heads.show_table(remote.name if remote else "")
        self._show_fields()
        self.preview.show_table(self.draft, self.slug)
        rows = len(self.preview.preview.rows)
        self.title.setText(
            tr("How the first {rows} will look here", rows=rows) if rows else tr("There is no record to look at yet")
        )
        self.records.setVisible(bool(rows))

    def _show_fields(self) -> None:
        if self.draft is None:
            return
        table = self.draft.table(self.slug)
        needed = frozenset(problem.field_slug for problem in self.draft.problems(self.slug) if problem.field_slug)
        self._folds = replace(self._folds, needed=needed)
        row, part = self.list.currentIndex().row(), self.list.part
        self.list.needed = needed
        across = options_across(self.list.width())
        lines = lines_of(table, stage_slugs(self.draft), self.problems_first.isChecked(), self._folds, across)
        self.list.lines.show_lines(lines)
        self.fields.setMaximumHeight(self.list.content_height() + self.heads.height() + 3)
        self.list.go_to(max(0, row), part)

    def _decided(self, to_next: bool) -> None:
        row = self.list.currentIndex().row()
        self._refresh()
        if to_next:
            problem = self.list.next_problem(row) or self.list.next_problem(0)
            if problem is not None:
                self.list.go_to(*problem)
        self.changed.emit()

    def accept_likely(self) -> None:
        """Says yes to every guess of the table that is shown."""
        if self.draft is not None and self.accept.isEnabled():
            self.draft.accept_likely(self.slug)
            self._decided(True)
            self.take_focus()

    def next_problem(self) -> None:
        """Goes to the next thing to decide: in this table, then in those after it, then from the top."""
        if self.draft is None:
            return
        at_list = self.list.hasFocus()
        problem = (
            self.list.next_problem(self.list.currentIndex().row(), self.list.part) if at_list else self.list.next_problem(0)
        )
        if problem is not None and self.bodies.currentIndex() == 0:
            self._go_to_problem(problem)
            return
        slugs = [table.slug for table in self.draft.tables]
        after = slugs.index(self.slug) + 1
        slug = next((each for each in slugs[after:] + slugs[:after] if self.draft.problems(each)), None)
        if slug is None:
            return
        self._show_table(slug)
        problem = self.list.next_problem(0)
        if problem is None or self.bodies.currentIndex() == 1:
            self.table.setFocus()
        else:
            self._go_to_problem(problem)

    def _go_to_problem(self, problem: tuple[int, Part]) -> None:
        self.list.setFocus()
        self.list.go_to(*problem)

    def _ask(self, line: Line, part: Part) -> None:
        """What was pressed in the list."""
        if self.draft is None:
            return
        row = self.list.currentIndex().row()
        place = self.list.rect_of(row, part)
        place.moveTo(self.list.viewport().mapTo(self, place.topLeft()))
        if isinstance(line, MoreLine):
            self._folds = replace(self._folds, states=self._folds.states ^ {line.state})
            self._show_fields()
        elif isinstance(line, OptionLine):
            option, field = line.options[line.parts.index(part)], line.field.slug
            choose = partial(self._choose_option, field, option.id)
            self._open(tr("What {name} is", name=option.name), option_choices(line), option.ours, choose, place)
        elif part is Part.FOLD:
            self._folds = replace(self._folds, fields=self._folds.fields ^ {line.field.slug})
            self._show_fields()
        elif part is Part.ACTION:
            self._act(line.field)
        else:
            chosen = line.field.chosen.id if line.field.chosen else None
            choose = partial(self._choose_field, line.field.slug)
            self._open(
                tr("Field for {name}", name=title_of_spec(line.field.spec)), field_choices(line.field), chosen, choose, place
            )

    def _act(self, field: FieldDraft) -> None:
        if self.draft is None:
            return
        if field.state is State.LIKELY:
            self.draft.accept_field(self.slug, field.slug)
        else:
            self.draft.choose_field(self.slug, field.slug, LEAVE_OUT)
        self._decided(False)

    def _choose_field(self, field: str, target: str) -> None:
        if self.draft is not None:
            self.draft.choose_field(self.slug, field, target)
            self._decided(True)

    def _choose_option(self, field: str, option: str, ours: str | None) -> None:
        if self.draft is not None:
            self.draft.choose_option(self.slug, field, option, ours)
            self._decided(True)

    def _ask_table(self) -> None:
        if self.draft is not None:
            table = self.draft.table(self.slug)
            chosen = table.remote.id if table.remote else None
            choices = table_choices(self.draft)
            self._open(
                tr("Table for {table_names}", table_names=TABLE_NAMES[self.slug]),
                choices,
                chosen,
                self._choose_table,
                self.table.geometry(),
            )

    def _choose_table(self, target: str) -> None:
        if self.draft is not None:
            self.draft.choose_table(self.slug, target)
            self._folds = Folds()
            self._decided(True)

    def _open(self, name: str, choices: list[Choice], value: str | None, choose: Callable[[Any], None], place: QRect) -> None:
        self.chooser = Chooser(self._theme, self, name)
        self.chooser.picked.connect(choose)
        self.chooser.open_at(place, choices, value)


def _card(parent: QWidget, *parts: QWidget) -> QFrame:
    """The parts below each other in a frame."""
    card = QFrame(parent)
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, FieldList) else 0)
    return card
