"""A prospect's journey history: first and last touch, every entry point, and each stay in a stage with the time in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.standing import StageSpan, journey_history
from journeydesk.services.rows.common import EntryPointView
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.widgets.stage_chip import StageChip
from journeydesk.ui.window.geometry import ground_of
from journeydesk.ui.words.figures import short_day

_DAY = 86_400
_HOUR = 3_600


class JourneyHistory(FramedSheet):
    """Opened from the detail; one journey at a time, the one chosen there first."""

    def __init__(self, context: Context, theme: Theme, window: QWidget, prospect: RecordId, company: str, journey: str) -> None:
        title = tr("{company}: touches and stages", company=company) if company else tr("Touches and stages")
        super().__init__(theme, window, min(720, ground_of(window).width() - 80), title)
        self._context = context
        self._history = journey_history(context, prospect)
        self.body.setContentsMargins(0, 14, 0, 4)
        self.body.setSpacing(0)
        self.body.addWidget(self._touches())
        self.body.addWidget(rule())
        self.body.addLayout(self._choice(journey))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self.body.addWidget(self._area)
        self.close_button = self.offer(leave=tr("Close"))
        self.accepted.connect(self.done)
        self.show_journey(str(self.journey.value))

    def take_focus(self) -> None:
        """The choice of the journey has the keys."""
        (self.journey if self._history.stays else self.close_button).setFocus()

    def _touches(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(18, 0, 18, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        for column, stretch in ((1, 3), (2, 3), (3, 4)):
            grid.setColumnStretch(column, stretch)
        for column, words in enumerate(("", tr("CTA"), tr("Page"), tr("UTM"), tr("When"))):
            grid.addWidget(label(self.theme, words, step=-1, weight=500, kind="secondary"), 0, column)
        history = self._history
        lines = [(tr("First touch"), history.first), (tr("Last touch"), history.last)]
        lines += (
            [(tr("Entry point {number}", number=number), entry) for number, entry in enumerate(history.entries, 1)]
            if len(history.entries) > 1
            else []
        )
        for row, (name, entry) in enumerate(lines, 1):
            self._touch(grid, row, name, entry)
        return holder

    def _touch(self, grid: QGridLayout, row: int, name: str, entry: EntryPointView | None) -> None:
        grid.addWidget(label(self.theme, name, weight=600), row, 0)
        if entry is None:
            known = name == tr("First touch") and self._history.known_before
            words = tr("none: this visitor was known before") if known else tr("not known")
            grid.addWidget(label(self.theme, words, kind="caption"), row, 1, 1, 4)
            return
        for column, words in ((1, entry.cta), (2, entry.page), (3, entry.utm)):
            grid.addWidget(ElidedLabel(self.theme, words or tr("not given"), kind="" if words else "caption"), row, column)
        zone = self._context.settings.time_zone
        local = entry.at.astimezone(zone) if entry.at else None
        when = f"{short_day(local.date(), self._context.today())}, {local:%H:%M}" if local else tr("not known")
        grid.addWidget(label(self.theme, when, step=-1, kind="secondary"), row, 4)

    def _choice(self, journey: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(18, 10, 18, 6)
        self.journey = ChoiceButton(self.theme, tr("Journey"), tr("Journey: "))
        names = list(self._history.stays)
        choices: list[tuple[str, object]] = [(name, name) for name in names]
        self.journey.offer(choices, journey if journey in names else next(iter(names), ""))
        self.journey.chosen.connect(lambda name: self.show_journey(str(name)))
        self.journey.setVisible(bool(names))
        line.addWidget(self.journey)
        line.addStretch(1)
        return line

    def show_journey(self, name: str) -> None:
        """Shows every stay in this journey's stages, newest first."""
        holder = QWidget()
        holder.setProperty("kind", "base")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(holder)
        column.setContentsMargins(18, 0, 18, 6)
        column.setSpacing(4)
        stays = self._history.stays.get(name, ())
        for stay in stays:
            column.addWidget(self._stay(stay))
        if not stays:
            column.addWidget(label(self.theme, tr("Nothing has moved it yet."), kind="secondary"))
        column.addStretch(1)
        self._area.setWidget(holder)
        self._area.setFixedHeight(max(48, min(280, 30 * len(stays) + 12)))
        if self.isVisible():
            self._place()

    def _stay(self, stay: StageSpan) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(12)
        chip = StageChip(self.theme, stay.number, stay.words)
        held = QHBoxLayout()
        held.addWidget(chip)
        held.addStretch(1)
        room = QWidget()
        room.setFixedWidth(226)
        held.setContentsMargins(0, 0, 0, 0)
        room.setLayout(held)
        lasted = duration_words(stay.seconds(self._context.clock()))
        time = label(self.theme, lasted if stay.left_at else tr("{lasted} so far", lasted=lasted), weight=600)
        time.setFixedWidth(110)
        zone, today = self._context.settings.time_zone, self._context.today()
        when = label(
            self.theme,
            tr("from {day}", day=short_day(stay.entered_at.astimezone(zone).date(), today)),
            step=-1,
            kind="secondary",
        )
        when.setFixedWidth(104)
        because = f"{stay.reason}, {stay.actor}" if stay.actor else stay.reason
        for part in (room, time, when):
            line.addWidget(part)
        line.addWidget(ElidedLabel(self.theme, because, step=-1, kind="secondary"), 1)
        row.setAccessibleName(f"{stay.words}, {time.text()}, {when.text()}, {because}")
        return row


def duration_words(seconds: float) -> str:
    """A time in a stage: 12 d, 5 h, under 1 h."""
    if seconds >= _DAY:
        return tr("{seconds} d", seconds=figure(int(seconds // _DAY)))
    return tr("{seconds} h", seconds=int(seconds // _HOUR)) if seconds >= _HOUR else tr("under 1 h")
