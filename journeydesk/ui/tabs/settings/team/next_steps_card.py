"""What usually comes next after an outcome, to be changed in place: a task and in how many working days
(docs/rules.md, "Tasks and next steps")."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from journeydesk.domain.catalogue import OUTCOMES
from journeydesk.domain.errors import JourneydeskError, SettingError
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.shapes import whole
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.link import link_button

_DAYS = whole(tr("working days"))
_FIRST = 5


class NextStepsCard(QFrame):
    """`given` carries all of them as the settings have them; without a title nothing is offered after that outcome."""

    given = Signal(object, str)
    reset = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._steps: dict[str, dict[str, Any]] = {}
        self.edits: dict[tuple[str, str], InPlaceEdit] = {}
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, words in enumerate((tr("After"), tr("Next step"), tr("In working days"))):
            grid.addWidget(label(theme, words, step=-1, weight=500, kind="secondary"), 0, place)
        for row, outcome in enumerate(OUTCOMES, 1):
            grid.addWidget(label(theme, outcome, kind="secondary"), row, 0)
            title = InPlaceEdit(tr("Next step after {outcome}", outcome=outcome))
            title.setPlaceholderText(tr("nothing is offered"))
            days = InPlaceEdit(tr("In how many working days after {outcome}", outcome=outcome), 64, right=True)
            for place, (part, edit) in enumerate((("title", title), ("days", days)), 1):
                self.edits[outcome, part] = edit
                edit.given.connect(lambda text, outcome=outcome, part=part: self._give(outcome, part, text.strip()))
                edit.restored.connect(self.wrong.hide)
                grid.addWidget(edit, row, place)
        column.addLayout(grid)
        column.addWidget(self.wrong)
        self.wrong.hide()
        self.back = link_button(theme, tr("Back to default"), tr("Back to default: next steps"))
        self.back.clicked.connect(self.reset)
        column.addWidget(self.back)

    def show_steps(self, steps: dict[str, dict[str, Any]], differs: bool) -> None:
        """Shows these."""
        self._steps = {outcome: dict(step) for outcome, step in steps.items()}
        self.back.setVisible(differs)
        for (outcome, part), edit in self.edits.items():
            edit.show_text(str(self._steps.get(outcome, {}).get(part, "")))
        if not any(edit.property("wrong") for edit in self.edits.values()):
            self.wrong.hide()

    def _give(self, outcome: str, part: str, text: str) -> None:
        steps = {named: dict(step) for named, step in self._steps.items()}
        if part == "title" and not text:
            steps.pop(outcome, None)
        else:
            value = text if part == "title" else _DAYS.read(text)
            steps[outcome] = {"title": tr("Follow up"), "days": _FIRST} | steps.get(outcome, {}) | {part: value}
        self.given.emit(steps, outcome)

    def refuse(self, outcome: str, problem: JourneydeskError) -> None:
        """Says what is wrong; what was typed stays."""
        sentence = _DAYS.sentence(problem)
        self.wrong.setText(f"{outcome}: {sentence[:1].lower()}{sentence[1:]}")
        self.wrong.show()
        part = "title" if isinstance(problem, SettingError) and problem.key.endswith("title") else "days"
        self.edits[outcome, part].mark_wrong(sentence)
