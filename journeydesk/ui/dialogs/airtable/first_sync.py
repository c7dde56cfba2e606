"""The last step: the first sync at work, and the window usable meanwhile."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.words import figure, percent, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import prospect_total
from journeydesk.services.queries.sync import sync_status
from journeydesk.services.rows.sync import SyncStatus
from journeydesk.services.sync.pill import pill_words
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import paint_bar
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label


class Bar(QWidget):
    """A share as a bar; empty while nobody knows how much there is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(10)

    def show_share(self, share: float) -> None:
        """From 0 to 1."""
        self._share = share
        self.setAccessibleName(tr("{share} of the table", share=percent(share)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_bar(painter, QRectF(0, 2, self.width(), 6), self._theme, self._share)


class FirstSync(QWidget):
    """Reads its facts out of the database, as the pill does."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.title = label(theme, tr("First sync"), step=5, weight=600)
        self.words = label(theme, kind="secondary", wrap=True)
        self._bar = Bar(theme, self)
        self._bar.setMaximumWidth(560)
        hint = tr("It goes on by itself. What has come is in the lists already: you can open Journeydesk and start.")
        self.region = label(theme, kind="secondary", wrap=True)
        self.region.hide()
        for part in (self.title, self.words, self._bar, label(theme, hint, kind="secondary", wrap=True), self.region):
            column.addWidget(part)
        column.addStretch(1)

    def show_region(self, sentence: str) -> None:
        """Which time zone and currency the team begins with, where this computer set the first one up."""
        self.region.setText(tr("{sentence} Change them under Settings, Team and Money.", sentence=sentence) if sentence else "")
        self.region.setVisible(bool(sentence))

    def read(self) -> None:
        """How far it is."""
        status = sync_status(self._context)
        total = prospect_total(self._context)
        if status.last_success is not None and not status.running:
            self.title.setText(tr("Everything is here"))
            self.words.setText(tr("{total} prospects are on this computer.", total=figure(total)))
            self._bar.show_share(1.0)
            return
        self.title.setText(tr("First sync"))
        self.words.setText(_words(status, total, pill_words(status, self._context.clock())))
        self._bar.show_share(status.done / status.total if status.total else 0)


def _words(status: SyncStatus, total: int, pill: str) -> str:
    if status.running:
        return tr("{total} prospects so far. {pill}.", total=figure(total), pill=pill)
    if pill == "Not synced yet":
        return tr("It begins in a moment.")
    return tr("{total} prospects so far. {pill}.", total=figure(total), pill=pill)
