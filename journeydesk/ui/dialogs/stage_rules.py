"""The limits and rules of one stage: how many cards at once, for how many working days, and what a card needs to come in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.errors import UserError
from journeydesk.domain.settings.journeys import NEEDED, Journey, Stage
from journeydesk.domain.words import figure, tr
from journeydesk.services.commands.journeys import set_stage_rules
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.switch import CheckBox

_DAYS = tr("Working days a card may stay")
_MOST = {"Cards at once": 1_000_000, _DAYS: 3650}


class StageRulesSheet(FramedSheet):
    """Saves for the whole team as one step; `saved` carries what was done."""

    saved = Signal(str)

    def __init__(self, context: Context, theme: Theme, window: QWidget, journey: Journey, stage: Stage) -> None:
        super().__init__(theme, window, 520, f"{stage.number} {stage.name}")
        self._context = context
        self._journey, self._stage = journey, stage
        self.sheet.setAccessibleName(tr("Limits and rules of {name}", name=stage.name))
        self.cards = self._number(tr("Cards at once"), stage.card_limit)
        self.days = self._number(_DAYS, stage.limit_days)
        self.needs = {field.slug: CheckBox(theme, title_of_spec(field)) for field in NEEDED}
        for slug, box in self.needs.items():
            box.setChecked(slug in stage.needs)
        self.save = KeyButton(theme, tr("Save for the team"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.save.clicked.connect(self._save)
        self._lay_out(theme)
        self.offer(self.save)
        self.accepted.connect(self._save)

    def _lay_out(self, theme: Theme) -> None:
        column = self.body
        column.setSpacing(8)
        numbers = QHBoxLayout()
        numbers.setSpacing(12)
        for words, field in ((tr("Cards at once"), self.cards), (_DAYS, self.days)):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(label(theme, words, weight=500))
            part.addWidget(field)
            numbers.addLayout(part, 1)
        column.addLayout(numbers)
        column.addWidget(
            label(
                theme,
                tr("More cards, and cards that stay longer, are marked. Empty means no limit."),
                step=-1,
                kind="secondary",
                wrap=True,
            )
        )
        column.addSpacing(4)
        column.addWidget(label(theme, tr("Needed before a card comes in"), weight=500))
        column.addWidget(
            label(
                theme,
                tr("Who moves a card without these is asked for them. What happens by itself, or in Airtable, is not held up."),
                step=-1,
                kind="secondary",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        rows = (len(self.needs) + 1) // 2
        for place, box in enumerate(self.needs.values()):
            grid.addWidget(box, place % rows, place // rows)
        column.addLayout(grid)

    def _number(self, name: str, value: int | None) -> QLineEdit:
        field = QLineEdit("" if value is None else str(value))
        field.setAccessibleName(name)
        field.setPlaceholderText(tr("no limit"))
        return field

    def take_focus(self) -> None:
        """The first limit."""
        self.cards.setFocus()
        self.cards.selectAll()

    def _save(self) -> None:
        needs = [field.name for field in NEEDED if self.needs[field.slug].isChecked()]
        try:
            cards, days = _whole(tr("Cards at once"), self.cards), _whole(_DAYS, self.days)
            set_stage_rules(self._context, self._journey.name, self._stage.name, days, cards, needs)
        except UserError as wrong:
            self.refuse(str(wrong))
            return
        self.done()
        self.saved.emit(tr("Changed the rules of {name}", name=self._stage.name))


def _whole(name: str, field: QLineEdit) -> int | None:
    text = field.text().strip()
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MOST[name]:
        field.setFocus()
        raise UserError(
            tr(
                "{name}: “{text}” is not a whole number from 1 to {most}. Leave it empty for no limit.",
                name=name,
                text=text,
                most=figure(_MOST[name]),
            )
        )
    return int(text)
