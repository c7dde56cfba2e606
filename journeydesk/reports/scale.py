"""Axes: round numbers to draw lines at, and how amounts are written."""

import math
from decimal import Decimal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, percent, priced, short_figure, tr

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Unit:
    """How an amount is written: what stands before and after it, and how many of its digits are decimals (cents: 2)."""

    before: str = ""
    after: str = ""
    decimals: int = 0

    def exact(self, amount: float) -> str:
        """The amount with all its decimals, nothing around it: for files."""
        return f"{Decimal(str(amount)).scaleb(-self.decimals):.{self.decimals}f}" if self.decimals else f"{amount:g}"

    def words(self, amount: float) -> str:
        """€2,480, or €2,480.50 where there are cents."""
        sign = "−" if amount < 0 else ""
        if self.after == "%":
            return sign + percent(abs(amount) / 100, 0 if float(amount).is_integer() else 1)
        value = Decimal(str(abs(amount))).scaleb(-self.decimals)
        if not self.decimals:
            text = figure(abs(amount)) if float(amount).is_integer() else figure(abs(amount), 1)
        else:
            text = figure(value) if value == value.to_integral_value() else figure(value, self.decimals)
        return f"{sign}{self._marked(text)}"

    def signed(self, amount: float) -> str:
        """+€2,480 or −€410."""
        return f"+{self.words(amount)}" if amount > 0 else self.words(amount)

    def axis(self, amount: float) -> str:
        """Short for an axis: €18k from ten thousand on, €2.5M from a million on."""
        whole = amount / 10**self.decimals
        if abs(whole) >= 1_000_000 and (whole / 10_000).is_integer():
            return self._short(whole, 1_000_000, "M")
        if abs(whole) >= 10_000 and (whole / 100).is_integer():
            return self._short(whole, 1_000, "k")
        return self.words(amount)

    def _short(self, whole: float, by: int, letter: str) -> str:
        digits = f"{short_figure(abs(whole) / by)}{letter}"
        return f"{'−' if whole < 0 else ''}{self._marked(digits)}"

    def _marked(self, digits: str) -> str:
        if self.after == "%":
            return tr("{number}%", number=digits)
        return f"{priced(self.before, digits) if self.before else digits}{self.after}"


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high`, with a line at every `step`."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """Where a value is between low (0) and high (1)."""
        return (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        """The values of its lines, low and high included."""
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * place for place in range(count + 1)]

    @property
    def broken(self) -> bool:
        """Whether it starts above zero, which a chart of lengths has to say."""
        return self.low > 0


def scale(low: float, high: float, lines: int = 3) -> Scale:
    """An axis of round numbers that holds both ends, with about so many lines between; never of no length."""
    if low == high:
        high = low + (abs(low) * 0.1 or 1.0)
    rough = max(high - low, abs(high) * 0.01, 1e-9) / lines
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(each * size for each in _STEPS if each * size >= rough * 0.999)
    bottom, top = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return Scale(bottom, top if top > bottom else bottom + step, step)
