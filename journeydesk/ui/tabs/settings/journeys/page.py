"""Journeys and stages: everything is changed in a draft, previewed, and saved for the team as one step
(docs/rules.md, "Journeys")."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.settings import Journey
from journeydesk.domain.words import tr
from journeydesk.services.commands.journeys import save_edits
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.board import columns
from journeydesk.services.workspace.settings import raw_settings
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.journeys.draft import Change, JourneyDraft
from journeydesk.ui.tabs.settings.journeys.gestures import JourneyGestures
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
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.work import Background

_CAPTION = tr(
    "The ways in which you speak of progress. Nothing changes for anybody before you save; a preview first says who moves. "
    "The log keeps the names of its day, so a renamed stage is still found."
)
_PREFIXES = ("journey", "moves.", "points.thresholds")
_SHARES = (tr("daily sums"), tr("all"))


class JourneysPage(SettingsPage):
    """The list of journeys, the chosen one's stages, and what moves it."""

    kinds = frozenset({"settings", "positions"})

    def __init__(self, context: Context, theme: Theme, saving: Saving) -> None:
        super().__init__(context, theme, saving, "Journeys and stages", _CAPTION, (*_PREFIXES, "events."))
        self.draft = JourneyDraft(raw_settings(context))
        self._hand = JourneyGestures(self.draft)
        self._chosen = self.draft.journeys[0].name
        self._here: dict[str, dict[str, int]] = {}
        self.work = Background(self)
        self.list = JourneyList(theme)
        self.stages = StageTable(theme)
        self.moves = MovesTable(theme)
        self.bar = SaveBar(theme, tr("Preview and save…"))
        self._lay_out()
        self._connect()
        self.read()

    def _lay_out(self) -> None:
        frame, column = self.card()
        column.addWidget(self.list)
        column.addSpacing(4)
        line = QHBoxLayout()
        self.add_journey = KeyButton(self.theme, tr("Add journey…"), icon="plus")
        self.add_journey.clicked.connect(self._ask_journey)
        line.addWidget(self.add_journey)
        self.default = KeyButton(self.theme, tr("Back to the shipped journeys"), kind="flat")
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
        name.addWidget(label(self.theme, tr("Journey"), kind="secondary"))
        self.name = InPlaceEdit(tr("Name of the journey"), 240)
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
        self._moves_heading = self.heading(tr("What moves it"))
        self.body.addWidget(self._moves_heading)
        self._points = label(self.theme, tr("CTAs move it too, by their points: see Scoring."), kind="secondary", wrap=True)
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
        words = tr("Events that move nothing and raise nothing stay on the computer that took them in. The team shares")
        line.addWidget(label(self.theme, words, kind="secondary", wrap=True), 1)
        self.share = Segments(self.theme, tr("Of other events the team shares"), _SHARES)
        self.share.chosen.connect(
            lambda how: self.saving.change({"events.share": how}, tr("Of other events {how} are shared", how=how))
        )
        line.addWidget(self.share)
        return line

    def _new_stage(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.new_stage = QLineEdit()
        self.new_stage.setPlaceholderText(tr("Name of a new stage"))
        self.new_stage.setAccessibleName(tr("Name of a new stage"))
        self.new_stage.setFixedWidth(240)
        self.new_stage.returnPressed.connect(self._add_stage)
        add = KeyButton(self.theme, tr("Add stage"), icon="plus")
        add.clicked.connect(self._add_stage)
        self._stage_wrong = label(self.theme, step=-1, kind="danger", wrap=True)
        line.addWidget(self.new_stage)
        line.addWidget(add)
        line.addWidget(self._stage_wrong, 1)
        return line

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        hand = self._hand
        self.list.stepped.connect(lambda name, step: self._tell(self._do(lambda: hand.step_journey(name, step))))
        self.list.removed.connect(lambda name: self._tell(self._do(lambda: hand.remove_journey(name))))
        self.default.clicked.connect(lambda: self._tell(self._do(hand.back_to_default)))
        self.name.given.connect(self._rename_journey)
        stages = self.stages
        for part, signal in (("name", stages.renamed), ("points", stages.points_given), ("days", stages.days_given)):
            signal.connect(partial(self._change_stage, part))
        stages.end_given.connect(lambda stage, ends: self._tell(self._do(lambda: hand.give_end(self._chosen, stage, ends))))
        stages.stepped.connect(lambda stage, step: self._tell(self._do(lambda: hand.step_stage(self.journey, stage, step))))
        stages.removed.connect(lambda stage, into: self._tell(self._do(lambda: hand.remove_stage(self._chosen, stage, into))))
        self.moves.given.connect(lambda event, stage: self._tell(self._do(lambda: hand.give_move(self._chosen, event, stage))))
        self.bar.back.connect(self._take_back)
        self.bar.discarded.connect(self._discard)
        self.bar.save_requested.connect(self.preview)

    @property
    def journey(self) -> Journey:
        """The chosen journey as it would be."""
        return self.draft.settings.journey(self._chosen) or self.draft.journeys[0]

    def read(self) -> None:
        """Shows the draft over the settings of now; where these leave it no room it is gone, and it says so."""
        if not self.draft.rebase(raw_settings(self.context)):
            self.saving.failed.emit(tr("The journeys were changed elsewhere; your changes no longer fit and were left out."))
        self.work.run(
            "counts", partial(_counts, self.context), self._show_counts, lambda wrong: self.saving.failed.emit(str(wrong))
        )
        self.share.choose(_SHARES[self.context.settings.share_all_events])
        self._show()

    def _show_counts(self, here: dict[str, dict[str, int]]) -> None:
        if here != self._here:
            self._here = here
            self._show()

    def choose(self, journey: str) -> None:
        """Shows another journey."""
        self._chosen = journey
        self._show()

    def _show(self, anew: bool = False) -> None:
        journey, first = self.journey, self.draft.journeys[0].name
        self._chosen = journey.name
        self.list.show_journeys(self.draft.journeys, journey.name)
        self.name.show_text(journey.name)
        self._name_wrong.clear()
        self._wrong.hide()
        thresholds = self.draft.settings.thresholds
        facts = {}
        for stage in journey.stages:
            points = thresholds[stage.number - 1] if journey.name == first and stage.number <= len(thresholds) else None
            facts[stage.name] = StageFact(points, self._count(journey, stage.name, stage.formerly))
        self.stages.show_stages(journey, facts, anew)
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
        self.drafted.emit(bool(changes))

    def _count(self, journey: Journey, stage: str, formerly: tuple[str, ...]) -> int | None:
        names = (journey.name, *journey.formerly)
        here = next((self._here[name] for name in names if name in self._here), None)
        if here is None:
            return None
        return here.get(stage, next((here[name] for name in formerly if name in here), None))

    def _differs(self) -> bool:
        own = [key for key in self.context.overrides if key.startswith(_PREFIXES)]
        return bool(own)

    def _do(self, gesture: Callable[[], None]) -> str:
        """Changes the draft; the sentence of what is wrong with the change, or nothing."""
        try:
            gesture()
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
        sentence = self._do(lambda: self._hand.rename_journey(old, name))
        if sentence:
            self._chosen = old
            self.name.mark_wrong(sentence)
            self._name_wrong.setText(sentence)

    def _change_stage(self, part: str, stage: str, text: str) -> None:
        hand, journey = self._hand, self.journey
        gestures = {
            "name": lambda: hand.rename_stage(journey.name, stage, text),
            "points": lambda: hand.give_points(journey, stage, text),
            "days": lambda: hand.give_days(journey.name, stage, text),
        }
        sentence = self._do(gestures[part])
        if sentence:
            self.stages.refuse(stage, part, sentence)

    def _add_stage(self) -> None:
        name = self.new_stage.text()
        sentence = self._do(lambda: self._hand.add_stage(self.journey, name))
        self._stage_wrong.setText(sentence)
        if not sentence:
            self.new_stage.clear()
            self.new_stage.setFocus()

    def _take_back(self) -> None:
        self.draft.take_back()
        self._show(anew=True)

    def _discard(self) -> None:
        self.draft.discard()
        self._show(anew=True)

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


def _counts(context: Context) -> dict[str, dict[str, int]]:
    """How many stand in each stage of each journey, by name."""
    return {
        journey.name: {journey.stage(column.mark.number).name: column.count for column in columns(context, journey.name)}
        for journey in context.settings.journeys
    }
