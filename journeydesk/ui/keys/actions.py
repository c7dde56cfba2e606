"""The registry of keys: what each does in words, its keys, and in which part of the window. Nowhere else is a key named.

A person may change them on this computer (`keyboard.py`); whoever asks for an action's keys gets those that hold now.
"""

from enum import Enum

from journeydesk.domain.words import tr
from journeydesk.ui.keys.caps import Cap, in_words
from journeydesk.ui.keys.changed import CHANGED
from journeydesk.ui.keys.entries import Entry
from journeydesk.ui.keys.entries import Scope as Scope
from journeydesk.ui.mirror import is_mirrored

_NUMBERS = tuple(str(number) for number in range(1, 10))
_KINDS = tuple(f"Alt+{number}" for number in range(1, 6))


_ALONG = frozenset(
    {
        "STAGE_LEFT",
        "STAGE_RIGHT",
        "SKIP",
        "BACK",
        "STEP_BACK",
        "MILESTONE_EARLIER",
        "MILESTONE_LATER",
        "MILESTONE_LESS",
        "MILESTONE_MORE",
    }
)
"""Actions that go back and on, not to a side: in a mirrored window that is the other arrow."""


class Action(Enum):
    """One enum for bindings, menus, tooltips, the palette and the list under F1."""

    PALETTE = Entry(tr("Search and commands"), ("Ctrl+K",), Scope.WINDOW)
    PROSPECTS = Entry(tr("Show prospects"), ("Ctrl+1",), Scope.WINDOW)
    KANBAN = Entry(tr("Show kanban"), ("Ctrl+2",), Scope.WINDOW)
    ALERTS = Entry(tr("Show alerts"), ("Ctrl+3",), Scope.WINDOW)
    REPORTS = Entry(tr("Show reports"), ("Ctrl+4",), Scope.WINDOW)
    TODAY = Entry(tr("Show today's list"), ("Ctrl+5",), Scope.WINDOW)
    SETTINGS = Entry("Settings", ("Ctrl+,",), Scope.WINDOW)
    NEW_PROSPECT = Entry(tr("New prospect"), ("Ctrl+N",), Scope.WINDOW)
    IMPORT = Entry(tr("Import a file"), ("Ctrl+I",), Scope.WINDOW)
    DUPLICATES = Entry(tr("Possible duplicates"), ("Ctrl+D",), Scope.WINDOW)
    UNDO = Entry(tr("Undo"), ("Ctrl+Z",), Scope.WINDOW)
    REDO = Entry(tr("Redo"), ("Ctrl+Shift+Z",), Scope.WINDOW)
    LAST_CHANGES = Entry(tr("Last changes"), ("Ctrl+H",), Scope.WINDOW)
    SYNC = Entry(tr("Sync now"), ("F5",), Scope.WINDOW)
    CONFLICTS = Entry(tr("Review conflicts"), ("Ctrl+R",), Scope.WINDOW)
    SYNC_DETAILS = Entry(tr("Sync details"), ("Ctrl+Shift+S",), Scope.WINDOW)
    SET_UP = Entry(tr("Connect Airtable"), ("Ctrl+Shift+A",), Scope.WINDOW)
    GUIDE = Entry(tr("Journeydesk help"), ("F1",), Scope.WINDOW)
    HELP = Entry(tr("Keyboard shortcuts"), ("?",), Scope.WINDOW)
    MENU = Entry(tr("Menu"), ("F10",), Scope.WINDOW)
    QUIT = Entry(tr("Quit"), ("Ctrl+Q",), Scope.WINDOW)
    LOG_ANYWHERE = Entry(tr("Log a call: find the prospect"), ("Ctrl+L",), Scope.WINDOW)

    LOG_CALL = Entry(tr("Log call"), ("L",), Scope.PROSPECTS, (Scope.KANBAN, Scope.ALERTS, Scope.LINES))
    BRIEF = Entry(tr("Brief before a call"), ("B",), Scope.PROSPECTS, (Scope.KANBAN, Scope.ALERTS, Scope.LINES))
    CALL_SESSION = Entry(tr("Call session with this list"), ("Shift+L",), Scope.PROSPECTS, (Scope.ALERTS, Scope.LINES))
    LOG_MEETING = Entry(tr("Log meeting"), ("M",), Scope.PROSPECTS)
    LOG_NOTE = Entry(tr("Log note"), ("N",), Scope.PROSPECTS)
    TASKS = Entry(tr("Tasks of the prospect"), ("T",), Scope.PROSPECTS, (Scope.LINES,))
    PLANNING_REVIEW = Entry(tr("Planning review"), ("R",), Scope.PROSPECTS, (Scope.KANBAN, Scope.LINES))
    RUN_SCENARIO = Entry(tr("Run a scenario in Make"), ("Shift+R",), Scope.PROSPECTS, (Scope.KANBAN, Scope.LINES))
    UPGRADE = Entry(tr("Offer an upgrade"), ("U",), Scope.PROSPECTS, (Scope.KANBAN,))
    FOLLOW_UP = Entry(tr("Set follow-up"), ("D",), Scope.PROSPECTS)
    STAGE = Entry(tr("Set stage"), ("S",), Scope.PROSPECTS)
    ASSIGN = Entry(tr("Assign"), ("A",), Scope.PROSPECTS)
    FILTER = Entry(tr("Add a filter"), ("F",), Scope.PROSPECTS)
    COPY_EMAIL = Entry(tr("Copy e-mail address"), ("Ctrl+Shift+C",), Scope.PROSPECTS)
    WRITE_EMAIL = Entry(tr("Write an e-mail"), ("E",), Scope.PROSPECTS)
    COPY_ROWS = Entry(tr("Copy the rows"), ("Ctrl+C",), Scope.PROSPECTS, (Scope.IMPORT,))
    EXPORT_LIST = Entry(tr("Export this list"), ("Ctrl+Shift+E",), Scope.PROSPECTS)
    DELETE = Entry(tr("Delete"), ("Del",), Scope.PROSPECTS)
    ROW_NEXT = Entry(tr("Next prospect"), ("J",), Scope.PROSPECTS)
    ROW_PREVIOUS = Entry(tr("Previous prospect"), ("K",), Scope.PROSPECTS)
    ROW_OPEN = Entry(tr("Open the prospect"), ("Return",), Scope.PROSPECTS)
    CELL_EDIT = Entry(tr("Edit the cell, or the field"), ("F2",), Scope.PROSPECTS)
    CELL_LEFT = Entry(tr("Cell to the left"), ("Left",), Scope.PROSPECTS)
    CELL_RIGHT = Entry(tr("Cell to the right"), ("Right",), Scope.PROSPECTS)
    CHANGE_FIELDS = Entry(tr("Change fields of all selected"), ("Shift+F2",), Scope.PROSPECTS)
    ROW_TICK = Entry(tr("Select"), ("Space",), Scope.PROSPECTS)
    ROW_TICK_DOWN = Entry(tr("Select downwards"), ("Shift+Down",), Scope.PROSPECTS)
    ROW_TICK_UP = Entry(tr("Select upwards"), ("Shift+Up",), Scope.PROSPECTS)
    ROW_TICK_ALL = Entry(tr("Select all"), ("Ctrl+A",), Scope.PROSPECTS)
    ROW_FIRST = Entry(tr("First prospect"), ("Home",), Scope.PROSPECTS)
    ROW_LAST = Entry(tr("Last prospect"), ("End",), Scope.PROSPECTS)
    ROW_CLEAR = Entry(tr("Clear the selection"), ("Esc",), Scope.PROSPECTS)

    COLUMN_UP = Entry(tr("Column further to the left"), ("Alt+Up",), Scope.COLUMNS)
    COLUMN_DOWN = Entry(tr("Column further to the right"), ("Alt+Down",), Scope.COLUMNS)

    CARD_LEFT = Entry(tr("Column to the left"), ("Left",), Scope.KANBAN)
    CARD_RIGHT = Entry(tr("Column to the right"), ("Right",), Scope.KANBAN)
    CARD_UP = Entry(tr("Card above"), ("Up",), Scope.KANBAN)
    CARD_DOWN = Entry(tr("Card below"), ("Down",), Scope.KANBAN)
    CARD_TICK = Entry(tr("Select, or let go"), ("Ctrl+Space",), Scope.KANBAN)
    KEEP_LEFT = Entry(tr("Column to the left, keeping the selection"), ("Ctrl+Left",), Scope.KANBAN)
    KEEP_RIGHT = Entry(tr("Column to the right, keeping the selection"), ("Ctrl+Right",), Scope.KANBAN)
    KEEP_UP = Entry(tr("Card above, keeping the selection"), ("Ctrl+Up",), Scope.KANBAN)
    KEEP_DOWN = Entry(tr("Card below, keeping the selection"), ("Ctrl+Down",), Scope.KANBAN)
    CARDS_UP = Entry(tr("Select upwards"), ("Shift+Up",), Scope.KANBAN)
    CARDS_DOWN = Entry(tr("Select downwards"), ("Shift+Down",), Scope.KANBAN)
    STAGE_LEFT = Entry(tr("Move a stage back"), ("Shift+Left", "Alt+Left"), Scope.KANBAN)
    STAGE_RIGHT = Entry(tr("Move a stage on"), ("Shift+Right", "Alt+Right"), Scope.KANBAN)
    LANE_UP = Entry(tr("Lane above"), ("Alt+Up",), Scope.KANBAN)
    LANE_DOWN = Entry(tr("Lane below"), ("Alt+Down",), Scope.KANBAN)
    CARD_LIFT = Entry(tr("Lift and drop the card"), ("Space",), Scope.KANBAN)
    CARD_OPEN = Entry(tr("Open the prospect"), ("Return",), Scope.KANBAN)
    LANES = Entry(tr("Lanes on or off"), ("G",), Scope.KANBAN)
    CARD_CANCEL = Entry(tr("Cancel the drag"), ("Esc",), Scope.KANBAN)

    ALERT_NEXT = Entry(tr("Next alert"), ("J",), Scope.ALERTS)
    ALERT_PREVIOUS = Entry(tr("Previous alert"), ("K",), Scope.ALERTS)
    ALERT_EXTEND_DOWN = Entry(tr("Select downwards"), ("Shift+J", "Shift+Down"), Scope.ALERTS)
    ALERT_EXTEND_UP = Entry(tr("Select upwards"), ("Shift+K", "Shift+Up"), Scope.ALERTS)
    ALERT_TICK = Entry(tr("Select"), ("Space",), Scope.ALERTS)
    ALERT_TICK_ALL = Entry(tr("Select all"), ("Ctrl+A",), Scope.ALERTS)
    ALERT_ACT = Entry(tr("Do what the alert recommends"), ("Return",), Scope.ALERTS)
    ALERT_ACKNOWLEDGE = Entry(tr("Acknowledge the alert"), ("A",), Scope.ALERTS)
    ALERT_ACTIONED = Entry(tr("Mark the alert as actioned"), ("E",), Scope.ALERTS)
    ALERT_NOTE = Entry(tr("The same with a note"), ("Shift+E",), Scope.ALERTS)
    ALERT_SNOOZE = Entry(tr("Snooze the alert"), ("S",), Scope.ALERTS)
    ALERT_CALL = Entry(tr("Log a call about the alert"), ("C",), Scope.ALERTS, (Scope.MESSAGES,))
    ALERT_WHY = Entry(tr("Why the alert fired"), ("W",), Scope.ALERTS)
    ALERT_MUTE = Entry(tr("Mute the alert's rule"), ("M",), Scope.ALERTS)
    ALERT_UNDO = Entry(tr("Undo"), ("U",), Scope.ALERTS, (Scope.MESSAGES,))
    ALERT_OPEN = Entry(tr("Open the alert's prospect"), ("O",), Scope.ALERTS, (Scope.MESSAGES,))
    ALERT_FILTER = Entry(tr("Filter and group alerts"), ("F",), Scope.ALERTS)
    ALERT_BACK = Entry(tr("Back to one alert, or to the list"), ("Esc",), Scope.ALERTS, (Scope.MESSAGES,))
    ALERT_MESSAGES = Entry(tr("Alerts or messages"), ("G",), Scope.ALERTS, (Scope.MESSAGES,))

    MESSAGE_NEXT = Entry(tr("Next message"), ("J",), Scope.MESSAGES)
    MESSAGE_PREVIOUS = Entry(tr("Previous message"), ("K",), Scope.MESSAGES)
    MESSAGE_EDIT = Entry(tr("Edit the message"), ("E",), Scope.MESSAGES)
    MESSAGE_UP = Entry(tr("Move the bubble up"), ("Alt+Up",), Scope.MESSAGES)
    MESSAGE_DOWN = Entry(tr("Move the bubble down"), ("Alt+Down",), Scope.MESSAGES)
    MESSAGE_QUALITY = Entry(
        tr("Quality of the draft"), tuple(str(number) for number in range(1, 6)), Scope.MESSAGES, label="1 … 5"
    )
    MESSAGE_APPROVE = Entry(tr("Approve the message"), ("Ctrl+Return",), Scope.MESSAGES)
    MESSAGE_SAVE = Entry(tr("Save the message for later"), ("Ctrl+S",), Scope.MESSAGES)
    MESSAGE_REJECT = Entry(tr("Reject the message"), ("R",), Scope.MESSAGES)

    PERIOD_PREVIOUS = Entry(tr("Previous period"), ("[",), Scope.REPORTS)
    PERIOD_NEXT = Entry(tr("Next period"), ("]",), Scope.REPORTS)
    THIS_WEEK = Entry(tr("This week"), ("T",), Scope.REPORTS)
    CHOOSE_PERIOD = Entry(tr("Choose a period"), ("P",), Scope.REPORTS)
    COHORT_OR_PERIOD = Entry(tr("Cohort or period"), ("C",), Scope.REPORTS)
    EXPORT_REPORT = Entry(tr("Export as PDF"), ("Ctrl+E",), Scope.REPORTS)
    PRINT_REPORT = Entry(tr("Print"), ("Ctrl+P",), Scope.REPORTS)
    PREVIEW_REPORT = Entry(tr("Preview of the pages"), ("Ctrl+Shift+P",), Scope.REPORTS)
    COPY_TABLE = Entry(tr("Copy the chart's table"), ("Ctrl+C",), Scope.REPORTS)
    COPY_PICTURE = Entry(tr("Copy the chart as a picture"), ("Ctrl+Shift+C",), Scope.REPORTS)
    SIDE_CLOSE = Entry(tr("Close the side"), ("Esc",), Scope.REPORTS)
    EDIT_GOAL = Entry(tr("Edit a measure's must and target"), ("G",), Scope.REPORTS)
    CHART_TABLE = Entry(tr("A chart's figures as a table, or back"), ("V",), Scope.REPORTS)

    LINE_NEXT = Entry(tr("Next line"), ("J", "Down"), Scope.LINES)
    LINE_PREVIOUS = Entry(tr("Previous line"), ("K", "Up"), Scope.LINES)
    LINE_TICK = Entry(tr("Select"), ("Space",), Scope.LINES)
    LINE_TICK_DOWN = Entry(tr("Select downwards"), ("Shift+Down", "Shift+J"), Scope.LINES)
    LINE_TICK_UP = Entry(tr("Select upwards"), ("Shift+Up", "Shift+K"), Scope.LINES)
    LINE_TICK_ALL = Entry(tr("Select all"), ("Ctrl+A",), Scope.LINES)
    LINE_FINISH = Entry(tr("Finish, or take it back"), ("E",), Scope.LINES)
    LINE_POSTPONE = Entry(tr("Postpone"), ("P",), Scope.LINES)
    LINE_ADD = Entry(tr("New task"), ("N",), Scope.LINES)
    LINE_EDIT = Entry(tr("Edit the task"), ("F2",), Scope.LINES)
    LINE_DELETE = Entry(tr("Delete the task"), ("Del",), Scope.LINES)
    LINE_OPEN = Entry(tr("Open"), ("Return",), Scope.LINES)
    LINE_UNDO = Entry(tr("Undo"), ("U",), Scope.LINES)
    LINE_LEAVE = Entry(tr("Clear the selection, or go back"), ("Esc",), Scope.LINES)

    EDIT_SAVE = Entry(tr("Save the field"), ("Return",), Scope.EDITING)
    EDIT_NEXT = Entry(tr("Save, then the next field"), ("Tab",), Scope.EDITING)
    EDIT_PREVIOUS = Entry(tr("Save, then the field before"), ("Shift+Backtab",), Scope.EDITING)
    EDIT_SAVE_TEXT = Entry(tr("Save a long text"), ("Ctrl+Return",), Scope.EDITING)
    EDIT_KEEP = Entry(tr("Keep the old value; of a long text the draft"), ("Esc",), Scope.EDITING)
    EDIT_DISCARD = Entry(tr("Discard the draft of a long text"), ("Shift+Esc",), Scope.EDITING)

    OUTCOME = Entry(tr("Outcome, in the empty note"), _NUMBERS, Scope.LOG, label="1 … 6")
    KIND = Entry(tr("Call, meeting, e-mail, demo, note"), _KINDS, Scope.LOG, label="Alt+1 … 5")
    SAVE_LOG = Entry(tr("Save the log"), ("Ctrl+Return",), Scope.LOG)
    LOG_LEAVE = Entry(tr("Back to the list, the draft is kept"), ("Esc",), Scope.LOG)
    ERASE = Entry(tr("Take the outcome back, in the empty note"), ("Backspace",), Scope.LOG)

    DIAL = Entry(tr("Dial"), ("Alt+C",), Scope.SESSION)
    SKIP = Entry(tr("Skip"), ("Alt+Right",), Scope.SESSION)
    BACK = Entry(tr("Back to the one before"), ("Alt+Left",), Scope.SESSION)
    SESSION_SAVE = Entry(tr("Log, then the next"), ("Ctrl+Return",), Scope.SESSION)
    PAUSE = Entry(tr("Pause"), ("Esc",), Scope.SESSION)
    SESSION_END = Entry(tr("Back to the list at the end"), ("Return",), Scope.SESSION)

    SESSION_GO_ON = Entry(tr("Go on with it"), ("Return",), Scope.SESSION_QUESTION)
    SESSION_ANEW = Entry(tr("Begin anew"), ("N",), Scope.SESSION_QUESTION)

    PICK_MINE = Entry(tr("Take mine"), ("1",), Scope.CONFLICTS)
    PICK_THEIRS = Entry(tr("Take theirs"), ("2",), Scope.CONFLICTS)
    PICK_BOTH = Entry(tr("Keep both texts"), ("3",), Scope.CONFLICTS)
    PICK_CELL = Entry(tr("Take what has the keyboard"), ("Space",), Scope.CONFLICTS)
    EDIT_RESULT = Entry(tr("Edit the result"), ("E",), Scope.CONFLICTS)
    ALL_MINE = Entry(tr("Mine for all fields"), ("Ctrl+Left",), Scope.CONFLICTS)
    ALL_THEIRS = Entry(tr("Theirs for all fields"), ("Ctrl+Right",), Scope.CONFLICTS)
    LOOK_AT_MINE = Entry(tr("Go to mine"), ("Left",), Scope.CONFLICTS)
    LOOK_AT_THEIRS = Entry(tr("Go to theirs"), ("Right",), Scope.CONFLICTS)
    QUESTION_PREVIOUS = Entry(tr("Previous field"), ("Up",), Scope.CONFLICTS)
    QUESTION_NEXT = Entry(tr("Next field"), ("Down",), Scope.CONFLICTS)
    RECORD_PREVIOUS = Entry(tr("Previous record"), ("PgUp",), Scope.CONFLICTS)
    RECORD_NEXT = Entry(tr("Next record"), ("PgDown",), Scope.CONFLICTS)

    CHANGE_NEXT = Entry(tr("Next change"), ("J", "Down"), Scope.OUTBOX)
    CHANGE_PREVIOUS = Entry(tr("Previous change"), ("K", "Up"), Scope.OUTBOX)
    CHANGE_SEND = Entry(tr("Send the change now"), ("S",), Scope.OUTBOX)
    CHANGE_HOLD = Entry(tr("Hold the change"), ("H",), Scope.OUTBOX)
    CHANGE_DROP = Entry(tr("Drop the change"), ("Del",), Scope.OUTBOX)
    CHANGE_COPY = Entry(tr("Copy the change"), ("Ctrl+C",), Scope.OUTBOX)
    CHANGE_SHOW = Entry(tr("Show the prospect"), ("Return",), Scope.OUTBOX)

    NEXT_PROBLEM = Entry(tr("Next problem"), ("F8",), Scope.SET_UP)
    ACCEPT_LIKELY = Entry(tr("Accept what is likely"), ("Alt+Y",), Scope.SET_UP)
    STEP_BACK = Entry(tr("Back a step"), ("Alt+Left",), Scope.SET_UP)

    WRONG_NEXT = Entry(tr("Next wrong cell"), ("F8",), Scope.IMPORT)
    WRONG_PREVIOUS = Entry(tr("Wrong cell before"), ("Shift+F8",), Scope.IMPORT)
    ROW_IS_SAME = Entry(tr("The row is who is there"), ("Y",), Scope.IMPORT)
    ROW_IS_NEW = Entry(tr("The row is somebody new"), ("N",), Scope.IMPORT)
    IMPORT_NOW = Entry("Import", ("Ctrl+Return",), Scope.IMPORT)
    IMPORT_LEAVE = Entry(tr("Cancel the import"), ("Esc",), Scope.IMPORT)
    IMPORT_UNDO = Entry(tr("Undo a fix"), ("Ctrl+Z",), Scope.IMPORT)

    PAIR_NEXT = Entry(tr("Next pair"), ("J",), Scope.DUPLICATES)
    PAIR_PREVIOUS = Entry(tr("Previous pair"), ("K",), Scope.DUPLICATES)
    PAIR_SAME = Entry(tr("The same, merge later"), ("Y",), Scope.DUPLICATES)
    PAIR_DIFFERENT = Entry(tr("Different"), ("N",), Scope.DUPLICATES)
    PAIR_MERGE = Entry(tr("Merge into one"), ("M",), Scope.DUPLICATES)
    TAKE_LEFT = Entry(tr("Take the left value"), ("Left",), Scope.DUPLICATES)
    TAKE_RIGHT = Entry(tr("Take the right value"), ("Right",), Scope.DUPLICATES)
    PAIR_FIELD_DOWN = Entry(tr("Next field"), ("Down",), Scope.DUPLICATES)
    PAIR_FIELD_UP = Entry(tr("Previous field"), ("Up",), Scope.DUPLICATES)
    ALL_LEFT = Entry(tr("All left"), ("Ctrl+Left",), Scope.DUPLICATES)
    ALL_RIGHT = Entry(tr("All right"), ("Ctrl+Right",), Scope.DUPLICATES)
    PAIRS_LEAVE = Entry(tr("Back to the list"), ("Esc",), Scope.DUPLICATES)

    MILESTONE_NEXT = Entry(tr("Next milestone"), ("Down", "J"), Scope.PLANNING)
    MILESTONE_PREVIOUS = Entry(tr("Previous milestone"), ("Up", "K"), Scope.PLANNING)
    MILESTONE_EARLIER = Entry(tr("Move the milestone a week back"), ("Alt+Left",), Scope.PLANNING)
    MILESTONE_LATER = Entry(tr("Move the milestone a week on"), ("Alt+Right",), Scope.PLANNING)
    MILESTONE_LESS = Entry(tr("A tenth less of it is done"), ("Left",), Scope.PLANNING)
    MILESTONE_MORE = Entry(tr("A tenth more of it is done"), ("Right",), Scope.PLANNING)
    MILESTONE_DONE = Entry(tr("Finish the milestone, or take it back"), ("E",), Scope.PLANNING)
    MILESTONE_DATE = Entry(tr("Move the milestone to a date"), ("D",), Scope.PLANNING)
    MILESTONE_ADD = Entry(tr("Add a milestone"), ("N",), Scope.PLANNING)
    MILESTONE_EDIT = Entry(tr("Edit the milestone"), ("Return", "F2"), Scope.PLANNING)
    MILESTONE_DELETE = Entry(tr("Delete the milestone"), ("Del",), Scope.PLANNING)
    PLANNING_NOTE = Entry(tr("Note what was agreed"), ("Shift+N",), Scope.PLANNING)
    PLANNING_VIEW = Entry(tr("Roadmap or list"), ("V",), Scope.PLANNING)
    PLANNING_EXPORT = Entry(tr("Export the review as PDF"), ("Ctrl+E",), Scope.PLANNING)
    PLANNING_UNDO = Entry(tr("Undo"), ("U",), Scope.PLANNING)
    PLANNING_LEAVE = Entry(tr("Back to the prospect"), ("Esc",), Scope.PLANNING)

    PALETTE_LOG = Entry(tr("Log a call with who is chosen"), ("Ctrl+L",), Scope.PALETTE)

    CLOSE = Entry(tr("Close"), ("Esc",), Scope.DIALOGS)
    OPEN_SIMILAR = Entry(
        tr("Open who may be the same"), tuple(f"Alt+{n}" for n in range(1, 4)), Scope.DIALOGS, label="Alt+1 … 3"
    )
    TAKE_BACK_ALONE = Entry(tr("Undo only the chosen change"), ("Alt+Return",), Scope.DIALOGS)
    COPY_LINES = Entry(tr("Copy the lines"), ("Ctrl+C",), Scope.DIALOGS)
    MORE_FIELDS = Entry(tr("More fields of a new prospect"), ("Alt+M",), Scope.DIALOGS)
    ACCEPT = Entry(tr("Do the main action"), ("Ctrl+Return",), Scope.DIALOGS)

    UP = Entry(tr("Up"), ("Up",), Scope.FIELDS)
    DOWN = Entry(tr("Down"), ("Down",), Scope.FIELDS)
    LEFT = Entry(tr("Left"), ("Left",), Scope.FIELDS)
    RIGHT = Entry(tr("Right"), ("Right",), Scope.FIELDS)
    PAGE_UP = Entry(tr("A page up"), ("PgUp",), Scope.FIELDS)
    PAGE_DOWN = Entry(tr("A page down"), ("PgDown",), Scope.FIELDS)
    FIRST = Entry(tr("To the first"), ("Home",), Scope.FIELDS)
    LAST = Entry(tr("To the last"), ("End",), Scope.FIELDS)
    TOGGLE = Entry(tr("Choose, or let go"), ("Space",), Scope.FIELDS)
    TAKE = Entry(tr("Take"), ("Return",), Scope.FIELDS)
    LEAVE = Entry(tr("Leave as it was"), ("Esc",), Scope.FIELDS)
    NUMBER = Entry(tr("Choose by number"), _NUMBERS, Scope.FIELDS, label="1 … 9")

    @property
    def words(self) -> str:
        """What it does."""
        return self.value.words

    @property
    def shipped_keys(self) -> tuple[str, ...]:
        """Its keys as they ship."""
        return self.value.keys

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys, as Qt names them; the first is the one that is shown."""
        return CHANGED.get(self.name) or self.value.keys

    @property
    def is_changed(self) -> bool:
        """Whether a person chose other keys than those that ship."""
        return self.name in CHANGED

    @property
    def is_many(self) -> bool:
        """Whether its keys are a row of digits, each of which does something else."""
        return bool(self.value.label)

    @property
    def scope(self) -> Scope:
        """Where it works, and is listed."""
        return self.value.scope

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Everywhere where it works."""
        return (self.value.scope, *self.value.also)

    @property
    def label(self) -> Cap:
        """Its key in words: `Ctrl+Enter`. It can be asked again for the keys that hold later."""
        return Cap(self._words(), self._words)

    def _words(self) -> str:
        keys = self.keys[0]
        if self.name in _ALONG and is_mirrored():
            keys = keys.replace("Left", "\0").replace("Right", "Left").replace("\0", "Right")
        first = in_words(keys)
        return f"{first} … {self.value.label.rpartition(' ')[2]}" if self.is_many else first

    @property
    def cap(self) -> Cap:
        """Its key as a button shows it, where room is short: `Ctrl+↵`. It can be asked again, as `label` can."""
        return Cap(self._short(), self._short)

    def _short(self) -> str:
        return self._words().replace("+Enter", "+↵")
