"""The phones that may come in, each with when it was last used and a way to remove it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.phone.pairing import MOST_PHONES, Phone, paired_phones, remove_phone
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.words.figures import touch_day


class PhoneList(QWidget):
    """`removed` says that one may no longer come in."""

    removed = Signal(str)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self._shown: list[Phone] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.read()

    def read(self) -> None:
        """Shows them as they are now."""
        phones = paired_phones(self._context)
        if phones == self._shown:
            return
        self._shown = phones
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        head = label(self._theme, tr("Paired phones: {count} of {most}", count=len(phones), most=MOST_PHONES), weight=600)
        self._column.addWidget(head)
        self._column.addWidget(rule())
        for phone in phones:
            self._column.addWidget(self._line(phone))

    def _line(self, phone: Phone) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(self._theme, "phone", "text2", 16))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(self._theme, phone.name))
        zone, today = self._context.settings.time_zone, self._context.today()
        seen = (
            tr("last seen {when}", when=touch_day(phone.seen_at, zone, today))
            if phone.seen_at
            else tr("paired {when}", when=touch_day(phone.paired_at, zone, today))
        )
        words.addWidget(ElidedLabel(self._theme, seen, kind="secondary", step=-1))
        row.addLayout(words, 1)
        remove = KeyButton(self._theme, tr("Remove"), kind="flat")
        remove.setAccessibleName(tr("Remove {name}", name=phone.name))
        remove.clicked.connect(lambda: self._remove(phone))
        row.addWidget(remove)
        return line

    def _remove(self, phone: Phone) -> None:
        remove_phone(self._context, phone.id)
        self.read()
        self.removed.emit(phone.name)
