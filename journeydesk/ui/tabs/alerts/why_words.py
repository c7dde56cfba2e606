"""Why an alert is here in a sentence, when it will go, for whom its rule is muted, and the ways to its settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeydesk.domain.words import named, tr
from journeydesk.services.rows.alerts import AlertDetail
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label


class WhyWords(QWidget):
    """Below the card that shows the figures."""

    settings_requested = Signal()
    mute_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = label(theme, kind="secondary", wrap=True)
        self._muted = label(theme, kind="warn", wrap=True)
        self.settings = QPushButton(tr("Rule settings"))
        self.mute = QPushButton(tr("Mute (M)"))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button, signal in ((self.settings, self.settings_requested), (self.mute, self.mute_requested)):
            button.setProperty("kind", "link")
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._why)
        layout.addWidget(self._muted)
        layout.addLayout(buttons)

    def show_alert(self, detail: AlertDetail) -> None:
        """Shows this alert's reasons."""
        self._why.setText(detail.why)
        self.setAccessibleName(tr("Why: {why}", why=detail.why))
        self._muted.setText(tr("This rule is muted for {muted}.", muted=detail.muted) if detail.muted else "")
        self._muted.setVisible(bool(detail.muted))
        self.settings.setAccessibleName(tr("Settings of the rule {rule}", rule=named(detail.row.rule)))
        self.mute.setText(tr("Unmute (M)") if detail.muted else tr("Mute (M)"))
        self.mute.setAccessibleName(f"{self.mute.text()}: {detail.row.rule}")
