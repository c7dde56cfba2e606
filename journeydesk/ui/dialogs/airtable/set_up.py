"""Connecting Airtable in the window: token, base, tables and fields, first sync. Nothing is changed there before it is asked for."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.remote.opening import RemoteAccess, token_in
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.connecting import connect
from journeydesk.services.sync.matching import MatchedTable
from journeydesk.services.sync.setup import BasesHidden, bases_of, known_place, look, why_not_kept
from journeydesk.ui.dialogs.airtable.base_box import BaseBox
from journeydesk.ui.dialogs.airtable.first_sync import FirstSync
from journeydesk.ui.dialogs.airtable.match_model import MatchModel
from journeydesk.ui.dialogs.airtable.match_table import MatchTable
from journeydesk.ui.dialogs.airtable.steps import WIDTH, Steps
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.outside import open_address
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.work import Background

CHECK_AFTER_MS = 400
TOKENS_PAGE = "https://airtable.com/create/tokens"
_STEPS = (("Connect Airtable", "Token and base"), ("Tables and fields", "What matches"), ("First sync", "A few minutes"))
_SCOPES = "It needs data.records:read and :write, schema.bases:read and :write, webhook:manage on your base."
T = TypeVar("T")


class AirtableSetUp(Sheet):
    """Covers the window. `sync_requested` asks for the first sync once the base is connected."""

    sync_requested = Signal()

    def __init__(self, context: Context, theme: Theme, window: QWidget, work: Background, known: Connections) -> None:
        super().__init__(theme, window, window.width())
        self._context = context
        self._work = work
        self._known = known
        self._url, self._own_base = known_place(context, known)
        self._checked = ""
        self._matches: Sequence[MatchedTable] = ()
        self.model = MatchModel(self)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(CHECK_AFTER_MS)
        self._typed.timeout.connect(self.check)
        self.sheet.setProperty("kind", "base")
        self.sheet.setAccessibleName("Set up Journeydesk")
        self._lay_out()
        self._connect_parts()
        self.accepted.connect(self.go_on)
        if known.remote_token:
            self.token.setText(known.remote_token)
        self._show_state()

    def _place(self) -> None:
        self.sheet.setFixedSize(self.size())
        self.sheet.move(0, 0)

    def _lay_out(self) -> None:
        self.steps = Steps(self.theme, _STEPS, self.sheet)
        self.first_sync = FirstSync(self._context, self.theme, self.sheet)
        self.pages = QStackedWidget(self.sheet)
        self.pages.addWidget(self._form())
        self.pages.addWidget(self.first_sync)
        right = QVBoxLayout()
        right.setContentsMargins(40, 24, 40, 16)
        right.addWidget(self.pages, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(right, 1)
        column.addWidget(rule())
        column.addWidget(self._foot())
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.steps)
        body.addLayout(column, 1)
        self.layout_.addLayout(body, 1)

    def _form(self) -> QWidget:
        form = QWidget(self.sheet)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self.theme, "Connect Airtable", step=5, weight=600))
        words = "Journeydesk keeps a copy of your base on this computer, so you can work without a connection."
        column.addWidget(label(self.theme, words, kind="secondary"))
        column.addSpacing(8)
        column.addLayout(self._access(form))
        column.addSpacing(12)
        column.addLayout(self._summary(form))
        column.addSpacing(4)
        self.table = MatchTable(self.theme, self.model, self.sheet.width() - WIDTH - 82, form)
        self.list = self.table.list
        column.addWidget(self.table, 1)
        return form

    def _access(self, form: QWidget) -> QGridLayout:
        self.token = QLineEdit(form)
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setPlaceholderText("Paste your personal access token, pat…")
        self.token.setAccessibleName("Access token")
        self.token.setMinimumWidth(160)
        self.token.setMaximumWidth(452)
        self._shown = IconButton(self.theme, "eye", "Show the token", flat=False, parent=form)
        self._shown.setCheckable(True)
        self.checking = KeyButton(self.theme, "Check token", icon="refresh", parent=form)
        self._make = KeyButton(self.theme, "Create a token", icon="external", kind="flat", parent=form)
        self._icon = IconLabel(self.theme, "info", "text2")
        self.state = label(self.theme, _SCOPES, step=-1, kind="secondary", wrap=True)
        self.base = BaseBox(self.theme, form)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 92)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(4, 1)
        grid.addWidget(label(self.theme, "Access token", weight=500), 0, 0)
        for place, part in enumerate((self.token, self._shown, self.checking, self._make), 1):
            grid.addWidget(part, 0, place, Qt.AlignmentFlag.AlignLeft if part is self._make else Qt.AlignmentFlag(0))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.state, 1)
        grid.addLayout(row, 1, 1, 1, 4)
        grid.addWidget(label(self.theme, "Base", weight=500), 2, 0)
        grid.addWidget(self.base, 2, 1)
        return grid

    def _summary(self, form: QWidget) -> QHBoxLayout:
        self.summary = label(self.theme, kind="secondary")
        self.lacking = label(self.theme, kind="warn", weight=500)
        self.create_missing = KeyButton(self.theme, "Create missing fields", icon="plus", kind="primary", parent=form)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.theme, "Tables and fields", weight=600))
        row.addWidget(self.summary)
        row.addWidget(self.lacking)
        row.addStretch(1)
        row.addWidget(self.create_missing)
        return row

    def _foot(self) -> QWidget:
        foot = QWidget(self.sheet)
        foot.setProperty("kind", "win")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setFixedHeight(60)
        self.words = label(self.theme, step=-1, wrap=True)
        self.skip = KeyButton(self.theme, "Skip for now", key=Action.CLOSE.cap, kind="flat", parent=foot)
        self.on = KeyButton(self.theme, "Continue", key=Action.ACCEPT.cap, kind="primary", parent=foot)
        row = QHBoxLayout(foot)
        row.setContentsMargins(40, 0, 40, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.skip)
        row.addWidget(self.on)
        return foot

    def _connect_parts(self) -> None:
        self.token.textChanged.connect(lambda _text: self._typed.start())
        self._shown.toggled.connect(
            lambda on: self.token.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        )
        self.checking.clicked.connect(self.check)
        self._make.clicked.connect(lambda: open_address(TOKENS_PAGE))
        self.base.activated.connect(lambda _place: self.look())
        edit = self.base.lineEdit()
        if edit is not None:
            edit.returnPressed.connect(self.look)
        self.create_missing.clicked.connect(lambda: self._connect(True))
        self.list.toggled.connect(self.model.toggle)
        self.list.clicked.connect(lambda index: self._press(index))
        self.skip.clicked.connect(self.done)
        self.on.clicked.connect(self.go_on)

    def take_focus(self) -> None:
        """The token first."""
        self.token.setFocus()

    def _press(self, index: QModelIndex) -> None:
        self.model.toggle(index.row())

    def _run(
        self, kind: str, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[JourneydeskError], None]
    ) -> None:
        """Work beside the window whose result is dropped where the set-up was closed meanwhile."""

        def if_here(tell: Callable[..., None]) -> Callable[[object], None]:
            def on_result(value: object) -> None:
                if isValid(self) and self.isVisible():
                    tell(value)
                    self._show_state()

            return on_result

        self._work.run(kind, work, if_here(done), if_here(failed))
        self._show_state()

    @property
    def _busy(self) -> bool:
        return any(self._work.busy(kind) for kind in ("set-up token", "set-up look", "set-up connect"))

    def _tell(self, words: str, icon: str, ink: str) -> None:
        self.state.setText(words)
        self.state.setProperty("kind", "secondary" if ink == "text2" else ink)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self._icon.show_icon(icon, ink)

    def check(self) -> None:
        """Asks Airtable whether it accepts the token, and which bases it sees."""
        self._typed.stop()
        text = self.token.text()
        token = token_in(text)
        self._checked = ""
        if not token:
            if text.strip():
                self._tell("This is no Airtable token: one begins with “pat” and has no spaces. Copy it whole.", "warn", "warn")
            return
        self._tell("Checking the token…", "refresh", "text2")
        url = self._url
        self._run("set-up token", lambda: (token, bases_of(url, token)), self._token_works, self._token_failed)

    def _token_works(self, answer: tuple[str, list[tuple[str, str]]]) -> None:
        token, bases = answer
        self._checked = token
        reason = why_not_kept(self._known, token)
        many = "1 base" if len(bases) == 1 else f"{len(bases)} bases"
        kept = "It is kept in the system's keyring, never in a file."
        if self._known.remote_token is not None:
            kept = "It comes from this computer's environment."
        self._tell(
            reason or f"Token works. It sees {many}. {kept}", "warn" if reason else "ok-circle", "warn" if reason else "ok"
        )
        self.base.offer(bases, self._own_base)
        if self.base.base:
            self.look()

    def _token_failed(self, problem: JourneydeskError) -> None:
        if isinstance(problem, BasesHidden):
            self._checked = token_in(self.token.text())
            self._tell(str(problem), "warn", "warn")
            self.base.setFocus()
        else:
            self._tell(str(problem), "x-square", "danger")

    @property
    def _access_now(self) -> RemoteAccess:
        return RemoteAccess(self._url, self._checked, self.base.base)

    def look(self) -> None:
        """Compares the base with what is needed; changes nothing."""
        if not (self._checked and self.base.base):
            return
        access = self._access_now
        self.words.setText("Reading the base…")
        self._run("set-up look", lambda: look(self._context, access), self._show_matches, self._failed)

    def _show_matches(self, matches: Sequence[MatchedTable]) -> None:
        self._matches = matches
        self.model.show_matches(matches)

    def _failed(self, problem: JourneydeskError) -> None:
        self._problem = str(problem)
        self.words.setText(str(problem))

    _problem = ""

    @property
    def missing(self) -> int:
        """How many fields the base lacks."""
        return sum(len(match.fields_in("missing")) for match in self._matches)

    def _show_state(self) -> None:
        """Which buttons can be pressed, and what stands beside them."""
        fields = [field for match in self._matches for field in match.fields]
        matched = sum(field.state == "found" for field in fields)
        other = sum(field.state == "other type" for field in fields)
        self.summary.setText(f"{len(fields)} fields needed: {matched} found" if fields else "")
        lacking = [f"{self.missing} missing"] if self.missing else []
        lacking += [f"{other} of another type"] if other else []
        self.lacking.setText(", ".join(lacking))
        self.create_missing.setText(f"Create missing fields ({self.missing})")
        self.create_missing.updateGeometry()
        self.create_missing.setVisible(bool(self.missing))
        kept = not why_not_kept(self._known, self._checked) if self._checked else False
        self.create_missing.setEnabled(not self._busy and kept)
        ready = bool(fields) and not self.missing and kept
        self.on.setEnabled((ready and not self._busy) or self.pages.currentIndex() == 1)
        self.checking.setEnabled(not self._busy)
        self.steps.show_step(2 if self.pages.currentIndex() == 1 else 1 if fields else 0)
        if self._busy:
            return
        if self.pages.currentIndex() == 1:
            self.words.setText("")
        elif self._problem:
            self.words.setText(self._problem)
            self._problem = ""
        elif self.missing:
            fields_are = "1 field is" if self.missing == 1 else f"{self.missing} fields are"
            self.words.setText(f"{fields_are} missing. Nothing is changed in Airtable until you press “Create missing fields”.")
        else:
            asked = "Choose the base that holds your prospects." if self._checked and not self.base.base else ""
            self.words.setText("Everything that is needed is there." if fields else asked)

    def _connect(self, create: bool) -> None:
        access = self._access_now
        self.words.setText("Creating what is missing…" if create else "Connecting…")
        after = self._created if create else self._connected
        self._run("set-up connect", lambda: connect(self._context, access, create), after, self._failed)

    def _created(self, outcome: tuple[list[MatchedTable], list[str]]) -> None:
        self._show_matches(outcome[0])
        self.on.setFocus()

    def _connected(self, outcome: tuple[list[MatchedTable], list[str]]) -> None:
        self._show_matches(outcome[0])
        self.pages.setCurrentWidget(self.first_sync)
        self.on.setText("Open Journeydesk")
        self.on.updateGeometry()
        self.skip.hide()
        self.sync_requested.emit()
        self.first_sync.read()
        self.on.setFocus()

    def go_on(self) -> None:
        """To the next step; from the last one into the window."""
        if not self.on.isEnabled():
            return
        if self.pages.currentIndex() == 1:
            self.done()
        else:
            self._connect(False)

    def refresh(self, change: Change) -> None:
        """The first sync tells how far it is."""
        if "sync" in change.kinds and self.pages.currentIndex() == 1:
            self.first_sync.read()
