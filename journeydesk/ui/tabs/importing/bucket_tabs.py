"""The buckets as tabs with their counts, which add up to the file."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.services.files.planning import Bucket
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT
from journeydesk.ui.tabs.importing.words import TABS
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

_HEIGHT = 42


class _BucketTab(QAbstractButton):
    """Icon, name and count; a line below the one that is shown."""

    def __init__(self, theme: Theme, name: str, icon: str, wrong: bool) -> None:
        super().__init__()
        self._theme, self._icon, self._wrong = theme, icon, wrong
        self.count = 0
        self._name = name
        self.has_icon = True
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_count(self, count: int) -> None:
        """Says how many rows end there."""
        self.count = count
        self.setAccessibleName(f"{self.text()}, {figure(count)}")
        self.updateGeometry()
        self.update()

    def _widths(self) -> tuple[int, int]:
        words = QFontMetrics(self._theme.font(0, 500)).horizontalAdvance(self.text())
        return words, QFontMetrics(self._theme.font(0, 600, tabular=True)).horizontalAdvance(figure(self.count))

    def sizeHint(self) -> QSize:
        return QSize((22 if self.has_icon else 0) + sum(self._widths()) + 8 + 16, _HEIGHT)

    def shrink(self, small: bool) -> None:
        """Without its icon and with a shorter name, where there is little room."""
        if small == self.has_icon:
            self.has_icon = not small
            self.setText(self._name.split()[-1].capitalize() if small else self._name)
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, (words, number) = self._theme, self._widths()
        with painter_on(self) as painter:
            if self.hasFocus() or self.underMouse():
                painter.fillRect(self.rect(), theme.color("hover"))
            token = "danger" if self._wrong and self.count else "text2"
            left = 30 if self.has_icon else 8
            if self.has_icon:
                theme.paint_icon(painter, QRect(8, (_HEIGHT - 16) // 2, 16, 16), self._icon, token)
            painter.setFont(theme.font(0, 500))
            painter.setPen(theme.color("text" if self.isChecked() else "text2"))
            draw_text(painter, QRect(left, 0, words + 2, _HEIGHT), LEFT, self.text())
            painter.setFont(theme.font(0, 600, tabular=True))
            painter.setPen(theme.color("text"))
            draw_text(painter, QRect(left + words + 8, 0, number + 2, _HEIGHT), LEFT, figure(self.count))
            if self.isChecked():
                painter.fillRect(QRect(4, _HEIGHT - 3, self.width() - 8, 3), theme.color("accent"))


class BucketTabs(QWidget):
    """Emits the bucket chosen."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(4)
        self.tabs: dict[Bucket, _BucketTab] = {}
        for bucket, name, icon in TABS:
            tab = _BucketTab(theme, name, icon, bucket is Bucket.INVALID)
            tab.clicked.connect(partial(self.chosen.emit, bucket))
            self.tabs[bucket] = tab
            row.addWidget(tab)
        row.addStretch(1)
        self._sum = label(theme, step=-1, kind="caption")
        row.addWidget(self._sum)

    def show_counts(self, counts: Mapping[Bucket, int], rows: int) -> None:
        """Shows how many rows end where."""
        for bucket, tab in self.tabs.items():
            tab.show_count(counts.get(bucket, 0))
        self._sum.setText(
            tr("add up to the {rows} rows of the file", rows=figure(rows)) if sum(counts.values()) == rows else ""
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The tabs keep their counts whole: the sum goes first, then icons and long names."""
        for tab in self.tabs.values():
            tab.shrink(False)
        needed = sum(tab.sizeHint().width() + 4 for tab in self.tabs.values()) + 28
        self._sum.setVisible(needed + self._sum.sizeHint().width() + 12 <= self.width())
        if needed > self.width():
            for tab in self.tabs.values():
                tab.shrink(True)

    def choose(self, bucket: Bucket) -> None:
        """Marks the bucket that is shown."""
        self.tabs[bucket].setChecked(True)
