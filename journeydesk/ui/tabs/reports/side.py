"""The side of the funnel and of the journey map: who did not go on from a stage and why, or who moved along a flow and how."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.domain.field_kinds.team_words import TeamWords
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.time import day_of
from journeydesk.domain.words import figure, percent, retold, tr, tr_count
from journeydesk.reports.behind import Behind, these
from journeydesk.reports.blocks.moves import Flow
from journeydesk.reports.blocks.stages import days
from journeydesk.reports.shared.durations import durations
from journeydesk.services.reports.sides import Moved, Person, Stopped
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.tabs.reports.side_lines import PartsBar, PersonLine, ReasonLine
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.widgets.stage_chip import StageBadge
from journeydesk.ui.words.figures import short_day

SIDE_WIDTH = 332
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class SideHead:
    """Of what the side tells: the stages at both ends (the second 0 for none), what is said of them, the figure and its share in words,
    and the prospects behind it."""

    source: int
    target: int
    title: str
    count: int
    words: str
    behind: Behind | None


class ReportSide(QWidget):
    """Closed until something is chosen. `behind_requested` carries the prospects to open."""

    behind_requested = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._behind: Behind | None = None
        self.setFixedWidth(SIDE_WIDTH)
        self.setAccessibleName(tr("About what is chosen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 12, 16, 11)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(6)
        self._badges = QHBoxLayout()
        self._badges.setSpacing(6)
        self._title = label(theme, weight=600)
        self.close_button = IconButton(theme, "x", tr("Close the side"), key=Action.SIDE_CLOSE.cap)
        self.close_button.clicked.connect(self.closed)
        head.addLayout(self._badges)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        self._figure = label(theme, step=7, weight=600)
        self._words = label(theme, kind="secondary", wrap=True)
        figures = QHBoxLayout()
        figures.setSpacing(8)
        figures.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addWidget(self._words, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(figures)
        column.addWidget(rule())
        self._inner = QWidget()
        self._inner.setProperty("kind", "base")
        self._inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._body = QVBoxLayout(self._inner)
        self._body.setContentsMargins(0, 4, 6, 0)
        self._body.setSpacing(6)
        area = QScrollArea()
        area.setWidget(self._inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(area, 1)
        self.open = KeyButton(theme, "", key=Action.TAKE.cap, kind="primary")
        self.open.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.open.clicked.connect(self._open)
        column.addWidget(self.open)
        theme.changed.connect(self.update)
        self.hide()

    def show_head(self, head: SideHead) -> None:
        """Opens with what is known at once; the rest follows."""
        self._behind = head.behind
        while (item := self._badges.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._badges.addWidget(StageBadge(self._theme, head.source))
        if head.target:
            self._badges.addWidget(label(self._theme, "→", kind="secondary"))
            self._badges.addWidget(StageBadge(self._theme, head.target))
        self._title.setText(head.title)
        self._figure.setText(figure(head.count))
        self._words.setText(head.words)
        self.open.setText(tr("Open {count} in Prospects", count=figure(head.count)))
        self.open.setAccessibleName(self.open.text())
        self.open.setEnabled(bool(head.count) and head.behind is not None)
        self._clear()
        self.show()

    def show_stopped(self, told: Stopped, number: int, name: str, zone: ZoneInfo, today: date, words: TeamWords) -> None:
        """Who is still there and who left, why, and who is there longest."""
        self._clear()
        self._body.addWidget(PartsBar(self._theme, number, told.still, told.left))
        pair = QHBoxLayout()
        pair.addWidget(label(self._theme, tr("{count} still in {stage}", count=figure(told.still), stage=name), step=-1))
        pair.addStretch(1)
        pair.addWidget(label(self._theme, tr("{count} left", count=figure(told.left)), step=-1))
        self._body.addLayout(pair)
        if told.left:
            self._title_of(tr("Why the {count} left", count=figure(told.left)))
            most = max(count for _, count in told.reasons)
            for reason, count in told.reasons:
                shown = words.shown("interactions", "outcome", reason) if reason else tr("No reason given")
                self._body.addWidget(ReasonLine(self._theme, retold(shown), count, most))
        if told.uncalled:
            silent = tr_count(
                "{count} of the {all} has no logged call",
                "{count} of the {all} have no logged call",
                told.uncalled,
                all=figure(told.still + told.left),
            )
            self._body.addWidget(label(self._theme, silent, kind="warn", wrap=True))
        if told.longest:
            self._title_of(
                tr("Still in {stage}: {shown} of {count}, longest first", stage=name, shown=len(told.longest), count=told.still)
            )
            for each in told.longest:
                stay = None if each.at is None else (today - day_of(each.at, zone)).days
                score = "" if each.score is None else tr("score {score}", score=each.score)
                self._add_person(each, " · ".join(part for part in (each.contact, score) if part), days(stay))
        self._body.addStretch(1)

    def show_moved(self, told: Moved, flow: Flow, onward: str, zone: ZoneInfo, today: date) -> None:
        """How long they had stayed, by whom they were moved, and who moved last."""
        self._clear()
        stays = durations([(max(0, hours), 1) for hours in told.hours])
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        upper = stays.upper if stays.n >= _FEWEST else None
        facts = (
            (tr("Median stay before"), days(stays.median)),
            (tr("Slowest quarter over"), days(upper)),
            (tr("By a rule"), figure(told.by_rule)),
            (tr("By a person"), figure(told.by_person)),
        )
        for place, (name, value) in enumerate(facts):
            row, side = divmod(place, 2)
            grid.addWidget(label(self._theme, name, step=-1, kind="secondary"), 2 * row, side)
            grid.addWidget(label(self._theme, value, weight=600), 2 * row + 1, side)
        self._body.addLayout(grid)
        if onward:
            self._body.addWidget(label(self._theme, onward, step=-1, kind="secondary", wrap=True))
        if told.latest:
            self._title_of(tr("Latest moves: {shown} of {count}", shown=len(told.latest), count=figure(flow.moves)))
            for each in told.latest:
                moment = "" if each.at is None else short_day(day_of(each.at, zone), today)
                self._add_person(each, _how(each), moment)
        self._body.addStretch(1)

    def _add_person(self, person: Person, words: str, time: str) -> None:
        line = PersonLine(self._theme, person.company, words, time, person.owner)
        opened = these((person.prospect,), person.company)
        line.clicked.connect(lambda: self.behind_requested.emit(opened))
        self._body.addWidget(line)

    def _title_of(self, words: str) -> None:
        self._body.addSpacing(4)
        self._body.addWidget(label(self._theme, words, weight=600, wrap=True))

    def _clear(self) -> None:
        _empty(self._body)

    def _open(self) -> None:
        if self._behind is not None:
            self.behind_requested.emit(self._behind)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("base"))
            painter.fillRect(0, 0, 1, self.height(), self._theme.color("line2"))


def _how(person: Person) -> str:
    """Why it moved, and that a person did it."""
    reason = retold(person.reason)
    shown = reason.replace("_", " ").capitalize() if "_" in reason else reason[:1].upper() + reason[1:]
    return tr("{reason}, by a person", reason=shown) if person.by_person and person.reason != "by hand" else shown


def _empty(layout: QVBoxLayout | QHBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QHBoxLayout | QGridLayout):
            _empty(inner)


def head_of_flow(flow: Flow, names: Sequence[tuple[int, str]], reached: int) -> SideHead:
    """What stands above a flow."""
    known = dict(names)
    share = (
        tr("moves, {share} of the {reached} who reached it", share=percent(flow.moves / reached), reached=figure(reached))
        if reached >= _FEWEST
        else tr("of the {reached} who reached it", reached=figure(reached))
    )
    title = tr("{source} to {target}", source=known[flow.source], target=known[flow.target])
    return SideHead(flow.source, flow.target, title, flow.moves, share, flow.behind)
