"""Which stages of the first journey call for a planning review: a switch for each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from journeydesk.domain.settings import Journey
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.page import clear, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label, tip

_A_ROW = 3


class StageNumbers(QWidget):
    """`given` carries the numbers of the chosen stages."""

    given = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(theme, tr("Reaching one of these stages calls for it"), step=-1, weight=500, kind="secondary"))
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(_A_ROW, 1)
        column.addLayout(self._grid)
        self._shown: object = None

    def show_stages(self, journey: Journey, chosen: Sequence[int]) -> None:
        """Shows the journey's stages with these chosen."""
        shown = (journey.stages, tuple(chosen))
        if shown == self._shown:
            return
        self._shown = shown
        with typing_kept(self):
            clear(self._grid)
            for place, stage in enumerate(journey.stages):
                button = QPushButton(f"{stage.number}  {stage.short}".replace("&", "&&"))
                button.setProperty("kind", "choice")
                button.setObjectName(f"stage {stage.number}")
                button.setCheckable(True)
                button.setChecked(stage.number in chosen)
                button.setToolTip(tip(stage.name))
                button.clicked.connect(lambda on, number=int(stage.number): self._choose(list(chosen), number, on))
                self._grid.addWidget(button, place // _A_ROW, place % _A_ROW)

    def _choose(self, chosen: list[int], number: int, on: bool) -> None:
        self.given.emit(sorted({*chosen, number} if on else set(chosen) - {number}))
