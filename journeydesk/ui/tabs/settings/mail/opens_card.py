"""Whether opens are counted, and of whom: nobody but those who agreed (docs/rules.md, "E-mail")."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from journeydesk.domain.time import day_in_words, moment_of
from journeydesk.domain.words import named, tr
from journeydesk.services.mail.opens import Agreed
from journeydesk.ui.tabs.settings.mail.address_card import AddressCard
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.switch import Switch


class OpensCard(AddressCard):
    """`switched` carries whether opens are counted from now on."""

    switched = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            tr("Address of who agreed that opens are counted"),
            tr("They agreed"),
            tr("Taken back"),
            lambda address: tr("{address} takes it back", address=address),
            (tr("How they agreed"), tr("How, such as: form on our website, 12 May")),
        )
        self.switch = Switch(theme, tr("Count opens of those who agreed"))
        self.switch.clicked.connect(self.switched)
        head = QHBoxLayout()
        head.addWidget(label(theme, tr("Count opens of those who agreed")), 1)
        head.addWidget(self.switch)
        words = tr(
            "Their mails then hold a picture that tells once that it was shown. Many countries want consent for that, and some mail "
            "programs load it unread: answers are the better measure."
        )
        self.needs = label(theme, step=-1, kind="secondary", wrap=True)
        self.column.insertLayout(0, head)
        self.column.insertWidget(1, label(theme, words, step=-1, kind="secondary", wrap=True))
        self.column.insertWidget(2, self.needs)
        self.column.insertSpacing(3, 6)

    def show_opens(self, on: bool, agreed: Sequence[Agreed], has_address: bool, zone: ZoneInfo) -> None:
        """Shows the switch, what it lacks, and everybody who agreed."""
        self.switch.setChecked(on)
        lacks = tr("Nothing is counted from this computer: enter where its receiver is reached in Integrations, E-mail.")
        self.needs.setText(lacks if on and not has_address else "")
        self.needs.setVisible(bool(self.needs.text()))
        self.show_lines([(each.address, _words(each, zone)) for each in agreed], tr("Nobody is noted as having agreed."))


def _words(consent: Agreed, zone: ZoneInfo) -> str:
    try:
        day = day_in_words(moment_of(consent.at).astimezone(zone).date())
    except ValueError:
        day = ""
    return " · ".join(part for part in (named(consent.how), day, consent.by) if part)
