"""Scoring: every option's points and the limits, changed together and saved as one step (docs/rules.md, "Lead score")."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from journeydesk.domain.errors import JourneydeskError, SettingError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.commands.scores import hand_back
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import prospect_total
from journeydesk.services.queries.scores import set_by_hand
from journeydesk.ui.tabs.settings.journeys.save_bar import SaveBar
from journeydesk.ui.tabs.settings.page import SettingsPage
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.settings.scores.draft import PointsDraft
from journeydesk.ui.tabs.settings.scores.group_card import GroupCard, OptionsCard, StepsCard, sentence
from journeydesk.ui.tabs.settings.scores.point_rows import PointRow, StepRow
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.work import Background

_CAPTION = tr(
    "The score is the sum of these, 50 at most; each prospect shows its reasons. Saving scores everybody again, as one step. "
    "A score set by hand stays."
)
_LIMITS = {
    "score.qualified_above": tr("Qualified above"),
    "score.assign_above": tr("Given to a rep above"),
    "score.hot_above": tr("Hot above"),
}
_AWARD = "points.default_award"
_MOST = "points.largest_award"


class ScoresPage(SettingsPage):
    """Cards are made once; what stands in them is the draft."""

    kinds = frozenset({"settings", "prospects"})

    def __init__(self, context: Context, theme: Theme, saving: Saving) -> None:
        super().__init__(context, theme, saving, "Scoring", _CAPTION, ("score.", "points.cta", _AWARD, _MOST))
        self.draft = PointsDraft(context)
        self.work = Background(self)
        self._kept: list[RecordId] = []
        self.options = {
            "score.industry": OptionsCard(theme, tr("Industry fit")),
            "score.priority_level": OptionsCard(theme, tr("Priority level")),
            "score.volume_estimate": OptionsCard(theme, tr("Volume")),
            "score.technical_capability": OptionsCard(theme, tr("Technical capability")),
        }
        self.steps = {
            "score.use_case_characters": StepsCard(theme, tr("Use case"), tr("at least"), tr("characters")),
            "score.answered_within_hours": StepsCard(
                theme, tr("First answer"), tr("within", meaning="at most so long"), tr("hours")
            ),
        }
        self.ctas = OptionsCard(theme, tr("CTAs, in journey points"), open_ended=True)
        self.options["points.cta"] = self.ctas
        self.limits = GroupCard(theme, tr("Limits"))
        self.limit_rows = {key: PointRow(theme, name, tr("Limits")) for key, name in _LIMITS.items()}
        self.limit_rows[_AWARD] = PointRow(theme, tr("CTA without points"), tr("Limits"))
        self.limit_rows[_MOST] = PointRow(theme, tr("A CTA at most"), tr("Limits"))
        self._lay_out()
        self._connect()
        self.read()

    def _lay_out(self) -> None:
        frame, column = self.card()
        line = QHBoxLayout()
        self._by_hand = label(self.theme, wrap=True)
        line.addWidget(self._by_hand, 1)
        self.hand_back = KeyButton(self.theme, tr("Hand them back"), icon="undo")
        self.hand_back.clicked.connect(self._hand_back)
        self.hand_back.hide()
        line.addWidget(self.hand_back)
        column.addLayout(line)
        self.body.addWidget(frame)
        for row in self.limit_rows.values():
            self.limits.lines.addWidget(row)
        cards = [*list(self.options.values())[:4], *self.steps.values(), self.limits, self.ctas]
        grid = QGridLayout()
        grid.setSpacing(10)
        for place, card in enumerate(cards):
            grid.addWidget(card, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.bar = SaveBar(self.theme, tr("Save and score again"), steps=False)
        self.frame.addWidget(rule())
        self.frame.addWidget(self.bar)

    def _connect(self) -> None:
        for key, card in (self.options | self.steps).items():
            card.given.connect(partial(self._give, key))
            card.reset.connect(partial(self._reset, [key]))
        for key, row in self.limit_rows.items():
            row.given.connect(
                lambda text, key=key, row=row: self._give(key, int(text) if text.strip().isdecimal() else text, row)
            )
        self.limits.reset.connect(partial(self._reset, list(self.limit_rows)))
        self.bar.discarded.connect(self._discard)
        self.bar.save_requested.connect(self.save_all)

    def read(self) -> None:
        """Shows the draft over the settings of now, and how many scores are set by hand."""
        self.draft.read()
        self._show()
        self.work.run("by hand", partial(_by_hand, self.context), self._show_by_hand, self._refused)

    def _show_by_hand(self, by_hand: tuple[list[RecordId], int]) -> None:
        self._kept, every = by_hand
        count = len(self._kept)
        if count:
            self._by_hand.setText(
                tr_count(
                    "{count} of {every} scores is set by hand and will stay.",
                    "{count} of {every} scores are set by hand and will stay.",
                    count,
                    every=figure(every),
                )
            )
        else:
            self._by_hand.setText(tr("None of the {every} scores is set by hand.", every=figure(every)))
        self.hand_back.setVisible(bool(count))

    def _show(self) -> None:
        for key, card in (self.options | self.steps).items():
            card.show_value(self.draft.value(key), self.draft.shipped(key))
        for key, row in self.limit_rows.items():
            row.show_points(self.draft.value(key), self.draft.shipped(key))
        self.limits.back.setVisible(any(self.draft.differs(key) for key in self.limit_rows))
        self.bar.show_changes(self.draft.count, "")
        self.drafted.emit(bool(self.draft.count))

    def _give(self, key: str, value: object, row: PointRow | StepRow | None) -> None:
        try:
            self.draft.give(key, value)
        except SettingError as wrong:
            if isinstance(row, PointRow):
                row.refuse(sentence(wrong))
            elif isinstance(row, StepRow):
                row.refuse(row.threshold if wrong.key == key else row.points, sentence(wrong))
            return
        self._show()

    def _reset(self, keys: list[str]) -> None:
        for key in keys:
            self.draft.give(key, self.draft.shipped(key))
        self._show()

    def _discard(self) -> None:
        self.draft.discard()
        self._show()

    def save_all(self) -> None:
        """Saves the draft as one step; everybody is scored again beside the window."""
        kept = len(self._kept)
        label_ = tr("Changed the scoring")
        stay = (
            tr_count(
                "; {scores} set by hand stays",
                "; {scores} set by hand stay",
                kept,
                scores=tr_count("{count} score", "{count} scores", kept),
            )
            if kept
            else ""
        )
        self.saving.change(self.draft.changes, label_, self._refused, label_ + stay)

    def _refused(self, problem: JourneydeskError) -> None:
        self.saving.failed.emit(str(problem))

    def _hand_back(self) -> None:
        words = tr("Handed {scores} back to the rules", scores=tr_count("{count} score", "{count} scores", len(self._kept)))
        self.saving.save(partial(hand_back, self.context, self._kept), words)


def _by_hand(context: Context) -> tuple[list[RecordId], int]:
    return set_by_hand(context), prospect_total(context)
