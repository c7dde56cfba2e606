"""The menu of a line of the timeline."""

from PySide6.QtCore import QObject, QPoint, SignalInstance
from PySide6.QtGui import QGuiApplication

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.rows.detail import TimelineEntry
from journeydesk.ui.detail.timeline.timeline import Timeline
from journeydesk.ui.theme import Theme


class TimelineMenu(QObject):
    """Copies the words of a line, and takes back alone what it tells of. It is said through the signals of whom it belongs to."""

    def __init__(
        self, context: Context, theme: Theme, timeline: Timeline, said: SignalInstance, failed: SignalInstance
    ) -> None:
        super().__init__(timeline)
        self._context = context
        self._theme = theme
        self._timeline = timeline
        self._said, self._failed = said, failed
        timeline.menu_requested.connect(self.open)

    def open(self, entry: TimelineEntry, where: QPoint) -> None:
        """Opens it. What was not done here, was done to others too, or cannot go without what came after it, is not taken back alone."""
        from journeydesk.services.last_changes import step_of_entry
        from journeydesk.ui.widgets.popovers.action_menu import ActionMenu

        step = step_of_entry(self._context, entry)
        menu = ActionMenu(self._theme, self._timeline, entry.title + entry.title_rest)
        menu.add(tr("Copy"), lambda: self._copy(entry), icon="copy")
        menu.add(tr("Undo only this"), lambda: self._take_back(step or 0), icon="undo", enabled=step is not None)
        menu.popup(where)

    def _copy(self, entry: TimelineEntry) -> None:
        words = f"{entry.title}{entry.title_rest}"
        QGuiApplication.clipboard().setText("\n".join(part for part in (words, entry.detail) if part))
        self._said.emit(tr("Copied {words}", words=words), False)

    def _take_back(self, step: int) -> None:
        from journeydesk.services.last_changes import take_back_alone

        try:
            done = take_back_alone(self._context, step)
        except JourneydeskError as problem:
            self._failed.emit(str(problem))
            return
        words = tr("Took back: {label}", label=done.label)
        stayed = tr_count(
            "{count} field was changed since and stays", "{count} fields were changed since and stay", done.stayed
        )
        self._said.emit(f"{words} · {stayed}" if done.stayed else words, True)
