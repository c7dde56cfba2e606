"""Journeys and stages: everything is changed in a draft, previewed, and saved for the team as one step (SPEC section 3)."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from journeydesk.config import default_settings
from journeydesk.domain import journey_edits, journey_table
from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.journey_edits import Raw
from journeydesk.domain.settings import Journey
from journeydesk.services.commands.journeys import Edit, save_edits
from journeydesk.services.context import Context
from journeydesk.services.queries.board import columns
from journeydesk.services.settings import raw_settings
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.journeys.draft import Change, JourneyDraft
from journeydesk.ui.tabs.settings.journeys.event_words import words_of
from journeydesk.ui.tabs.settings.journeys.journey_list import JourneyList
from journeydesk.ui.tabs.settings.journeys.moves_table import MovesTable
from journeydesk.ui.tabs.settings.journeys.new_journey import NewJourney
from journeydesk.ui.tabs.settings.journeys.preview_sheet import PreviewSheet
from journeydesk.ui.tabs.settings.journeys.save_bar import SaveBar
from journeydesk.ui.tabs.settings.journeys.stage_table import StageFact, StageTable
from journeydesk.ui.tabs.settings.page import SettingsPage
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.widgets.segments import Segments

_CAPTION = (
    "The ways in which you speak of progress. Nothing changes for anybody before you save; a preview first says who moves. "
    "The log keeps the names of its day, so a renamed stage is still found."
)
_PREFIXES = ("journey", "moves.", "points.thresholds")
_SHARES = ("daily sums", "all")


class JourneysPage(SettingsPage):
    """The list of journeys, the chosen one's stages, and what moves it."""

    kinds = frozenset({"settings", "positions"})

    def __init__(self, context: Context, theme: Theme, saving: Saving) -> None:
        super().__init__(context, theme, saving, "Journeys and stages", _CAPTION, (*_PREFIXES, "events."))
        self.draft = JourneyDraft(raw_settings(context))
        self._chosen = self.draft.journeys[0].name
        self._here: dict[str, dict[str, int]] = {}
        self.stages_facts: dict[str, StageFact] = {}
        self.list = JourneyList(theme)
        self.stages = StageTable(theme)
        self.moves = MovesTable(theme)
        self.bar = SaveBar(theme, "Preview and save…")
        self._lay_out()
        self._connect()
        self.read()

    def _lay_out(self) -> None:
        frame, column = self.card()
        column.addWidget(self.list)
        column.addSpacing(4)
        line = QHBoxLayout()
        self.add_journey = KeyButton(self.theme, "Add journey…", icon="plus")
        self.add_journey.clicked.connect(self._ask_journey)
        line.addWidget(self.add_journey)
        self.default = KeyButton(self.theme, "Back to the shipped journeys", kind="flat")
        self.default.clicked.connect(self._back_to_default)
        line.addWidget(self.default)
        line.addStretch(1)
        column.addLayout(line)
        self._wrong = label(self.theme, step=-1, kind="danger", wrap=True)
        self._wrong.hide()
        column.addWidget(self._wrong)
        self.body.addWidget(frame)
        frame, column = self.card()
        name = QHBoxLayout()
        name.setSpacing(10)
        name.addWidget(label(self.theme, "Journey", kind="secondary"))
        self.name = InPlaceEdit("Name of the journey", 240)
        name.addWidget(self.name)
        self._name_wrong = label(self.theme, step=-1, kind="danger")
        self.name.restored.connect(self._name_wrong.clear)
        name.addWidget(self._name_wrong)
        name.addStretch(1)
        column.addLayout(name)
        column.addSpacing(4)
        column.addWidget(rule())
        column.addSpacing(4)
        column.addWidget(self.stages)
        column.addSpacing(4)
        column.addLayout(self._new_stage())
        self.body.addWidget(frame)
        self._moves_heading = self.heading("What moves it")
        self.body.addWidget(self._moves_heading)
        self._points = label(self.theme, "CTAs move it too, by their points: see Scoring.", kind="secondary", wrap=True)
        frame, column = self.card()
        column.addWidget(self._points)
        column.addWidget(self.moves)
        self.body.addWidget(frame)
        frame, column = self.card()
        column.addLayout(self._sharing())
        self.body.addWidget(frame)
        self.frame.addWidget(rule())
        self.frame.addWidget(self.bar)

    def _sharing(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        words = "Events that move nothing and raise nothing stay on the computer that took them in. The team shares"
        line.addWidget(label(self.theme, words, kind="secondary", wrap=True), 1)
        self.share = Segments(self.theme, "Of other events the team shares", _SHARES)
        self.share.chosen.connect(lambda how: self.saving.change({"events.share": how}, f"Of other events {how} are shared"))
        line.addWidget(self.share)
        return line

    def _new_stage(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.new_stage = QLineEdit()
        self.new_stage.setPlaceholderText("Name of a new stage")
        self.new_stage.setAccessibleName("Name of a new stage")
        self.new_stage.setFixedWidth(240)
        self.new_stage.returnPressed.connect(self._add_stage)
        add = KeyButton(self.theme, "Add stage", icon="plus")
        add.clicked.connect(self._add_stage)
        self._stage_wrong = label(self.theme, step=-1, kind="danger", wrap=True)
        line.addWidget(self.new_stage)
        line.addWidget(add)
        line.addWidget(self._stage_wrong, 1)
        return line

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self.list.stepped.connect(self._step_journey)
        self.list.removed.connect(self._remove_journey)
        self.name.given.connect(self._rename_journey)
        self.stages.renamed.connect(self._rename_stage)
        self.stages.points_given.connect(self._give_points)
        self.stages.days_given.connect(self._give_days)
        self.stages.end_given.connect(self._give_end)
        self.stages.stepped.connect(self._step_stage)
        self.stages.removed.connect(self._remove_stage)
        self.moves.given.connect(self._give_move)
        self.bar.back.connect(self._take_back)
        self.bar.discarded.connect(self._discard)
        self.bar.wanted.connect(self.preview)

    @property
    def journey(self) -> Journey:
        """The chosen journey as it would be."""
        return self.draft.settings.journey(self._chosen) or self.draft.journeys[0]

    def read(self) -> None:
        """Shows the draft over the settings of now; where these leave it no room it is gone, and it says so."""
        if not self.draft.rebase(raw_settings(self.context)):
            self.saving.failed.emit("The journeys were changed elsewhere; your changes no longer fit and were left out.")
        self._here = {
            one.name: {one.stage(found.mark.number).name: found.count for found in columns(self.context, one.name)}
            for one in self.context.settings.journeys
        }
        self.share.choose(_SHARES[self.context.settings.share_all_events])
        self._show()

    def choose(self, journey: str) -> None:
        """Shows another journey."""
        self._chosen = journey
        self._show()

    def _show(self) -> None:
        journey, first = self.journey, self.draft.journeys[0].name
        self._chosen = journey.name
        self.list.show_journeys(self.draft.journeys, journey.name)
        self.name.show_text(journey.name)
        self._name_wrong.clear()
        self._wrong.hide()
        thresholds = self.draft.settings.thresholds
        facts = self.stages_facts = {}
        for stage in journey.stages:
            points = thresholds[stage.number - 1] if journey.name == first and stage.number <= len(thresholds) else None
            facts[stage.name] = StageFact(points, self._count(journey, stage.name, stage.formerly))
        self.stages.show_stages(journey, facts)
        moves = {
            event: number
            for event, targets in self.draft.settings.moves.items()
            for name, number in targets
            if name == journey.name
        }
        self._points.setVisible(journey.name == first)
        self.moves.show_moves(journey, moves)
        self.default.setVisible(self._differs())
        changes = self.draft.changes
        self.bar.show_changes(len(changes), changes[-1].words if changes else "")

    def _count(self, journey: Journey, stage: str, formerly: tuple[str, ...]) -> int | None:
        names = (journey.name, *journey.formerly)
        here = next((self._here[name] for name in names if name in self._here), None)
        if here is None:
            return None
        return here.get(stage, next((here[name] for name in formerly if name in here), None))

    def _differs(self) -> bool:
        own = [key for key in self.context.overrides if key.startswith(_PREFIXES)]
        return bool(own)

    def _add(self, words: str, edit: Edit, about: str = "") -> str:
        """Adds a change to the draft; the sentence of what is wrong with it, or nothing."""
        try:
            self.draft.add(words, edit, about)
        except UserError as wrong:
            return str(wrong)
        self._show()
        return ""

    def _tell(self, sentence: str) -> None:
        if sentence:
            self._wrong.setText(sentence)
            self._wrong.show()

    def _ask_journey(self) -> None:
        sheet = NewJourney(self.theme, self.window(), self.draft)
        sheet.added.connect(self.choose)
        sheet.open()

    def _rename_journey(self, name: str) -> None:
        old, self._chosen = self._chosen, name.strip()
        words = f"Rename “{old}” to “{name.strip()}”"
        sentence = self._add(words, lambda raw: journey_edits.rename_journey(raw, old, name))
        if sentence:
            self._chosen = old
            self.name.mark_wrong(sentence)
            self._name_wrong.setText(sentence)

    def _step_journey(self, journey: str, step: int) -> None:
        order = [one.name for one in self.draft.journeys]
        place = order.index(journey)
        order[place], order[place + step] = order[place + step], order[place]
        self._tell(
            self._add("Reorder the journeys", lambda raw: journey_table.reorder_journeys(raw, order), "order of journeys")
        )

    def _remove_journey(self, journey: str) -> None:
        self._tell(self._add(f"Remove the journey “{journey}”", lambda raw: journey_edits.remove_journey(raw, journey)))

    def _rename_stage(self, stage: str, name: str) -> None:
        journey, words = self._chosen, f"Rename “{stage}” to “{name.strip()}”"
        self._refuse(stage, "name", self._add(words, lambda raw: journey_edits.rename_stage(raw, journey, stage, name)))

    def _refuse(self, stage: str, part: str, sentence: str) -> None:
        if sentence:
            self.stages.refuse(stage, part, sentence)

    def _give_points(self, stage: str, text: str) -> None:
        found = self.journey.find(stage)
        if found is None:
            return
        if not text.strip().isdecimal():
            self._refuse(stage, "points", f"“{text}” is no number of points. Give a whole number.")
            return
        points, place = int(text), found.number
        words = f"“{stage}” from {points:,} points"
        sentence = self._add(words, lambda raw: journey_table.set_threshold(raw, place, points), f"points {place}")
        self._refuse(stage, "points", sentence)

    def _give_days(self, stage: str, text: str) -> None:
        bare, journey = text.strip(), self._chosen
        if bare and not bare.isdecimal():
            self._refuse(stage, "days", f"“{text}” is no number of days. Give 1 to {journey_table.MOST_DAYS}, or nothing.")
            return
        days = int(bare) if bare else None
        words = f"Mark “{stage}” after {days} days" if days is not None else f"Never mark “{stage}”"
        sentence = self._add(words, lambda raw: journey_table.set_limit(raw, journey, stage, days), f"days {stage}")
        self._refuse(stage, "days", sentence)

    def _give_end(self, stage: str, ends: bool) -> None:
        journey, words = self._chosen, f"“{stage}” {'ends' if ends else 'no longer ends'} the journey"
        self._tell(self._add(words, lambda raw: journey_table.set_end(raw, journey, stage, ends), f"end {stage}"))

    def _step_stage(self, stage: str, step: int) -> None:
        journey, order = self._chosen, [one.name for one in self.journey.stages]
        place = order.index(stage)
        order[place], order[place + step] = order[place + step], order[place]
        words = f"Reorder {journey}"
        self._tell(self._add(words, lambda raw: journey_edits.reorder_stages(raw, journey, order), f"order of {journey}"))

    def _remove_stage(self, stage: str, into: str) -> None:
        journey, words = self._chosen, f"Join “{stage}” into “{into}”"
        self._tell(self._add(words, lambda raw: journey_edits.remove_stage(raw, journey, stage, into)))

    def _add_stage(self) -> None:
        name, journey = self.new_stage.text(), self.journey
        # A new stage belongs before those that end the journey.
        place = next((stage.number for stage in journey.stages if stage.is_end), len(journey.stages) + 1)
        words = f"Add the stage “{name.strip()}”"
        sentence = self._add(words, lambda raw: journey_edits.add_stage(raw, journey.name, name, place))
        self._stage_wrong.setText(sentence)
        if not sentence:
            self.new_stage.clear()
            self.new_stage.setFocus()

    def _give_move(self, event: str, stage: str | None) -> None:
        journey = self._chosen
        words = f"{words_of(event)}: {f'to “{stage}”' if stage else f'does not move {journey}'}"
        edit = partial(journey_table.set_move, event=event, journey=journey, stage=stage)
        self._tell(self._add(words, edit, f"move {event} {journey}"))

    def _take_back(self) -> None:
        self.draft.take_back()
        self._show()

    def _discard(self) -> None:
        self.draft.discard()
        self._show()

    def preview(self) -> None:
        """Who would move; from there it is saved."""
        sheet = PreviewSheet(self.context, self.theme, self.window(), self.draft)
        sheet.confirmed.connect(self._save)
        sheet.open()

    def _save(self) -> None:
        label_ = self.draft.label
        # Taken out at once: what is saved comes back as the settings of now, on which it cannot be made a second time.
        changes = self.draft.discard()
        work = partial(save_edits, self.context, [change.edit for change in changes], label_)
        self.saving.save(work, label_, partial(self._refused, changes), lambda _: self._show())

    def _refused(self, changes: list[Change], problem: JourneydeskError) -> None:
        self.draft.restore(changes)
        self._show()
        self._tell(str(problem))

    def _back_to_default(self) -> None:
        shipped = default_settings()

        def back(raw: Raw) -> Raw:
            thresholds = {**raw["points"], "thresholds": shipped["points"]["thresholds"]}
            stages = {**raw["automation"], "planning_stages": shipped["automation"]["planning_stages"]}
            return {**raw, "journey": shipped["journey"], "moves": shipped["moves"], "points": thresholds, "automation": stages}

        self._tell(self._add("Back to the shipped journeys", back))
