"""How a setting is written in its field and read from it, and the sentence for one that does not fit."""

import re
from typing import Any

from journeydesk.domain.errors import JourneydeskError, SettingError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.domain.written.numbers import typed_number
from journeydesk.ui.editing.words import decimal_mark, typed_form


@dataclass(frozen=True, slots=True)
class Shape:
    """A number with its `unit`, a text, or a list of words. `factor` 100 shows a share as per cent."""

    unit: str = ""
    whole: bool = False
    factor: int = 1
    is_text: bool = False
    is_list: bool = False

    def text(self, value: Any) -> str:
        """As it stands in the field."""
        if isinstance(value, float | int) and not isinstance(value, bool) and not self.is_text:
            return typed_form(round(value * self.factor, 6))
        if self.is_list and isinstance(value, list | tuple):
            return ", ".join(str(each) for each in value)
        return "" if value is None else str(value)

    def read(self, text: str) -> Any:
        """The value that was typed; a text that is no number is handed on as it is, for the settings to refuse it."""
        bare = text.strip()
        if self.is_list:
            return [each for each in re.split(r"[\s,;]+", bare) if each]
        if self.is_text:
            return bare
        bare = bare.removesuffix(self.unit).strip() if self.unit else bare
        try:
            number = float(typed_number(bare, decimal_mark()))
        except ValueError:
            return bare
        if self.factor != 1:
            return round(number / self.factor, 8)
        return int(number) if number == int(number) else number

    def sentence(self, problem: JourneydeskError) -> str:
        """What is allowed, in the field's own unit."""
        if not isinstance(problem, SettingError):
            return str(problem)
        if problem.span is None:
            return tr("Give {allowed}.", allowed=problem.allowed)
        least, most = (f"{bound * self.factor:,.10g}" for bound in problem.span)
        unit = f" {self.unit}" if self.unit else ""
        return tr(
            "Give {from_value}{least} to {most}{unit}.",
            from_value=tr("a whole number from ") if self.whole else "",
            least=least,
            most=most,
            unit=unit,
        )


def whole(unit: str = "") -> Shape:
    """A whole number."""
    return Shape(unit, whole=True)


def number(unit: str = "") -> Shape:
    """Any number."""
    return Shape(unit)


SHARE = Shape("%", factor=100)
TEXT = Shape(is_text=True)
LIST = Shape(is_text=True, is_list=True)
