"""Below the settings while everybody is looked at by changed ones: how far it is, and Cancel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


class EvaluationBar(QWidget):
    """Hidden while there is nothing to tell. Cancel takes the change back."""

    def __init__(self, theme: Theme, saving: Saving) -> None:
        super().__init__()
        self._saving = saving
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 28, 0)
        row.setSpacing(12)
        self._words = label(theme)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(tr("Looking at everybody by the new settings"))
        self.cancel = KeyButton(theme, tr("Cancel the change"), parent=self)
        self.cancel.clicked.connect(saving.cancel)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        saving.counted.connect(self._show)
        self.hide()

    def _show(self, done: int, every: int) -> None:
        self.setVisible(every > 0)
        if every:
            self._bar.setRange(0, every)
            self._bar.setValue(min(done, every))
            self._words.setText(
                tr(
                    "Scores, alerts and stages by the new settings: {every} of {every_2}",
                    every=figure(min(done, every)),
                    every_2=figure(every),
                )
            )
            self.cancel.setVisible(self._saving.can_cancel)
