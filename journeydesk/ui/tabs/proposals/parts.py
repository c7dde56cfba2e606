"""What a proposal would write, a row each: what stands there now, and what would, to be edited where it stands."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.words import priced, tr
from journeydesk.services.agent.showing import ProposalDetail, ProposalPart
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import is_key_of
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.form_field import IconLine
from journeydesk.ui.widgets.labels import label

_OF_THE_VIEW = (Action.MESSAGE_APPROVE, Action.MESSAGE_SAVE, Action.ALERT_BACK)
_LONG_HEIGHT = 120


class _Text(QPlainTextEdit):
    """A long text, which leaves the view its keys."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(is_key_of(action, event) for action in _OF_THE_VIEW):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ProposalParts(QScrollArea):
    """`edited` tells that something was typed or chosen."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._detail: ProposalDetail | None = None
        self.editors: dict[str, QLineEdit | QPlainTextEdit | Combo] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_parts(self, detail: ProposalDetail) -> None:
        """Shows a proposal; it can be edited while it waits."""
        self._detail = detail
        self.editors = {}
        body = QWidget()
        body.setProperty("kind", "base")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self._theme, detail.title, step=2, weight=600))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(2, 3)
        grid.setColumnStretch(1, 2 if detail.compares else 0)
        if detail.compares:
            for place, words in ((1, tr("Now")), (2, tr("Would be"))):
                grid.addWidget(label(self._theme, words, step=-1, weight=500, kind="secondary"), 0, place)
        for row, part in enumerate(detail.parts, 1):
            self._add_row(grid, row, part, detail)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(body)

    def _add_row(self, grid: QGridLayout, row: int, part: ProposalPart, detail: ProposalDetail) -> None:
        top = Qt.AlignmentFlag.AlignTop
        title = label(self._theme, part.title, kind="secondary", wrap=True)
        title.setMinimumWidth(110)
        title.setMaximumWidth(170)
        title.setContentsMargins(0, 6, 0, 0)
        grid.addWidget(title, row, 0, top)
        if detail.compares:
            stands = priced(part.sign, part.now) if part.sign and part.now else part.now
            now = label(self._theme, stands or tr("empty"), kind="" if part.now else "secondary", wrap=True)
            now.setContentsMargins(0, 6, 0, 0)
            grid.addWidget(now, row, 1, top)
        editor = self._editor(part, detail.waits)
        editor.setAccessibleName(tr("{field}, would be", field=part.title) if detail.compares else part.title)
        editor.setObjectName(f"proposed {part.name}")
        self.editors[part.name] = editor
        grid.addWidget(editor, row, 2, top)

    def _editor(self, part: ProposalPart, editable: bool) -> QLineEdit | QPlainTextEdit | Combo:
        if part.choices:
            return self._combo(part, editable)
        if part.long:
            text = _Text(part.text)
            text.setTabChangesFocus(True)
            text.setFixedHeight(_LONG_HEIGHT)
            text.setReadOnly(not editable)
            text.textChanged.connect(self.edited)
            return text
        line = IconLine(self._theme, lead=part.sign)
        line.setText(part.text)
        line.setReadOnly(not editable)
        line.setCursorPosition(0)
        line.textEdited.connect(lambda _text: self.edited.emit())
        return line

    def _combo(self, part: ProposalPart, editable: bool) -> Combo:
        combo = Combo(self._theme)
        known = dict(part.choices)
        # What cannot be chosen stands there all the same, until approving says so.
        if part.text not in known:
            combo.addItem(part.text or tr("none"), part.text)
        for value, shown in known.items():
            combo.addItem(shown, value)
        combo.setCurrentIndex(max(0, combo.findData(part.text)))
        combo.setEnabled(editable)
        combo.activated.connect(lambda _place: self.edited.emit())
        return combo

    def values(self) -> dict[str, str]:
        """What is entered now."""
        return {name: _text_of(editor) for name, editor in self.editors.items()}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Enters these in place of what stands."""
        for name, editor in self.editors.items():
            text = values.get(name, "")
            if isinstance(editor, Combo):
                editor.setCurrentIndex(max(0, editor.findData(text)))
            elif isinstance(editor, QLineEdit):
                editor.setText(text)
            else:
                editor.setPlainText(text)

    def take_focus(self) -> None:
        """The first field."""
        first = next(iter(self.editors.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_wrong(self, sentence: str) -> None:
        """Gives the keyboard to the field that a refusal names first."""
        detail = self._detail
        named = next((part.name for part in detail.parts if sentence.startswith(f"{part.title}:")), "") if detail else ""
        if named in self.editors:
            self.editors[named].setFocus(Qt.FocusReason.OtherFocusReason)


def _text_of(editor: QLineEdit | QPlainTextEdit | Combo) -> str:
    if isinstance(editor, Combo):
        return str(editor.currentData() or "")
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
