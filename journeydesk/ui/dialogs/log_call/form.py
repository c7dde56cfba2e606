"""The form of a log: kind, note, outcome, duration, follow-up and time. The sheet and the call session both hold one."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.draft import Draft
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.occurred_at import parse_occurred_at
from journeydesk.domain.words import tr
from journeydesk.services.calls.composer import ParsedNote, parse_note
from journeydesk.services.calls.drafts import draft_of, save_draft
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.context import Context
from journeydesk.services.display import outcome_words
from journeydesk.services.queries.next_steps import suggested_steps
from journeydesk.ui.dialogs.log_call.follow_up_row import FollowUpRow
from journeydesk.ui.dialogs.log_call.note_field import NoteField
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.log_kinds import KINDS, STORED
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_row import ChoiceRow
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import FittedLabel, label
from journeydesk.ui.words.days import moment_day

DRAFT_MS = 500
_MINUTES = (5, 10, 15, 30, 45)
_LABEL_WIDTH = 92
_THEY_CALLED = tr("They called")


@dataclass(frozen=True, slots=True)
class Saved:
    """What was logged: the touchpoint, its outcome (which may be empty), and whether a follow-up came with it."""

    record: RecordId
    outcome: str
    follow_up: bool


_LOW, _LOW_NOTE = 460, 44


class LogForm(QWidget):
    """Keeps a draft within a second of each key. `saved` asks for `save`; `kind_changed` carries the kind."""

    saved = Signal()
    kind_changed = Signal(str)
    outcome_changed = Signal(str)
    refused = Signal(str)

    def __init__(self, context: Context, theme: Theme, note_height: int = 92) -> None:
        super().__init__()
        self._keys = KeyMap(
            Scope.LOG, {}, {Action.OUTCOME: self._pick_outcome, Action.KIND: lambda number: self._kind_chosen(KINDS[number][0])}
        )
        self._context = context
        self._theme = theme
        self.prospect: RecordId | None = None
        self._token_day = ""
        self._token_minutes: int | None = None
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(DRAFT_MS)
        self._saving.timeout.connect(self._keep)
        self.kinds = Segments(
            theme,
            tr("Kind"),
            [kind for kind, _ in KINDS],
            self,
            [(icon, key) for key, (_, icon) in zip(Action.KIND.keys, KINDS, strict=True)],
        )
        self.kinds.choose("Call")
        self.note = NoteField(context, theme)
        self._note_height = note_height
        self.note.setFixedHeight(note_height)
        self.outcome = ChoiceRow(theme, tr("Outcome"), numbered=True)
        self._offer_outcomes()
        self.duration = ChoiceRow(theme, tr("Duration"))
        self._offer_minutes(None)
        self.follow_up = FollowUpRow(context, theme)
        self.when = QLineEdit()
        self.when.setAccessibleName(tr("When"))
        self.when.setFixedWidth(140)
        self._clock = self.when.addAction(theme.icon("clock", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        theme.changed.connect(self._color)
        self.direction = ChoiceRow(theme, tr("Direction"), optional=False)
        self.direction.offer([(tr("I called"), False), (_THEY_CALLED, True)], False)
        self.direction.setMinimumWidth(self.direction.sizeHint().width())
        self._phone = label(theme, step=-1, kind="secondary")
        self._said_when = ""
        self._lay_out()
        self._connect()

    def fit(self, height: int) -> None:
        """In a low place the note gives room to the answers below it."""
        self.note.setFixedHeight(self._note_height if height >= _LOW else _LOW_NOTE)

    def _color(self) -> None:
        self._clock.setIcon(self._theme.icon("clock", "text2"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.kinds)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(11)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        minutes = QHBoxLayout()
        minutes.setSpacing(8)
        minutes.addWidget(self.duration)
        minutes.addWidget(label(self._theme, tr("min"), kind="secondary"))
        minutes.addStretch(1)
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.when)
        self._by = FittedLabel(self._theme, kind="secondary")
        self._by.show_wordings(tr("by you"))
        when.addWidget(self._by, 1)
        when.addWidget(self._phone)
        when.addWidget(self.direction)
        self._labels: dict[str, QLabel] = {}
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (tr("Notes"), self.note),
            (tr("Outcome"), self.outcome),
            (tr("Duration"), minutes),
            ("Follow-up", self.follow_up),
            (tr("When"), when),
        )
        for place, (words, part) in enumerate(rows, 1):
            name = self._labels[words] = label(self._theme, words, kind="secondary")
            top = Qt.AlignmentFlag.AlignTop if part is self.note else Qt.AlignmentFlag.AlignVCenter
            if part is self.note:
                name.setContentsMargins(0, 7, 0, 0)
            grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignRight | top)
            if isinstance(part, QWidget):
                grid.addWidget(part, place, 1)
            else:
                grid.addLayout(part, place, 1)
        self.grid = grid
        column.addLayout(grid)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._kind_chosen)
        self.note.textChanged.connect(self._typed)
        self.note.saved.connect(self.saved)
        self.note.digit_pressed.connect(self._digit)
        self.note.digit_was_text.connect(self._let_outcome_go)
        self.note.cleared.connect(self._let_outcome_go)
        self.outcome.chosen.connect(self._outcome_chosen)
        self.duration.chosen.connect(lambda _value: self._begin_draft())
        self.direction.chosen.connect(lambda _value: self._begin_draft())
        self.follow_up.changed.connect(self._begin_draft)
        self.follow_up.refused.connect(self.refused)
        self.when.textEdited.connect(self._when_typed)

    def show_prospect(self, prospect: RecordId | None, phone: str = "") -> None:
        """The draft of a prospect, or an empty form; what was typed for the one before is kept."""
        self.keep_draft()
        self.prospect = prospect
        self._phone.setText(phone)
        self._phone.setToolTip(tr("The number on record"))
        kept = draft_of(self._context, prospect) if prospect is not None else Draft()
        self._token_day, self._token_minutes = "", None
        self._fill(kept)

    def _fill(self, kept: Draft) -> None:
        self._offer_outcomes()
        self._offer_minutes(kept.duration)
        self.follow_up.pick.hide()
        self.follow_up.show_said(kept.follow_up)
        self.outcome.choose(kept.outcome or None)
        self.direction.choose(kept.incoming)
        self._said_when = kept.happened
        now = moment_day(self._context.clock(), self._context.settings.time_zone, self._context.today())
        self.when.setText(kept.happened or now.capitalize())
        self._suggest()
        self.choose_kind(kept.kind)
        self.note.blockSignals(True)
        self.note.show_text(kept.text)
        self.note.blockSignals(False)
        self._read_tokens(parse_note(self._context, kept.text))

    @property
    def kind(self) -> str:
        """Call, Meeting, Email, Demo or Note."""
        return self.kinds.choice or "Call"

    def choose_kind(self, kind: str) -> None:
        """Shows the fields of a kind; only a call has an outcome and a direction."""
        self.kinds.choose(kind)
        is_call = kind == "Call"
        for part in (self._labels[tr("Outcome")], self.outcome, self.direction, self._phone):
            part.setVisible(is_call)
        self.note.digits = is_call
        self.kind_changed.emit(kind)

    def _kind_chosen(self, kind: str) -> None:
        self.choose_kind(kind)
        self._begin_draft()

    def _digit(self, digit: int) -> None:
        self.outcome.choose(None)
        if not self.outcome.pick(digit - 1):
            self.note.insertPlainText(str(digit))

    def _let_outcome_go(self) -> None:
        self.outcome.choose(None)
        self._outcome_chosen(None)

    def _outcome_chosen(self, _value: object) -> None:
        self._suggest()
        self._begin_draft()
        self.outcome_changed.emit(str(self.outcome.value or ""))

    def _suggest(self) -> None:
        outcome = str(self.outcome.value) if self.outcome.value else None
        self.follow_up.suggest(suggested_steps(self._context, outcome)[0].day.isoformat() if outcome else "")

    def _offer_outcomes(self) -> None:
        """The team's list and order."""
        self.outcome.offer([(outcome_words(self._context, name), name) for name in self._context.settings.calendar.outcomes])

    def _offer_minutes(self, minutes: int | None) -> None:
        offered = sorted({*_MINUTES, minutes} if minutes else {*_MINUTES})
        self.duration.offer([(str(length), length) for length in offered], minutes)

    def _typed(self) -> None:
        self._read_tokens(parse_note(self._context, self.note.toPlainText()))
        self._begin_draft()

    def _read_tokens(self, parsed: ParsedNote) -> None:
        """What the note says is shown as chosen, once each time it says something else."""
        day = parsed.follow_up.isoformat() if parsed.follow_up else ""
        if day != self._token_day:
            self._token_day = day
            self.follow_up.pick.hide()
            self.follow_up.show_said(day)
        if parsed.duration != self._token_minutes:
            self._token_minutes = parsed.duration
            self._offer_minutes(parsed.duration)

    def _when_typed(self, text: str) -> None:
        self._said_when = text.strip()
        self._begin_draft()

    def enable(self, on: bool) -> None:
        """Nothing can be filled in before somebody is chosen."""
        for part in (self.kinds, self.note, self.outcome, self.duration, self.follow_up, self.when, self.direction):
            part.setEnabled(on)

    def _begin_draft(self) -> None:
        # Not begun anew by each letter: who types without a pause has a draft as well.
        if self.prospect is not None and not self._saving.isActive():
            self._saving.start()

    def keep_draft(self) -> None:
        """Keeps what waits to be kept, now."""
        if self._saving.isActive():
            self._keep()

    def _keep(self) -> None:
        self._saving.stop()
        if self.prospect is not None:
            save_draft(self._context, self.prospect, self._draft())

    def _draft(self) -> Draft:
        minutes = self.duration.value
        return Draft(
            self.kind,
            self.note.toPlainText(),
            str(self.outcome.value or ""),
            minutes if isinstance(minutes, int) else None,
            self.follow_up.fixed(),
            self._fixed_when(),
            bool(self.direction.value),
        )

    def _fixed_when(self) -> str:
        """What was typed as a moment that means the same tomorrow."""
        try:
            happened = self.happened()
        except ValueRefused:
            return self._said_when
        return f"{happened.astimezone(self._context.settings.time_zone):%Y-%m-%d %H:%M}" if happened else ""

    def happened(self) -> datetime | None:
        """When it was; None for now. Raises ValueRefused."""
        if not self._said_when:
            return None
        return parse_occurred_at(self._said_when, self._context.clock(), self._context.settings.time_zone)

    def save(self, finishes: RecordId | None = None) -> Saved:
        """Logs it, on disk when this returns. Raises the errors of `log_interaction`; then all stays as typed."""
        assert self.prospect is not None
        parsed = parse_note(self._context, self.note.toPlainText())
        is_call = self.kind == "Call"
        due = self.follow_up.due()
        minutes = self.duration.value
        outcome = str(self.outcome.value) if is_call and self.outcome.value else ""
        text = parsed.text
        if is_call and self.direction.value:
            # The base has no field for it, and colleagues should read it too.
            text = f"{_THEY_CALLED}. {text}".strip()
        record = log_interaction(
            self._context,
            self.prospect,
            STORED.get(self.kind, self.kind),
            text,
            outcome=outcome or None,
            duration=minutes if isinstance(minutes, int) else None,
            follow_up=due.day if due else None,
            follow_up_at=due.moment if due else None,
            at=self.happened(),
            finishes=finishes,
        )
        self._saving.stop()
        return Saved(record, outcome, due is not None)

    def hideEvent(self, event: QHideEvent) -> None:
        # What was typed last is kept before the window goes.
        super().hideEvent(event)
        self.keep_draft()

    def _pick_outcome(self, number: int) -> bool:
        return self.kind == "Call" and self.outcome.pick(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
