"""The rep's day in pictures: a call being logged, what comes next, the tasks, today's list, a call session; nothing of it stays."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextCursor

from journeydesk.domain.draft import Draft
from journeydesk.domain.ids import RecordId
from journeydesk.gallery.settings import WaitFor
from journeydesk.services.calls.drafts import save_draft
from journeydesk.services.calls.session import end_session, open_session
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.tasks import add_task
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.ui.call_session.brief_sheet import BriefSheet
from journeydesk.ui.call_session.tab import SessionTab
from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.dialogs.next_step.sheet import NextStepSheet
from journeydesk.ui.dialogs.restore_sheet import RestoreSheet
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.tabs.today.tab import TodayTab

_NOTE = "Decision on Friday. Board wants two reference customers\nwith night shifts; send Skerrivane and Solvangen. 15m >fri"


def day(
    window: MainWindow, context: Context, tab: ProspectsTab, settle: Callable[[], None], wait_for: WaitFor
) -> Iterator[str]:
    """One screen after another; the name belongs to what is shown when it is yielded."""
    prospect = tab.detail.prospect
    if prospect is None:
        return
    window.log(prospect, "Call")
    sheet = _open(window, LogSheet)
    if isinstance(sheet, LogSheet):
        sheet.form.outcome.pick(0)
        sheet.form.note.setPlainText(_NOTE)
        sheet.form.note.moveCursor(QTextCursor.MoveOperation.End)
        yield "dialog-log-call"
        sheet.done()
    save_draft(context, prospect, Draft())
    tab.detail.composer.read_draft()
    gate = NextStepSheet(context, window.theme, window, prospect, tab.detail.accessibleName().split(",")[0], "No answer")
    gate.open()
    gate.line.field.setText("send the offer fri 14:30")
    yield "dialog-next-step"
    gate.done()
    tab.take_focus()
    window.sessions.brief(window.logging)
    brief = _open(window, BriefSheet)
    if brief is not None:
        settle()
        yield "dialog-brief"
        brief.done()
    yield from _tasks(window, context, tab, prospect, settle, wait_for)
    tab.take_focus()


def _tasks(
    window: MainWindow, context: Context, tab: ProspectsTab, prospect: RecordId, settle: Callable[[], None], wait_for: WaitFor
) -> Iterator[str]:
    add_task(context, prospect, "Send the two references", "14:30")
    add_task(context, prospect, "Ask for the contract's date", "fri 10:00")
    settle()
    tab.open_prospect(prospect)
    tab.detail.toggle_tasks()
    yield "prospects-tasks"
    tab.detail.toggle_tasks()
    tab.detail.closed.emit()
    window.show_place("Today")
    today = window.tab("Today")
    if isinstance(today, TodayTab):
        settle()
        wait_for(lambda: today.detail.prospect is not None)
        yield "today"
        yield from _deleted(window, context, today, prospect, settle)
    window.show_place("Prospects")
    window.sessions.start()
    session = window.pages.currentWidget()
    if isinstance(session, SessionTab):
        yield "call-session"
        if open_session(context) is not None:
            session.end.show_result(end_session(context))
        window.show_place("Prospects")
    undo(context)
    undo(context)
    settle()


def _deleted(
    window: MainWindow, context: Context, today: TodayTab, prospect: RecordId, settle: Callable[[], None]
) -> Iterator[str]:
    delete_prospects(context, [prospect])
    settle()
    lost = next((line for line in today.model.lines() if line.prospect == prospect), None)
    if lost is not None:
        today.list.show_nearest(today.model.row_of(lost.name) or 0)
        today.detail.show_prospect(prospect)
        yield "today-deleted"
        today.act("open")
        sheet = _open(window, RestoreSheet)
        if sheet is not None:
            yield "dialog-restore"
            sheet.done()
    undo(context)
    settle()


def _open(window: MainWindow, kind: type[Sheet]) -> Sheet | None:
    return next((widget for widget in window.findChildren(kind) if widget.isVisible()), None)
