"""What the upgrade dialog is made of: the strip that says what is needed, a mark, and a tier with its lines."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.upgrades.offering import TierOffer, UpgradeOffer, headline, held_words, price_words
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule

_LINE = 26


class Strip(QWidget):
    """Over the whole width: what needs which tier, and how the prospect stands."""

    def __init__(self, theme: Theme, offer: UpgradeOffer) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 0, 18, 0)
        row.setSpacing(9)
        icon = "lock" if offer.thing else "trend" if offer.is_needed else "ok-circle"
        row.addWidget(IconLabel(theme, icon, "accent-ink"))
        strong, rest = headline(offer)
        self.strong = label(theme, strong, weight=600)
        self.rest = ElidedLabel(theme, rest)
        for words in (self.strong, self.rest):
            words.setObjectName("upgradeStrip")
        row.addWidget(self.strong)
        row.addWidget(self.rest, 1)
        theme.changed.connect(self._color)
        self._color()

    def _color(self) -> None:
        self.setStyleSheet(f"QLabel#upgradeStrip {{ color: {self._theme.hex('accent-ink')}; }}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("accent-soft"))
            painter.setPen(self._theme.color("line"))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


class Tag(QWidget):
    """A word or two in a soft box, with a tick before them where that is good news."""

    def __init__(self, theme: Theme, words: str, *, good: bool) -> None:
        super().__init__()
        self._theme, self._words, self._good = theme, words, good
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(-1, 500))
        self.setFixedSize(self.fontMetrics().horizontalAdvance(words) + (38 if good else 16), 20)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent-soft" if self._good else "sunk"))
            painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
            ink = "accent-ink" if self._good else "text2"
            left = 8
            if self._good:
                theme.paint_icon(painter, self.rect().adjusted(6, 3, 20 - self.width(), -3), "check", ink)
                left = 26
            painter.setPen(theme.color(ink))
            painter.setFont(self.font())
            draw_text(painter, self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._words)


class TierCard(QWidget):
    """A tier: its name, what it costs, and each line of the comparison with what it holds of it."""

    def __init__(self, theme: Theme, tier: TierOffer) -> None:
        super().__init__()
        self._theme, self._tier = theme, tier
        self.setObjectName(f"tier {tier.name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(label(theme, tier.name, step=2, weight=600))
        head.addStretch(1)
        self.tag: Tag | None = None
        if tier.has_it or tier.is_offered:
            words = tr("has it now") if tier.has_it else tr("includes what they need")
            self.tag = Tag(theme, words, good=not tier.has_it)
            head.addWidget(self.tag)
        column.addLayout(head)
        column.addLayout(self._price())
        column.addSpacing(8)
        for name, value in tier.features:
            column.addWidget(rule())
            column.addWidget(self._line(name, value))
        column.addStretch(1)
        self.setAccessibleName(
            ", ".join([tier.name, self.price.text(), *(f"{name}: {held_words(value)}" for name, value in tier.features)])
        )
        theme.changed.connect(self.update)

    def _price(self) -> QHBoxLayout:
        tier, theme = self._tier, self._theme
        row = QHBoxLayout()
        row.setSpacing(6)
        self.price = label(
            theme, price_words(tier.costs) if tier.costs else tr("No price yet"), step=5 if tier.costs else 0, weight=600
        )
        row.addWidget(self.price)
        if tier.costs:
            every = tr("a month") if tier.every == "month" else tr("a year")
            words = tr("{every} · {more} more", every=every, more=price_words(tier.more)) if tier.more else every
            beside = label(theme, words, step=-1, kind="secondary")
            beside.setContentsMargins(0, 4, 0, 0)
            row.addWidget(beside)
        row.addStretch(1)
        return row

    def _line(self, name: str, value: str | bool) -> QWidget:
        theme = self._theme
        held = QWidget()
        held.setFixedHeight(_LINE)
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(9)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconLabel(theme, "check" if value else "minus", "ok" if value else "text3"), 0, 0)
        grid.addWidget(ElidedLabel(theme, name, kind="" if value else "caption"), 0, 1)
        if isinstance(value, str):
            grid.addWidget(label(theme, value, weight=500), 0, 2)
        return held

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = 2 if self._tier.is_offered else 1
            painter.setPen(QPen(self._theme.color("accent" if self._tier.is_offered else "line2"), width))
            painter.setBrush(self._theme.color("base"))
            inset = width / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 5, 5)
