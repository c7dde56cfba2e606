"""What each tier costs, to be changed in place: the id of its price at Stripe, the amount, its currency, how often."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from journeydesk.domain.catalogue import TIERS
from journeydesk.domain.errors import JourneydeskError, SettingError
from journeydesk.domain.upgrades.tiers import EVERY
from journeydesk.domain.words import named, tr
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.shapes import Shape, number
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import label

_PARTS: tuple[tuple[str, str, int], ...] = (
    ("price", tr("Price at Stripe"), 0),
    ("amount", tr("Costs"), 92),
    ("currency", tr("Currency"), 64),
)
_SHAPES: dict[str, Shape] = {"price": Shape(is_text=True), "amount": number(), "currency": Shape(is_text=True)}


class TiersCard(QFrame):
    """`given` carries all tiers as the settings have them, and whose was changed."""

    given = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tiers: dict[str, dict[str, Any]] = {}
        self.edits: dict[tuple[str, str], InPlaceEdit] = {}
        self.every: dict[str, Segments] = {}
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (_, words, _width) in enumerate(_PARTS, 1):
            grid.addWidget(label(theme, words, step=-1, weight=500, kind="secondary"), 0, place)
        grid.addWidget(label(theme, tr("Every"), step=-1, weight=500, kind="secondary"), 0, 4)
        for row, tier in enumerate(TIERS, 1):
            grid.addWidget(label(theme, tier, weight=500), row, 0)
            for place, (part, words, width) in enumerate(_PARTS, 1):
                edit = InPlaceEdit(tr("{what} of {tier}", what=words, tier=tier), width, right=part == "amount")
                edit.given.connect(partial(self._give, tier, part))
                edit.restored.connect(self._take_wrong_away)
                self.edits[tier, part] = edit
                grid.addWidget(edit, row, place)
            self.edits[tier, "price"].setPlaceholderText("price_…")
            every = Segments(theme, tr("How often {tier} is paid", tier=tier), [named(words) for words in EVERY.values()])
            every.chosen.connect(partial(self._choose, tier))
            self.every[tier] = every
            grid.addWidget(every, row, 4)
        column.addLayout(grid)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        column.addWidget(self.wrong)

    def show_tiers(self, tiers: Mapping[str, Mapping[str, Any]], currency: str) -> None:
        """Shows these; a tier without a currency costs in the team's."""
        self._tiers = {name: dict(tiers.get(name, {})) for name in TIERS}
        for (tier, part), edit in self.edits.items():
            value = self._tiers[tier].get(part, "")
            if part == "currency":
                edit.setPlaceholderText(currency)
            edit.show_text(_SHAPES[part].text("" if part == "amount" and not value else value))
        for tier, every in self.every.items():
            every.choose(named(EVERY.get(str(self._tiers[tier].get("every", "month")), "month")))
        if not any(edit.property("wrong") for edit in self.edits.values()):
            self.wrong.hide()

    def _take_wrong_away(self) -> None:
        self.wrong.hide()

    def _give(self, tier: str, part: str, text: str) -> None:
        value = _SHAPES[part].read(text)
        if part == "amount" and not text.strip():
            value = 0
        if part == "currency":
            value = str(value).upper()
        self._changed(tier, part, value)

    def _choose(self, tier: str, words: str) -> None:
        every = next(key for key, name in EVERY.items() if named(name) == words)
        self._changed(tier, "every", every)

    def _changed(self, tier: str, part: str, value: Any) -> None:
        tiers = {name: dict(values) for name, values in self._tiers.items()}
        tiers[tier][part] = value
        if part == "currency" and not value:
            tiers[tier].pop("currency")
        self.given.emit(tiers, tier)

    def refuse(self, tier: str, problem: JourneydeskError) -> None:
        """Says what is wrong; what was typed stays."""
        part = problem.key.rpartition(".")[2] if isinstance(problem, SettingError) else "price"
        sentence = _SHAPES.get(part, _SHAPES["price"]).sentence(problem)
        self.wrong.setText(f"{tier}: {sentence}")
        self.wrong.show()
        if (tier, part) in self.edits:
            self.edits[tier, part].mark_wrong(sentence)
