"""What stands behind a figure: the prospects that it counts, as conditions that the prospect list understands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition: a field of the prospect list, an operator and its values, as the list's filters have them."""

    field: str
    operator: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """The prospects behind a figure; `newest_first` sorts them by application, otherwise the list keeps its own order."""

    criteria: tuple[Criterion, ...]
    newest_first: bool = True
