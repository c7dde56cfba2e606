"""The place beside a list where the detail panel comes once somebody is shown."""

from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import CENTER
from journeydesk.ui.theme import Theme

if TYPE_CHECKING:
    from journeydesk.ui.detail.panel import DetailPanel
    from journeydesk.ui.window.making_ahead import WhileIdle


_QUIET_MS = 60
_PARTS = tuple(
    f"journeydesk.{name}"
    for name in (
        "services.commands.scores",
        "services.queries.conflicts",
        "services.queries.detail",
        "services.queries.next_steps",
        "services.calls.composer",
        "services.commands.prospects",
        "ui.widgets.choosing.folded_row",
        "ui.detail.composer",
        "ui.detail.deleted_page",
        "ui.detail.facts",
        "services.queries.lists.board",
        "ui.detail.journey_part",
        "ui.detail.links",
        "ui.detail.score_and_touch",
        "services.calendar.agenda",
        "ui.tasks.list",
        "ui.detail.tasks",
        "ui.detail.timeline.menu",
        "ui.detail.panel",
    )
)
"""What the panel is made of, in pieces that a key can wait for."""

NOBODY = ((tr("Select a prospect to see its journey"), 0), (tr("Everything you log shows up here"), -1))


class DetailPane(QWidget):
    """Empty until its panel is asked for: the first painted list does not wait for the panel. Its signals are the panel's."""

    said = Signal(str, bool)
    failed = Signal(str)
    closed = Signal()
    step_requested = Signal(int, str)
    conflict_requested = Signal(int, str)
    target_requested = Signal(object)

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._made = False
        self._making: WhileIdle | None = None
        self._unshown: DetailPanel | None = None
        self._whom: Callable[[], RecordId | None] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self.update)

    @property
    def can_wait(self) -> bool:
        """Whether there is no panel yet and something lies over its place, such as the search: making it would hold up the keys there."""
        over = self.window().childAt(self.mapTo(self.window(), self.rect().center()))
        return not self._made and over is not None and over is not self and not self.isAncestorOf(over)

    @cached_property
    def panel(self) -> "DetailPanel":
        """The panel, made when it is asked for the first time."""
        from journeydesk.ui.detail.panel import DetailPanel

        if self._making is not None:
            self._making.stop()
        panel = self._unshown or DetailPanel(self._context, self._theme, self, at_once=False)
        for _ in panel.making:
            # What was not made ahead.
            pass
        panel.said.connect(self.said)
        panel.failed.connect(self.failed)
        panel.closed.connect(self.closed)
        panel.step_requested.connect(self.step_requested)
        panel.conflict_requested.connect(self.conflict_requested)
        panel.target_requested.connect(self.target_requested)
        column = self.layout()
        assert column is not None
        column.addWidget(panel)
        # At once, for the keyboard may be given to it next.
        panel.show()
        self._made = True
        if self._whom is not None:
            panel.show_prospect(self._whom())
        return panel

    def make_ahead(self, whom: Callable[[], RecordId | None]) -> None:
        """Makes the panel piece by piece while nobody touches key or mouse, and shows in it who it is for by then. Whoever asks for the
        panel meanwhile has it at once."""
        if self._making is None and not self._made:
            from journeydesk.ui.window.making_ahead import WhileIdle

            self._whom = whom
            self._making = WhileIdle(self._pieces(whom), _QUIET_MS, self)
            self._making.begin(0)

    def _pieces(self, whom: Callable[[], RecordId | None]) -> Iterator[None]:
        for name in _PARTS:
            import_module(name)
            yield
        from journeydesk.ui.detail.panel import DetailPanel

        panel = self._unshown = DetailPanel(self._context, self._theme, self, at_once=False)
        for _ in panel.making:
            yield
        yield
        panel.resize(self.size())
        panel.show_prospect(whom())
        yield
        for part in (panel.composer, panel.timeline, panel.strip, *panel.blocks):
            # Painted once beside the screen: its style, its fonts and its icons are found then.
            part.grab()
            yield
        self._whom = whom
        _ = self.panel

    @property
    def is_made(self) -> bool:
        """Whether there is a panel."""
        return self._made

    def paintEvent(self, event: QPaintEvent) -> None:
        # Without a panel the words that stand in its place.
        super().paintEvent(event)
        if self._made:
            return
        theme, middle = self._theme, self.height() // 2
        with painter_on(self) as painter:
            theme.paint_icon(painter, QRect(self.width() // 2 - 10, middle - 34, 20, 20), "user", "text2")
            painter.setPen(theme.color("text2"))
            for place, (words, step) in enumerate(NOBODY):
                painter.setFont(theme.font(step))
                draw_text(painter, QRect(0, middle - 8 + 19 * place, self.width(), 20), CENTER, words)

    @property
    def prospect(self) -> RecordId | None:
        """Who is shown; nobody while there is no panel."""
        return self.panel.prospect if self._made else None

    @property
    def has_keyboard(self) -> bool:
        """Whether somebody is at work in it."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def refresh(self, change: Change) -> None:
        """Reads again where the change may touch who is shown."""
        if self._made:
            self.panel.refresh(change)
