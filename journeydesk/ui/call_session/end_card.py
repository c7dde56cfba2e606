"""The card at the end: calls, reached, steps set, minutes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.calls.session import SessionResult
from journeydesk.ui import tokens
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label

_FIGURES = (tr("Calls"), tr("Reached"), tr("Steps set"), tr("Minutes"))


class EndCard(QWidget):
    """`closed` goes back to where the session began."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self._card.setFixedWidth(480)
        self._title = label(theme, tr("That was everybody"), step=tokens.TITLE, weight=600)
        self._name = label(theme, kind="secondary")
        self._figures: list[QLabel] = []
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for words in _FIGURES:
            number = label(theme, step=tokens.FIGURE, weight=600)
            number.setFont(theme.font(tokens.FIGURE, 600, tabular=True))
            self._figures.append(number)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(number)
            column.addWidget(label(theme, words, step=-1, kind="secondary"))
            figures.addLayout(column, 1)
        self._rest = label(theme, step=-1, kind="secondary", wrap=True)
        self.close_button = KeyButton(
            theme, tr("Back to the list"), key=Action.SESSION_END.cap, kind="primary", parent=self._card
        )
        self.close_button.clicked.connect(self.closed)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(4)
        inside.addWidget(self._title)
        inside.addWidget(self._name)
        inside.addSpacing(14)
        inside.addLayout(figures)
        inside.addSpacing(10)
        inside.addWidget(self._rest)
        inside.addSpacing(10)
        inside.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)

    def show_result(self, result: SessionResult) -> None:
        """What came of it."""
        values = (result.calls, result.reached, result.steps, result.minutes)
        for shown, value in zip(self._figures, values, strict=True):
            shown.setText(figure(value))
        self._name.setText(tr_count("{name}, {count} prospect", "{name}, {count} prospects", result.total, name=result.name))
        rest = []
        if result.skipped:
            rest.append(tr("{skipped} skipped", skipped=figure(result.skipped)))
        if result.colleagues:
            rest.append(tr("{colleagues} had been called by a colleague meanwhile", colleagues=figure(result.colleagues)))
        self._rest.setText(" · ".join(rest))
        self._rest.setVisible(bool(rest))
        figures = ", ".join(f"{words} {figure(value)}" for words, value in zip(_FIGURES, values, strict=True))
        self.setAccessibleName(tr("Session done: {figures}", figures=figures))

    def figures(self) -> tuple[str, ...]:
        """The four figures as shown."""
        return tuple(shown.text() for shown in self._figures)
