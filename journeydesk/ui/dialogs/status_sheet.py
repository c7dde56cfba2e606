"""Customer status and LTV in one form: what is added, what is replaced, and what Stripe says beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journeydesk.domain.catalogue import CUSTOMER_STATUSES
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.statuses import CUSTOMER
from journeydesk.domain.words import tr
from journeydesk.services.commands.prospects import set_status
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import FieldValues, choice_words
from journeydesk.services.fields.typed import understand
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.editing.words import decimal_mark, value_words
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.choice_row import ChoiceRow
from journeydesk.ui.widgets.labels import label


class StatusSheet(FramedSheet):
    """`saved` carries the sentence of what was written. Nothing is changed by an empty amount, nor by the status that holds."""

    saved = Signal(str)

    def __init__(
        self, context: Context, theme: Theme, window: QWidget, prospect: RecordId, found: FieldValues, slug: str
    ) -> None:
        super().__init__(theme, window, 520, tr("Status and LTV of {name}", name=found.name))
        self._context = context
        self._prospect = prospect
        self._found = found
        self._first = slug
        self._held = found.values["customer_status"]
        self.status = ChoiceRow(theme, "Customer status", numbered=True, optional=False)
        self.status.offer([(choice_words(context, "customer_status", name), name) for name in CUSTOMER_STATUSES], self._held)
        self.status.chosen.connect(lambda _value: self._explain())
        self.ltv = QLineEdit()
        self.ltv.setAccessibleName(tr("LTV amount"))
        self.ltv.setPlaceholderText(tr("No change"))
        self.ltv.textChanged.connect(lambda _text: self._explain())
        self.words = label(theme, step=-1, kind="secondary", wrap=True)
        save = KeyButton(theme, tr("Save"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        save.clicked.connect(self.save)
        self.body.setSpacing(8)
        self.body.addWidget(label(theme, tr("Customer status"), step=-1, kind="secondary"))
        self.body.addWidget(self.status)
        self.body.addWidget(label(theme, tr("LTV amount, 0 to 10,000"), step=-1, kind="secondary"))
        self.body.addWidget(self.ltv)
        self.body.addWidget(self.words)
        self.offer(save)
        self.accepted.connect(self.save)
        self.ltv.returnPressed.connect(self.save)
        self._explain()

    def take_focus(self) -> None:
        """The field that was asked for."""
        (self.ltv if self._first == "ltv" else self.status).setFocus()

    def _explain(self) -> None:
        now = value_words(self._context, "ltv", self._found.values["ltv"])
        held = tr("LTV by hand is {now}. ", now=now) if now else tr("There is no LTV by hand yet. ")
        chosen = self.status.value if self.status.value != self._held else None
        rule = (
            tr("With the new status Customer the amount is added to it.")
            if chosen == CUSTOMER
            else tr("The amount takes its place.")
        )
        self.words.setText(held + rule)
        self.refuse("")

    def save(self) -> None:
        """Writes what differs as one step, or says what is wrong."""
        status = str(self.status.value) if self.status.value not in (None, self._held) else None
        try:
            amount = understand(self._context, "ltv", self.ltv.text(), decimal_mark())
            if status is None and amount is None:
                self.done()
                return
            set_status(self._context, self._prospect, status, int(amount) if amount is not None else None)
        except UserError as wrong:
            self.refuse(str(wrong))
            return
        parts = [tr("status {choice}", choice=choice_words(self._context, "customer_status", status))] if status else []
        if amount is not None:
            parts.append(
                tr("LTV {value} added", value=value_words(self._context, "ltv", amount))
                if status == CUSTOMER
                else tr("LTV {value}", value=value_words(self._context, "ltv", amount))
            )
        self.done()
        self.saved.emit(f"{self._found.name}: {', '.join(parts)}")
