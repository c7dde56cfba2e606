"""What a scenario is told, a line for each input, filled in from the prospect and free to be changed."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from journeydesk.domain.scenarios.inputs import Input
from journeydesk.domain.words import tr
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.labels import ElidedLabel, label

_LINES = 64
_NAMES = 140
Field = QLineEdit | QComboBox | QPlainTextEdit


class InputsForm(QWidget):
    """One for one scenario; `show_inputs` begins it anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._inputs: tuple[Input, ...] = ()
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._held: QWidget | None = None

    def show_inputs(self, inputs: tuple[Input, ...], values: Mapping[str, str]) -> None:
        """Shows these, with their values by name."""
        if self._held is not None:
            self._held.hide()
            self._held.deleteLater()
        self._inputs = inputs
        self.fields = {}
        held = self._held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _NAMES)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(inputs):
            name = ElidedLabel(self._theme, f"{one.label} *" if one.required else one.label, kind="secondary")
            name.setFixedWidth(_NAMES)
            grid.addWidget(name, row, 0)
            grid.addWidget(self._field(one, values.get(one.name, "")), row, 1)
        self._column.addWidget(held)

    def _field(self, one: Input, value: str) -> QWidget:
        if not one.is_plain:
            return label(self._theme, tr("a list; it cannot be given here"), kind="secondary")
        field: Field
        if one.options or one.kind == "boolean":
            field = Combo(self._theme)
            offered = one.options or (("true", tr("Yes")), ("false", tr("No")))
            for choice, words in (("", tr("Nothing")), *offered):
                field.addItem(words, choice)
            field.setCurrentIndex(max(0, field.findData(value)))
        elif one.long:
            field = QPlainTextEdit(value)
            field.setTabChangesFocus(True)
            field.setFrameShape(QFrame.Shape.NoFrame)
            field.setFixedHeight(_LINES)
        else:
            field = QLineEdit(value)
        field.setAccessibleName(tr("{label}, needed", label=one.label) if one.required else one.label)
        self.fields[one.name] = field
        return field

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the form, by the name of the input."""
        return {name: _text(field) for name, field in self.fields.items()}

    def mark_wrong(self, called: str) -> QPoint | None:
        """Frames the field of this label in red and gives it the keyboard; where it is, for scrolling there."""
        found = None
        for one in self._inputs:
            field = self.fields.get(one.name)
            if field is None:
                continue
            restyle(field, "wrong", one.label == called)
            if one.label == called:
                found = field.pos()
                field.setFocus()
        return found


def _text(field: Field) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
