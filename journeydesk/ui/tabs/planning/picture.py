"""How a roadmap looks: rows with dates and progress, bars and diamonds among the months, today's line."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QWidget

from journeydesk.domain.planning.roadmap import Milestone, Standing, axis, progress_words, until_words
from journeydesk.domain.words import tr
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, paint_avatar, paint_ring, paint_text
from journeydesk.ui.tabs.planning.bars import Grip, Months, dragged
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.days import full_day

HEAD, ROW = 30, 46
_MARK, _TITLE = 16, 40
_OWNER, _DUE, _PROGRESS = 34, 104, 82
_RIGHT = 12
_LEAST_TITLE, _LEAST_MONTHS = 150, 240
_ICONS = {
    Standing.DONE: ("ok-circle", "ok"),
    Standing.LATE: ("warn", "danger"),
}


class RoadmapPicture(QLabel):
    """How a roadmap looks; `RoadmapView` says what it does. A label, for a plain widget has no role that is read aloud."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date.min
        self._milestones: tuple[Milestone, ...] = ()
        self.current = -1
        self.as_list = False
        self._held: tuple[int, Grip, float] | None = None
        """The place of the milestone that is dragged, what of it is held, and where (px)."""
        self._by = 0
        """By how many days it is dragged."""
        theme.changed.connect(self.update)

    def row_rect(self, place: int) -> QRect:
        """Where a milestone's row is."""
        return QRect(0, HEAD + ROW * place, self.width(), ROW)

    def bar_rect(self, place: int) -> QRectF | None:
        """Where a milestone's bar or diamond is."""
        return None if self.as_list else self._months().rect(self._milestones[place], self.row_rect(place).center().y() + 0.5)

    def _title_width(self) -> int:
        rest = self.width() - _TITLE - _OWNER - self._due_width() - _PROGRESS - _RIGHT
        return max(_LEAST_TITLE, min(int(rest * 0.36), rest - _LEAST_MONTHS))

    def _due_width(self) -> int:
        """A day of another year has its year in full."""
        metrics = QFontMetrics(self._theme.font(0, 500, tabular=True))
        days = [weekday_words(each.due, self._today) for each in self._milestones if each.due is not None]
        return max(_DUE, max(map(metrics.horizontalAdvance, days), default=0) + 10)

    def _columns(self) -> tuple[int, int, int, int]:
        """Where owner, due, progress and the months begin."""
        owner = _TITLE + self._title_width()
        progress = owner + _OWNER + self._due_width()
        return owner, owner + _OWNER, progress, progress + _PROGRESS

    def _months(self) -> Months:
        return Months(axis(self._milestones, self._today), self._columns()[3], self.width() - _RIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.color("base"))
            owner, due, progress, months = self._columns()
            painter.fillRect(QRect(0, 0, self.width(), HEAD - 1), theme.color("panel"))
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text2"))
            for x, width, words in (
                (_MARK, owner - _MARK, tr("Milestone")),
                (due, progress - due, tr("Due")),
                (progress, _PROGRESS, tr("Progress")),
            ):
                paint_text(painter, QRect(x, 0, width, HEAD), words)
            painter.fillRect(0, HEAD - 1, self.width(), 1, theme.color("line2"))
            for place in range(len(self._milestones)):
                self._paint_row(painter, place, (owner, due, progress))
            if self.as_list:
                self._paint_words(painter, months)
            else:
                self._paint_months(painter)
            if not self._milestones:
                painter.setPen(theme.color("text2"))
                painter.setFont(theme.font())
                words = tr("No milestones yet. N adds the first, with its date and owner.")
                paint_text(painter, QRect(_MARK, HEAD, months - _MARK, ROW), words)

    def _paint_row(self, painter: QPainter, place: int, columns: tuple[int, int, int]) -> None:
        theme, each, row = self._theme, self._milestones[place], self.row_rect(place)
        owner, due, progress = columns
        standing = each.standing(self._today)
        current = place == self.current
        if current:
            token = "sel" if self.hasFocus() or self.isActiveWindow() else "sel-off"
            painter.fillRect(row, theme.color(token))
            painter.fillRect(QRect(0, row.top(), 3, row.height()), theme.color("accent"))
        painter.fillRect(0, row.bottom(), self.width(), 1, theme.color("line"))
        icon, token = _ICONS.get(standing, ("", ""))
        mark = QRect(_MARK, row.center().y() - 7, 16, 16)
        if icon:
            theme.paint_icon(painter, mark, icon, token)
        else:
            painter.setPen(QPen(theme.color("ctl"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(mark).adjusted(2, 2, -2, -2))
        done = standing is Standing.DONE
        painter.setFont(theme.font(0, 500 if standing is Standing.LATE else 400))
        painter.setPen(theme.color("text2" if done else "text"))
        room = owner - _TITLE - 10 - (14 if each.pending else 0)
        wide = paint_text(painter, QRect(_TITLE, row.top(), room, row.height()), each.title or tr("without a title"))
        if each.pending:
            paint_ring(painter, QPointF(_TITLE + min(wide, room) + 8, row.center().y() + 0.5), theme)
        if each.owner:
            paint_avatar(painter, QRect(owner, row.center().y() - 10, 22, 22), theme, each.owner, current)
        self._paint_due(painter, each, QRect(due, row.top(), progress - due - 6, row.height()))
        self._paint_progress(painter, each, QRect(progress, row.top(), _PROGRESS - 8, row.height()))

    def _paint_due(self, painter: QPainter, each: Milestone, rect: QRect) -> None:
        theme, below = self._theme, until_words(each, self._today)
        late = each.standing(self._today) is Standing.LATE
        if each.due is None:
            painter.setFont(theme.font())
            painter.setPen(theme.color("text3"))
            paint_text(painter, rect, tr("no date"))
            return
        painter.setFont(theme.font(0, 500, tabular=True))
        painter.setPen(theme.color("text2" if each.done else "text"))
        words = weekday_words(each.due, self._today)
        if not below:
            paint_text(painter, rect, words)
            return
        paint_text(painter, QRect(rect.left(), rect.top() + 5, rect.width(), 18), words)
        painter.setFont(theme.font(-2))
        painter.setPen(theme.color("danger" if late else "text2"))
        paint_text(painter, QRect(rect.left(), rect.top() + 23, rect.width(), 16), below)

    def _paint_progress(self, painter: QPainter, each: Milestone, rect: QRect) -> None:
        theme = self._theme
        painter.setFont(theme.font(-1, tabular=True))
        if each.is_point and each.done is None:
            painter.setPen(theme.color("text2"))
            paint_text(painter, rect, progress_words(each))
            return
        bar = QRectF(rect.left(), rect.center().y() - 1, 32, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line2"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(theme.color("text2"))
        if each.share > 0:
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(3.0, bar.width() * each.share), bar.height()), 2, 2)
        painter.setPen(theme.color("text"))
        draw_text(painter, QRect(rect.left() + 39, rect.top(), rect.width() - 36, rect.height()), LEFT, progress_words(each))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        """Owners and starts, each in words."""
        theme = self._theme
        half = (self.width() - left - _RIGHT) // 2
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(left, 0, half - 8, HEAD), tr("Owner"))
        paint_text(painter, QRect(left + half, 0, half, HEAD), tr("Starts"))
        painter.setFont(theme.font())
        for place, each in enumerate(self._milestones):
            row = self.row_rect(place)
            painter.setPen(theme.color("text" if each.owner else "text3"))
            paint_text(painter, QRect(left, row.top(), half - 8, row.height()), each.owner or tr("nobody"))
            painter.setPen(theme.color("text" if each.starts else "text3"))
            words = weekday_words(each.starts, self._today) if each.starts else tr("one day")
            paint_text(painter, QRect(left + half, row.top(), half, row.height()), words)

    def _paint_months(self, painter: QPainter) -> None:
        theme, months = self._theme, self._months()
        bottom = HEAD + ROW * max(1, len(self._milestones))
        every = 1 + len(months.axis.months) // 9
        today = months.x(self._today)
        painter.setFont(theme.font(-1))
        badge = tr("today")
        wide = painter.fontMetrics().horizontalAdvance(badge) + 14
        covered = QRectF(min(max(today - wide / 2, months.left), months.right - wide), 4, wide, HEAD - 9)
        for place, month in enumerate(months.axis.months):
            x = months.x(month)
            painter.fillRect(QRectF(x, HEAD, 1, bottom - HEAD), theme.color("line"))
            words = _MONTHS[month.month - 1]
            room = QRectF(x + 5, 0, painter.fontMetrics().horizontalAdvance(words) - 1, HEAD)
            if place % every == 0 and not room.intersects(covered) and room.right() < months.right:
                painter.setPen(theme.color("text2"))
                draw_text(painter, room.adjusted(0, 0, 6, 0), LEFT, words)
        for place in range(len(self._milestones)):
            self._paint_bar(painter, place, months)
        painter.fillRect(QRectF(today, HEAD - 4, 1.4, bottom - HEAD + 4), theme.color("accent-fill"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent-fill"))
        painter.drawRoundedRect(covered, 3, 3)
        painter.setPen(theme.color("on-accent"))
        painter.setFont(theme.font(-2, 600))
        draw_text(painter, covered, Qt.AlignmentFlag.AlignCenter, badge)

    def _paint_bar(self, painter: QPainter, place: int, months: Months) -> None:
        theme, each = self._theme, self._milestones[place]
        if self._held is not None and self._held[0] == place:
            each = dragged(each, self._held[1], self._by)
        rect = months.rect(each, self.row_rect(place).center().y() + 0.5)
        if rect is None:
            return
        color = _ink(theme, each.standing(self._today))
        painter.setPen(QPen(color, 1.4))
        painter.setBrush(theme.color("base"))
        if each.is_point:
            center = rect.center()
            reach = rect.width() / 2 - 1
            points = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
            painter.setBrush(color if each.done else theme.color("base"))
            painter.drawPolygon(QPolygonF([center + point for point in points]))
            return
        painter.drawRoundedRect(rect.adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
        if each.share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            filled = QRectF(rect.left(), rect.top(), max(4.0, rect.width() * each.share), rect.height())
            painter.drawRoundedRect(filled, 3, 3)


def _ink(theme: Theme, standing: Standing) -> QColor:
    tokens = {Standing.LATE: "danger", Standing.UNDER_WAY: "accent"}
    return theme.color(tokens.get(standing, "text2"))


_MONTHS = (
    tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
    tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"),
)  # fmt: skip


def weekday_words(day: date, today: date) -> str:
    """Fri 15 May."""
    return f"{full_day(day, today).rpartition(', ')[2]}"
