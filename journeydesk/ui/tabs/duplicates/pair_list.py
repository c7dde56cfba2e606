"""The pairs at the left: score, both names, the reasons."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import retold, tr
from journeydesk.services.duplicates.candidates import Candidate
from journeydesk.services.queries.lists.duplicates import Merged
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, mirrored_item
from journeydesk.ui.models.lines import LINE_ROLE, Index, LinesModel
from journeydesk.ui.painting import LEFT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.list_setup import set_up_list

_ROW = 80
_NAMES = 58


@dataclass(frozen=True, slots=True)
class PairLine:
    """One line: a pair, or a merge that can be taken apart."""

    pair: Candidate | None = None
    merged: Merged | None = None

    @property
    def names(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """What both are called: the company (or whatever there is), and the contact."""
        if self.pair is not None:
            sides = (self.pair.left, self.pair.right)
            return tuple((side.name, side.contact if side.company else "") for side in sides)  # type: ignore[return-value]
        assert self.merged is not None
        return (self.merged.survivor_name, ""), (self.merged.merge.name, "")

    @property
    def reasons(self) -> str:
        """Why, in words."""
        if self.pair is not None:
            return " · ".join(map(retold, (*self.pair.likeness.reasons, *self.pair.likeness.against[:1])))
        assert self.merged is not None
        return tr("merged by {actor}", actor=self.merged.merge.actor)


class PairModel(LinesModel):
    """The pairs of one list."""

    has_tips = True

    def words(self, line: PairLine) -> str:
        """What a line says."""
        (one, first), (other, second) = line.names
        score = tr("{percent} % alike: ", percent=line.pair.likeness.percent) if line.pair is not None else ""
        return tr(
            "{score}{one} {first} and {other} {second}. {reasons}",
            score=score,
            one=one,
            first=first,
            other=other,
            second=second,
            reasons=line.reasons,
        ).replace("  ", " ")


class PairDelegate(QStyledItemDelegate):
    """Three lines of text beside the score."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, QRect(option.rect)
        line = index.data(LINE_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, theme.color("sel" if chosen else "hover" if hovered else "base"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        if not isinstance(line, PairLine):
            return
        left, top = rect.left() + 13, rect.top() + 9
        if line.pair is not None:
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font(2, 600, tabular=True))
            draw_text(painter, QRect(left, top, 46, 20), LEFT, f"{line.pair.likeness.percent} %")
            painter.setPen(theme.color("text2"))
            painter.setFont(theme.font(-2))
            draw_text(painter, QRect(left, top + 20, 46, 16), LEFT, tr("alike"))
        else:
            theme.paint_icon(painter, QRect(left + 4, top + 4, 20, 20), "split", "text2")
        room = rect.right() - rect.left() - _NAMES - 16
        for number, (name, contact) in enumerate(line.names):
            y = top + 20 * number
            painter.setFont(theme.font(0, 600))
            painter.setPen(theme.color("text"))
            taken = paint_text(painter, QRect(rect.left() + _NAMES, y, room, 20), name)
            if contact and taken < room - 30:
                painter.setFont(theme.font())
                painter.setPen(theme.color("text2"))
                paint_text(painter, QRect(rect.left() + _NAMES + taken + 4, y, room - taken - 4, 20), f"· {contact}")
        theme.paint_icon(painter, QRect(rect.left() + _NAMES, top + 44, 13, 13), "check", "ok")
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(rect.left() + _NAMES + 19, top + 41, room - 19, 18), line.reasons)


_MENU = (Action.PAIR_MERGE, Action.PAIR_SAME, Action.PAIR_DIFFERENT)


class PairListView(QListView):
    """The list; its keys are the tab's."""

    def __init__(self, theme: Theme, model: PairModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        set_up_list(self, model, PairDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Pairs that look alike"))
        self.keys: KeyMap | None = None
        """What the tab does at keys, asked before the list searches for their letters."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from journeydesk.ui.widgets.popovers.key_menu import line_at, open_key_menu

        where = line_at(self, event)
        line = self.currentIndex().data(LINE_ROLE)
        if where is not None and isinstance(line, PairLine) and line.pair is not None:
            title = " · ".join(name for name, _ in line.names)
            open_key_menu(self._theme, self, where, title, _MENU, self._sides)

    def _sides(self) -> object:
        line = self.currentIndex().data(LINE_ROLE)
        pair = line.pair if isinstance(line, PairLine) else None
        return (pair.left.record, pair.right.record) if pair is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.keys is None or not self.keys.press(event):
            super().keyPressEvent(event)
