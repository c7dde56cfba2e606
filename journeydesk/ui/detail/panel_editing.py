"""Editing in the panel: the values of its blocks where they stand, all fields on a page of their own, and the stage by a press."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.commands.prospects import move
from journeydesk.services.context import Context
from journeydesk.services.queries.names import name_of
from journeydesk.ui.detail.facts import Block
from journeydesk.ui.editing.field_edit import FieldEdit
from journeydesk.ui.theme import Theme


class PanelEditing(QObject):
    """`said` carries the sentence of what was written; `more` asks for the page of all fields, where Tab goes on."""

    said = Signal(str, bool)
    failed = Signal(str)
    more = Signal()

    def __init__(self, context: Context, theme: Theme, panel: QWidget, blocks: Sequence[Block]) -> None:
        super().__init__(panel)
        self._context = context
        self._theme = theme
        self._panel = panel
        self._blocks = blocks
        self.prospect: RecordId | None = None
        self.edit = FieldEdit(context, theme, panel, panel)
        self.edit.saved.connect(lambda words: self.said.emit(words, True))
        self.edit.failed.connect(self.failed)
        self.edit.ended.connect(self._go_on)
        self.edit.left.connect(panel.setFocus)
        for block in blocks:
            block.edit_requested.connect(partial(self.begin, block))

    def begin(self, block: Block, slug: str) -> None:
        """Edits a value of a block."""
        rect = block.spot_of(slug)
        if self.prospect is None or rect is None:
            return
        if self.edit.active and not self.edit.give(None):
            return
        self.edit.lie_in(block)
        self.edit.begin(self.prospect, slug, rect.adjusted(-2, -3, 2, 4))

    def begin_first(self) -> None:
        """Edits the first value of the panel."""
        block = self._blocks[0]
        if block.slugs:
            self.begin(block, block.slugs[0])

    def show_prospect(self, prospect: RecordId | None) -> None:
        """Somebody else is shown, or the same anew."""
        if self.edit.active and self.edit.prospect != prospect:
            self.edit.abandon()
        self.prospect = prospect
        if self.edit.active:
            block = next((block for block in self._blocks if self.edit.slug in block.slugs), None)
            rect = block.spot_of(self.edit.slug) if block is not None else None
            if rect is not None:
                self.edit.place(rect.adjusted(-2, -3, 2, 4))
            self.edit.refresh()

    def _go_on(self, step: int) -> None:
        places = [(block, slug) for block in self._blocks for slug in block.slugs]
        at = next((n for n, (_, slug) in enumerate(places) if slug == self.edit.slug), None)
        if step and at is not None and 0 <= at + step < len(places):
            self.begin(*places[at + step])
        elif step > 0:
            self.more.emit()
        else:
            self._panel.setFocus()

    def set_stage(self, journey: str, number: int, current: int, where: QPoint) -> None:
        """Moves the prospect by hand, an event like any other; a move back, or to an end, asks why."""
        from journeydesk.ui.tabs.kanban.move_rules import needs_reason
        from journeydesk.ui.tabs.kanban.reason import ReasonPopup

        known = self._context.settings.journey(journey)
        prospect = self.prospect
        name = name_of(self._context, prospect) if prospect is not None else None
        if known is None or prospect is None or name is None:
            return
        if not needs_reason(known, current, number):
            self._move(prospect, name, journey, number, "")
            return
        back = tr("Back to") if number < current else tr("End in")
        popup = ReasonPopup(self._theme, self._panel)
        popup.given.connect(lambda reason: self._move(prospect, name, journey, number, reason))
        for over in (popup.given, popup.refused):
            over.connect(popup.deleteLater)
            over.connect(self._panel.setFocus)
        popup.ask(f"{back} {number} {known.stage(number).short}: {name}", where)

    def _move(self, prospect: RecordId, name: str, journey: str, number: int, reason: str) -> None:
        known = self._context.settings.journey(journey)
        try:
            move(self._context, prospect, journey, str(number), reason)
        except JourneydeskError as wrong:
            self.failed.emit(str(wrong))
            return
        self.said.emit(
            tr(
                "{name} moved to {number} {short}",
                name=name,
                number=number,
                short=known.stage(number).short if known is not None else "",
            ).rstrip(),
            True,
        )
