"""The places of the rail: where each one's tab is, and its key; and the list's own keys."""

from journeydesk.domain.words import noted
from journeydesk.ui.keys.actions import Action

TABS = {
    noted("Prospects"): ("journeydesk.ui.tabs.prospects.tab", "ProspectsTab"),
    noted("Kanban"): ("journeydesk.ui.tabs.kanban.tab", "KanbanTab"),
    noted("Alerts"): ("journeydesk.ui.tabs.alerts.tab", "AlertsTab"),
    noted("Reports"): ("journeydesk.ui.tabs.reports.tab", "ReportsTab"),
    noted("Today"): ("journeydesk.ui.tabs.today.tab", "TodayTab"),
    noted("Import"): ("journeydesk.ui.tabs.importing.tab", "ImportTab"),
    noted("Duplicates"): ("journeydesk.ui.tabs.duplicates.tab", "DuplicatesTab"),
    noted("Planning review"): ("journeydesk.ui.tabs.planning.tab", "PlanningTab"),
    noted("Call session"): ("journeydesk.ui.call_session.tab", "SessionTab"),
    noted("Settings"): ("journeydesk.ui.tabs.settings.tab", "SettingsTab"),
}
"""Module and class, imported when the place is first wanted. A call session, an import, the
duplicates and a planning review are none of the rail's: they are begun from a list, a file, the menu."""

FIRST = "Prospects"
"""The place that the window opens at."""

KEYS = {
    "Prospects": Action.PROSPECTS,
    "Kanban": Action.KANBAN,
    "Alerts": Action.ALERTS,
    "Reports": Action.REPORTS,
    "Today": Action.TODAY,
    "Settings": Action.SETTINGS,
}

LIST_KEYS = {
    Action.LOG_MEETING: "meeting",
    Action.LOG_NOTE: "note",
    Action.TASKS: "tasks",
    Action.FOLLOW_UP: "follow_up",
    Action.STAGE: "stage",
    Action.ASSIGN: "assign",
    Action.CHANGE_FIELDS: "change",
    Action.COPY_EMAIL: "copy_email",
    Action.DELETE: "delete",
}
"""What the prospect list's keys do, by the names of its actions."""
