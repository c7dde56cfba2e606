"""What came of the messages that were sent: the newest step by step, and those before it in a line each."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.receiver.trying import Step, Tried
from journeydesk.ui.tabs.settings.integrations.marks import Mark
from journeydesk.ui.tabs.settings.page import clear
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.widgets.short_lines import card_of_lines, short_line

_LOOKS = {"passed": ("ok-circle", "ok"), "failed": ("x-square", "danger"), "skipped": ("minus", "text2")}
_SHOWN_BEFORE = 4
_LINE = 24


class Outcome(QFrame):
    """The tinted side of the tester. `open_requested` carries the newest one's prospect, `undo_requested` the newest itself."""

    open_requested = Signal(int)
    undo_requested = Signal(object)

    def __init__(self, theme: Theme, zone: ZoneInfo) -> None:
        super().__init__()
        self._theme, self._zone = theme, zone
        self.setObjectName("outcome")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 14, 18, 14)
        self._column.setSpacing(4)
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        ground, line = self._theme.color("panel").name(), self._theme.color("line").name()
        self.setStyleSheet(f"QFrame#outcome {{ background: {ground}; border: none; border-left: 1px solid {line}; }}")

    def show_tried(self, tried: Sequence[Tried]) -> None:
        """The newest first."""
        clear(self._column)
        theme = self._theme
        if not tried:
            self._column.addWidget(label(theme, tr("What came of it"), weight=600))
            self._column.addWidget(label(theme, tr("Nothing was sent yet."), kind="secondary"))
        else:
            self._column.addLayout(self._head(tried[0]))
            for step in tried[0].steps:
                self._column.addWidget(rule())
                self._column.addWidget(self._step(step))
            if tried[0].prospect is not None:
                self._column.addLayout(self._ways(tried[0], tried[0].prospect))
        if tried[1:]:
            self._column.addSpacing(6)
            self._column.addWidget(label(theme, tr("Before that"), step=-1, kind="secondary"))
            self._column.addWidget(self._before(tried[1 : 1 + _SHOWN_BEFORE]))
        self._column.addStretch(1)

    def _head(self, newest: Tried) -> QHBoxLayout:
        theme, taken = self._theme, newest.status == 202
        words = (
            tr("accepted, {status}", status=newest.status)
            if taken
            else tr("refused, {status}", status=newest.status)
            if newest.status
            else tr("no answer")
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(theme, tr("What came of it"), weight=600))
        row.addWidget(label(theme, self._time(newest.at, "%H:%M:%S"), kind="secondary"))
        row.addStretch(1)
        row.addWidget(Mark(theme, "Working" if taken else "Not working", words, boxed=True))
        return row

    def _step(self, step: Step) -> QWidget:
        theme = self._theme
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(12)
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

    def _ways(self, tried: Tried, prospect: int) -> QHBoxLayout:
        """To the prospect, and back to how it was before the event."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        go = KeyButton(self._theme, tr("Open the prospect"), icon="user")
        go.clicked.connect(lambda: self.open_requested.emit(prospect))
        row.addWidget(go)
        if tried.event:
            back = KeyButton(self._theme, tr("Undo this event"), icon="undo", kind="flat")
            back.clicked.connect(lambda: self.undo_requested.emit(tried))
            row.addWidget(back)
        row.addStretch(1)
        return row

    def _before(self, tried: Sequence[Tried]) -> QFrame:
        return card_of_lines([self._line(each) for each in tried])

    def _line(self, tried: Tried) -> QWidget:
        theme, words = self._theme, ElidedLabel(self._theme, tried.words, step=-1)
        when = label(theme, self._time(tried.at, "%H:%M:%S"), step=-1)
        icon = IconLabel(theme, *_LOOKS["passed" if tried.status == 202 else "failed"])
        return short_line(
            _LINE, when, icon, words, label(theme, str(tried.status or "–"), step=-1, kind="secondary"), wide=words
        )

    def _time(self, at: str, form: str) -> str:
        return f"{moment_of(at).astimezone(self._zone):{form}}"
