"""Lines of a table, painted: as many as there is room for, and how many more there are."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.ui.mirror import draw_text
from journeydesk.ui.painting import CENTER, LEFT, RIGHT, paint_badge, paint_text
from journeydesk.ui.tabs.reports.charts.spot import PAD, Spot
from journeydesk.ui.theme import Theme

_HEAD = 47
_FIRST = 73
TABLE_ABOVE = 66
"""The height of a table without lines."""
TABLE_LINE = 31
_GAP, _CLOSE = 14, 8
_NAMES = 96
"""What a column of names should have at least, in px."""
_STAGES = 46
"""What the marks of two stages take."""
_PIXELS = 1.4
"""So many pixels on screen for a point of a column's width on paper."""


def table_behind(block: Block) -> Table:
    """The figures of a block in lines: names first, then numbers."""
    heads, *rows = block.table()
    columns = tuple(Column(head, number=place > 0) for place, head in enumerate(heads))
    return Table(title=block.heading, columns=columns, lines=tuple(Line(row) for row in rows))


def paint_lines(painter: QPainter, theme: Theme, table: Table, size: QSize) -> list[Spot]:
    """Head and lines below the title of a card of this size. Columns of numbers are as wide as their widest words; the others share
    the rest."""
    places = _places(theme, table, size.width())
    across = size.width() - 2 * PAD
    _paint_line(painter, theme, table, Line(tuple(column.head for column in table.columns)), _HEAD, places, head=True)
    painter.fillRect(PAD, _HEAD + 11, across, 1, theme.color("line2"))
    room = max(1, (size.height() - _FIRST - 8 + TABLE_LINE // 2) // TABLE_LINE)
    shown = table.lines if len(table.lines) <= room else table.lines[: room - 1]
    spots = []
    for place, line in enumerate(shown):
        middle = _FIRST + place * TABLE_LINE
        if place:
            painter.fillRect(PAD, middle - TABLE_LINE // 2, across, 1, theme.color("line2" if line.total else "line"))
        _paint_line(painter, theme, table, line, middle, places)
        words = ", ".join(f"{c.head} {cell}".strip() for c, cell in zip(table.columns, line.cells, strict=True))
        spots.append(Spot(QRectF(8, middle - 14, size.width() - 16, 28), words, line.behind))
    if len(shown) < len(table.lines) or not table.lines:
        more = tr("and {count} more", count=figure(len(table.lines) - len(shown))) if table.lines else tr("No data")
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text3"))
        draw_text(painter, QRect(PAD, _FIRST + len(shown) * TABLE_LINE - 10, 200, 20), LEFT, more)
    return spots


def _places(theme: Theme, table: Table, width: int) -> list[tuple[int, int]]:
    """Left edge and width of each column. Where the numbers leave no room for the names, they stand closer, their heads in two lines."""
    gap, widths = _GAP, _widths(theme, table)
    texts, gaps = sum(not wide for wide in widths), len(widths) - 1
    if width - 2 * PAD - sum(widths) - gap * gaps < _NAMES * texts:
        gap, widths = _CLOSE, _widths(theme, table, in_two_lines=True)
    free = width - 2 * PAD - sum(widths) - gap * gaps
    places, x = [], PAD
    for wide in widths:
        taken = wide or max(24, free // max(1, texts))
        places.append((x, taken))
        x += taken + gap
    return places


def _widths(theme: Theme, table: Table, *, in_two_lines: bool = False) -> list[int]:
    """Of the columns of numbers what they need, of the others what they ask for; 0 is a share of what is left."""
    of_head, of_cells = QFontMetrics(theme.font(-2)), QFontMetrics(theme.font(0, 600, tabular=True))
    widths = []
    for place, column in enumerate(table.columns):
        if column.number:
            head = _in_two(column.head, of_head) if in_two_lines else of_head.horizontalAdvance(column.head)
            least = _STAGES if column.stages is not None else head
            widths.append(max((least, *(of_cells.horizontalAdvance(line.cells[place]) for line in table.lines))) + 2)
        else:
            widths.append(round(max(0, column.width) * _PIXELS))
    return widths


def _in_two(head: str, metrics: QFontMetrics) -> int:
    """The least width at which a head stands in two lines."""
    words = head.split()
    halves = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, max(2, len(words)))]
    return min(max(map(metrics.horizontalAdvance, both)) for both in halves)


def _paint_line(
    painter: QPainter, theme: Theme, table: Table, line: Line, middle: int, places: list[tuple[int, int]], *, head: bool = False
) -> None:
    for column, cell, (x, width) in zip(table.columns, line.cells, places, strict=True):
        strong = line.total or column.look == "strong"
        token = "text3" if head else "text2" if column.look == "quiet" and not line.total else "text"
        painter.setFont(theme.font(-2) if head else theme.font(0, 600 if strong else 400, tabular=column.number))
        painter.setPen(theme.color(token))
        if head and column.stages is not None:
            _paint_stages(painter, theme, column.stages, QRect(x, middle - 8, width, 16))
        elif head and column.number and painter.fontMetrics().horizontalAdvance(cell) > width:
            lines = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
            draw_text(painter, QRect(x, middle - 24, width, 32), lines, cell)
        else:
            paint_text(painter, QRect(x, middle - 10, width, 20), cell, RIGHT if column.number else LEFT)


def _paint_stages(painter: QPainter, theme: Theme, stages: tuple[int, int], room: QRect) -> None:
    """The marks of two stages with an arrow between, at the right of the room."""
    arrow, mark = 14, 16
    right = room.right() + 1
    for number, edge in zip(stages, (right - mark - arrow - mark, right - mark), strict=True):
        paint_badge(painter, QRect(edge, room.top(), mark, mark), theme, number)
    painter.setFont(theme.font(-2))
    painter.setPen(theme.color("text3"))
    draw_text(painter, QRect(right - mark - arrow, room.top(), arrow, mark), CENTER, "→")
