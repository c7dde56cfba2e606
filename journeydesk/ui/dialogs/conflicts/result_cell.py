"""What will be saved of one field: the value picked, or what there is to choose from; the editor of a value of one's own."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.words import figure, tr
from journeydesk.ui.dialogs.conflicts.shown_value import ShownValue
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import is_key_of
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.switch import CheckBox

_PAD, _TOP = 12, 9
_BETWEEN = 6
Editor = QPlainTextEdit | QLineEdit | QComboBox


class ResultCell(QWidget):
    """Emits what a person wants; the row decides."""

    both_requested = Signal()
    edit_requested = Signal()
    edited = Signal(str)
    left = Signal()
    alike_changed = Signal(bool)
    resized = Signal()

    def __init__(
        self, theme: Theme, field: str, width: int, *, joinable: bool, editable: bool, likewise: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = field
        self._value: ShownValue | None = None
        self.editor: Editor | None = None
        self.setFixedWidth(width)
        self.both = KeyButton(theme, tr("Keep both texts"), icon="plus", key=Action.PICK_BOTH.cap, parent=self)
        self.edit = KeyButton(theme, tr("Edit"), icon="pencil", key=Action.EDIT_RESULT.cap, parent=self)
        self.alike = CheckBox(theme, tr("Same for the other {likewise}", likewise=figure(likewise)), self)
        self.alike.setToolTip(tr("The same field, changed by the same people, in other records"))
        for button, words in ((self.both, tr("keep both texts (3)")), (self.edit, tr("edit (E)"))):
            button.setFixedHeight(24)
            button.setFont(theme.font(-1, 500))
            button.setAccessibleName(f"{field}: {words}")
        # Words say more than pictures: the icons go first.
        if not self._have_room(width):
            self.both.be_short(tr("Keep both texts"))
            self.edit.be_short(tr("Edit"))
        if not self._have_room(width):
            self.both.be_short(tr("Both"))
        self.alike.setFont(theme.font(-1))
        self.alike.setAccessibleName(
            tr("{field}: same choice for the other {likewise}", field=field, likewise=figure(likewise))
        )
        self.problem = label(theme, step=-1, kind="danger", wrap=True)
        self._has = {"both": joinable, "edit": editable, "alike": likewise > 0}
        self._lay_out()
        self.both.clicked.connect(self.both_requested)
        self.edit.clicked.connect(self.edit_requested)
        self.alike.toggled.connect(self.alike_changed)
        theme.changed.connect(self.update)
        self.show_value(None)

    def _have_room(self, width: int) -> bool:
        return self.both.sizeHint().width() + self.edit.sizeHint().width() + _BETWEEN + 2 * _PAD <= width

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _TOP, _PAD, _TOP)
        column.setSpacing(4)
        self._above = QWidget(self)
        column.addWidget(self._above)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addWidget(self.problem)
        self.problem.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(_BETWEEN)
        buttons.addWidget(self.both)
        buttons.addWidget(self.edit)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.alike)
        column.addStretch(1)

    @property
    def needed(self) -> int:
        """The height of what it holds now."""
        self._column.activate()
        return self._column.sizeHint().height()

    def show_value(self, value: ShownValue | None) -> None:
        """The value that will be saved; None while nothing is picked."""
        self._value = value
        self._above.setFixedHeight(value.height(self.width() - 2 * _PAD) if value is not None else 18)
        picked = value is not None
        self.both.setVisible(self._has["both"] and not picked)
        self.edit.setVisible(self._has["edit"] and not picked)
        self.alike.setVisible(self._has["alike"] and picked)
        self.update()

    def open_editor(self, spec: FieldSpec, text: str, choices_offered: Iterable[str]) -> None:
        """A field that fits what is edited, with the keyboard in it; of a select with these words to choose from."""
        self.close_editor()
        if spec.type is FieldType.SELECT:
            choices = Combo(self._theme, self)
            choices.addItems(["", *choices_offered])
            choices.setCurrentText(text)
            self.editor = choices
        elif spec.type is FieldType.LONG_TEXT:
            self.editor = QPlainTextEdit(text, self)
            self.editor.setFixedHeight(76)
            self.editor.setTabChangesFocus(True)
        else:
            self.editor = QLineEdit(text, self)
            self.editor.selectAll()
        self.editor.setAccessibleName(tr("{field}: your own value", field=self._field))
        self.editor.installEventFilter(self)
        self._above.hide()
        self.both.hide()
        self.edit.hide()
        self.alike.hide()
        self._place.addWidget(self.editor)
        self.editor.show()
        self.editor.setFocus()
        self.resized.emit()

    def close_editor(self) -> None:
        """The value is shown again."""
        if self.editor is not None:
            self.editor.removeEventFilter(self)
            self._place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        self._above.show()
        self.problem.hide()
        self.resized.emit()

    @property
    def written(self) -> str:
        """What stands in the editor."""
        if isinstance(self.editor, QComboBox):
            return self.editor.currentText()
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        return self.editor.text() if self.editor is not None else ""

    def refuse(self, words: str) -> None:
        """Says what is wrong with what was written; nothing of it is lost."""
        self.problem.setText(words)
        self.problem.show()
        self.resized.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Ctrl+Enter takes what is written, in a single line Enter does too; Escape leaves the editor, not the dialog.
        if watched is self.editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = is_key_of(Action.TAKE, event) and not isinstance(self.editor, QPlainTextEdit)
            if plain or is_key_of(Action.ACCEPT, event):
                self.edited.emit(self.written)
                return True
            if is_key_of(Action.LEAVE, event):
                self.left.emit()
                return True
        if watched is self.editor and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.needed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._theme.color("panel"))
            if self._value is not None and self.editor is None:
                self._value.paint(painter, _PAD, _TOP, self.width() - 2 * _PAD)
            elif self.editor is None:
                self._theme.paint_icon(painter, QRect(_PAD, _TOP + 1, 16, 16), "warn", "warn")
                painter.setFont(self._theme.font(0, 500))
                painter.setPen(self._theme.color("warn"))
                draw_text(painter, QRect(_PAD + 22, _TOP, 120, 18), LEFT, tr("Pick one"))
