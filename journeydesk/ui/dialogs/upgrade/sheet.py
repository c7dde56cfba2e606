"""The upgrade dialog: what is needed, the tiers side by side, and the payment link, made when it opens (docs/interface.md, "Upgrades")."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_of
from journeydesk.domain.upgrades.links import FAILED, MAKING, OPEN, PAID, UNPAID
from journeydesk.domain.words import retold, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.upgrades.mailing import until_words
from journeydesk.services.upgrades.making import make_link
from journeydesk.services.upgrades.offering import PaymentLink, UpgradeOffer, upgrade_offer
from journeydesk.services.upgrades.wishes import note_wish
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.dialogs.upgrade.parts import Strip, TierCard
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.link import link_button
from journeydesk.ui.work import Background

_WIDTH = 738
_READ_FOR = frozenset({"upgrades", "prospects", "settings", "usage"})
_CLOCK_MS = 20_000


class UpgradeSheet(FramedSheet):
    """`said` carries what was done, and whether it can be undone."""

    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, window: QWidget, offer: UpgradeOffer, thing: str = "") -> None:
        super().__init__(theme, window, _WIDTH, tr("Upgrade"), icon="trend", about=offer.name, close=tr("Not now"))
        self._host = window
        self._context = context
        self._prospect: RecordId = offer.prospect
        self._thing = thing
        self._offer = offer
        self._work = Background(self)
        self._problem = ""
        self._copied = False
        self.body.setContentsMargins(18, 16, 18, 14)
        self.strip: Strip | None = None
        self.tiers: list[TierCard] = []
        self._tier_row = QHBoxLayout()
        self._tier_row.setSpacing(12)
        self.body.addLayout(self._tier_row)
        self.body.addSpacing(6)
        self._make_link_part()
        self._make_foot()
        self.accepted.connect(self._main)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._show_link)
        self._clock.start(_CLOCK_MS)
        self._show_offer()

    def _make_link_part(self) -> None:
        theme = self.theme
        self.whose = label(theme, step=-1, weight=600, kind="secondary")
        self.until = label(theme, step=-1, kind="secondary")
        heads = QHBoxLayout()
        heads.setSpacing(8)
        heads.addWidget(self.whose)
        heads.addWidget(self.until, 1)
        self.body.addLayout(heads)
        self.address = QLineEdit()
        self.address.setReadOnly(True)
        self.address.setAccessibleName(tr("Payment link"))
        self._mark = self.address.addAction(theme.icon("link", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        theme.changed.connect(self._color_mark)
        self.mail = KeyButton(theme, tr("E-mail link"), icon="mail")
        self.mail.clicked.connect(self._write_mail)
        self.sales = KeyButton(theme, tr("Talk to sales"), icon="phone")
        self.sales.clicked.connect(self.talk_to_sales)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.address, 1)
        row.addWidget(self.mail)
        row.addWidget(self.sales)
        self.body.addLayout(row)
        self._note_icon = IconLabel(theme, "info", "text2")
        self.note = label(theme, step=-1, kind="secondary", wrap=True)
        self.anew = link_button(theme, tr("Make a new link"), tr("Close this link and make a new one"))
        self.anew.clicked.connect(partial(self._begin, True))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._note_icon)
        below.addWidget(self.note, 1)
        below.addWidget(self.anew)
        self.body.addLayout(below)

    def _color_mark(self) -> None:
        self._mark.setIcon(self.theme.icon("link", "text2"))

    def _make_foot(self) -> None:
        self.copy = KeyButton(
            self.theme, tr("Copy link"), icon="copy", key=Action.ACCEPT.cap, kind="primary", parent=self.sheet
        )
        self.copy.clicked.connect(self._main)
        charged = label(self.theme, tr("Nobody is charged until the customer pays."), step=-1, kind="secondary")
        self.offer(self.copy, leave=tr("Not now"), beside=charged)

    def open(self) -> None:
        """Shows the dialog, and makes the link where there is none."""
        super().open()
        if not self._offer.why_no_link and not self._is_over:
            self._begin()

    def take_focus(self) -> None:
        """The main action; without a link talking to sales."""
        (self.copy if self.copy.isEnabled() else self.sales).setFocus()

    @property
    def is_busy(self) -> bool:
        """Whether a link is being made."""
        return self._work.busy("link")

    @property
    def link(self) -> PaymentLink | None:
        """The link as it stands, where it can be paid."""
        link = self._offer.link
        usable = link is not None and link.state == OPEN and moment_of(link.expires_at) > self._context.clock()
        return link if usable else None

    @property
    def _is_over(self) -> bool:
        return self._offer.link is not None and self._offer.link.state in (PAID, UNPAID)

    # The link

    def _begin(self, anew: bool = False) -> None:
        if self._work.busy("link"):
            return
        self._problem, self._copied = "", False
        self.refuse("")
        work = partial(make_link, self._context, config.connections(), self._prospect, self._offer.offered, anew=anew)
        self._work.run("link", work, lambda _link: self._made(), self._failed)
        self._show_link()

    def _made(self) -> None:
        self._read()
        self.address.setFocus()
        # Selected from its end, so that its beginning is seen.
        length = len(self.address.text())
        self.address.setSelection(length, -length)

    def _failed(self, problem: JourneydeskError) -> None:
        self._problem = str(problem)
        self._read()
        self.take_focus()

    def _main(self) -> None:
        if self.link is not None:
            QGuiApplication.clipboard().setText(self.link.url or "")
            self._copied = True
            self._show_link()
            self.said.emit(tr("Copied the payment link of {name}", name=self._offer.name), False)
        elif self.copy.isEnabled():
            self._begin()

    def _write_mail(self) -> None:
        link = self.link
        if link is None:
            return
        from journeydesk.ui.dialogs.upgrade.mail_sheet import LinkMailSheet

        try:
            sheet = LinkMailSheet(self._context, self.theme, self._host, link.key)
        except JourneydeskError as problem:
            self.refuse(str(problem))
            return
        sheet.said.connect(self._mailed)
        sheet.open()

    def _mailed(self, words: str) -> None:
        self.done()
        self.said.emit(words, True)

    def talk_to_sales(self) -> None:
        """Notes the wish instead; the dialog closes."""
        try:
            words = note_wish(self._context, self._prospect, self._offer.offered, self._thing)
        except JourneydeskError as problem:
            self.refuse(str(problem))
            return
        self.done()
        self.said.emit(words, True)

    # What is shown

    def refresh(self, change: object) -> None:
        """Reads again what a change may be about."""
        if isinstance(change, Change) and change.kinds & _READ_FOR and not self._work.busy("link"):
            self._read()

    def _read(self) -> None:
        offer = upgrade_offer(self._context, config.connections(), self._prospect, self._thing, self._kept_tier())
        if offer is None:
            self.done()
            return
        before, self._offer = self._offer, offer
        if (before.tiers, before.used, before.tier) != (offer.tiers, offer.used, offer.tier):
            self._show_offer()
        else:
            self._show_link()

    def _kept_tier(self) -> str:
        """Once it is paid the prospect has it, and the next one above is not what the dialog is about."""
        return self._offer.offered

    def _show_offer(self) -> None:
        if self.strip is not None:
            self.strip.hide()
            self.strip.deleteLater()
        self.strip = Strip(self.theme, self._offer)
        self.layout_.insertWidget(2, self.strip)
        while (item := self._tier_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.tiers = [TierCard(self.theme, tier) for tier in self._offer.tiers]
        for card in self.tiers:
            self._tier_row.addWidget(card, 1)
        self._show_link()

    def _show_link(self) -> None:
        offer, link, making = self._offer, self.link, self._work.busy("link")
        self.whose.setText(tr("Payment link for {name}", name=offer.contact))
        shown = link is not None and not making
        self.address.setEnabled(shown)
        self.address.setText((link.url or "") if link is not None and shown else "")
        self.address.setPlaceholderText(tr("Making the payment link…") if making else "")
        self.address.setCursorPosition(0)
        self.until.setText(self._until(link) if link is not None and shown else "")
        self.mail.setEnabled(shown and bool(offer.email))
        self.mail.setToolTip("" if offer.email else tr("The prospect has no e-mail address."))
        self.anew.setVisible(shown)
        again = not shown and not making and not offer.why_no_link and not self._is_over
        self.copy.setText(tr("Copied") if self._copied and shown else tr("Make a new link") if again else tr("Copy link"))
        self.copy.setEnabled(shown or again)
        self.copy.updateGeometry()
        trouble = self._trouble(making)
        self._note_icon.show_icon("warn" if trouble else "info", "warn" if trouble else "text2")
        self.note.setText(trouble or self._sales_words())
        self.fit()

    def _until(self, link: PaymentLink) -> str:
        words = {"until": until_words(self._context, link), "tier": link.tier}
        if self._offer.grants:
            return tr("works once, until {until}; when paid, {tier} is granted at once", **words)
        return tr("works once, until {until}; {tier} is then set by hand", **words)

    def _trouble(self, making: bool) -> str:
        """Why there is no link to hand out, or what became of it; empty where there is one, or one is being made."""
        offer = self._offer
        if making or self.link is not None:
            return ""
        if offer.link is not None and offer.link.state in (PAID, UNPAID):
            return self._over_words(offer.link)
        if self._problem:
            return self._problem
        if offer.why_no_link:
            return offer.why_no_link
        if offer.link is not None and offer.link.state == MAKING:
            return tr("Whether Stripe made the link is being looked up. Nobody was charged.")
        if offer.link is not None and offer.link.state == FAILED:
            return tr("Their slow payment failed. Make a new link.")
        if offer.link is not None:
            return tr("The payment link expired or was closed. Make a new one.")
        return ""

    def _over_words(self, link: PaymentLink) -> str:
        if link.state == UNPAID:
            return tr("They chose a slow way to pay; {tier} is granted when the money has come.", tier=link.tier)
        return retold(link.note) or tr("It is paid: {tier} is granted.", tier=link.tier)

    def _sales_words(self) -> str:
        owner = self._offer.owner or self._context.actor
        return tr("“Talk to sales” notes the wish as an inquiry and gives {owner} a task for today.", owner=owner)
