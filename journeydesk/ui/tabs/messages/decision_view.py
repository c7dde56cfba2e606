"""What is decided in the inbox, messages and proposals alike: the list, the one that is shown, approving, rejecting with a reason and
taking back. What is typed saves itself a moment after the last key."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.note_sheet import NoteSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.keys.key_map import KeyMap, NumberSlot
from journeydesk.ui.tabs.messages.frame import MessagesFrame
from journeydesk.ui.tabs.messages.head import MessageHead
from journeydesk.ui.tabs.messages.list import DecidableLine, MessageList
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton

_SAVE_AFTER_MS = 600


class _Row(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def prospect(self) -> RecordId | None: ...


class Decidable(Protocol):
    """The one that is shown, as far as deciding needs it."""

    @property
    def row(self) -> _Row: ...
    @property
    def waits(self) -> bool: ...


class DecisionView(QWidget):
    """`said` carries a sentence and whether Undo belongs to it; `counted` how many wait.

    `top` stands above the list, which is called `name`; a change of the kinds `read_for` makes it read again. `numbered` are keys of
    the view's own.
    """

    said = Signal(str, bool)
    prospect_requested = Signal(int)
    log_requested = Signal(int, str)
    alerts_requested = Signal()
    counted = Signal(int)
    hints_changed = Signal()

    approve_icon = "check"

    def __init__(
        self,
        context: Context,
        theme: Theme,
        top: QWidget,
        name: str,
        read_for: frozenset[str],
        numbered: Mapping[Action, NumberSlot] | None = None,
    ) -> None:
        super().__init__()
        self._context, self._theme, self._top = context, theme, top
        self._detail: Decidable | None = None
        self._last: int | None = None
        self._read_for = read_for
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(_SAVE_AFTER_MS)
        self._saver.timeout.connect(self.save)
        self.list = MessageList(theme, context.clock, context.settings.time_zone, name)
        self.list.current_changed.connect(self._on_current)
        self.list.menu_requested.connect(self._open_menu)
        self.head = MessageHead(theme)
        self.head.opened.connect(self.open_prospect)
        self.head.called.connect(self.log_call)
        self.approve = KeyButton(theme, tr("Approve"), icon=self.approve_icon, key=Action.MESSAGE_APPROVE.cap, kind="primary")
        self.approve.clicked.connect(self.approve_now)
        self.approve.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._reject = KeyButton(theme, tr("Reject…"), icon="x", key=Action.MESSAGE_REJECT.cap, kind="danger")
        self._reject.clicked.connect(self.ask_reason)
        self._back = KeyButton(theme, tr("Take back"), icon="undo", key=Action.ALERT_UNDO.cap)
        self._back.clicked.connect(self.take_back)
        self._keys = KeyMap(
            Scope.MESSAGES,
            {
                Action.MESSAGE_EDIT: self._on_edit,
                Action.MESSAGE_APPROVE: self.approve_now,
                Action.MESSAGE_SAVE: self.save_for_later,
                Action.MESSAGE_REJECT: self.ask_reason,
                Action.ALERT_UNDO: self.take_back,
                Action.ALERT_OPEN: self.open_prospect,
                Action.ALERT_CALL: self.log_call,
                Action.ALERT_BACK: self.take_focus,
                Action.ALERT_MESSAGES: self.alerts_requested.emit,
            },
            numbered,
        )

    def _lay(self, middle: Sequence[QWidget], form: QWidget, beside: KeyButton, nothing: tuple[str, str]) -> None:
        """Puts the parts in place: `middle` below the head, `beside` as the second button, `nothing` where none is there."""
        buttons = (self.approve, beside, self._reject, self._back)
        self._frame = MessagesFrame(self._theme, (self._top, self.list), (self.head, *middle), form, buttons, nothing)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def _open_menu(self, where: QPoint) -> None:
        """What its keys and buttons do with the one that is shown."""
        from journeydesk.ui.widgets.popovers.key_menu import Offered, open_key_menu

        detail, offered = self._detail, list[Offered]()
        if detail is None:
            return
        if not detail.waits:
            offered = [(Action.ALERT_UNDO, self._back.text())] if self._back.isEnabled() else []
        else:
            if self.approve.isEnabled():
                offered.append((Action.MESSAGE_APPROVE, self.approve.text()))
            offered += [
                (Action.MESSAGE_EDIT, tr("Edit")),
                (Action.MESSAGE_SAVE, tr("Save for later")),
                (Action.MESSAGE_REJECT, tr("Reject…")),
            ]
        if self.prospect is not None:
            offered += [None] if offered else []
            offered += [(Action.ALERT_OPEN, tr("Open prospect")), (Action.ALERT_CALL, tr("Log a call…"))]
        line = self.list.current()
        title = line.head if line is not None else ""
        open_key_menu(self._theme, self.list, where, title, offered, self._shown, {Action.MESSAGE_APPROVE: self.approve_icon})

    def _shown(self) -> object:
        detail = self._detail
        return (detail.row.id, detail.waits) if detail is not None else None

    # What each view does in a way of its own.

    @abstractmethod
    def _lines(self) -> tuple[Sequence[DecidableLine], Sequence[DecidableLine]]:
        """Those that wait, and those decided today."""

    @abstractmethod
    def _on_current(self, line: DecidableLine | None) -> None:
        """Saves what is typed, and shows another one."""

    @abstractmethod
    def save(self) -> None:
        """Keeps what is typed so far."""

    @abstractmethod
    def _edit(self) -> None:
        """Gives the keyboard to what is typed in."""

    @abstractmethod
    def _approve(self) -> str:
        """Approves the one that is shown; what is said of it. Raises JourneydeskError."""

    @abstractmethod
    def _refuse(self, problem: JourneydeskError) -> None:
        """Says beside it why it cannot be approved."""

    @abstractmethod
    def _rejecting(self) -> tuple[str, str]:
        """The question for a reason, and what the reason is for."""

    @abstractmethod
    def _reject_one(self, number: int, reason: str) -> None:
        """Rejects one. Raises JourneydeskError."""

    @abstractmethod
    def _take_back(self) -> tuple[str, bool]:
        """Lets the one that is shown wait again: what is said of it, and whether that is a step to undo. Raises JourneydeskError."""

    # What both do alike.

    @property
    def _waits(self) -> bool:
        return self._detail is not None and self._detail.waits

    def read(self) -> None:
        """Reads the list again; what is typed meanwhile stays."""
        waiting, decided = self._lines()
        self.list.show_lines(waiting, decided)
        self.counted.emit(len(waiting))
        self.hints_changed.emit()

    def refresh(self, change: Change) -> None:
        """Reads what a change may touch, where it is seen."""
        if change.kinds & self._read_for and self.isVisible():
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Each time: an agent writes from a program of its own, which tells nobody.
        self.read()

    def save_for_later(self) -> None:
        """Keeps it and goes on to the next."""
        self.save()
        self.said.emit(tr("Saved. It waits until you approve or reject it."), False)
        self.list.step(1)
        self.take_focus()

    def approve_now(self) -> None:
        """Approves it as it stands; what is wrong is said beside it."""
        if not self._waits or not self.approve.isEnabled():
            return
        self.save()
        assert self._detail is not None
        number, following = self._detail.row.id, self.list.beside()
        try:
            words = self._approve()
        except JourneydeskError as problem:
            self._refuse(problem)
            return
        self._decided(words, undoable=True)
        self._go_on(number, following)

    def ask_reason(self) -> None:
        """Asks why not."""
        detail = self._detail
        if detail is None or not detail.waits:
            return
        self.save()
        title, use = self._rejecting()
        sheet = NoteSheet(self._theme, self.window(), title, tr("Reject"))
        sheet.note.setPlaceholderText(use)
        sheet.given.connect(partial(self._rejected, detail.row.id))
        sheet.open()

    def _rejected(self, number: int, reason: str) -> None:
        current = self.list.current()
        following = self.list.beside() if current is not None and current.id == number else current.id if current else None
        try:
            self._reject_one(number, reason)
        except JourneydeskError as problem:
            self.said.emit(str(problem), False)
            return
        self._decided(tr("Rejected. Take it back with {key}.", key=Action.ALERT_UNDO.label), undoable=False)
        self._go_on(number, following)

    def _go_on(self, decided: int, following: int | None) -> None:
        """To the next one that waits; the one just decided is known for a way back from there."""
        self._last = decided
        if following is not None:
            self.list.show_message(following)
        self.take_focus()

    def take_back(self) -> None:
        """Lets a decided one wait again, the last where the current one waits; what its approval wrote is taken back."""
        if self._waits and self._last is not None:
            last, self._last = self._last, None
            self.list.show_message(last)
        if self._detail is None or self._detail.waits:
            return
        try:
            words, undoable = self._take_back()
        except JourneydeskError as problem:
            self.said.emit(str(problem), False)
            return
        self._decided(words, undoable=undoable)

    def _decided(self, words: str, *, undoable: bool) -> None:
        self._detail = None
        self.read()
        self.said.emit(words, undoable)

    @property
    def prospect(self) -> RecordId | None:
        """The prospect of the current one."""
        return self._detail.row.prospect if self._detail is not None else None

    def open_prospect(self) -> None:
        """Goes to the prospect."""
        if self.prospect is not None:
            self.prospect_requested.emit(self.prospect)

    def log_call(self) -> None:
        """The log form for the prospect."""
        if self.prospect is not None:
            self.log_requested.emit(self.prospect, "Call")

    def _on_edit(self) -> None:
        if self._waits:
            self._edit()

    def take_focus(self) -> None:
        """Gives the keyboard to the list."""
        self.save()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    @abstractmethod
    def hints(self) -> Sequence[Hint]:
        """The keys of this part."""

    @abstractmethod
    def facts(self) -> str:
        """What holds for all of them."""
