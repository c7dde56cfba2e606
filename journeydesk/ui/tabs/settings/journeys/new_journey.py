"""A new journey: its name, and its stages one a line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from journeydesk.domain.errors import UserError
from journeydesk.domain.journeys.edit_stages import add_journey
from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.settings.journeys.draft import JourneyDraft
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


class NewJourney(Sheet):
    """Adds it to the draft; `added` carries its name."""

    added = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, draft: JourneyDraft) -> None:
        super().__init__(theme, window, 460)
        self._draft = draft
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.stages = QPlainTextEdit()
        self.stages.setAccessibleName(tr("Stages, one a line"))
        self.stages.setTabChangesFocus(True)
        self.stages.setFixedHeight(140)
        self._wrong = label(theme, kind="danger", wrap=True)
        self._wrong.hide()
        parts = (
            label(theme, tr("New journey"), step=2, weight=600),
            label(theme, tr("Name"), kind="secondary"),
            self.name,
            label(theme, tr("Stages, one a line, in their order"), kind="secondary"),
            self.stages,
            self._wrong,
        )
        self.layout_.setContentsMargins(20, 14, 20, 14)
        self.layout_.setSpacing(6)
        for part in parts:
            self.layout_.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        cancel = KeyButton(theme, tr("Cancel"), key=Action.CLOSE.cap, parent=self.sheet)
        cancel.clicked.connect(self.done)
        add = KeyButton(theme, tr("Add journey"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        add.clicked.connect(self.add)
        foot.addWidget(cancel)
        foot.addWidget(add)
        self.layout_.addSpacing(6)
        self.layout_.addLayout(foot)
        self.accepted.connect(self.add)

    def take_focus(self) -> None:
        """The name first."""
        self.name.setFocus()

    def add(self) -> None:
        """Adds it, or says what is wrong."""
        name = self.name.text().strip()
        stages = [line.strip() for line in self.stages.toPlainText().splitlines() if line.strip()]
        try:
            self._draft.add(tr("Add the journey “{name}”", name=name), lambda raw: add_journey(raw, name, stages))
        except UserError as wrong:
            self._wrong.setText(str(wrong))
            self._wrong.show()
            self._place()
            return
        self.done()
        self.added.emit(name)
