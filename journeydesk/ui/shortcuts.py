"""Every shortcut, once: what it does in words, its keys, and where it holds."""

from enum import Enum
from typing import NamedTuple


class Shortcut(NamedTuple):
    """Words, keys and the place where it works; `Everywhere` is the whole window, others only while a list has the focus."""

    words: str
    keys: str
    where: str


class Shortcuts(Enum):
    """One enum for menus, tooltips, the palette and the list under F1."""

    PALETTE = Shortcut("Search and commands", "Ctrl+K", "Everywhere")
    PROSPECTS = Shortcut("Show prospects", "Ctrl+1", "Everywhere")
    KANBAN = Shortcut("Show kanban", "Ctrl+2", "Everywhere")
    ALERTS = Shortcut("Show alerts", "Ctrl+3", "Everywhere")
    REPORTS = Shortcut("Show reports", "Ctrl+4", "Everywhere")
    TODAY = Shortcut("Show today's list", "Ctrl+5", "Everywhere")
    SETTINGS = Shortcut("Settings", "Ctrl+,", "Everywhere")
    NEW_PROSPECT = Shortcut("New prospect", "Ctrl+N", "Everywhere")
    UNDO = Shortcut("Undo", "Ctrl+Z", "Everywhere")
    REDO = Shortcut("Redo", "Ctrl+Shift+Z", "Everywhere")
    SYNC = Shortcut("Sync now", "F5", "Everywhere")
    CONFLICTS = Shortcut("Review conflicts", "Ctrl+R", "Everywhere")
    SYNC_DETAILS = Shortcut("Sync details", "Ctrl+Shift+S", "Everywhere")
    SET_UP = Shortcut("Connect Airtable", "Ctrl+Shift+A", "Everywhere")
    IMPORT = Shortcut("Import a CSV file", "Ctrl+I", "Everywhere")
    NEXT_PANE = Shortcut("Next pane", "F6", "Everywhere")
    HELP = Shortcut("All shortcuts", "F1", "Everywhere")
    LOG_ANYWHERE = Shortcut("Log a call: find the prospect", "Ctrl+L", "Everywhere")
    LOG_CALL = Shortcut("Log call", "L", "Prospects")
    CALL_SESSION = Shortcut("Call session with this list", "Shift+L", "Prospects")
    LOG_MEETING = Shortcut("Log meeting", "M", "Prospects")
    LOG_NOTE = Shortcut("Log note", "N", "Prospects")
    TASKS = Shortcut("Tasks of the prospect", "T", "Prospects")
    FOLLOW_UP = Shortcut("Set follow-up", "D", "Prospects")
    STAGE = Shortcut("Set stage", "S", "Prospects")
    ASSIGN = Shortcut("Assign", "A", "Prospects")
    FILTER = Shortcut("Add a filter", "F", "Prospects")
    COPY_EMAIL = Shortcut("Copy e-mail address", "Ctrl+Shift+C", "Prospects")
    DELETE = Shortcut("Delete", "Del", "Prospects")
    ALERT_ACT = Shortcut("Do what the alert recommends", "Return", "Alerts")
    ALERT_ACKNOWLEDGE = Shortcut("Acknowledge the alert", "A", "Alerts")
    ALERT_ACTIONED = Shortcut("Mark the alert as actioned", "E", "Alerts")
    ALERT_NOTE = Shortcut("The same with a note", "Shift+E", "Alerts")
    ALERT_SNOOZE = Shortcut("Snooze the alert", "S", "Alerts")
    ALERT_WHY = Shortcut("Why the alert fired", "W", "Alerts")
    ALERT_MUTE = Shortcut("Mute the alert's rule", "M", "Alerts")
    ALERT_UNDO = Shortcut("Undo", "U", "Alerts")
    ALERT_OPEN = Shortcut("Open the alert's prospect", "O", "Alerts")
    ALERT_FILTER = Shortcut("Filter and group alerts", "F", "Alerts")
    LINE_FINISH = Shortcut("Finish, or take it back", "E", "Today and tasks")
    LINE_POSTPONE = Shortcut("Postpone", "P", "Today and tasks")
    LINE_ADD = Shortcut("New task", "N", "Today and tasks")
    LINE_EDIT = Shortcut("Edit the task", "F2", "Today and tasks")
    OUTCOME = Shortcut("Outcome, in the empty note", "1 … 6", "Log form and call session")
    KIND = Shortcut("Call, meeting, e-mail, demo, note", "Alt+1 … 5", "Log form and call session")
    SAVE_LOG = Shortcut("Save the log", "Ctrl+Enter", "Log form and call session")
    DIAL = Shortcut("Dial", "Alt+C", "Log form and call session")
    SKIP = Shortcut("Skip", "Alt+→", "Log form and call session")
    BACK = Shortcut("Back to the one before", "Alt+←", "Log form and call session")
