"""What an agent proposes, for a person's decision: the list, what it would write beside what stands, and who proposed it and why.

What is edited saves itself a moment after the last key; nothing is written before it is approved.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.agent.deciding import approve_proposal, edit_proposal, reject_proposal, take_back_proposal
from journeydesk.services.agent.showing import ProposalDetail, proposal_detail, proposal_lines
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.note_sheet import NoteSheet
from journeydesk.ui.editing.words import decimal_mark
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.messages.frame import MessagesFrame
from journeydesk.ui.tabs.messages.head import MessageHead
from journeydesk.ui.tabs.messages.list import DecidableLine, MessageList
from journeydesk.ui.tabs.proposals.about import ProposalAbout
from journeydesk.ui.tabs.proposals.parts import ProposalParts
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.words.figures import touch_day

_SAVE_AFTER_MS = 600
_READ_FOR = frozenset({"proposals", "prospects", "positions", "settings"})


class ProposalsView(QWidget):
    """`said` carries a sentence and whether Undo belongs to it; `counted` how many wait."""

    said = Signal(str, bool)
    prospect_requested = Signal(int)
    log_requested = Signal(int, str)
    alerts_requested = Signal()
    counted = Signal(int)
    hints_changed = Signal()

    def __init__(self, context: Context, theme: Theme, top: QWidget) -> None:
        super().__init__()
        self._context, self._theme = context, theme
        self._detail: ProposalDetail | None = None
        self._stale = True
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(_SAVE_AFTER_MS)
        self._saver.timeout.connect(self.save)
        self.list = MessageList(theme, context.clock, context.settings.time_zone, tr("Proposals"))
        self.list.current_changed.connect(self._on_current)
        self.head = MessageHead(theme)
        self.head.opened.connect(self.open_prospect)
        self.head.called.connect(self.log_call)
        self.parts = ProposalParts(theme)
        self.parts.edited.connect(self._saver.start)
        self.about = ProposalAbout(theme)
        self.approve = KeyButton(theme, tr("Approve"), icon="check", key=Action.MESSAGE_APPROVE.cap, kind="primary")
        self.approve.clicked.connect(self.approve_now)
        self.approve.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._as_made = KeyButton(theme, tr("As proposed"), icon="undo")
        self._as_made.clicked.connect(self.as_proposed)
        self._reject = KeyButton(theme, tr("Reject…"), icon="x", key=Action.MESSAGE_REJECT.cap, kind="danger")
        self._reject.clicked.connect(self.ask_reason)
        self._back = KeyButton(theme, tr("Take back"), icon="undo", key=Action.ALERT_UNDO.cap)
        self._back.clicked.connect(self.take_back)
        self._keys = KeyMap(
            Scope.MESSAGES,
            {
                Action.MESSAGE_EDIT: self._edit,
                Action.MESSAGE_APPROVE: self.approve_now,
                Action.MESSAGE_SAVE: self.save_for_later,
                Action.MESSAGE_REJECT: self.ask_reason,
                Action.ALERT_UNDO: self.take_back,
                Action.ALERT_OPEN: self.open_prospect,
                Action.ALERT_CALL: self.log_call,
                Action.ALERT_BACK: self.take_focus,
                Action.ALERT_MESSAGES: self.alerts_requested.emit,
            },
        )
        nothing = (
            tr("Nothing is proposed"),
            tr("What an assistant on this computer drafts waits here, for you to edit, approve or reject."),
        )
        buttons = (self.approve, self._as_made, self._reject, self._back)
        self._frame = MessagesFrame(theme, (top, self.list), (self.head, self.parts), self.about, buttons, nothing)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def read(self) -> None:
        """Reads the list again; what is typed meanwhile stays."""
        self._stale = False
        waiting, decided = proposal_lines(self._context)
        self.list.show_lines(waiting, decided)
        self.counted.emit(len(waiting))
        self.hints_changed.emit()

    def refresh(self, change: Change) -> None:
        """Reads what a change may touch: now where it is seen, else when it is shown."""
        if change.kinds & _READ_FOR:
            self._stale = True
            if self.isVisible():
                self.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # An agent writes from a program of its own, which tells nobody.
        self.read()

    def _on_current(self, line: DecidableLine | None) -> None:
        self.save()
        before = self._detail
        detail = proposal_detail(self._context, line.id, decimal_mark()) if line is not None else None
        self._detail = detail
        self._frame.show_message(detail is not None)
        if detail is None or line is None:
            return
        facts = [part for part in detail.facts.split(" · ") if part]
        self.head.show_words(detail.who, facts, detail.who, there=detail.row.prospect is not None)
        if (
            before is None
            or before.row.id != detail.row.id
            or before.row.state != detail.row.state
            or before.parts != detail.parts
        ):
            self.parts.show_parts(detail)
        zone = self._context.settings.time_zone
        made, today = moment_of(detail.row.made_at), self._context.clock().astimezone(zone).date()
        self.about.show_proposal(detail, touch_day(made, zone, today), line.outcome)
        self.approve.setVisible(detail.waits)
        self._as_made.setVisible(detail.waits)
        self._reject.setVisible(detail.waits)
        self._back.setVisible(not detail.waits)

    def save(self) -> None:
        """Keeps what is typed so far."""
        self._saver.stop()
        detail = self._detail
        if detail is not None and detail.waits and self.parts.values() != {part.name: part.text for part in detail.parts}:
            edit_proposal(self._context, detail.row.id, self.parts.values(), decimal_mark())

    def save_for_later(self) -> None:
        """Keeps it and goes on to the next."""
        self.save()
        self.said.emit(tr("Saved. It waits until you approve or reject it."), False)
        self.list.step(1)
        self.take_focus()

    def as_proposed(self) -> None:
        """Enters what the agent proposed again."""
        detail = self._detail
        if detail is not None and detail.waits:
            self.parts.set_values({part.name: part.made for part in detail.parts})
            self.save()

    def approve_now(self) -> None:
        """Does what it says; what is wrong is said beside it."""
        detail = self._detail
        if detail is None or not detail.waits:
            return
        self.save()
        try:
            words = approve_proposal(self._context, detail.row.id)
        except JourneydeskError as problem:
            self.about.refuse(str(problem))
            self.parts.show_wrong(str(problem))
            return
        self._detail = None
        self.read()
        self.said.emit(words, True)
        self.take_focus()

    def ask_reason(self) -> None:
        """Asks why not."""
        detail = self._detail
        if detail is None or not detail.waits:
            return
        self.save()
        sheet = NoteSheet(self._theme, self.window(), tr("Reject what was proposed for {name}", name=detail.who), tr("Reject"))
        sheet.note.setPlaceholderText(tr("Why not? The assistant may read it"))
        sheet.given.connect(partial(self._rejected, detail.row.id))
        sheet.open()

    def _rejected(self, draft: int, reason: str) -> None:
        try:
            reject_proposal(self._context, draft, reason)
        except JourneydeskError as problem:
            self.said.emit(str(problem), False)
            return
        self._detail = None
        self.read()
        self.said.emit(tr("Rejected. Take it back with {key}.", key=Action.ALERT_UNDO.label), False)
        self.take_focus()

    def take_back(self) -> None:
        """Lets a decided one wait again; what its approval wrote is taken back."""
        detail = self._detail
        if detail is None or detail.waits:
            return
        try:
            words = take_back_proposal(self._context, detail.row.id)
        except JourneydeskError as problem:
            self.said.emit(str(problem), False)
            return
        self._detail = None
        self.read()
        # A rejection wrote nothing: undo would take back something else.
        self.said.emit(words, detail.approved)

    def open_prospect(self) -> None:
        """Goes to the prospect."""
        if self.prospect is not None:
            self.prospect_requested.emit(self.prospect)

    def log_call(self) -> None:
        """The log form for the prospect."""
        if self.prospect is not None:
            self.log_requested.emit(self.prospect, "Call")

    def _edit(self) -> None:
        if self._detail is not None and self._detail.waits:
            self.parts.take_focus()

    @property
    def prospect(self) -> RecordId | None:
        """The prospect of the current one."""
        return self._detail.row.prospect if self._detail is not None else None

    def take_focus(self) -> None:
        """Gives the keyboard to the list."""
        self.save()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self._frame.fit(self.width())
        self.head.fold(narrow)
        words = tr("As proposed")
        self._as_made.setText("" if narrow else words)
        self._as_made.setAccessibleName(words)
        self._as_made.setToolTip(tip(words if narrow else ""))
        self._as_made.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def hints(self) -> Sequence[Hint]:
        """The keys of proposals."""
        return (
            hint(tr("proposal"), Action.MESSAGE_NEXT, Action.MESSAGE_PREVIOUS),
            hint(tr("edit"), Action.MESSAGE_EDIT),
            hint(tr("approve"), Action.MESSAGE_APPROVE),
            hint(tr("reject"), Action.MESSAGE_REJECT),
            hint(tr("alerts"), Action.ALERT_MESSAGES),
        )

    def facts(self) -> str:
        """What holds for all of them."""
        return tr("Nothing is written without your approval")
