"""The composer: what was said, with duration and follow-up typed into it; a draft is kept for each prospect."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeydesk.domain.draft import Draft
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.periods import short_weekday
from journeydesk.domain.words import named, tr, within
from journeydesk.services.calls.composer import parse_note
from journeydesk.services.calls.drafts import draft_of, save_draft
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.context import Context
from journeydesk.services.display import outcome_words
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.log_kinds import KINDS, STORED
from journeydesk.ui.painting import first_that_fits
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton, keep_room_for_bold
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.choosing.folded_row import FoldedRow
from journeydesk.ui.widgets.icon_tag import IconTag
from journeydesk.ui.widgets.token_marker import TokenMarker
from journeydesk.ui.words.figures import short_day

HINTS: tuple[Hint, ...] = (
    hint(tr("type"), Action.KIND),
    (("15m",), tr("duration")),
    ((">fri",), tr("follow-up")),
    hint(tr("log"), Action.SAVE_LOG),
    hint(tr("back to the list"), Action.LOG_LEAVE),
)
"""The keys while a log is written."""

_DRAFT_MS = 500
_FOOT, _FOOT_GAP = 8 + 5 + 2 + 2 * 6, 6
"""The margins of the foot with what parts its field from its button, in px; and what parts two of its parts."""
_ASKS = (tr("What was said? 15m sets duration, >fri sets follow-up"), tr("What was said? 15m, >fri"))


class Composer(QFrame):
    """Two lines while it has no focus; with it the outcome, what was understood, and the button."""

    logged = Signal(str, str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._prospect: RecordId | None = None
        self._read: str | None = ""
        """What is kept and stands in the field; None once anything else was typed."""
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_DRAFT_MS)
        self._saving.timeout.connect(self._keep_draft)
        self.setObjectName("composer")
        self._keys = KeyMap(
            Scope.LOG,
            {Action.SAVE_LOG: self.log, Action.LOG_LEAVE: self._leave},
            {Action.KIND: lambda number: self.choose(KINDS[number][0])},
        )
        self._kinds = QButtonGroup(self)
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName(tr("What was said"))
        self.note.setFrameShape(QFrame.Shape.NoFrame)
        self.note.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.note.setTabChangesFocus(True)
        self.note.installEventFilter(self)
        self.note.textChanged.connect(self._typed)
        self._marker = TokenMarker(context, theme, self.note.document())
        self.outcome = Combo(theme, self)
        self.outcome.setAccessibleName(tr("Outcome"))
        self._offer_outcomes()
        self.duration = IconTag(theme, "clock", self)
        self.follow_up = IconTag(theme, "calendar", self)
        self._send = KeyButton(theme, tr("Log call"), key=Action.SAVE_LOG.cap, kind="primary", parent=self)
        self._send.clicked.connect(self.log)
        self._foot = QWidget(self)
        self._lay_out()
        theme.changed.connect(self._color)
        self._expand(False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for number, (kind, icon) in enumerate(KINDS, 1):
            button = QPushButton(named(kind), self)
            button.setCheckable(True)
            button.setChecked(number == 1)
            button.setProperty("picture", icon)
            button.setAccessibleName(f"{named(kind)} ({Action.KIND.keys[number - 1]})")
            button.setObjectName("composerKind")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            keep_room_for_bold(button, self._theme, 38)
            self._kinds.addButton(button, number)
        self._kind_row = FoldedRow(self._theme, self._kinds, self)
        row = QHBoxLayout()
        row.setContentsMargins(4, 4, 4, 3)
        row.addWidget(self._kind_row)
        layout.addLayout(row)
        layout.addWidget(self.note)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(8, 4, 5, 5)
        foot.setSpacing(_FOOT_GAP)
        self.outcome.setMaximumWidth(120)
        foot.addWidget(self.outcome)
        foot.addWidget(self.duration)
        foot.addWidget(self.follow_up)
        foot.addStretch(1)
        foot.addWidget(self._send)
        layout.addWidget(self._foot)
        self._kinds.idClicked.connect(self._kind_changed)

    def _color(self) -> None:
        t = self._theme.hex
        edge = t("accent") if self.note.hasFocus() else t("ctl")
        width = 2 if self.note.hasFocus() else 1
        self.setStyleSheet(
            f"QFrame#composer {{ background: {t('base')}; border: {width}px solid {edge}; border-radius: 6px; }}"
            f"QPlainTextEdit {{ border: none; border-top: 1px solid {t('line')}; border-radius: 0; background: transparent; }}"
            f"QPlainTextEdit:focus {{ border: none; border-top: 1px solid {t('line')}; }}"
            f"QComboBox {{ min-height: 22px; }}"
        )
        self._kind_row.setStyleSheet(
            f"QPushButton#composerKind {{ border: none; background: transparent; color: {t('text2')}; padding: 0 8px;"
            f" min-height: 22px; font-weight: 400; }}"
            f"QPushButton#composerKind:checked {{ background: {t('accent-soft')}; color: {t('accent-ink')}; font-weight: 600; }}"
        )
        # Beside the first action of the place it is one only while something is written here.
        kind = "primary" if self.note.hasFocus() or self._foot.isAncestorOf(self._new_focus()) else "default"
        restyle(self._send, "kind", kind)
        for button in self._kinds.buttons():
            button.setIcon(self._theme.icon(str(button.property("picture")), "accent" if button.isChecked() else "text2"))
        self._marker.rehighlight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.note.setPlaceholderText(first_that_fits(self.note.fontMetrics(), _ASKS, self.width() - 24))
        self._fit_foot()

    @property
    def kind(self) -> str:
        """Call, Meeting, Email, Demo or Note."""
        return KINDS[max(1, self._kinds.checkedId()) - 1][0]

    def _kind_changed(self, _number: int) -> None:
        self._send.setText(tr("Log {kind}", kind=within(named(self.kind))))
        self._send.updateGeometry()
        self._color()

    def choose(self, kind: str) -> None:
        """Chooses what is logged and gives the keyboard to the note."""
        self._check(kind)
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.moveCursor(QTextCursor.MoveOperation.End)

    def _check(self, kind: str) -> None:
        for number, (name, _) in enumerate(KINDS, 1):
            if name == kind:
                self._kinds.button(number).setChecked(True)
                self._kind_changed(number)

    def show_prospect(self, prospect: RecordId | None) -> None:
        """The draft of another prospect; the one before is kept."""
        if self._offered is not self._context.words:
            self._offer_outcomes()
        if prospect == self._prospect:
            return
        self.keep_draft()
        self._prospect = prospect
        self.outcome.setCurrentIndex(0)
        self.read_draft()

    def _offer_outcomes(self) -> None:
        chosen = max(0, self.outcome.currentIndex())
        self._offered = self._context.words
        self.outcome.clear()
        self.outcome.addItem(tr("Outcome"), "")
        for outcome in self._context.settings.calendar.outcomes:
            self.outcome.addItem(outcome_words(self._context, outcome), outcome)
        self.outcome.setCurrentIndex(chosen)

    def keep_draft(self) -> None:
        """Keeps what waits to be kept, now."""
        if self._saving.isActive():
            self._keep_draft()

    def read_draft(self) -> None:
        """Shows what is kept for this prospect: the log form may have changed it."""
        kept = draft_of(self._context, self._prospect) if self._prospect is not None else Draft()
        self._read = kept.text
        self.note.blockSignals(True)
        self.note.setPlainText(kept.text)
        # Who goes on writing does so behind what is there.
        self.note.moveCursor(QTextCursor.MoveOperation.End)
        self.note.blockSignals(False)
        if kept.text:
            self._check(kept.kind)
        wide = bool(kept.text) or self.isAncestorOf(self._new_focus())
        if wide == self._foot.isHidden():
            self._expand(wide)
        self._understood()

    def _typed(self) -> None:
        # Not begun anew by each letter: who types without a pause has a draft as well.
        # Marking the tokens of what was read changes the document, too.
        if self.note.toPlainText() != self._read:
            self._read = None
            if not self._saving.isActive():
                self._saving.start()
        self._understood()

    def _keep_draft(self) -> None:
        self._saving.stop()
        if self._prospect is not None:
            # What the log form keeps besides the text stays with it.
            kept = draft_of(self._context, self._prospect)
            save_draft(self._context, self._prospect, replace(kept, text=self.note.toPlainText(), kind=self.kind))

    def _understood(self) -> None:
        parsed = parse_note(self._context, self.note.toPlainText())
        self.duration.show_words(tr("{duration} min", duration=parsed.duration) if parsed.duration else "")
        day = parsed.follow_up
        self.follow_up.show_words(f"{short_weekday(day)} {short_day(day, self._context.today())}" if day else "")
        self._fit_foot()

    def _fit_foot(self) -> None:
        # They stand in the note as well, so they go first where the panel is narrow.
        room = self.width() - _FOOT - self.outcome.maximumWidth() - self._send.sizeHint().width()
        for tag in (self.follow_up, self.duration):
            needed = tag.minimumSizeHint().width() + _FOOT_GAP
            tag.setVisible(bool(tag.words) and needed <= room)
            room -= needed if tag.isVisibleTo(self._foot) else 0

    def log(self) -> None:
        """Logs what is written; on disk when this returns."""
        if self._prospect is None:
            return
        parsed = parse_note(self._context, self.note.toPlainText())
        outcome = str(self.outcome.currentData()) if self.outcome.currentIndex() > 0 else None
        kind = self.kind
        try:
            log_interaction(
                self._context,
                self._prospect,
                STORED.get(kind, kind),
                parsed.text,
                outcome=outcome if kind == "Call" else None,
                duration=parsed.duration,
                follow_up=parsed.follow_up,
            )
        except JourneydeskError as wrong:
            self.refused.emit(str(wrong))
            return
        self._saving.stop()
        self._read = ""
        self.note.blockSignals(True)
        self.note.clear()
        self.note.blockSignals(False)
        self.outcome.setCurrentIndex(0)
        self._understood()
        self.logged.emit(kind, outcome or "")

    def _expand(self, wide: bool) -> None:
        self.note.setFixedHeight(52 if wide else 32)
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.note.setVerticalScrollBarPolicy(needed if wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot.setVisible(wide)
        self._color()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Ctrl+Enter logs, Escape goes back with the draft kept, Alt+1…5 chooses; focus opens the foot.
        if event.type() == QEvent.Type.FocusIn:
            self._expand(True)
        elif event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(self._new_focus()):
            self._expand(bool(self.note.toPlainText()))
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._keys.press(event)
        return super().eventFilter(watched, event)

    def _new_focus(self) -> QWidget:
        return self.window().focusWidget() or self

    def _leave(self) -> None:
        self._keep_draft()
        self.left.emit()
