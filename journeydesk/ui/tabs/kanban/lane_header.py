"""The head of a swimlane: whose it is, how much, and what is wrong; a click folds the lane."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.board import Lane
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, paint_avatar
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.words.cards import column_amount

LANE_HEADER = 31


class LaneHeader(QAbstractButton):
    """Checkable: checked is open."""

    def __init__(self, theme: Theme, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lane = lane
        self.setCheckable(True)
        self.setChecked(True)
        self.setFixedHeight(LANE_HEADER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(lambda _: self._name_it())
        self.show_lane(lane)

    @property
    def lane(self) -> Lane:
        """What is shown."""
        return self._lane

    def show_lane(self, lane: Lane) -> None:
        """Shows new totals."""
        self._lane = lane
        self._name_it()
        self.update()

    def _name_it(self) -> None:
        lane = self._lane
        wrong = tr(", {overdue} overdue", overdue=lane.overdue) if lane.overdue else ""
        wrong += tr(", {over_limit} over limit", over_limit=lane.over_limit) if lane.over_limit else ""
        state = tr("open", meaning="unfolded") if self.isChecked() else tr("folded")
        self.setAccessibleName(
            tr(
                "Lane of {owner}, {count} cards, {amount}{wrong}, {state}",
                owner=self.owner_words,
                count=figure(lane.count),
                amount=column_amount(lane.revenue),
                wrong=wrong,
                state=state,
            )
        )
        self.setToolTip(tip(tr("Fold this lane") if self.isChecked() else tr("Open this lane")))

    @property
    def owner_words(self) -> str:
        """The owner's name, or what is said where there is none."""
        return self._lane.owner or tr("No owner")

    def sizeHint(self) -> QSize:
        return QSize(400, LANE_HEADER)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, lane = self._theme, self._lane
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.color("hover" if self.underMouse() else "panel"))
            painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
            theme.paint_icon(painter, QRect(15, 8, 16, 16), "down" if self.isChecked() else "right", "text2")
            paint_avatar(painter, QRect(38, 4, 22, 22), theme, self.owner_words)
            x = self._text(painter, 68, self.owner_words, 600, "text") + 8
            x = self._text(painter, x, tr("{count} open", count=figure(lane.count)), 400, "text2") + 8
            x = self._text(painter, x, "·", 400, "text2") + 8
            self._text(painter, x, column_amount(lane.revenue), 400, "text2")
            right = self.width() - 16
            if lane.over_limit:
                right = (
                    self._from_right(
                        painter, right, tr("{over_limit} over limit", over_limit=lane.over_limit), "hourglass", "warn"
                    )
                    - 16
                )
            if lane.overdue:
                self._from_right(painter, right, tr("{overdue} overdue", overdue=lane.overdue), "calendar", "danger")
            if self.hasFocus():
                painter.setPen(theme.focus_pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)

    def _text(self, painter: QPainter, x: int, text: str, weight: int, token: str) -> int:
        font = self._theme.font(0, weight, tabular=True)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        width = QFontMetrics(font).horizontalAdvance(text)
        draw_text(painter, QRect(x, 0, width + 2, self.height()), LEFT, text)
        return x + width

    def _from_right(self, painter: QPainter, right: int, text: str, icon: str, token: str) -> int:
        font = self._theme.font(-1, 500, tabular=True)
        width = QFontMetrics(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        draw_text(painter, QRect(right - width, 0, width + 2, self.height()), LEFT, text)
        self._theme.paint_icon(painter, QRect(right - width - 20, 8, 14, 14), icon, token)
        return right - width - 20
