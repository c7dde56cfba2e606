"""The places of the rail: where each one's tab is, and its key; and the list's own keys."""

from journeydesk.ui.shortcuts import Shortcuts

TABS = {
    "Prospects": ("journeydesk.ui.tabs.prospects.tab", "ProspectsTab"),
    "Kanban": ("journeydesk.ui.tabs.kanban.tab", "KanbanTab"),
    "Alerts": ("journeydesk.ui.tabs.alerts.tab", "AlertsTab"),
    "Reports": ("journeydesk.ui.tabs.reports.tab", "ReportsTab"),
    "Today": ("journeydesk.ui.tabs.today.tab", "TodayTab"),
    "Call session": ("journeydesk.ui.call_session.tab", "SessionTab"),
    "Settings": ("journeydesk.ui.tabs.settings.tab", "SettingsTab"),
}
"""Module and class, imported when the place is first wanted. A call session is none of the rail's, it is begun from a list."""

KEYS = {
    "Prospects": Shortcuts.PROSPECTS,
    "Kanban": Shortcuts.KANBAN,
    "Alerts": Shortcuts.ALERTS,
    "Reports": Shortcuts.REPORTS,
    "Today": Shortcuts.TODAY,
    "Settings": Shortcuts.SETTINGS,
}

LIST_KEYS = {
    Shortcuts.LOG_MEETING: "meeting",
    Shortcuts.LOG_NOTE: "note",
    Shortcuts.TASKS: "tasks",
    Shortcuts.FOLLOW_UP: "follow_up",
    Shortcuts.STAGE: "stage",
    Shortcuts.ASSIGN: "assign",
    Shortcuts.COPY_EMAIL: "copy_email",
    Shortcuts.DELETE: "delete",
}
"""What the prospect list's keys do, by the names of its actions."""
