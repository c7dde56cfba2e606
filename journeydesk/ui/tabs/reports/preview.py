"""The print preview: the pages that the PDF has, set by the same template, and what the file will be."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr, tr_count
from journeydesk.reports.report import Report
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, painter_on, turned_back
from journeydesk.ui.painting import paint_ring
from journeydesk.ui.tabs.reports.printing import picture_of
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule, selectable
from journeydesk.ui.widgets.stepper_button import StepperButton

WIDTH = 412
_PAGE = 371
_PAPERS = {"a4": ("A4", 297 / 210), "us-letter": (tr("Letter"), 279.4 / 215.9)}


class PageView(QWidget):
    """One page as a picture, smoothly scaled once for its size."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        super().__init__()
        self._theme = theme
        self._page = b""
        self._scaled = QImage()
        self._words = ""
        self.setFixedSize(_PAGE, round(_PAGE * ratio))
        theme.changed.connect(self.update)

    def show_page(self, page: bytes) -> None:
        """Shows a page, a PNG: five megabytes once it is unpacked, so only what is painted of it is kept."""
        self._page = page
        self._scaled = QImage()
        self._words = ""
        self.update()

    def show_words(self, words: str) -> None:
        """Says why there is no page."""
        self._page = b""
        self._words = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Paper is white in both themes.
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("line2"))
            inside = self.rect().adjusted(1, 1, -1, -1)
            painter.fillRect(inside, Qt.GlobalColor.white)
            if self._page:
                ratio = self.devicePixelRatioF()
                if self._scaled.isNull() or self._scaled.devicePixelRatio() != ratio:
                    size = inside.size() * ratio
                    keep = Qt.AspectRatioMode.IgnoreAspectRatio
                    page = picture_of(self._page)
                    self._scaled = page.scaled(size, keep, Qt.TransformationMode.SmoothTransformation)
                    self._scaled.setDevicePixelRatio(ratio)
                with turned_back(painter, inside):
                    painter.drawImage(inside.topLeft(), self._scaled)
            elif self._words:
                painter.setFont(self._theme.font(-1))
                painter.setPen(Qt.GlobalColor.black)
                draw_text(painter, inside.adjusted(24, 24, -24, -24), Qt.TextFlag.TextWordWrap, self._words)


class _Ring(QWidget):
    """The pending ring, before the words that explain it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_ring(painter, self.rect().toRectF().center(), self._theme)


class Preview(QWidget):
    """Emits what was asked for."""

    export_requested = Signal()
    print_requested = Signal()

    def __init__(self, theme: Theme, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyMap(Scope.FIELDS, {Action.PAGE_UP: partial(self.turn, -1), Action.PAGE_DOWN: partial(self.turn, 1)})
        self._theme = theme
        self._pages: Sequence[bytes] = ()
        self._place = 0
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Print preview"))
        name, ratio = _PAPERS[paper]
        self.printer = IconButton(theme, "printer", tr("Print"), key=Action.PRINT_REPORT.label, flat=False)
        self.export = KeyButton(theme, tr("Export PDF"), icon="pdf", key=Action.EXPORT_REPORT.cap, kind="primary")
        self.printer.clicked.connect(self.print_requested)
        self.export.clicked.connect(self.export_requested)
        self.page = PageView(theme, ratio)
        self.stepper = StepperButton(theme, tr("Previous page"), tr("Next page"), room=151)
        self.stepper.stepped.connect(self.turn)
        self._file = selectable(label(theme))
        self._contents = label(theme, tr("Summary"))
        self._as_of = label(theme)
        self._ring = _Ring(theme)
        self._pending = ElidedLabel(theme)
        self._lay_out(name)

    def _lay_out(self, paper: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(15, 0, 14, 0)
        head.setSpacing(8)
        head.addWidget(label(self._theme, tr("Print preview"), weight=600))
        head.addWidget(label(self._theme, paper, kind="secondary"))
        head.addStretch(1)
        head.addWidget(self.printer)
        head.addWidget(self.export)
        self.head = bar = QWidget()
        bar.setFixedHeight(48)
        bar.setLayout(head)
        facts = QGridLayout()
        facts.setContentsMargins(0, 10, 0, 0)
        facts.setHorizontalSpacing(0)
        facts.setVerticalSpacing(0)
        facts.setColumnMinimumWidth(0, 70)
        facts.setColumnStretch(1, 1)
        data = QHBoxLayout()
        data.setSpacing(4)
        data.addWidget(self._as_of)
        data.addWidget(self._ring)
        data.addWidget(self._pending, 1)
        for row, words in enumerate((tr("File"), tr("Pages"), tr("Data"))):
            facts.addWidget(label(self._theme, words, kind="secondary"), row, 0)
            facts.setRowMinimumHeight(row, 24)
        facts.addWidget(self._file, 0, 1)
        facts.addWidget(self._contents, 1, 1)
        facts.addLayout(data, 2, 1)
        body = QVBoxLayout()
        body.setContentsMargins(21, 18, 20, 16)
        body.setSpacing(0)
        body.addWidget(self.page, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(12)
        body.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(16)
        body.addWidget(rule())
        body.addLayout(facts)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addLayout(body, 1)

    def show_report(self, report: Report) -> None:
        """What the file will be."""
        self.export.be_first(not report.has_thing_to_do)
        self._file.setText(report.file_name)
        self._contents.setText(report.head.contents)
        self._as_of.setText(tr("as of {without_year}", without_year=_without_year(report.head.as_of)))
        waiting = report.head.local_changes
        self._ring.setVisible(waiting > 0)
        self._pending.setVisible(waiting > 0)
        self._pending.show_text(tr_count("{count} local change included", "{count} local changes included", waiting))

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Shows the pages, PNG each, from the one that was shown on."""
        self._pages = pages
        self._show(min(self._place, len(pages) - 1))

    def show_problem(self, words: str) -> None:
        """Says why there is no page."""
        self._pages = ()
        self.page.show_words(words)
        self.stepper.show_text(tr("No pages"))

    @property
    def ready(self) -> bool:
        """Whether the pages are there."""
        return bool(self._pages)

    def turn(self, step: int) -> None:
        """Turns a page."""
        if self._pages:
            self._show(max(0, min(self._place + step, len(self._pages) - 1)))

    def _show(self, place: int) -> None:
        self._place = max(0, place)
        self.page.show_page(self._pages[self._place])
        self.page.setAccessibleName(tr("Page {place} of {count}", place=self._place + 1, count=len(self._pages)))
        self.stepper.show_text(tr("Page {place} of {count}", place=self._place + 1, count=len(self._pages)))
        self.stepper.back.setEnabled(self._place > 0)
        self.stepper.forward.setEnabled(self._place + 1 < len(self._pages))

    def show_exporting(self, exporting: bool) -> None:
        """The button says what it does."""
        self.export.setText(tr("Exporting…") if exporting else tr("Export PDF"))
        self.export.setEnabled(not exporting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 760)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("sunk"))
            painter.fillRect(QRect(0, 0, self.width(), 47), self._theme.color("win"))
            painter.fillRect(0, 47, self.width(), 1, self._theme.color("line"))
            painter.fillRect(0, 0, 1, self.height(), self._theme.color("line2"))


def _without_year(as_of: str) -> str:
    """19 May, 09:05 from "Tue 19 May 2026, 09:05"."""
    parts = as_of.replace(",", "").split()
    return f"{parts[1]} {parts[2]}, {parts[4]}" if len(parts) == 5 else as_of
