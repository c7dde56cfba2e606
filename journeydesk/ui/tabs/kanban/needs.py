"""What a stage needs before a card comes in: the missing fields, filled where the card is dropped."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

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
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.labels import label

_HINTS = {FieldType.DATE: tr("fri, 3d, 22 May"), FieldType.PERCENT: "40 %", FieldType.CURRENCY: "4200"}


class NeedsPopup(OverBoard):
    """`given` carries the values by field, as stored; `refused` says that the cards stay."""

    given = Signal(object)
    refused = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, tr("What the stage needs"), 340)
        self._keys = KeyMap(Scope.FIELDS, {Action.LEAVE: self._refuse, Action.TAKE: self._take})
        self._context = context
        self._theme = theme
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.title = label(theme, weight=600, wrap=True)
        self.note = label(theme, step=-1, kind="secondary", wrap=True)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self._form = QVBoxLayout()
        self._form.setSpacing(4)
        self.move_on = KeyButton(theme, tr("Fill in and move"), key=Action.TAKE.cap, kind="primary")
        self.keep = KeyButton(theme, tr("Keep it here"), key=Action.LEAVE.cap)
        self.move_on.clicked.connect(self._give)
        self.keep.clicked.connect(self._refuse)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.move_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.note)
        layout.addLayout(self._form)
        layout.addWidget(self.wrong)
        layout.addLayout(buttons)

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
            field.setAccessibleName(spec.name)
            self.fields[spec.slug] = field
            caption = label(self._theme, spec.name, step=-1, kind="secondary")
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
            self._give()
        return True

    def _give(self) -> None:
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
                spec.name, tr("{name}: the stage needs it. Fill it in, or keep the card where it is.", name=spec.name)
            )
        if spec.type is FieldType.DATE:
            return understand_due(self._context, text, spec.name).day.isoformat()
        value = entered(self._context, "prospects", spec, text)
        check("prospects", spec, value)
        return value

    def _refuse(self) -> None:
        self.hide()
        self.refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)


def _text(field: QLineEdit | QComboBox) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()
