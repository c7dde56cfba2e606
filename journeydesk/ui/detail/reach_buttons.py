"""The buttons beside a prospect's name: call, write, and what else there is."""

from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.mirror import put
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton

_TOP = 15


class ReachButtons:
    """They stand at the end of the line in `beside`."""

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        self.call = IconButton(theme, "phone", tr("Call"), flat=False, parent=beside)
        self.mail = IconButton(theme, "mail", tr("Write an e-mail"), flat=False, parent=beside)
        self.more = IconButton(theme, "more", tr("More"), parent=beside)

    def place(self, width: int) -> None:
        """Puts them in place in so much room."""
        for button, from_end in ((self.more, 46), (self.mail, 82), (self.call, 120)):
            put(button, width - from_end, _TOP)
