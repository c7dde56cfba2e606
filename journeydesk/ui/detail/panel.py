"""The detail panel, put together: who, journey, money, score and first touch, composer, timeline."""

from collections.abc import Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import named, tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.restoring import restore_prospect
from journeydesk.services.commands.scores import hand_back
from journeydesk.services.queries.conflicts import fields_in_question
from journeydesk.services.queries.deleted import deleted_prospect
from journeydesk.services.queries.detail import prospect_detail, timeline, timeline_counts
from journeydesk.services.queries.next_steps import what_comes_next
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.ui.detail.deleted_page import DeletedPage
from journeydesk.ui.detail.facts import Block
from journeydesk.ui.detail.journey_history import JourneyHistory
from journeydesk.ui.detail.links import call, write
from journeydesk.ui.detail.panel_parts import PanelParts
from journeydesk.ui.detail.timeline.tabs import FIELDS, GROUPS
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import is_key_of
from journeydesk.ui.mirror import under

if TYPE_CHECKING:
    from journeydesk.ui.detail.fields_page import FieldsPage
    from journeydesk.ui.detail.panel_editing import PanelEditing

_FIRST_ENTRIES = 60


class DetailPanel(PanelParts):
    """Shows one prospect at a time: `prospect`, or of one that was deleted, `lost`, what is known and the way back."""

    def _make(self) -> Iterator[None]:
        yield from super()._make()
        self._connect()

    def _connect(self) -> None:
        self._journey_part.chosen.connect(self._set_journey)
        self._tabs.chosen.connect(self._choose_group)
        self.composer.logged.connect(self._logged)
        self.strip.toggled.connect(self.toggle_tasks)
        self.tasks.said.connect(self.said)
        self.tasks.failed.connect(self.failed)
        self.tasks.left.connect(self._leave_tasks)
        self.composer.refused.connect(self.failed)
        self.composer.left.connect(self.closed)
        self.in_question.review_requested.connect(lambda field: self.conflict_requested.emit(self.prospect or 0, field))
        for block in self.blocks:
            block.edit_requested.connect(partial(self._ask_edit, block))
        self._stepper.stage_chosen.connect(self._set_stage)
        self._score.hand_back.clicked.connect(self._hand_back)
        self._score.history.clicked.connect(self.show_history)
        self.reach.call.clicked.connect(lambda: call(self, self._theme, self.reach.call))
        self.reach.more.clicked.connect(self._show_menu)
        self.reach.mail.clicked.connect(lambda: write(self, self._theme, self.reach.mail))

    def _logged(self, kind: str, outcome: str) -> None:
        self.said.emit(tr("{kind} logged with {name}", kind=named(kind), name=self._name), True)
        if self.prospect is not None:
            self.step_requested.emit(self.prospect, outcome)

    def toggle_tasks(self) -> None:
        """The tasks in the place of the timeline, or the timeline again."""
        if self._below.currentWidget() is self.tasks:
            self._leave_tasks()
        elif self.prospect is not None:
            self.strip.show()
            self.tasks.make_room(True)
            self._below.setCurrentWidget(self.tasks)
            self.tasks.take_focus()

    def _leave_tasks(self) -> None:
        self._below.setCurrentIndex(0)
        self.tasks.make_room(False)
        self.closed.emit()

    def show_prospect(self, prospect: RecordId | None) -> None:
        """Shows another prospect, or nobody."""
        self.prospect, self.lost = prospect, None
        detail = prospect_detail(self._context, prospect, self._journey) if prospect is not None else None
        if detail is None or prospect is None or detail.row.deleting:
            self.prospect = None
            self.composer.show_prospect(None)
            self._show_edited()
            self._show_lost(prospect)
            return
        self._stack.setCurrentIndex(1)
        self._show(detail)
        self.in_question.show_fields(fields_in_question(self._context, prospect))
        self.composer.show_prospect(prospect)
        self.strip.show_next(what_comes_next(self._context, prospect), self.tasks.show_prospect(prospect))
        self._show_timeline(prospect)
        self._show_edited()

    def _show_edited(self) -> None:
        # What was never asked for is not made for it.
        if "editing" in self.__dict__:
            self.editing.show_prospect(self.prospect)
        if "fields" in self.__dict__:
            self.fields.show_prospect(self.prospect)

    def _show_lost(self, prospect: RecordId | None) -> None:
        deleted = deleted_prospect(self._context, prospect) if prospect is not None else None
        if deleted is None:
            self._stack.setCurrentIndex(0)
            return
        self.lost = deleted.id
        page = self.deleted_page()
        page.show_deleted(deleted)
        self._stack.setCurrentWidget(page)

    def deleted_page(self) -> DeletedPage:
        """The page of who was deleted; made when it is needed."""
        if self._deleted is None:
            self._deleted = DeletedPage(self._context, self._theme, self)
            self._deleted.restore_requested.connect(self._restore)
            self._stack.addWidget(self._deleted)
        return self._deleted

    def _restore(self) -> None:
        if self.lost is not None:
            try:
                self.said.emit(restore_prospect(self._context, self.lost), True)
            except JourneydeskError as wrong:
                self.failed.emit(str(wrong))

    def reload(self) -> None:
        """Reads again who is shown."""
        self.show_prospect(self.prospect if self.lost is None else self.lost)

    def _show(self, detail: ProspectDetail) -> None:
        self.email, self._phone, self._company = detail.email, detail.phone, detail.row.company
        self._key = detail.row.key
        for block in (self._who, self._money, self._score):
            block.show_detail(detail)
        self.out_of_range.show_sentences(detail.out_of_range)
        self._steps = detail.steps
        self._journey_part.show_detail(detail)
        self._name = detail.row.company or detail.row.contact or detail.row.key
        self.setAccessibleName(f"{detail.row.company}, {detail.row.contact}")

    def _hand_back(self) -> None:
        if self.prospect is not None:
            hand_back(self._context, [self.prospect])
            self.said.emit(tr("Handed the score of {name} back to the rules", name=self._name), True)

    def _show_menu(self) -> None:
        from journeydesk.ui.detail.panel_menu import panel_menu

        if self.prospect is not None:
            menu = panel_menu(self, self, self._context, self._theme, self._key, self._name)
            menu.stay_with(lambda: self.prospect, self.timeline.entries.modelReset)
            menu.popup(self.reach.more.mapToGlobal(under(self.reach.more.rect())))

    @property
    def phone(self) -> str:
        """The telephone number of who is shown."""
        return self._phone

    def show_history(self) -> None:
        """How the prospect came to stand where it stands."""
        if self.prospect is not None:
            JourneyHistory(self._context, self._theme, self.window(), self.prospect, self._company, self._journey).open()

    def _show_timeline(self, prospect: RecordId) -> None:
        entries = timeline(self._context, prospect, self._group, _FIRST_ENTRIES)
        self.timeline.entries.show_entries(entries)
        counts = timeline_counts(self._context, prospect)
        self._tabs.show_counts(counts["all"], sum(entry.pending for entry in entries))

    @cached_property
    def fields(self) -> "FieldsPage":
        """The page of all fields, made when it is asked for the first time."""
        from journeydesk.ui.detail.fields_page import FieldsPage

        page = FieldsPage(self._context, self._theme, self)
        page.saved.connect(lambda words: self.said.emit(words, True))
        page.failed.connect(self.failed)
        page.left.connect(self.setFocus)
        self._shown_below.addWidget(page)
        return page

    @cached_property
    def editing(self) -> "PanelEditing":
        """The editor over the values of the blocks."""
        from journeydesk.ui.detail.panel_editing import PanelEditing

        editing = PanelEditing(self._context, self._theme, self, self.blocks)
        editing.said.connect(self.said)
        editing.failed.connect(self.failed)
        editing.more.connect(self._edit_more)
        editing.prospect = self.prospect
        return editing

    def _edit_more(self) -> None:
        self.show_fields()
        self.fields.begin_field("next_follow_up")

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks whose values can be edited where they stand."""
        return self._who, self._money, self._score

    def show_timeline(self) -> None:
        """The timeline, with all that happened."""
        self._tabs.choose(0)

    def show_fields(self) -> None:
        """Every field in the place of the timeline."""
        self._tabs.choose(FIELDS)

    def _ask_edit(self, block: Block, slug: str) -> None:
        if "editing" not in self.__dict__:
            # The first press made the editor, which hears of the next ones itself.
            self.editing.begin(block, slug)

    def _set_stage(self, number: int) -> None:
        current = next((step.mark.number for step in self._steps if step.state == "current"), 0)
        where = self._stepper.mapTo(self, self._stepper.rect().bottomLeft())
        self.editing.set_stage(self._journey, number, current, where)

    def _choose_group(self, number: int) -> None:
        all_fields = number == FIELDS
        # The fields need the room.
        self.composer.setVisible(not all_fields)
        self.strip.setVisible(not all_fields)
        if all_fields:
            self.fields.show_prospect(self.prospect)
            self._shown_below.setCurrentWidget(self.fields)
            return
        self._shown_below.setCurrentWidget(self.timeline)
        self._group = GROUPS[number][0]
        if self.prospect is not None:
            self._show_timeline(self.prospect)

    def _set_journey(self, name: str) -> None:
        self._journey = name
        self.show_prospect(self.prospect)

    def compose(self, kind: str) -> None:
        """Opens the composer for a call, meeting, e-mail, demo or note."""
        if self.prospect is not None:
            self.composer.show()
            self.composer.choose(kind)

    def refresh(self, change: Change) -> None:
        """Reads again where the change may touch who is shown."""
        shown = self.prospect if self.lost is None else self.lost
        if shown is not None and (change.prospects is None or shown in change.prospects):
            self.reload()

    def resizeEvent(self, event: object) -> None:
        self.reach.place(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.prospect is not None and is_key_of(Action.CELL_EDIT, event):
            self.editing.begin_first()
        elif not self._keys.press(event):
            super().keyPressEvent(event)
