"""How a measure is judged and written: its state against a target, its change against the period before."""

from journeydesk.domain import words
from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.tiles import Change, Compared, State

FEWEST = 10
"""No percentage is shown for fewer (docs/rules.md, "Periods")."""


def state_of(value: float | None, target: float, close_within: float, *, less_is_better: bool = False) -> State:
    """On target, close (within the share of the target that the settings allow), below (over, where less is better), or no data."""
    if value is None:
        return "No data"
    reached = target / value if less_is_better and value else value / target if target else 1.0
    if less_is_better and not value:
        return "On target"
    return "On target" if reached >= 1 else "Close" if reached >= close_within else "Over" if less_is_better else "Below"


def signed(value: float, digits: int = 0, unit: str = "") -> str:
    """+6 pt, −3 h, ±0."""
    rounded = round(value, digits)
    if not rounded:
        return f"±0{unit}"
    return f"{'+' if rounded > 0 else '−'}{figure(abs(rounded), digits)}{unit}"


def percent(share: float | None) -> str:
    """65%, or that there is no data."""
    return tr("no data") if share is None else words.percent(share)


def delta(now: float | None, before: float | None, scale: float, digits: int, unit: str, versus: str) -> Compared:
    """The change against the period before, in `scale` times the figure: "+6 pt vs W19"."""
    if now is None or before is None:
        return tr("no comparison with {versus}", versus=versus)
    change = signed((now - before) * scale, digits, unit)
    return Change(tr("{signed} vs {versus}", signed=change, versus=versus), change)
