"""A part of a chart that answers to pointer and key, and the margins that all charts have."""

from PySide6.QtCore import QRectF

from journeydesk.domain.frozen_data import dataclass
from journeydesk.reports.behind import Behind

PAD = 15
TITLE = 40


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a chart: where it is, its exact figures in words, the prospects behind it, and what it stands for."""

    rect: QRectF
    words: str
    behind: Behind | None = None
    about: object = None
