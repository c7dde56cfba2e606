"""Which column of the file is which field: each with its title, a sample and the field that it fills; what nobody chose stands first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.words import tr
from journeydesk.services.files.mapping import Column
from journeydesk.services.files.rehearsal import Choices, Rehearsal
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule

_LEFT_OUT = tr("Leave out")
_SAMPLED = 20
_CHOICE, _RULE = 164, 210
_HEADLESS = (tr("Application ID"),)


class _Line(QWidget):
    """One column; emits the field chosen, empty for none."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, column: Column, sample: str, fields: list[tuple[str, str]], decided: bool) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if column.field is None and not decided:
            self.setStyleSheet(f"_Line {{ background: {theme.hex('warn-soft')}; }}")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(theme, column.title, weight=500))
        texts.addWidget(ElidedLabel(theme, sample or tr("nothing in it"), step=-1, kind="caption"))
        self.field = ChoiceButton(theme, tr("Field of {title}", title=column.title), width=_CHOICE)
        part = tr("{part} of the contact", part=column.part.capitalize()) if column.part else ""
        now = part or (column.field.name if column.field is not None else "")
        nothing = _LEFT_OUT if decided or column.field is not None else tr("Choose a field…")
        self.field.offer([(nothing, ""), *([(part, part)] if part else []), *fields], now)
        self.field.chosen.connect(lambda name: self.chosen.emit(column.title, str(name)))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 16, 6)
        row.addLayout(texts, 1)
        row.addWidget(IconLabel(theme, "arrow-right", "text3", 14))
        row.addSpacing(6)
        row.addWidget(self.field)


class ColumnsPanel(QWidget):
    """Emits what was chosen: a column's field; who gets new prospects; by what somebody is known. `saved_requested` asks for the mappings
    of other files."""

    mapped = Signal(str, str)
    chosen = Signal(str, object)
    saved_requested = Signal()

    def __init__(self, theme: Theme, actor: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actor = actor
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._matched = label(theme, kind="secondary")
        head = QHBoxLayout()
        head.setContentsMargins(20, 5, 8, 5)
        head.addWidget(label(theme, tr("Columns"), weight=600))
        head.addSpacing(8)
        head.addWidget(self._matched)
        head.addStretch(1)
        self.saved = KeyButton(theme, tr("Saved mappings"), icon="history", kind="flat", parent=self)
        self.saved.clicked.connect(self.saved_requested)
        head.addWidget(self.saved)
        self.lines: list[_Line] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        holder = QWidget()
        holder.setLayout(self._list)
        area = QScrollArea(self)
        area.setAccessibleName(tr("Columns of the file"))
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self.owner = ChoiceButton(theme, tr("Owner of new prospects"), width=_RULE)
        self.owner.chosen.connect(lambda value: self.chosen.emit("owner", value))
        self.key = ChoiceButton(theme, tr("Same prospect when"), width=_RULE)
        self.key.chosen.connect(lambda value: self.chosen.emit("key", value))
        self.clears = ChoiceButton(theme, tr("An empty cell"), width=_RULE)
        self.clears.offer([(tr("keeps what is there"), False), (tr("clears what is there"), True)], False)
        self.clears.chosen.connect(lambda value: self.chosen.emit("empty_clears", value))
        foot = QWidget()
        foot.setProperty("kind", "panel")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        choices = QVBoxLayout(foot)
        choices.setContentsMargins(20, 8, 16, 8)
        choices.setSpacing(6)
        for words, button in (
            (tr("Owner of new ones"), self.owner),
            (tr("Same prospect when"), self.key),
            (tr("An empty cell"), self.clears),
        ):
            line = QHBoxLayout()
            line.addWidget(label(theme, words, kind="secondary", wrap=True), 1)
            line.addWidget(button)
            choices.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule())
        layout.addWidget(area, 1)
        layout.addWidget(rule())
        layout.addWidget(foot)

    def show_columns(self, rehearsal: Rehearsal, choices: Choices, reps: list[str]) -> None:
        """Shows the columns of a file as they are matched now."""
        focused = next((line.field.accessibleName().partition(":")[0] for line in self.lines if line.field.hasFocus()), "")
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.lines = []
        matched = sum(column.field is not None for column in rehearsal.columns)
        self._matched.setText(tr("{matched} of {count} matched", matched=matched, count=len(rehearsal.columns)))
        said = {title for title, _ in choices.columns}
        rows = rehearsal.table.rows[:_SAMPLED]
        titles = {field.name: title_of_spec(field) for field in rehearsal.spec.fields}
        fields = [(titles[name], name) for name in (*(name for name in titles if name not in _HEADLESS), *_HEADLESS)]
        order = sorted(rehearsal.columns, key=lambda column: column.field is not None or column.title in said)
        for column in order:
            sample = next((row.cells[column.place].strip() for row in rows if row.cells[column.place].strip()), "")
            line = _Line(self._theme, column, " ".join(sample.split())[:60], fields, column.title in said)
            line.chosen.connect(self.mapped)
            self._list.addWidget(line)
            self._list.addWidget(rule())
            self.lines.append(line)
            if focused and line.field.accessibleName().partition(":")[0] == focused:
                line.field.setFocus()
        self._list.addStretch(1)
        self.owner.offer(
            [(tr("You"), self._actor), *((rep, rep) for rep in reps if rep != self._actor), (tr("Nobody"), "")], choices.owner
        )
        known = [column.field for column in rehearsal.columns if column.field is not None and not column.part]
        by = [(tr("{name} is the same", name=titles[field.name]), field.name) for field in known if field.is_text]
        self.key.offer([(tr("Key, e-mail, phone or names"), None), *by], choices.key)
        self.clears.choose(choices.empty_clears)
