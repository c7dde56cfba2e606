"""A measure's must and target, for the whole team."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.reports.blocks.cards import Card
from journeydesk.services.commands.money import SHARES, set_goal
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.editing.words import decimal_mark, typed_form
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


class GoalSheet(FramedSheet):
    """`saved` carries the sentence of what was changed. A wrong number is said below the fields, and nothing is changed."""

    saved = Signal(str)

    def __init__(self, context: Context, theme: Theme, window: QWidget, card: Card) -> None:
        super().__init__(theme, window, 420, tr("Goals of {measure}", measure=card.title), icon="target")
        self._context, self._card = context, card
        self.must = self._field(tr("Must"), card.must)
        self.target = self._field(tr("Target"), card.target)
        unit = tr("In per cent.") if card.key in SHARES else tr("In the measure's own unit.")
        order = tr("More is better.") if card.more_is_better else tr("Less is better: the must is above the target.")
        self.body.addWidget(
            label(theme, f"{unit} {order} {tr('The whole team sees the change.')}", step=-1, kind="secondary", wrap=True)
        )
        save = KeyButton(theme, tr("Save"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        save.clicked.connect(self.save)
        self.offer(save)
        self.accepted.connect(self.save)

    def _field(self, name: str, amount: float) -> QLineEdit:
        field = QLineEdit(typed_form(round(amount * 100, 6) if self._card.key in SHARES else amount))
        field.setAccessibleName(name)
        field.returnPressed.connect(self.save)
        self.body.addWidget(label(self.theme, name, step=-1, kind="secondary"))
        self.body.addWidget(field)
        return field

    def take_focus(self) -> None:
        """The must."""
        self.must.setFocus()
        self.must.selectAll()

    def save(self) -> None:
        """Writes both, or says what is wrong."""
        try:
            set_goal(self._context, self._card.key, self.must.text(), self.target.text(), decimal_mark())
        except JourneydeskError as problem:
            self.refuse(str(problem))
            return
        self.done()
        self.saved.emit(tr("Changed the goals of {measure}", measure=self._card.title))
