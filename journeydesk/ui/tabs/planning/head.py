"""The head of a planning review: whose it is, how long in which stage, when the next review is, and what adds and prints."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.planning.paper import next_review_words, stay_words, subtitle
from journeydesk.services.planning.review import PlanningReview
from journeydesk.services.rows.common import StageMark
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import chip_width, initials, paint_chip
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, FittedLabel, label


class _Avatar(QWidget):
    """The company's initials on a square."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = ""
        self.setFixedSize(36, 36)
        theme.changed.connect(self.update)

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.color("line2"))
            painter.setBrush(self._theme.color("sunk"))
            painter.drawRoundedRect(QRect(0, 0, 35, 35), 6, 6)
            painter.setPen(self._theme.color("text2"))
            painter.setFont(self._theme.font(-1, 600))
            draw_text(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, initials(self._name))


class _Stage(QWidget):
    """The stage's chip; nothing where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark: StageMark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_mark(self, mark: StageMark | None) -> None:
        self._mark = mark
        self.setAccessibleName(tr("stage {number}, {name}", number=mark.number, name=mark.name) if mark else "")
        self.setVisible(mark is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._theme, self._mark) if self._mark is not None else 0, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._mark is not None:
            with painter_on(self) as painter:
                paint_chip(painter, 0, 10, self._theme, self._mark, self.width())


class PlanningHead(QWidget):
    """Shows what it is given; the buttons say what is asked for."""

    back_requested = Signal()
    add_requested = Signal()
    export_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = IconButton(theme, "left", tr("Back to the prospect"), key=Action.PLANNING_LEAVE.label, parent=self)
        self.back.clicked.connect(self.back_requested)
        self._avatar = _Avatar(theme)
        self.title = ElidedLabel(theme, step=2, weight=600)
        self.about = ElidedLabel(theme, step=-1, kind="secondary")
        self.stage = _Stage(theme)
        self.stay = FittedLabel(theme, step=-1, kind="secondary")
        self._calendar = IconLabel(theme, "calendar", "text2")
        self._caption = label(theme, tr("Next review"), step=-1, kind="secondary")
        self.next_review = label(theme, step=-1, weight=600)
        self.add = KeyButton(theme, tr("Add milestone"), icon="plus", key=Action.MILESTONE_ADD.cap, parent=self)
        self.add.clicked.connect(self.add_requested)
        self.export = KeyButton(
            theme, tr("Export PDF"), icon="pdf", key=Action.PLANNING_EXPORT.cap, kind="primary", parent=self
        )
        self.export.clicked.connect(self.export_requested)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.about)
        names.addStretch(1)
        self.stay.setMinimumWidth(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self._avatar)
        row.addLayout(names, 3)
        row.addWidget(self.stage)
        row.addWidget(self.stay, 2)
        for part in (self._calendar, self._caption, self.next_review, self.add, self.export):
            row.addWidget(part)
        self.setFixedHeight(61)

    def show_review(self, review: PlanningReview) -> None:
        """Shows whose review it is."""
        self._avatar.show_name(review.name)
        self.title.show_text(review.name)
        who = subtitle(review)
        self.about.show_text(tr("Planning review · {who}", who=who) if who else tr("Planning review"))
        self.stage.show_mark(review.stage)
        stay = stay_words(review)
        short = "" if review.days_in_stage is None or review.limit is None else f"{review.days_in_stage}/{review.limit} d"
        self.stay.show_wordings(stay, short)
        words = next_review_words(review)
        self.next_review.setText(words or tr("not set"))
        self._arrange()

    def show_exporting(self, busy: bool) -> None:
        """While pages are written."""
        self.export.setEnabled(not busy)
        self.export.setText(tr("Exporting…") if busy else tr("Export PDF"))

    def resizeEvent(self, _event: object) -> None:
        self._arrange()

    def _arrange(self) -> None:
        # Where room is short the date goes first, then the words of the second button.
        wide = self.width() >= 1060
        for part in (self._calendar, self._caption, self.next_review):
            part.setVisible(wide)
        self.stay.setVisible(self.width() >= 820)
