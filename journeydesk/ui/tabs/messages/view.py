"""Messages for a person's approval: the list, the exchange with the draft below it, and what is decided beside them.

A draft saves itself a moment after the last key; nothing leaves without the approval.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journeydesk import config
from journeydesk.domain.errors import UserError
from journeydesk.domain.generated.kinds import FOLLOW_UP
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.templates import TITLES
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import named, retold, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.generated.writing import Generated, generate, replace_draft
from journeydesk.services.mail.queueing import share_text
from journeydesk.services.messages.deciding import UNDO_SECONDS, approve, reject, save_draft, take_back
from journeydesk.services.messages.showing import MessageDetail, message_detail, message_lines
from journeydesk.ui.dialogs.note_sheet import NoteSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.messages.composer import Composer
from journeydesk.ui.tabs.messages.form import DecisionForm
from journeydesk.ui.tabs.messages.frame import MessagesFrame
from journeydesk.ui.tabs.messages.head import MessageHead
from journeydesk.ui.tabs.messages.list import DecidableLine, MessageList
from journeydesk.ui.tabs.messages.talk import Talk
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.work import Background

_SAVE_AFTER_MS = 600
_READ_FOR = frozenset({"messages", "mail", "interactions", "prospects", "settings"})


class MessagesView(QWidget):
    """`said` carries a sentence and whether Undo belongs to it; `counted` how many wait."""

    said = Signal(str, bool)
    prospect_requested = Signal(int)
    log_requested = Signal(int, str)
    alerts_requested = Signal()
    undo_requested = Signal()
    counted = Signal(int)
    hints_changed = Signal()

    def __init__(self, context: Context, theme: Theme, top: QWidget) -> None:
        super().__init__()
        self._context, self._theme = context, theme
        self._detail: MessageDetail | None = None
        self._stale = True
        self._work = Background(self)
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(_SAVE_AFTER_MS)
        self._saver.timeout.connect(self.save)
        zone = context.settings.time_zone
        self.list = MessageList(theme, context.clock, zone, tr("Messages"))
        self.list.current_changed.connect(self._on_current)
        self.head = MessageHead(theme)
        self.head.opened.connect(self.open_prospect)
        self.head.called.connect(self.log_call)
        self.talk = Talk(theme, zone)
        self.talk.shared.connect(self._share)
        self.composer = Composer(theme)
        self.composer.edited.connect(self._saver.start)
        self.composer.again_requested.connect(self._write_again)
        self.form = DecisionForm(context, theme)
        self.form.changed.connect(self._saver.start)
        self.approve = KeyButton(theme, tr("Approve and send"), icon="send", key=Action.MESSAGE_APPROVE.cap, kind="primary")
        self.approve.clicked.connect(self.approve_now)
        self._later = KeyButton(theme, tr("Save for later"), key=Action.MESSAGE_SAVE.cap)
        self._later.clicked.connect(self.save_for_later)
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
            {Action.MESSAGE_QUALITY: lambda place: self.form.rate(place + 1)},
        )
        self.approve.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        buttons = (self.approve, self._later, self._reject, self._back)
        nothing = (tr("No message waits"), tr("Drafts of follow-ups come here, for you to edit, approve or reject."))
        self._frame = MessagesFrame(theme, (top, self.list), (self.head, self.talk, self.composer), self.form, buttons, nothing)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def read(self) -> None:
        """Reads the list again; what is typed meanwhile stays."""
        self._stale = False
        waiting, decided = message_lines(self._context)
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
        if self._stale:
            self.read()

    def _on_current(self, line: DecidableLine | None) -> None:
        self.save()
        before = self._detail.row.id if self._detail is not None else None
        detail = message_detail(self._context, line.id) if line is not None else None
        kept = detail is not None and detail.row.id == before and self.composer.holds(detail.row.subject, detail.row.parts())
        self._detail = detail
        self._frame.show_message(detail is not None)
        if detail is None:
            return
        row = detail.row
        self.head.show_prospect(detail)
        now = self._context.clock().astimezone(self._context.settings.time_zone).date()
        self.talk.show_lines(detail.talk, detail.prospect.row.contact, now)
        if not kept or not detail.waits:
            self.composer.show_draft(
                row.subject, row.parts(), row.made_parts(), self._origin(detail), row.origin == "Claude", detail.waits
            )
        self.composer.by.setText(tr("copied by hand") if detail.by_hand else tr("by e-mail"))
        self.form.show_message(detail, self._note(detail))
        self.approve.setText(tr("Approve") if detail.by_hand else tr("Approve and send"))
        self.approve.setVisible(detail.waits)
        self.approve.setEnabled(not detail.blocked)
        self._later.setVisible(detail.waits)
        self._reject.setVisible(detail.waits)
        self._back.setVisible(not detail.waits)
        self._back.setEnabled(detail.mail_state not in ("sent", "sending", "unknown"))

    def _origin(self, detail: MessageDetail) -> str:
        row = detail.row
        at = moment_of(row.made_at).astimezone(self._context.settings.time_zone)
        if row.origin == "Claude":
            return tr("generated by Claude, {time}", time=f"{at:%H:%M}")
        title = TITLES.get(row.template or "")
        return f"{named(title)} · {retold(row.reason)}" if title else retold(row.reason)

    def _note(self, detail: MessageDetail) -> str:
        if detail.blocked:
            return detail.blocked
        if not detail.waits:
            return detail.mail_words or (tr("It waits to go.") if detail.mail_state == "waiting" else "")
        if detail.by_hand:
            return tr("Approving logs an e-mail in the history. This computer sends no mail to this prospect: copy the text.")
        return tr(
            "Approving logs an e-mail in the history. It goes after {seconds} seconds, when you are online.",
            seconds=UNDO_SECONDS,
        )

    def save(self) -> None:
        """Keeps what is typed so far."""
        self._saver.stop()
        detail = self._detail
        if detail is not None and detail.waits and not self.composer.shows_made:
            save_draft(
                self._context, detail.row.id, self.composer.subject.text(), self.composer.bubbles(), self.form.decision()
            )

    def save_for_later(self) -> None:
        """Keeps it and goes on to the next."""
        self.save()
        self.said.emit(tr("Saved. It waits until you approve or reject it."), False)
        self.list.step(1)
        self.take_focus()

    def approve_now(self) -> None:
        """Approves the message as it stands; what is wrong is said beside it."""
        detail = self._detail
        if detail is None or not detail.waits or not self.approve.isEnabled():
            return
        if self.composer.shows_made:
            self.composer.toggle_made()
        self.save()
        try:
            approved = approve(self._context, detail.row.id, self.form.decision())
        except UserError as problem:
            self.form.refuse(str(problem))
            return
        self._detail = None
        self.read()
        self.said.emit(approved.label, True)
        self.take_focus()

    def ask_reason(self) -> None:
        """Asks why the message is not sent."""
        detail = self._detail
        if detail is None or not detail.waits:
            return
        self.save()
        title = tr("Reject the message to {name}", name=detail.prospect.row.contact or detail.prospect.row.company)
        sheet = NoteSheet(self._theme, self.window(), title, tr("Reject"))
        sheet.note.setPlaceholderText(tr("Why is it not sent? The next drafts are judged by it"))
        sheet.given.connect(partial(self._rejected, detail.row.id))
        sheet.open()

    def _rejected(self, message: int, reason: str) -> None:
        try:
            reject(self._context, message, reason)
        except UserError as problem:
            self.said.emit(str(problem), False)
            return
        self._detail = None
        self.read()
        self.said.emit(tr("Rejected. Take it back with {key}.", key=Action.ALERT_UNDO.label), False)
        self.take_focus()

    def take_back(self) -> None:
        """Puts a decided message back among those that wait."""
        detail = self._detail
        if detail is None or detail.waits:
            return
        try:
            words = take_back(self._context, detail.row.id)
        except UserError as problem:
            self.said.emit(str(problem), False)
            return
        self.read()
        self.said.emit(words, False)

    def _write_again(self) -> None:
        """Asks for another draft beside the window; where none comes the built-in text stands in, and says why."""
        detail = self._detail
        if detail is None or not detail.waits:
            return
        self.save()
        self.composer.origin.show_text(tr("Writing…"))
        context, row = self._context, detail.row
        work = partial(generate, context, config.connections(), FOLLOW_UP, row.prospect, anew=True)
        self._work.run(
            "write again", work, partial(self._written_again, row.id), lambda problem: self.said.emit(str(problem), False)
        )

    def _written_again(self, message: int, text: Generated) -> None:
        replace_draft(self._context, message, text)
        if self._detail is not None and self._detail.row.id == message:
            self._detail = None
        self.read()
        if text.why:
            self.said.emit(text.why, False)

    def _share(self, direction: str, number: int) -> None:
        try:
            share_text(self._context, direction, number)
        except UserError as problem:
            self.said.emit(str(problem), False)
            return
        self.said.emit(tr("The team sees the text in the history"), True)

    def open_prospect(self) -> None:
        """Goes to the prospect."""
        if self._detail is not None:
            self.prospect_requested.emit(self._detail.row.prospect)

    def log_call(self) -> None:
        """The log form for the prospect."""
        if self._detail is not None:
            self.log_requested.emit(self._detail.row.prospect, "Call")

    def _edit(self) -> None:
        if self._detail is not None and self._detail.waits:
            self.composer.take_focus()

    @property
    def prospect(self) -> RecordId | None:
        """The prospect of the current message."""
        return self._detail.row.prospect if self._detail is not None else None

    def take_focus(self) -> None:
        """Gives the keyboard to the list."""
        self.save()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self._frame.fit(self.width())
        self.head.fold(narrow)
        self.composer.fold(narrow)
        self._later.setText(tr("Save") if narrow else tr("Save for later"))
        self._later.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def hints(self) -> Sequence[Hint]:
        """The keys of messages."""
        return (
            hint(tr("message"), Action.MESSAGE_NEXT, Action.MESSAGE_PREVIOUS),
            hint(tr("edit"), Action.MESSAGE_EDIT),
            hint(tr("move bubble"), Action.MESSAGE_UP, Action.MESSAGE_DOWN),
            hint(tr("quality"), Action.MESSAGE_QUALITY),
            hint(tr("approve"), Action.MESSAGE_APPROVE),
            hint(tr("reject"), Action.MESSAGE_REJECT),
            hint(tr("alerts"), Action.ALERT_MESSAGES),
        )

    def facts(self) -> str:
        """What holds for all of them."""
        return tr("Nothing leaves without your approval")
