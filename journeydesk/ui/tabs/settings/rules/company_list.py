"""The list of companies that the executive sponsor is told of: one a line, to be changed as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


class CompanyList(Sheet):
    """`given` carries the names, each once."""

    given = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, names: Sequence[str]) -> None:
        super().__init__(theme, window, 520)
        self.layout_.setContentsMargins(20, 14, 20, 14)
        self.layout_.setSpacing(6)
        self.layout_.addWidget(label(theme, tr("Fortune 500"), step=2, weight=600))
        caption = tr("One company a line. Case, punctuation and legal forms are forgiven.")
        self.layout_.addWidget(label(theme, caption, kind="secondary", wrap=True))
        self.names = QPlainTextEdit("\n".join(names))
        self.names.setAccessibleName(tr("Companies, one a line"))
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(min(380, window.height() - 260))
        self.names.textChanged.connect(self._count)
        self.layout_.addWidget(self.names)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._counted = label(theme, step=-1, kind="secondary")
        foot.addWidget(self._counted)
        foot.addStretch(1)
        cancel = KeyButton(theme, tr("Cancel"), key=Action.CLOSE.cap, parent=self.sheet)
        cancel.clicked.connect(self.done)
        save = KeyButton(theme, tr("Save list"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        save.clicked.connect(self._save)
        foot.addWidget(cancel)
        foot.addWidget(save)
        self.layout_.addLayout(foot)
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
