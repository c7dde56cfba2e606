"""The buttons below the waiting changes: they act on the line that is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.queries.outbox import PendingRow
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import tip


class ChangeBar(QWidget):
    """Emits send, hold, drop or copy."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons = {
            name: KeyButton(theme, words, icon=icon, key=key, kind=kind, parent=self)
            for name, words, icon, key, kind in (
                ("send", tr("Send now"), "send", Action.CHANGE_SEND.cap, "default"),
                ("hold", tr("Hold"), "hourglass", Action.CHANGE_HOLD.cap, "default"),
                ("drop", tr("Drop"), "x", Action.CHANGE_DROP.cap, "danger"),
                ("copy", tr("Copy"), "copy", Action.CHANGE_COPY.cap, "flat"),
            )
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(6)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.pressed.emit(name))
            row.addWidget(button)
        row.addStretch(1)
        self.show_row(None)

    def show_row(self, row: PendingRow | None) -> None:
        """What can be done with this change."""
        for button in self.buttons.values():
            button.setEnabled(row is not None)
        hold, held = self.buttons["hold"], row is not None and row.state == "held"
        hold.setText(tr("Let go") if held else tr("Hold"))
        hold.setAccessibleName(f"{hold.text()} ({Action.CHANGE_HOLD.label})")
        hold.setToolTip(tip(tr("Sends it with the next sync") if held else tr("Keeps it on this computer until you let it go")))
        hold.updateGeometry()
        self.buttons["send"].setToolTip(
            tip(tr("Tries it again as it is") if row is not None and row.state == "refused" else "")
        )
        self.buttons["drop"].setToolTip(tr("Gives the change up; can be undone"))
