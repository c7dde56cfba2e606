"""A new journey: its name, and its stages one a line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from journeydesk.domain.errors import UserError
from journeydesk.domain.journeys.edit_stages import add_journey
from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.settings.journeys.draft import JourneyDraft
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


class NewJourney(FramedSheet):
    """Adds it to the draft; `added` carries its name."""

    added = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, draft: JourneyDraft) -> None:
        super().__init__(theme, window, 460, tr("New journey"))
        self._draft = draft
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.stages = QPlainTextEdit()
        self.stages.setAccessibleName(tr("Stages, one a line"))
        self.stages.setTabChangesFocus(True)
        self.stages.setFixedHeight(140)
        parts = (
            label(theme, tr("Name"), kind="secondary"),
            self.name,
            label(theme, tr("Stages, one a line, in their order"), kind="secondary"),
            self.stages,
        )
        self.body.setSpacing(6)
        for part in parts:
            self.body.addWidget(part)
        add = KeyButton(theme, tr("Add journey"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        add.clicked.connect(self.add)
        self.offer(add)
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
            self.refuse(str(wrong))
            return
        self.done()
        self.added.emit(name)
