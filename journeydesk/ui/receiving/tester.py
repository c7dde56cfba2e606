"""The webhook tester: a sample signed and sent, what came of it step by step, and events whose customer nobody knows."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from journeydesk.config import connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.receiver.trying import (
    SAMPLES,
    Signature,
    Step,
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
from journeydesk.ui.receiving.unmatched import UnmatchedList
from journeydesk.ui.receiving.whose import WhoseEvent
from journeydesk.ui.tabs.settings.page import clear
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.work import Background

_WIDTH, _LEFT, _MESSAGE = 940, 470, 190
_LOOKS = {"passed": ("ok-circle", "ok"), "failed": ("x-square", "danger"), "skipped": ("minus", "text2")}
_SHOWN_BEFORE = 4


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
        self.signing = Segments(theme, tr("Signature"), (tr("right"), tr("wrong"), tr("none")))
        self.signing.choose(tr("right"))
        self.signing.chosen.connect(lambda _choice: self._sign())
        self.signature = ElidedLabel(theme, kind="secondary")
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(self._left())
        self._right = QVBoxLayout()
        self._right.setSpacing(4)
        self._outcome = QWidget()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._outcome.setLayout(self._right)
        columns.addWidget(self._outcome, 1, Qt.AlignmentFlag.AlignTop)
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
        self.foot.addWidget(settings)
        self.foot.addWidget(curl)
        self.offer(self.send, leave=tr("Close"))
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
        where = ElidedLabel(theme, f"POST  {address(self._context)}")
        left.addLayout(self._choices())
        left.addLayout(head)
        left.addWidget(self.message)
        left.addWidget(label(theme, tr("Sent to"), step=-1, kind="secondary"))
        left.addWidget(where)
        left.addWidget(label(theme, tr("Signature, made from the message and your secret"), step=-1, kind="secondary"))
        left.addWidget(self.signature)
        left.addWidget(self.signing)
        left.addStretch(1)
        for place in range(left.count()):
            item = left.itemAt(place)
            part = item.widget() if item is not None else None
            if part is not None and part is not self.signing:
                part.setFixedWidth(_LEFT)
        return left

    def _choices(self) -> QGridLayout:
        """What happened, and to whom."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, (words, choice) in enumerate(((tr("Sample"), self.samples), (tr("For"), self.whose))):
            grid.addWidget(label(self.theme, words, step=-1, kind="secondary"), 0, place)
            choice.setFixedWidth((_LEFT - 8) // 2)
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
        clear(self._right)
        theme = self.theme
        if not self._tried:
            self._right.addWidget(label(theme, tr("What came of it"), weight=600))
            self._right.addWidget(label(theme, tr("Nothing was sent yet."), kind="secondary"))
            return
        newest = self._tried[0]
        words = (
            tr("accepted, {status}", status=newest.status)
            if newest.status == 202
            else tr("refused, {status}", status=newest.status)
        )
        if not newest.status:
            words = tr("no answer")
        kind = "ok" if newest.status == 202 else "danger"
        self._right.addWidget(label(theme, f"{tr('What came of it')}  {self._time(newest.at)}", weight=600))
        self._right.addWidget(label(theme, words, kind=kind, weight=600))
        for step in newest.steps:
            self._right.addWidget(rule())
            self._right.addWidget(self._line(step))
        if newest.prospect is not None:
            self._right.addLayout(self._ways(newest, newest.prospect))
        if self._tried[1:]:
            self._right.addWidget(label(theme, tr("Before that"), step=-1, kind="secondary"))
            for tried in self._tried[1 : 1 + _SHOWN_BEFORE]:
                line = f"{self._time(tried.at)}   {tried.status or '–'}   {tried.words}"
                self._right.addWidget(ElidedLabel(theme, line, step=-1))
        self.fit()

    def _ways(self, tried: Tried, prospect: int) -> QHBoxLayout:
        """To the prospect, and back to how it was before the event."""
        row = QHBoxLayout()
        row.setSpacing(8)
        go = KeyButton(self.theme, tr("Open the prospect"), icon="user")
        go.clicked.connect(partial(self._open, prospect))
        row.addWidget(go)
        if tried.event:
            back = KeyButton(self.theme, tr("Undo this event"), icon="undo", kind="flat")
            back.clicked.connect(partial(self._take_back, tried))
            row.addWidget(back)
        row.addStretch(1)
        return row

    def _take_back(self, tried: Tried, _checked: bool = False) -> None:
        try:
            self.said.emit(take_back_event(self._context, tried), True)
        except JourneydeskError as problem:
            self.said.emit(str(problem), False)
        self._tried = [replace(each, event="") if each is tried else each for each in self._tried]
        self._show()

    def _line(self, step: Step) -> QWidget:
        theme = self.theme
        held = QFrame()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        icon, token = _LOOKS[step.state]
        row.addWidget(IconLabel(theme, icon, token), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(theme, step.title, weight=500, kind="secondary" if step.state == "skipped" else ""))
        words.addWidget(label(theme, step.detail, step=-1, kind="secondary", wrap=True))
        row.addLayout(words, 1)
        if step.milliseconds is not None:
            took = label(theme, f"{step.milliseconds:.0f} ms", step=-1, kind="secondary")
            row.addWidget(took, 0, Qt.AlignmentFlag.AlignTop)
        return held

    def _time(self, at: str) -> str:
        return f"{moment_of(at).astimezone(self._context.settings.time_zone):%H:%M:%S}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_curl(self._context, self.message.toPlainText(), self._signature))
        self.said.emit(tr("Copied. The secret is not in it, only this message’s signature"), False)

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
