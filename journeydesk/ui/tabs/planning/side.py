"""Beside the roadmap: use, money, the texts that the stage calls for, and what is printed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.planning.assets import Asset, AssetLine
from journeydesk.domain.planning.usage import beside_figure, finding, last_whole
from journeydesk.domain.words import figure, tr
from journeydesk.reports.planning.figures import Page, asset_words
from journeydesk.services.planning.paper import SHIPPED_PAGES, file_name, money_facts, use_facts
from journeydesk.services.planning.review import PlanningReview
from journeydesk.ui.tabs.planning.usage_chart import UsageChart
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.widgets.switch import CheckBox

_ICONS = {Asset.PROFILE: "target", Asset.CALCULATOR: "chart", Asset.BUSINESS_CASE: "file"}
_PAGES = ((Page.ROADMAP, tr("Roadmap")), (Page.USAGE, tr("Usage")), (Page.NOTES, tr("Notes")), (Page.MONEY, tr("Money")))


class PlanningSide(QScrollArea):
    """Scrolls where the window is low. `open_requested` carries the line of a text, `template_requested` which one is to be made,
    `generate_requested` asks for all of them to be written."""

    generate_requested = Signal()
    open_requested = Signal(object)
    template_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("kind", "base")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(inner)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(0)
        self._make_use()
        self._column.addWidget(rule())
        self.money = _Facts(theme)
        self._part(label(theme, tr("Money"), weight=600), self.money)
        self._column.addWidget(rule())
        self._make_assets()
        self._column.addWidget(rule())
        self._make_export()
        self._column.addStretch(1)

    def _part(self, *parts: QWidget) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setContentsMargins(16, 12, 16, 12)
        part.setSpacing(6)
        for widget in parts:
            part.addWidget(widget)
        self._column.addLayout(part)
        return part

    def _make_use(self) -> None:
        theme = self._theme
        self.finding = ElidedLabel(theme, weight=600)
        self.about = ElidedLabel(theme, tr("API calls a week, in whole ISO weeks"), step=-1, kind="secondary")
        self.calls = label(theme, step=11, weight=600)
        self.beside = ElidedLabel(theme, kind="secondary")
        self.chart = UsageChart(theme, self)
        self.use = _Facts(theme)
        number = QHBoxLayout()
        number.setSpacing(8)
        number.addWidget(self.calls)
        number.addWidget(self.beside, 1)
        part = self._part(self.finding, self.about)
        part.addLayout(number)
        part.addWidget(self.chart)
        part.addWidget(self.use)

    def _make_assets(self) -> None:
        theme = self._theme
        self.asset_count = label(theme, kind="secondary")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(theme, tr("Assets"), weight=600))
        head.addWidget(self.asset_count)
        head.addStretch(1)
        self.generate = KeyButton(theme, tr("Generate"), icon="spark", kind="flat")
        self.generate.setAccessibleName(tr("Generate the assets from the record"))
        self.generate.clicked.connect(self.generate_requested)
        head.addWidget(self.generate)
        part = self._part()
        part.addLayout(head)
        self._assets = QVBoxLayout()
        self._assets.setSpacing(0)
        part.addLayout(self._assets)
        self.opens: dict[Asset, KeyButton] = {}
        self.templates: dict[Asset, KeyButton] = {}

    def _make_export(self) -> None:
        theme = self._theme
        self.file = ElidedLabel(theme, step=-1)
        name = QHBoxLayout()
        name.setSpacing(12)
        name.addWidget(label(theme, tr("File"), step=-1, kind="secondary"))
        name.addWidget(self.file, 1)
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(14)
        boxes.setVerticalSpacing(6)
        self.pages: dict[Page, CheckBox] = {}
        for place, (page, words) in enumerate(_PAGES):
            box = CheckBox(theme, words)
            box.setFont(theme.font(-1))
            box.setChecked(page in SHIPPED_PAGES)
            box.setAccessibleName(tr("Print {page}", page=words))
            self.pages[page] = box
            boxes.addWidget(box, place // 2, place % 2)
        boxes.setColumnStretch(2, 1)
        part = self._part(label(theme, tr("Export"), weight=600))
        part.addLayout(name)
        part.addLayout(boxes)

    @property
    def chosen_pages(self) -> tuple[Page, ...]:
        """What is to be printed."""
        return tuple(page for page, box in self.pages.items() if box.isChecked())

    def show_review(self, review: PlanningReview) -> None:
        """Shows what stands beside this review."""
        self.finding.show_text(finding(review.weeks))
        self.beside.show_text(beside_figure(review.weeks))
        self.calls.setText(figure(review.weeks[last_whole(review.weeks)].calls))
        self.chart.show_weeks(review.weeks)
        self.use.show_facts(use_facts(review))
        self.money.show_facts(money_facts(review))
        self.file.show_text(file_name(review.name, review.today))
        self.asset_count.setText(figure(sum(line.made is not None for line in review.assets)))
        self._show_assets(review)

    def _show_assets(self, review: PlanningReview) -> None:
        while (item := self._assets.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.opens, self.templates = {}, {}
        for place, line in enumerate(review.assets):
            if place:
                self._assets.addWidget(rule())
            self._assets.addWidget(self._asset(line, review))
        if not review.assets:
            self._assets.addWidget(label(self._theme, tr("This stage calls for none."), step=-1, kind="secondary"))

    def _asset(self, line: AssetLine, review: PlanningReview) -> QWidget:
        theme = self._theme
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 7, 0, 7)
        inside.setSpacing(10)
        inside.addWidget(IconLabel(theme, _ICONS[line.asset], "text2"))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(theme, line.asset.words))
        state = "warn" if line.is_missing or line.is_old(review.today) else "secondary"
        words.addWidget(ElidedLabel(theme, asset_words(line, review.today), step=-1, kind=state))
        inside.addLayout(words, 1)
        if line.made is not None:
            button = KeyButton(theme, tr("Open"), parent=row)
            button.setAccessibleName(tr("Open {text}", text=line.asset.words))
            button.clicked.connect(partial(self.open_requested.emit, line))
            self.opens[line.asset] = button
            inside.addWidget(button)
        else:
            button = KeyButton(theme, tr("Use template"), parent=row)
            button.setAccessibleName(tr("Use the template of {text}", text=line.asset.words))
            button.clicked.connect(partial(self.template_requested.emit, line.asset))
            self.templates[line.asset] = button
            inside.addWidget(button)
        return row


class _Facts(QWidget):
    """Labels with their values below, side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._values: list[ElidedLabel] = []

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Shows other values; there are as many as at first."""
        if not self._values:
            for place, (name, _) in enumerate(facts):
                self._grid.addWidget(ElidedLabel(self._theme, name, step=-2, kind="secondary"), 0, place)
                value = ElidedLabel(self._theme, step=0, weight=600)
                self._grid.addWidget(value, 1, place)
                self._grid.setColumnStretch(place, 1)
                self._values.append(value)
        for value, (_, words) in zip(self._values, facts, strict=True):
            value.show_text(words)
