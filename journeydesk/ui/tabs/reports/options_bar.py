"""What may be chosen of a report beside period and owner: the journey, who is counted, one source, weeks or months."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.reports.report import PLAIN, AnySpec, Basis, Options
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import label

_HEIGHT = 44


class OptionsBar(QWidget):
    """White with a line below, there only where the report offers anything. Emits the options chosen."""

    changed = Signal(object)

    def __init__(self, theme: Theme, journeys: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._journeys = list(journeys)
        self._sources: list[str] = []
        self._options = PLAIN
        self._offers: frozenset[str] = frozenset()
        self._spec: AnySpec | None = None
        self.setFixedHeight(_HEIGHT)
        self.journey = ChoiceButton(theme, tr("Journey"))
        self._bases: dict[str, Basis] = {tr("Cohort"): "cohort", tr("Period"): "period"}
        self.basis = Segments(theme, tr("Who is counted"), tuple(self._bases))
        self.source = ChoiceButton(theme, tr("Source"))
        self._spans = {tr("12 weeks"): False, tr("12 months"): True}
        self.span = Segments(theme, tr("What the lines show"), tuple(self._spans))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        for part in (self.journey, self.basis, self.source, self.span):
            row.addWidget(part)
        row.addStretch(1)
        self.live = (
            label(theme, "●", step=-3, kind="ok"),
            label(theme, tr("Live", meaning="moves as changes come"), kind="secondary"),
        )
        for mark in self.live:
            row.addWidget(mark)
        self.journey.chosen.connect(lambda name: self._take(replace(self._options, journey=str(name))))
        self.source.chosen.connect(lambda name: self._take(replace(self._options, source=name)))
        self.basis.chosen.connect(lambda words: self._choose_basis(self._bases[words]))
        self.span.chosen.connect(lambda words: self._take(replace(self._options, months=self._spans[words])))

    @property
    def options(self) -> Options:
        """What is chosen, of what the report offers."""
        return self._spec.offered(self._options) if self._spec is not None else PLAIN

    def offer(self, spec: AnySpec, journeys: Sequence[str], sources: Sequence[str]) -> None:
        """What this report offers; what was chosen before stays chosen where it is still there."""
        self._journeys, self._sources, self._offers = list(journeys), [name for name in sources if name], spec.offers
        self._spec, chosen = spec, self._options
        journey = chosen.journey if chosen.journey in self._journeys else ""
        self._options = replace(chosen, journey=journey, source=chosen.source if chosen.source in self._sources else None)
        self.journey.setVisible("journey" in spec.offers)
        self.basis.setVisible("basis" in spec.offers)
        self.source.setVisible("source" in spec.offers)
        self.span.setVisible("months" in spec.offers)
        for mark in self.live:
            mark.setVisible(spec.live)
        self.setVisible(bool(spec.offers))
        self._show()

    def switch_basis(self) -> None:
        """From cohort to period, or back."""
        if "basis" in self._offers:
            self._choose_basis("cohort" if self._options.basis == "period" else "period")
            self._show()

    def _choose_basis(self, basis: Basis) -> None:
        self._take(replace(self._options, basis=basis))

    def _take(self, options: Options) -> None:
        if options != self._options:
            self._options = options
            self.changed.emit(options)

    def _show(self) -> None:
        names: list[tuple[str, object]] = [(name, name) for name in self._journeys]
        self.journey.offer(names, self._options.journey or (self._journeys[0] if self._journeys else ""))
        sources: list[tuple[str, object]] = [(tr("All sources"), None), *((name, name) for name in self._sources)]
        self.source.offer(sources, self._options.source)
        self.basis.choose(next(words for words, basis in self._bases.items() if basis == self._options.basis))
        self.span.choose(next(words for words, months in self._spans.items() if months == self._options.months))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("base"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
