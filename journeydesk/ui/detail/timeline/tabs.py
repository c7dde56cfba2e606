"""What stands below a prospect: the timeline, all of it or one kind, or every field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import keep_room_for_bold
from journeydesk.ui.widgets.choosing.folded_row import FoldedRow
from journeydesk.ui.widgets.labels import FittedLabel

GROUPS = (
    ("all", tr("All")),
    ("interactions", tr("Interactions")),
    ("cta", tr("CTA")),
    ("stages", tr("Stages")),
    ("payments", tr("Payments")),
)
FIELDS = len(GROUPS)
"""The place of the fields, after the groups of the timeline."""


class TimelineTabs(QWidget):
    """`chosen` carries a place: one of `GROUPS`, or `FIELDS`."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(28)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 16, 2)
        row.setSpacing(2)
        self._buttons = QButtonGroup(self)
        for number, words in enumerate([*(words for _, words in GROUPS), tr("Fields")]):
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setObjectName("timelineGroup")
            keep_room_for_bold(button, theme)
            self._buttons.addButton(button, number)
        self._row = FoldedRow(theme, self._buttons, self)
        row.addWidget(self._row)
        self._buttons.button(FIELDS).setToolTip(tr("Every field, and the notes"))
        self._waiting = FittedLabel(theme, kind="caption")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._waiting, 1)
        self._buttons.idClicked.connect(self.chosen)
        self._color()
        theme.changed.connect(self._color)

    def _color(self) -> None:
        t = self._theme.hex
        for button in self._buttons.buttons():
            button.setStyleSheet(
                f"QPushButton {{ border: 1px solid transparent; background: transparent; color: {t('text2')}; padding: 0 6px;"
                f" min-height: 20px; font-weight: 400; }} QPushButton:checked {{ background: {t('base')};"
                f" border-color: {t('line2')}; color: {t('text')}; font-weight: 600; }}"
            )

    def choose(self, number: int) -> None:
        """As a press on it would."""
        self._buttons.button(number).setChecked(True)
        self.chosen.emit(number)

    def show_counts(self, entries: int, waiting: int) -> None:
        """How much there is, and how much of it waits to be sent."""
        self._buttons.button(0).setText(tr("All {entries}", entries=figure(entries)))
        keep_room_for_bold(self._buttons.button(0), self._theme)
        self._row.updateGeometry()
        self._row.fit()
        # Where there is no room, the rings of the lines tell it.
        self._waiting.show_wordings(tr("{waiting} waiting", waiting=figure(waiting)) if waiting else "", "")
