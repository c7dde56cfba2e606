"""Upgrades: what each tier costs and holds, what needs which, the pages around a payment, its mail, and the links made last
(docs/rules.md, "Upgrades")."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit

from journeydesk.domain.catalogue import TIERS
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.upgrades.tiers import NEEDING
from journeydesk.domain.words import named, noted, retold, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.settings import SettingValues
from journeydesk.services.upgrades.mailing import until_words
from journeydesk.services.upgrades.offering import STATES, PaymentLink, newest_links
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.settings.page import SettingsPage, clear, lined_card
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.settings.shapes import TEXT, whole
from journeydesk.ui.tabs.settings.upgrades.features_card import FeaturesCard
from journeydesk.ui.tabs.settings.upgrades.tiers_card import TiersCard
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import ElidedLabel, label

_NONE = tr("Nothing needed")
_SHOWN = 12


class UpgradesPage(SettingsPage):
    """Each change is saved as it is made; the mail when it is said."""

    kinds = frozenset({"settings", "upgrades"})

    def __init__(self, context: Context, theme: Theme, saving: Saving) -> None:
        caption = tr(
            "What you sell, for the comparison that {key} opens beside a prospect, and for its payment links. A link charges nobody.",
            key=Action.UPGRADE.label,
        )
        super().__init__(context, theme, saving, noted("Upgrades"), caption, ("upgrades.",))
        self.tiers = TiersCard(theme)
        self.tiers.given.connect(self._give_tiers)
        self.body.addWidget(self.heading(tr("What each tier costs")))
        self.body.addWidget(self.tiers)
        self.features = FeaturesCard(theme)
        self.features.given.connect(self._give_features)
        self.body.addWidget(self.heading(tr("What each tier holds")))
        self.body.addWidget(self.features)
        self.body.addWidget(self.heading(tr("What needs a tier")))
        self.needs = self._needs()
        self.body.addWidget(self.heading(tr("Around a payment")))
        paid = self.field("upgrades.paid_page", tr("Page after paying"), TEXT, "", width=320)
        left = self.field("upgrades.left_page", tr("Page after giving up"), TEXT, "", width=320)
        hours = self.field("upgrades.hours", tr("A link works for"), whole(tr("hours")), "")
        self.body.addWidget(lined_card((paid, left, hours)))
        self.body.addWidget(self.heading(tr("The mail with a link")))
        self._make_mail()
        self.body.addWidget(self.heading(tr("Links made on this computer")))
        frame, self._links = self.card()
        self.body.addWidget(frame)
        self.read()

    def _needs(self) -> dict[str, Segments]:
        frame, column = self.card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        needs = {}
        for row, (thing, name) in enumerate(NEEDING.items()):
            words = label(self.theme, named(name), kind="secondary")
            words.setMinimumWidth(160)
            grid.addWidget(words, row, 0)
            needs[thing] = Segments(self.theme, tr("Tier that “{thing}” needs", thing=named(name)), [_NONE, *TIERS])
            needs[thing].chosen.connect(partial(self._give_need, thing))
            grid.addWidget(needs[thing], row, 1)
        column.addLayout(grid)
        self.body.addWidget(frame)
        return needs

    def _make_mail(self) -> None:
        frame, column = self.card()
        self.subject = QLineEdit()
        self.subject.setAccessibleName(tr("Subject of the mail with a link"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Text of the mail with a link"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(190)
        self.subject.textChanged.connect(lambda _text: self._mail_changed())
        self.text.textChanged.connect(self._mail_changed)
        self.mail_wrong = label(self.theme, step=-1, kind="danger", wrap=True)
        self.mail_wrong.hide()
        self.save_mail = KeyButton(self.theme, tr("Save"), kind="primary")
        self.save_mail.setAccessibleName(tr("Save the mail with a link"))
        self.save_mail.clicked.connect(self._give_mail)
        self.back = KeyButton(self.theme, tr("Back to default"), icon="undo", kind="flat")
        self.back.clicked.connect(self._mail_back)
        for part in (self.subject, self.text, self.mail_wrong):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.save_mail)
        column.addLayout(buttons)
        self._mail = ("", "")
        self.body.addWidget(frame)

    def read(self) -> None:
        """Shows everything as it stands now."""
        self.show_values()
        values, upgrades = SettingValues(self.context), self.context.settings.upgrades
        self.tiers.show_tiers(values["upgrades.tiers"].value, self.context.settings.currency)
        self.features.show_features(values["upgrades.features"].value)
        for thing, needs in self.needs.items():
            needs.choose(upgrades.needs.get(thing, _NONE))
        typed = (self.subject.text(), self.text.toPlainText())
        if typed == self._mail:
            self._mail = (upgrades.mail.subject, upgrades.mail.body.strip())
            self.subject.setText(self._mail[0])
            self.text.setPlainText(self._mail[1])
        self._mail_changed()
        self.back.setVisible(values["upgrades.mail"].differs)
        self._show_links()

    def _show_links(self) -> None:
        clear(self._links)
        links = newest_links(self.context, _SHOWN)
        for link in links:
            self._links.addWidget(ElidedLabel(self.theme, self._told(link), step=-1))
        if not links:
            self._links.addWidget(label(self.theme, tr("None yet."), step=-1, kind="secondary"))

    def _told(self, link: PaymentLink) -> str:
        state = named(STATES[link.state])
        parts = [
            link.reference,
            link.tier,
            state,
            tr("until {until}", until=until_words(self.context, link)),
            retold(link.note),
        ]
        return " · ".join(part for part in parts if part)

    def _give_tiers(self, tiers: dict[str, Any], tier: str) -> None:
        self.saving.change(
            {"upgrades.tiers": tiers}, tr("Changed what {tier} costs", tier=tier), partial(self.tiers.refuse, tier)
        )

    def _give_features(self, features: list[dict[str, Any]], words: str) -> None:
        self.features.wrong.hide()
        before = len(self.context.settings.upgrades.features)

        def done(_result: object) -> None:
            if len(features) > before:
                self.features.added()

        from journeydesk.services.commands.settings import change_settings

        work = partial(change_settings, self.context, {"upgrades.features": features}, words)
        self.saving.save(work, words, self.features.refuse, done)

    def _give_need(self, thing: str, tier: str) -> None:
        needs = {**self.context.settings.upgrades.needs, thing: "" if tier == _NONE else tier}
        kept = {name: value for name, value in needs.items() if value}
        self.saving.change({"upgrades.needs": kept}, tr("Changed what “{thing}” needs", thing=named(NEEDING[thing])))

    def _mail_changed(self) -> None:
        self.mail_wrong.hide()
        self.save_mail.setEnabled((self.subject.text(), self.text.toPlainText()) != self._mail)

    def _give_mail(self) -> None:
        mail = {"subject": self.subject.text(), "body": self.text.toPlainText()}
        self._mail = (mail["subject"], mail["body"])
        self.saving.change({"upgrades.mail": mail}, tr("Changed the mail with a payment link"), self._refuse_mail)

    def _mail_back(self) -> None:
        self._mail = (self.subject.text(), self.text.toPlainText())
        self.back_to_default(["upgrades.mail"], tr("The mail with a link"))

    def _refuse_mail(self, problem: JourneydeskError) -> None:
        self._mail = ("", "")
        self.save_mail.setEnabled(True)
        self.mail_wrong.setText(str(problem))
        self.mail_wrong.show()
