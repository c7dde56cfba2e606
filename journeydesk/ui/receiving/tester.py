"""The webhook tester: a sample signed and sent, what came of it step by step, and events whose customer nobody knows."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from journeydesk.config import connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.receiver.trying import (
    SAMPLES,
    Signature,
    Tried,
    address,
    as_curl,
    sample,
    signature_of,
    take_back_event,
    try_message,
)
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import hint
from journeydesk.ui.receiving.json_colors import JsonColors
from journeydesk.ui.receiving.outcome import Outcome
from journeydesk.ui.receiving.unmatched import UnmatchedList
from journeydesk.ui.receiving.whose import WhoseEvent
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.choosing.radios import Radios
from journeydesk.ui.widgets.key_hints import KeyHints
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.work import Background

_WIDTH, _LEFT, _MESSAGE = 980, 472, 190
_FIELD = 30
_SAMPLE = 266
"""How wide the samples are; whom they are for has the rest."""


class WebhookTester(FramedSheet):
    """`prospect_requested` goes to whom a message was for, `set_up_requested` to the receiver's settings."""

    prospect_requested = Signal(int)
    set_up_requested = Signal()
    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, window: QWidget, work: Background) -> None:
        about = tr("Events in · the test customer is left out of every figure")
        super().__init__(theme, window, _WIDTH, tr("Webhook tester"), icon="send", about=about)
        self._context, self._work = context, work
        self._tried: list[Tried] = []
        self._signature = ""
        self.samples = Combo(theme)
        self.samples.setAccessibleName(tr("Sample"))
        self.samples.addItems(list(SAMPLES))
        self.samples.currentTextChanged.connect(lambda _name: self._take_sample())
        self.whose = WhoseEvent(context, theme)
        self.whose.customer_chosen.connect(lambda _customer: self._take_sample())
        self.message = QPlainTextEdit()
        self.message.setAccessibleName(tr("Message"))
        self.message.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.message.setFixedHeight(_MESSAGE)
        self.message.setTabChangesFocus(True)
        self.message.textChanged.connect(self._sign)
        self._colors = JsonColors(theme, self.message.document())
        self.signing = Radios(theme, tr("Signature"), (tr("right"), tr("wrong"), tr("none")))
        self.signing.choose(tr("right"))
        self.signing.chosen.connect(lambda _choice: self._sign())
        self.signature = ElidedLabel(theme, kind="secondary")
        self.outcome = Outcome(theme, context.settings.time_zone)
        self.outcome.open_requested.connect(self._open)
        self.outcome.undo_requested.connect(self._take_back)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addLayout(self._left())
        columns.addWidget(self.outcome, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(columns)
        self.unmatched = UnmatchedList(context, theme)
        self.unmatched.said.connect(self.said)
        self.unmatched.sized.connect(self.fit)
        self.body.addWidget(self.unmatched)
        settings = KeyButton(theme, tr("Settings…"), kind="flat")
        settings.clicked.connect(self._set_up)
        curl = KeyButton(theme, tr("Copy as curl"), icon="copy", kind="flat")
        curl.clicked.connect(self._copy)
        self.send = KeyButton(theme, tr("Sign and send"), icon="send", key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.send.setObjectName("sign and send")
        self.send.clicked.connect(self.try_it)
        hints = KeyHints(theme)
        hints.show_hints((hint(tr("sign and send"), Action.ACCEPT),))
        out = self.offer(self.send, leave=tr("Close"), beside=hints)
        for flat in (settings, curl):
            self.foot.insertWidget(self.foot.indexOf(out), flat)
        self.accepted.connect(self.try_it)
        self.closed.connect(self._leave)
        self._show()
        self._take_sample()

    def _left(self) -> QVBoxLayout:
        theme = self.theme
        left = QVBoxLayout()
        left.setSpacing(6)
        reset = KeyButton(theme, tr("Reset"), icon="undo", kind="flat")
        reset.clicked.connect(lambda: self._take_sample())
        head = QHBoxLayout()
        head.addWidget(label(theme, tr("Message"), step=-1, kind="secondary"))
        head.addStretch(1)
        head.addWidget(reset)
        left.addLayout(self._choices())
        left.addSpacing(6)
        left.addLayout(head)
        left.addWidget(self.message)
        left.addSpacing(6)
        left.addWidget(label(theme, tr("Sent to"), step=-1, kind="secondary"))
        left.addWidget(self._sent_to())
        left.addSpacing(6)
        left.addWidget(label(theme, tr("Signature, made from the message and your secret"), step=-1, kind="secondary"))
        left.addWidget(_field(self.signature, self.signing))
        left.addStretch(1)
        for place in range(left.count()):
            item = left.itemAt(place)
            part = item.widget() if item is not None else None
            if part is not None:
                part.setFixedWidth(_LEFT)
        left.setContentsMargins(18, 14, 18, 14)
        return left

    def _sent_to(self) -> QFrame:
        """The address, and a copy of it."""
        theme = self.theme
        method = label(theme, "POST", step=-2, kind="tag")
        method.setFixedHeight(19)
        self.where = ElidedLabel(theme, address(self._context))
        copy = IconButton(theme, "copy", tr("Copy the address"), parent=self.sheet)
        copy.setFixedSize(26, 26)
        copy.clicked.connect(self._copy_address)
        return _field(method, self.where, copy)

    def _choices(self) -> QGridLayout:
        """What happened, and to whom."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, (words, choice) in enumerate(((tr("Sample"), self.samples), (tr("For"), self.whose))):
            grid.addWidget(label(self.theme, words, step=-1, kind="secondary"), 0, place)
            choice.setFixedWidth(_LEFT - 8 - _SAMPLE if place else _SAMPLE)
            grid.addWidget(choice, 1, place)
        return grid

    def take_focus(self) -> None:
        """The message."""
        self.message.setFocus()

    @property
    def _which(self) -> Signature:
        return {tr("right"): "right", tr("wrong"): "wrong"}.get(self.signing.choice, "none")  # type: ignore[return-value]

    def _take_sample(self) -> None:
        self.message.setPlainText(sample(self._context, self.samples.currentText(), self.whose.customer))

    def _sign(self) -> None:
        body = self.message.toPlainText().encode()
        work = partial(signature_of, self._context, connections(), body, self._which)
        self._work.run("tester signature", work, self._show_signature, self._fail)

    def _show_signature(self, signature: str) -> None:
        self._signature = signature
        shown = f"{signature[:15]}…{signature[-8:]}" if signature else tr("No signature is sent")
        self.signature.show_text(shown)

    def try_it(self) -> None:
        """Signs and sends what stands there."""
        if self._work.busy("tester"):
            return
        self.send.setEnabled(False)
        text = self.message.toPlainText()
        work = partial(try_message, self._context, connections(), text, self._which)
        self._work.run("tester", work, self._show_tried, self._fail)

    def _show_tried(self, tried: Tried) -> None:
        self.send.setEnabled(True)
        self._tried.insert(0, tried)
        self._show()
        self.unmatched.read()

    def _fail(self, problem: JourneydeskError) -> None:
        self.send.setEnabled(True)
        self.signature.show_text(str(problem))

    def _show(self) -> None:
        self.outcome.show_tried(self._tried)
        self.fit()

    def _take_back(self, tried: Tried) -> None:
        try:
            self.said.emit(take_back_event(self._context, tried), True)
        except JourneydeskError as problem:
            self.said.emit(str(problem), False)
        self._tried = [replace(each, event="") if each is tried else each for each in self._tried]
        self._show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_curl(self._context, self.message.toPlainText(), self._signature))
        self.said.emit(tr("Copied. The secret is not in it, only this message’s signature"), False)

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(address(self._context))
        self.said.emit(tr("Copied the address"), False)

    def _open(self, prospect: int) -> None:
        self.done()
        self.prospect_requested.emit(prospect)

    def _set_up(self) -> None:
        self.done()
        self.set_up_requested.emit()

    def _leave(self) -> None:
        for kind in ("tester", "tester signature"):
            self._work.drop(kind)

    def refresh(self, change: Change) -> None:
        """Shows who waits, after events came."""
        if change.kinds & {"events", "prospects"}:
            self.unmatched.read()


def _field(*parts: QWidget) -> QFrame:
    """Parts in a frame like that of a field; the elided one has the room."""
    frame = QFrame()
    frame.setProperty("kind", "field")
    frame.setFixedHeight(_FIELD)
    row = QHBoxLayout(frame)
    row.setContentsMargins(10, 0, 3, 0)
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part, int(isinstance(part, ElidedLabel)))
    return frame
