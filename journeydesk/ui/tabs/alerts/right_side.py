"""What stands beside the list: one alert, several, or a word that none is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.rows.alerts import AlertDetail, AlertRow
from journeydesk.ui.tabs.alerts.bulk_pane import BulkPane
from journeydesk.ui.tabs.alerts.reading_pane import ReadingPane
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label


class RightSide(QStackedWidget):
    """`pane` reads one alert, `bulk` speaks of several."""

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self.pane = ReadingPane(context, theme)
        self.bulk = BulkPane(theme)
        self._nothing = QWidget()
        self._nothing.setProperty("kind", "base")
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = label(theme, tr("Choose an alert to read it"), kind="secondary")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self._nothing).addWidget(words)
        for page in (self._nothing, self.pane, self.bulk):
            self.addWidget(page)

    def show_chosen(self, chosen: Sequence[AlertRow], detail: AlertDetail | None) -> None:
        """Shows what is chosen; `detail` is that of a single one."""
        if len(chosen) > 1:
            self.bulk.show_alerts(chosen)
            self.setCurrentWidget(self.bulk)
        elif detail is not None:
            self.pane.show_alert(detail)
            self.setCurrentWidget(self.pane)
        else:
            self.setCurrentWidget(self._nothing)

    @property
    def reads(self) -> bool:
        """Whether one alert is shown."""
        return self.currentWidget() is self.pane

    @property
    def counts(self) -> bool:
        """Whether several alerts are shown."""
        return self.currentWidget() is self.bulk

    @property
    def snooze_button(self) -> QWidget:
        """Where the menu of snoozing opens."""
        return self.pane.buttons.snooze if self.reads else self.bulk.snooze
