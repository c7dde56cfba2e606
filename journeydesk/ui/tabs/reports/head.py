"""The head of a report: its name, the period, whose figures, and what is done with its pages."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.reports.report import Report
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.labels import label, tip
from journeydesk.ui.widgets.stepper_button import StepperButton

_WHOLE_FROM = 1060
"""Below it the heading leaves its room to the controls: the list of reports marks which one is shown."""


class ReportHead(QWidget):
    """White with a line below. Without the preview beside the figures its buttons stand here."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._exporting = False
        self._roomy = True
        self.setFixedHeight(48)
        self.title = label(theme, title, step=2, weight=600)
        self.stepper = StepperButton(theme, "", "", room=253, choosable=True)
        self.stepper.middle.setToolTip(tip(f"{Action.CHOOSE_PERIOD.words} ({Action.CHOOSE_PERIOD.label})"))
        self.this_period = KeyButton(theme, "", kind="flat")
        self.owner = ChoiceButton(theme, tr("Whose figures"), width=118)
        self.preview = KeyButton(theme, tr("Preview"), icon="eye")
        self.preview.setCheckable(True)
        self.preview.setToolTip(tip(tr("Preview ({label})", label=Action.PREVIEW_REPORT.label)))
        self.printer = IconButton(theme, "printer", tr("Print"), key=Action.PRINT_REPORT.label, flat=False)
        self.export = KeyButton(theme, tr("Export PDF"), icon="pdf", key=Action.EXPORT_REPORT.cap, kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(12)
        row.addWidget(self.stepper)
        row.addWidget(self.this_period)
        row.addStretch(1)
        for part in (self.owner, self.preview, self.printer, self.export):
            row.addWidget(part)

    def show_report(self, report: Report) -> None:
        """Export steps back where the report has a thing to do of its own."""
        self.export.be_first(not report.has_thing_to_do)

    def fit(self, width: int, with_preview: bool) -> None:
        """What has room in a tab of this width, and whether the pages stand beside the figures."""
        self._roomy = width >= _WHOLE_FROM
        self.preview.setVisible(not with_preview)
        self.export.setVisible(not with_preview)
        self.printer.setVisible(self._roomy and not with_preview)
        self.title.setVisible(self._roomy)
        self.this_period.setVisible(self._roomy)
        self._name_export()

    def show_exporting(self, busy: bool) -> None:
        """The button says what it does."""
        self._exporting = busy
        self.export.setEnabled(not busy)
        self._name_export()

    def _name_export(self) -> None:
        words = tr("Exporting…") if self._exporting else tr("Export PDF")
        self.export.setText(words if self._roomy or self._exporting else tr("PDF"))
        self.export.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()
