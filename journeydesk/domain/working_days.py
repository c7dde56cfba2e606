"""Working days: weekends and holidays are skipped by rule (docs/rules.md, "Working days")."""

from datetime import date, timedelta

from journeydesk.domain.frozen_data import dataclass

_MOST = 3660


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which days are free: weekdays by number (Monday 0), and single days."""

    weekend: frozenset[int] = frozenset({5, 6})
    holidays: frozenset[date] = frozenset()

    def works(self, day: date) -> bool:
        """Whether it is a working day."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """The day itself, or the next working day."""
        for _ in range(_MOST):
            if self.works(day) or day == date.max:
                return day
            day += timedelta(days=1)
        return day

    def add(self, day: date, count: int) -> date:
        """So many working days later; with 0 the day itself, or the next working day. The calendar ends with 9999."""
        day = self.on_or_after(day) if count <= 0 else day
        for _ in range(count):
            if day == date.max:
                return day
            day = self.on_or_after(day + timedelta(days=1))
        return day

    def between(self, day: date, until: date) -> int:
        """How many working days come after a day, up to another and with it; 0 where that is not later."""
        if until <= day:
            return 0
        weeks, rest = divmod((until - day).days, 7)
        free = {holiday for holiday in self.holidays if day < holiday <= until and holiday.weekday() not in self.weekend}
        counted = sum((day.weekday() + step) % 7 not in self.weekend for step in range(1, rest + 1))
        return weeks * (7 - len(self.weekend)) + counted - len(free)

    def back(self, until: date, count: int) -> date:
        """The latest day after which so many working days have come by another, that one with them. The calendar begins with 1."""
        day = until
        while count and day > date.min:
            count -= self.works(day)
            day -= timedelta(days=1)
        return day
