"""The log dialog over the window: from anywhere with L, from nowhere with Ctrl+L (docs/interface.md, "Log a call")."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import named, tr, within
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.queries.sync import is_offline
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.dialogs.log_call.form import LogForm
from journeydesk.ui.dialogs.log_call.prospect_field import ProspectField
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import hint
from journeydesk.ui.log_kinds import KINDS
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.key_hints import KeyHints
from journeydesk.ui.widgets.labels import label

_WIDTH = 752
_OFFLINE = tr("You are offline. The call is saved here now and sent when you are back online.")
_HINTS = (
    hint(tr("outcome"), Action.OUTCOME),
    (("Tab",), tr("next field")),
    hint(tr("choose"), Action.LEFT, Action.RIGHT),
    (("15m",), tr("duration")),
    ((">fri",), tr("follow-up")),
)


class _Notice(QFrame):
    """One line below the form: that there is no network, or what is wrong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wrong = False
        self._icon = IconLabel(theme, "cloud-off", "text2")
        self.words = label(theme, step=-1, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 6, 11, 6)
        row.setSpacing(9)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        theme.changed.connect(self._color)
        self.say("", False)

    def say(self, words: str, wrong: bool) -> None:
        """Shows a sentence; an empty one hides the line."""
        self._wrong = wrong
        self.words.setText(words)
        self.setVisible(bool(words))
        self._icon.show_icon("warn" if wrong else "cloud-off", "danger" if wrong else "text2")
        self._color()

    def _color(self) -> None:
        self.words.setStyleSheet(f"color: {self._theme.hex('danger' if self._wrong else 'text2')}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("danger-soft" if self._wrong else "sunk"))
            painter.drawRoundedRect(self.rect(), 4, 4)


class LogSheet(FramedSheet):
    """`logged` carries the prospect, the kind and the outcome, when it is on disk."""

    logged = Signal(int, str, str)

    def __init__(
        self,
        context: Context,
        theme: Theme,
        window: QWidget,
        prospect: RecordId | None = None,
        kind: str = "",
        finishes: RecordId | None = None,
    ) -> None:
        super().__init__(theme, window, _WIDTH, tr("Log call"), icon="phone", close=tr("Close, the draft is kept"))
        self._context = context
        self._finishes = finishes
        self.sheet.setAccessibleName(tr("Log a call"))
        self.form = LogForm(context, theme)
        self.field = ProspectField(context, theme, self.sheet)
        self.notice = _Notice(theme)
        self.send = KeyButton(theme, tr("Log call"), key=Action.SAVE_LOG.cap, kind="primary", parent=self.sheet)
        self._lay_out()
        self.form.saved.connect(self.save)
        self.form.kind_changed.connect(self._show_kind)
        self.form.refused.connect(lambda words: self._say(words, True))
        self.field.chosen.connect(lambda prospect_id: self.show_prospect(RecordId(prospect_id)))
        self.send.clicked.connect(self.save)
        self.accepted.connect(self.save)
        self._offline = is_offline(context)
        self._say("", False)
        if prospect is None:
            self.form.enable(False)
            self.send.setEnabled(False)
            self.send.setToolTip(tr("Choose a prospect first"))
        else:
            self.show_prospect(prospect)
        if kind:
            self.form.choose_kind(kind)
        else:
            self._show_kind(self.form.kind)

    def _lay_out(self) -> None:
        self.body.setSpacing(14)
        self.form.grid.addWidget(self.field, 0, 1)
        name = label(self.theme, tr("Prospect"), kind="secondary")
        self.form.grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self.form)
        self.body.addWidget(self.notice)
        hints = KeyHints(self.theme)
        hints.show_hints(_HINTS)
        self.offer(self.send, beside=hints)

    def take_focus(self) -> None:
        """The note, or the search where nobody is chosen."""
        if self.form.prospect is None:
            self.field.search()
        else:
            self.form.note.setFocus()

    def show_prospect(self, prospect: RecordId) -> None:
        """Whom it is about."""
        detail = prospect_detail(self._context, prospect)
        if detail is None:
            self._say(tr("This prospect is no longer there; it was deleted. Undo brings it back."), True)
            return
        self.form.enable(True)
        self.send.setEnabled(True)
        self.send.setToolTip("")
        self.field.show_row(detail.row)
        self.form.show_prospect(prospect, detail.phone)
        self.form.note.setFocus()
        self._say("", False)

    def _show_kind(self, kind: str) -> None:
        self.heading.show_text(tr("Log {kind}", kind=within(named(kind))))
        self.send.setText(tr("Log {kind}", kind=within(named(kind))))
        self.send.setAccessibleName(tr("Log {kind} ({label})", kind=within(named(kind)), label=Action.SAVE_LOG.label))
        self.send.updateGeometry()
        self.icon.show_icon(dict(KINDS)[kind], "text")
        if self.isVisible():
            self._place()

    def _say(self, words: str, wrong: bool) -> None:
        self.notice.say(words or (_OFFLINE if self._offline else ""), wrong and bool(words))
        if self.isVisible():
            self._place()

    def save(self) -> None:
        """On disk when this returns; a wrong field is said and nothing is lost."""
        prospect = self.form.prospect
        if prospect is None:
            self._say(tr("Choose a prospect first: two letters of a company or a person."), True)
            return
        try:
            saved = self.form.save(self._finishes)
        except JourneydeskError as wrong:
            self._say(str(wrong), True)
            return
        kind = self.form.kind
        self.done()
        self.logged.emit(prospect, kind, saved.outcome)

    def done(self) -> None:
        """The draft is kept where nothing was logged."""
        self.form.keep_draft()
        super().done()
