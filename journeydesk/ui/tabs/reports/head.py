"""The head of a report: its name, the period, whose figures, and what is done with its pages."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.reports.report import Report
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.labels import label, tip
from journeydesk.ui.widgets.stepper_button import StepperButton

_EDGE, _BETWEEN, _AFTER_TITLE = 16, 8, 12


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
        self.owner = ChoiceButton(theme, tr("Whose figures"), width=self._width_of_owner())
        self.preview = KeyButton(theme, tr("Preview"), icon="eye")
        self.preview.setCheckable(True)
        self.preview.setToolTip(tip(tr("Preview ({label})", label=Action.PREVIEW_REPORT.label)))
        self.printer = IconButton(theme, "printer", tr("Print"), key=Action.PRINT_REPORT.label, flat=False)
        self.export = KeyButton(theme, tr("Export PDF"), icon="pdf", key=Action.EXPORT_REPORT.cap, kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 1)
        row.setSpacing(_BETWEEN)
        row.addWidget(self.title)
        row.addSpacing(_AFTER_TITLE)
        row.addWidget(self.stepper)
        row.addWidget(self.this_period)
        row.addStretch(1)
        for part in (self.owner, self.preview, self.printer, self.export):
            row.addWidget(part)

    def _width_of_owner(self) -> int:
        """The whole team is written in full; a long name ends in an ellipsis."""
        return max(118, QFontMetrics(self._theme.font()).horizontalAdvance(tr("Whole team")) + 48)

    def offer_owners(self, owners: Sequence[str], owner: str | None, *, there: bool) -> None:
        """Whose figures may be chosen beside the team's; not `there` for a report whose figures are the team's."""
        self.owner.offer([(tr("Whole team"), None), *((name, name) for name in owners)], owner)
        self.owner.setVisible(there)

    def show_report(self, report: Report) -> None:
        """Export steps back where the report has a thing to do of its own."""
        self.export.be_first(not report.has_thing_to_do)

    def fit(self, width: int, with_preview: bool) -> None:
        """What has room in a tab of this width, and whether the pages stand beside the figures. Where not everything has, the heading
        is the first to leave its room to the controls: the list of reports marks which one is shown."""
        self._roomy = width >= self._whole(with_preview)
        self.preview.setVisible(not with_preview)
        self.export.setVisible(not with_preview)
        self.printer.setVisible(self._roomy and not with_preview)
        self.title.setVisible(self._roomy)
        self.this_period.setVisible(self._roomy)
        self._name_export()

    def _whole(self, with_preview: bool) -> int:
        """How wide it is with everything in it, and the export as it says in full."""
        self._name_export(whole=True)
        parts = [self.title, self.stepper, self.this_period, *([] if self.owner.isHidden() else [self.owner])]
        parts += [] if with_preview else [self.preview, self.printer, self.export]
        # Some buttons are narrower than a style would have them.
        widths = [min(part.sizeHint().width(), part.maximumWidth()) for part in parts]
        return 2 * _EDGE + _AFTER_TITLE + _BETWEEN * len(parts) + sum(widths)

    def show_exporting(self, busy: bool) -> None:
        """The button says what it does."""
        self._exporting = busy
        self.export.setEnabled(not busy)
        self._name_export()

    def _name_export(self, *, whole: bool = False) -> None:
        words = tr("Exporting…") if self._exporting else tr("Export PDF")
        self.export.setText(words if whole or self._roomy or self._exporting else tr("PDF"))
        self.export.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("base"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
