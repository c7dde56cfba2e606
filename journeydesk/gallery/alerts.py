"""The states of the alert inbox that a picture needs, brought about and taken back: some asleep, one muted, several selected."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journeydesk.gallery.messages import messages
from journeydesk.gallery.proposals import proposals
from journeydesk.services.commands.alerts import snooze, snooze_until
from journeydesk.services.commands.mutes import mute
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.queries.alerts import alerts
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.line_sheet import LineSheet
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.alerts.task_sheet import TaskSheet

Form = TypeVar("Form", bound=QWidget)


def inbox(window: MainWindow, context: Context) -> Iterator[str]:
    """The inbox as it is; several selected; the two forms."""
    window.show_place("Alerts")
    yield "alerts"
    tab = window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    with_prospect = [alert for alert in alerts(context, "Pending") if alert.prospect is not None]
    if len(with_prospect) < 8:
        return
    first, second, third = with_prospect[4:7]
    snooze(context, first.id, context.clock() + timedelta(hours=20))
    snooze_until(context, second.id, "replies")
    if third.prospect is not None:
        mute(context, third.prospect, third.rule)
    tab.show_status("Pending")
    for _ in range(2):
        tab.list.step(1, extend=True)
    yield "alerts-many"
    tab.back()
    tab.triage.ask_date()
    dates = _sheet(window, LineSheet)
    dates.field.setText("fri 14:30")
    yield "dialog-snooze-date"
    dates.done()
    tab.act("task")
    if not any(sheet.isVisible() for sheet in window.findChildren(TaskSheet)):
        # In a narrow window the first press shows the alert, the second acts on it.
        tab.act("task")
    task = _sheet(window, TaskSheet)
    yield "dialog-task"
    task.done()
    for _ in range(3):
        undo(context)
    tab.show_status("Pending")
    yield from messages(tab, context)
    yield from proposals(tab, context)
    tab.setFocus(Qt.FocusReason.OtherFocusReason)


def _sheet(window: MainWindow, kind: type[Form]) -> Form:
    return next(widget for widget in window.findChildren(kind) if widget.isVisible())
