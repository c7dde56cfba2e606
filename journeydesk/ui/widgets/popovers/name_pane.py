"""A small pane that asks for a name, and says beside it why one cannot be taken."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.popovers.popover import Popover

_WIDTH = 300


class NamePane(Popover):
    """`take` does what the name is asked for; what it refuses stands below the field."""

    def __init__(
        self, theme: Theme, window: QWidget, title: str, button: str, take: Callable[[str], object], name: str = ""
    ) -> None:
        super().__init__(theme, window, title, _WIDTH)
        self._take = take
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(8)
        self.column.addWidget(label(theme, title, step=-1, weight=600))
        self.field = QLineEdit(name, self)
        self.field.setAccessibleName(title)
        self.field.setMaxLength(60)
        self.field.selectAll()
        self.field.returnPressed.connect(self.accept)
        self.column.addWidget(self.field)
        self.refusal = label(theme, step=-1, kind="danger", wrap=True)
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.addStretch(1)
        self.button = KeyButton(theme, button, key="Enter", kind="primary", parent=self)
        self.button.clicked.connect(self.accept)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def take_focus(self) -> None:
        """The name is typed at once."""
        self.field.setFocus()

    def accept(self) -> None:
        """Takes the name, or says why it cannot."""
        try:
            self._take(self.field.text())
        except JourneydeskError as refused:
            self.refusal.setText(str(refused))
            self.refusal.show()
            restyle(self.field, "wrong", True)
            self.column.activate()
            self.adjustSize()
            self.fit()
            self.field.setFocus()
            return
        self.leave()
