"""What a stage needs before a card comes in: the missing fields, filled where the card is dropped."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.catalogue import PROSPECTS, FieldSpec, FieldType
from journeydesk.domain.checks import check
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.context import Context
from journeydesk.services.entering import entered
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.kanban.over_board import OverBoard
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.labels import label

_HINTS = {FieldType.DATE: tr("fri, 3d, 22 May"), FieldType.PERCENT: "40 %", FieldType.CURRENCY: "4200"}


class NeedsPopup(OverBoard):
    """`given` carries the values by field, as stored."""

    given = Signal(object)

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, tr("What the stage needs"), 340, tr("Fill in and move"))
        self._keys = KeyMap(Scope.FIELDS, {Action.TAKE: self._take})
        self._context = context
        self._theme = theme
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.note = label(theme, step=-1, kind="secondary", wrap=True)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self._form = QVBoxLayout()
        self._form.setSpacing(4)
        self.column.addWidget(self.note)
        self.column.addLayout(self._form)
        self.column.addWidget(self.wrong)

    def ask(self, title: str, slugs: Sequence[str], of_many: bool, where: QPoint) -> None:
        """Asks for these fields near this point of the parent; the first has the keyboard."""
        self.title.setText(title)
        self.note.setText(tr("One value for all that lack it."))
        self.note.setVisible(of_many)
        self.wrong.hide()
        self._build([PROSPECTS.by_slug[slug] for slug in slugs])
        self.show_near(where)
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self, specs: Sequence[FieldSpec]) -> None:
        while (item := self._form.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        for spec in specs:
            field = self._field(spec)
            field.setAccessibleName(title_of_spec(spec))
            self.fields[spec.slug] = field
            caption = label(self._theme, title_of_spec(spec), step=-1, kind="secondary")
            caption.setBuddy(field)
            self._form.addWidget(caption)
            self._form.addWidget(field)

    def _field(self, spec: FieldSpec) -> QLineEdit | QComboBox:
        if spec.type is FieldType.SELECT:
            choice = Combo(self._theme, self)
            choice.addItems(["", *self._context.words.choices("prospects", spec)])
            return choice
        line = QLineEdit(self)
        line.setPlaceholderText(_HINTS.get(spec.type, ""))
        return line

    def _take(self) -> bool:
        """Enter goes to the next field without a value; with the last it moves."""
        empty = next((field for field in self.fields.values() if not _text(field).strip()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.give()
        return True

    def give(self) -> None:
        """Where every field has a value that can be stored; else the first that has not is said."""
        values: dict[str, Stored] = {}
        for slug, field in self.fields.items():
            try:
                values[slug] = self._value(PROSPECTS.by_slug[slug], _text(field).strip())
            except ValueRefused as wrong:
                self.wrong.setText(str(wrong))
                self.wrong.show()
                self.adjustSize()
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.hide()
        self.given.emit(values)

    def _value(self, spec: FieldSpec, text: str) -> Stored:
        if not text:
            raise ValueRefused(
                spec.name, tr("{name}: the stage needs it. Fill it in, or keep the card where it is.", name=title_of_spec(spec))
            )
        if spec.type is FieldType.DATE:
            return understand_due(self._context, text, title_of_spec(spec)).day.isoformat()
        value = entered(self._context, "prospects", spec, text)
        check("prospects", spec, value)
        return value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)


def _text(field: QLineEdit | QComboBox) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()
