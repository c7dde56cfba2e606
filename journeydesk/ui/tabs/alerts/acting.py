"""Doing what an alert recommends: the call log, a task, or the list, report or page that shows more."""

from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.answers import NO_ANSWER
from journeydesk.domain.rules.applications import UNANSWERED_APPLICATION
from journeydesk.domain.rules.churn import CHURN_RISK
from journeydesk.domain.rules.daily import DAILY_CONVERSION
from journeydesk.domain.rules.payments import ACCESS_LATE
from journeydesk.domain.rules.usage import USAGE_SPIKE
from journeydesk.domain.rules.weekly import WEEKLY_PMF, WEEKLY_SATISFACTION, WEEKLY_USAGE
from journeydesk.domain.statuses import CUSTOMER
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.changes import Change
from journeydesk.services.commands.alerts import mark_actioned
from journeydesk.services.context import Context
from journeydesk.services.onboarding.recovery import set_up_by_hand
from journeydesk.services.rows.alerts import AlertDetail
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.ui.tabs.alerts.task_sheet import TaskSheet
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.targets import PageTarget, ReportsTarget
from journeydesk.ui.theme import Theme

_WAITING = (Filter("status", "any_of", ("New", "Reviewing")),)
_CUSTOMERS = (Filter("customer_status", "is", (CUSTOMER,)),)
_BEHIND: Mapping[str, tuple[Filter, ...]] = {
    DAILY_CONVERSION: _WAITING,
    NO_ANSWER: _WAITING,
    UNANSWERED_APPLICATION: _WAITING,
    WEEKLY_USAGE: _CUSTOMERS,
    WEEKLY_PMF: _CUSTOMERS,
    WEEKLY_SATISFACTION: _CUSTOMERS,
    CHURN_RISK: (Filter("at_risk", "is", (1,)),),
}


def list_behind(rule: str) -> ListView:
    """The prospects that an alert of this rule is about; all of them where it names none."""
    return ListView("", _BEHIND.get(rule, ()), (SortKey("follow_up"),))


class Acting(QObject):
    """Opens the form that an alert recommends, filled; the alert is marked as actioned when what it asks for was saved."""

    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, tab: Tab) -> None:
        super().__init__(tab)
        self._context = context
        self._theme = theme
        self._tab = tab
        self._waits: tuple[RecordId, RecordId] | None = None

    def act(self, detail: AlertDetail, form: str) -> None:
        """Opens the form `form` for this alert."""
        row = detail.row
        if form in ("call", "email", "open") and row.prospect is None:
            return
        if form in ("call", "email") and row.prospect is not None:
            self._waits = (row.id, row.prospect) if row.status in ("Pending", "Acknowledged") else None
            self._tab.log_requested.emit(row.prospect, "Call" if form == "call" else "Email")
        elif form == "task" and row.rule == ACCESS_LATE and row.prospect is not None:
            self._set_up_by_hand(row.id, row.status, row.prospect)
        elif form == "task":
            self._ask_task(detail)
        elif form == "list":
            self._tab.list_requested.emit(list_behind(row.rule))
        elif form == "report":
            self._tab.target_requested.emit(ReportsTarget())
        elif form == "integrations":
            self._tab.target_requested.emit(PageTarget("Integrations"))
        elif row.prospect is not None:
            self._tab.prospect_requested.emit(row.prospect)

    def _set_up_by_hand(self, alert: RecordId, status: str, prospect: RecordId) -> None:
        try:
            count = set_up_by_hand(self._context, prospect)
        except UserError as problem:
            self.said.emit(str(problem), False)
            return
        words = tr_count("Checklist of {count} task", "Checklist of {count} tasks", count)
        if status in ("Pending", "Acknowledged"):
            mark_actioned(self._context, alert, words)
        self.said.emit(tr("{checklist} made; they are due within the hour", checklist=words), True)

    def _ask_task(self, detail: AlertDetail) -> None:
        row = detail.row
        about = row.company if row.prospect is not None else ""
        title = f"{detail.action_title}: {about or row.reason}"
        kind = "Check-in" if row.rule == USAGE_SPIKE else "Follow-up"
        sheet = TaskSheet(self._context, self._theme, self._tab.window(), row.prospect, detail.headline, title, kind)
        sheet.added.connect(lambda added: self._task_added(row.id, row.status, added))
        sheet.open()

    def _task_added(self, alert: RecordId, status: str, title: str) -> None:
        if status in ("Pending", "Acknowledged"):
            mark_actioned(self._context, alert, tr("Task “{title}”", title=title))
            self.said.emit(tr("Task “{title}” added, alert marked as actioned", title=title), True)
        else:
            self.said.emit(tr("Task “{title}” added", title=title), True)

    def forget(self) -> None:
        """Another alert is looked at: a call that is logged now is not about the one before."""
        self._waits = None

    def heard(self, change: Change) -> None:
        """Marks the alert as actioned once the call that it asked for is on disk."""
        if self._waits is None or "interactions" not in change.kinds or change.prospects is None:
            return
        alert, prospect = self._waits
        if prospect in change.prospects:
            self._waits = None
            # Somebody else may have handled it meanwhile, or it ran out; the call is logged all the same.
            with suppress(UserError):
                mark_actioned(self._context, alert)
