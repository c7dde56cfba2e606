"""Until when an alert sleeps: an hour, tomorrow, Monday, or a moment of one's own; never beyond its expiry."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QMenu, QPushButton, QWidget, QWidgetAction

_MORNING = time(8, 0)


def snooze_choices(now: datetime, zone: ZoneInfo) -> Sequence[tuple[str, datetime]]:
    """What is offered, in words and as moments in UTC."""
    local = now.astimezone(zone)
    tomorrow = datetime.combine(local.date() + timedelta(days=1), _MORNING, zone)
    monday = datetime.combine(local.date() + timedelta(days=7 - local.weekday()), _MORNING, zone)
    return (
        ("1 hour", now + timedelta(hours=1)),
        ("Tomorrow 08:00", tomorrow.astimezone(UTC)),
        ("Monday 08:00", monday.astimezone(UTC)),
    )


class SnoozeMenu(QMenu):
    """Calls `snooze` with the moment chosen. Moments after `expires_at` are offered disabled, with the reason."""

    def __init__(
        self,
        now: datetime,
        zone: ZoneInfo,
        expires_at: datetime | None,
        snooze: Callable[[datetime], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        self._snooze = snooze
        self.setToolTipsVisible(True)
        for words, until in snooze_choices(now, zone):
            action = self.addAction(words)
            action.triggered.connect(lambda _checked=False, u=until: snooze(u))
            if expires_at is not None and until >= expires_at:
                action.setEnabled(False)
                action.setToolTip("The alert expires before that")
        self.addSeparator()
        self._offer_moment(now, expires_at)

    def _offer_moment(self, now: datetime, expires_at: datetime | None) -> None:
        field = QDateTimeEdit(self._on_wall(now + timedelta(hours=2)))
        field.setAccessibleName("Snooze until")
        field.setMinimumDateTime(self._on_wall(now))
        if expires_at is not None:
            field.setMaximumDateTime(self._on_wall(expires_at))
        button = QPushButton("Snooze")
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(field)
        row.addWidget(button)
        action = QWidgetAction(self)
        action.setDefaultWidget(holder)
        self.addAction(action)
        self._field = field
        button.clicked.connect(self._take_moment)

    def _on_wall(self, moment: datetime) -> QDateTime:
        """The moment as the team's clock shows it."""
        local = moment.astimezone(self._zone)
        return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))

    def _take_moment(self) -> None:
        chosen = self._field.dateTime().toPython()
        self.close()
        if isinstance(chosen, datetime):
            self._snooze(chosen.replace(tzinfo=self._zone).astimezone(UTC))
