"""The list of companies that the executive sponsor is told of: one a line, to be changed as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.window.geometry import ground_of


class CompanyList(FramedSheet):
    """`given` carries the names, each once."""

    given = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, names: Sequence[str]) -> None:
        super().__init__(theme, window, 520, tr("Fortune 500"))
        caption = tr("One company a line. Case, punctuation and legal forms are forgiven.")
        self.body.addWidget(label(theme, caption, kind="secondary", wrap=True))
        self.names = QPlainTextEdit("\n".join(names))
        self.names.setAccessibleName(tr("Companies, one a line"))
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(min(380, ground_of(window).height() - 260))
        self.names.textChanged.connect(self._count)
        self.body.addWidget(self.names)
        self._counted = label(theme, step=-1, kind="secondary")
        save = KeyButton(theme, tr("Save list"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        save.clicked.connect(self._save)
        self.offer(save, beside=self._counted)
        self.accepted.connect(self._save)
        self._count()

    def take_focus(self) -> None:
        """The text has the keys."""
        self.names.setFocus()

    def _lines(self) -> list[str]:
        lines = [line.strip() for line in self.names.toPlainText().splitlines()]
        return list(dict.fromkeys(line for line in lines if line))

    def _count(self) -> None:
        self._counted.setText(tr("{count} companies", count=figure(len(self._lines()))))

    def _save(self) -> None:
        self.done()
        self.given.emit(self._lines())
