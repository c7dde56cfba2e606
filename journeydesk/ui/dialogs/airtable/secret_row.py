"""A field for a secret with what belongs to it: shown or hidden, checked, a page where one is made, and what came of it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.outside import open_address
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label

CHECK_AFTER_MS = 400


class SecretRow(QGridLayout):
    """`check_requested` comes a moment after the last letter, and when the button is pressed."""

    check_requested = Signal()

    def __init__(self, theme: Theme, name: str, make: tuple[str, str], parent: QWidget) -> None:
        super().__init__()
        self.field = QLineEdit(parent)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(name)
        self.field.setMinimumWidth(160)
        self.field.setMaximumWidth(452)
        self.shown = IconButton(theme, "eye", tr("Show the {split}", split=name.split()[-1].lower()), flat=False, parent=parent)
        self.shown.setCheckable(True)
        self.check = KeyButton(theme, tr("Check {split}", split=name.split()[-1].lower()), icon="refresh", parent=parent)
        words, page = make
        self.make = KeyButton(theme, words, icon="external", kind="flat", parent=parent)
        self.icon = IconLabel(theme, "info", "text2")
        self.state = label(theme, step=-1, kind="secondary", wrap=True)
        self._typed = QTimer(parent)
        self._typed.setSingleShot(True)
        self._typed.setInterval(CHECK_AFTER_MS)
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(8)
        self.setColumnMinimumWidth(0, 92)
        self.setColumnStretch(1, 3)
        self.setColumnStretch(4, 1)
        self.addWidget(label(theme, name, weight=500), 0, 0)
        for place, part in enumerate((self.field, self.shown, self.check, self.make), 1):
            self.addWidget(part, 0, place, Qt.AlignmentFlag.AlignLeft if part is self.make else Qt.AlignmentFlag(0))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.state, 1)
        self.addLayout(row, 1, 1, 1, 4)
        self._typed.timeout.connect(self.check_requested)
        self.field.textChanged.connect(lambda _text: self._typed.start())
        self.check.clicked.connect(self.check_requested)
        self.make.clicked.connect(lambda: open_address(page))
        hidden, open_ = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal
        self.shown.toggled.connect(lambda on: self.field.setEchoMode(open_ if on else hidden))

    @property
    def waits(self) -> bool:
        """Whether something was typed that nobody checked yet."""
        return self._typed.isActive()

    def settle(self) -> None:
        """What was typed is being looked at: no check follows of itself."""
        self._typed.stop()

    def say(self, words: str, icon: str, ink: str) -> None:
        """What came of it, in a token's colour."""
        self.state.setText(words)
        restyle(self.state, "kind", "secondary" if ink == "text2" else ink)
        self.icon.show_icon(icon, ink)
