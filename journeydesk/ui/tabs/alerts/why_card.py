"""Why an alert fired: the journey's stages with the recorded one and the one that the points say, and the facts below."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.rows.alerts import AlertDetail
from journeydesk.services.rows.common import StageMark
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import CENTER, LEFT, paint_badge, paint_text
from journeydesk.ui.theme import Theme

_STAGES = 68
_FACTS = 52
_SQUARE = 26


class WhyCard(QLabel):
    """Painted in one piece; its accessible description says all that is shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail: AlertDetail | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Why it fired"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_alert(self, detail: AlertDetail) -> None:
        """Shows this alert's reasons."""
        self._detail = detail
        facts = ", ".join(f"{caption}: {value}" for caption, value, _ in self._facts(detail))
        self.setAccessibleDescription(f"{detail.row.reason}. {facts}")
        self.setFixedHeight((_STAGES if detail.by_score else 0) + _FACTS + 1)
        self.update()

    @staticmethod
    def _facts(detail: AlertDetail) -> list[tuple[str, str, str]]:
        facts = []
        if detail.recorded is not None:
            facts.append((tr("Recorded stage"), f"{detail.recorded.number} {detail.recorded.name}", ""))
        if detail.by_score is not None:
            facts.append((tr("Points say"), f"{detail.by_score.number} {detail.by_score.name}", ""))
        if detail.recorded is not None and detail.by_score is not None:
            facts.append((tr("Gap"), tr_count("{count} stage", "{count} stages", detail.gap), ""))
        if detail.points_before is not None and detail.points_after is not None:
            earned = detail.points_after - detail.points_before
            facts.append((tr("Points"), f"{figure(detail.points_before)} → {figure(detail.points_after)}", f"{earned:+,}"))
        if detail.by_score is not None:
            return facts
        stood = [(tr("Stood at"), facts[0][1], "")] if facts else []
        return [*stood, (tr("Rule"), detail.rule_name, ""), (tr("What it saw"), detail.row.reason, "")]

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._detail is None:
            return
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
            painter.setBrush(theme.color("base"))
            inset = 1 if self.hasFocus() else 0.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
            staged = self._detail.by_score is not None
            if staged:
                self._paint_stages(painter, self._detail)
                painter.fillRect(1, _STAGES, self.width() - 2, 1, theme.color("line"))
            self._paint_facts(painter, self._detail, _STAGES if staged else 0)

    def _paint_stages(self, painter: QPainter, detail: AlertDetail) -> None:
        stages = detail.stages
        pitch = (self.width() - 16) / max(1, len(stages))
        squares = [QRect(round(8 + pitch * (n + 0.5)) - _SQUARE // 2, 13, _SQUARE, _SQUARE) for n in range(len(stages))]
        ends = sorted(mark.number for mark in (detail.recorded, detail.by_score) if mark is not None)
        between = range(ends[0], ends[-1]) if len(ends) == 2 else range(0)
        painter.setPen(QPen(self._theme.color("text2"), 2))
        for number in between:
            left, right = squares[number - 1], squares[number]
            painter.drawLine(left.right() + 3, left.center().y() + 1, right.left() - 2, left.center().y() + 1)
        for mark, square in zip(stages, squares, strict=True):
            marked = mark.number in ends
            if marked:
                paint_badge(painter, square, self._theme, mark.number, 4)
            else:
                self._paint_open(painter, square, mark, bool(ends) and ends[0] < mark.number < ends[-1])
            painter.setFont(self._theme.font(-2, 600 if marked else 400))
            painter.setPen(self._theme.color("text" if marked else "text2"))
            label = QRect(square.center().x() - int(pitch / 2), 43, int(pitch), 16)
            draw_text(painter, label, CENTER, self._fitting(painter, mark.name, label.width()))

    @staticmethod
    def _fitting(painter: QPainter, name: str, room: int) -> str:
        return painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)

    def _paint_open(self, painter: QPainter, square: QRect, mark: StageMark, skipped: bool) -> None:
        pen = QPen(self._theme.color("ctl" if skipped else "line2"), 1)
        if skipped:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(self._theme.color("base"))
        painter.drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._theme.font(-2, 600, tabular=True))
        painter.setPen(self._theme.color("text2"))
        draw_text(painter, square, CENTER, str(mark.number))

    def _paint_facts(self, painter: QPainter, detail: AlertDetail, top: int) -> None:
        facts = self._facts(detail)
        left = 0
        for place, (caption, value, extra) in enumerate(facts):
            width = self._share(detail, facts, place)
            margin = 15 if width > 130 else 9
            if place:
                painter.fillRect(left, top + 1, 1, _FACTS - 1, self._theme.color("line"))
            room = round(width) - 2 * margin + 6
            painter.setFont(self._theme.font(-2))
            painter.setPen(self._theme.color("text3"))
            paint_text(painter, QRect(left + margin, top + 7, room, 18), caption)
            value_font = self._theme.font(2, 600, tabular=True)
            painter.setFont(value_font)
            painter.setPen(self._theme.color("text"))
            taken = paint_text(painter, QRect(left + margin, top + 24, room, 20), value)
            painter.setFont(self._theme.font(-1, 500, tabular=True))
            needed = QFontMetrics(painter.font()).horizontalAdvance(extra) + 2
            if extra and taken + 5 + needed <= room:
                painter.setPen(self._theme.color("ok"))
                draw_text(painter, QRect(left + margin + taken + 5, top + 26, needed, 18), LEFT, extra)
            left += round(width)

    def _share(self, detail: AlertDetail, facts: list[tuple[str, str, str]], place: int) -> float:
        """How wide a fact is: those of a jump alike, others by what they have to say."""
        if detail.by_score is not None:
            return self.width() / len(facts)
        metrics = QFontMetrics(self._theme.font(2, 600, tabular=True))
        needs = [metrics.horizontalAdvance(value) + 40 for _, value, _ in facts]
        return self.width() * needs[place] / sum(needs)
