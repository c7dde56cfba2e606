"""Messages: the templates and how each goes, links and pace, the queue, and who gets no mail (docs/rules.md, "E-mail")."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.mail.templates import TITLES, Template
from journeydesk.domain.words import named, retold, tr
from journeydesk.services.context import Context
from journeydesk.services.mail.account import mail_account
from journeydesk.services.mail.merging import preview_for_somebody
from journeydesk.services.mail.opens import agreed_to_opens, note_agreed, note_taken_back, switch_opens
from journeydesk.services.mail.queueing import (
    allow_mail,
    cancel_mail,
    mark_sent,
    no_mail_list,
    queue_state,
    queued_mails,
    send_again,
    stop_mail,
)
from journeydesk.services.mail.sender import sends_here, switch_by_itself, switch_drafted, switch_off, take_over, why_waiting
from journeydesk.services.queries.settings import SettingValues
from journeydesk.ui.tabs.settings.mail.address_card import AddressCard
from journeydesk.ui.tabs.settings.mail.links_card import LinksCard
from journeydesk.ui.tabs.settings.mail.opens_card import OpensCard
from journeydesk.ui.tabs.settings.mail.queue_card import QueueCard
from journeydesk.ui.tabs.settings.mail.template_card import BY_ITSELF, DRAFTED, OFF, TemplateCard
from journeydesk.ui.tabs.settings.page import SettingsPage, lined_card
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.settings.shapes import whole
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label

_CAPTION = tr(
    "What is written to prospects. As shipped nothing leaves by itself: drafts wait in Alerts, Messages, for your approval."
)


class MessagesPage(SettingsPage):
    """Each change is saved as it is made; a template when it is said."""

    kinds = frozenset({"settings", "mail"})

    def __init__(self, context: Context, theme: Theme, saving: Saving) -> None:
        super().__init__(context, theme, saving, tr("Messages"), _CAPTION, ("mail.",))
        self.body.addWidget(self.heading(tr("Templates")))
        self.cards: dict[str, TemplateCard] = {}
        for name in TITLES:
            card = self.cards[name] = TemplateCard(theme, name)
            card.way_chosen.connect(partial(self._choose_way, name))
            card.saved.connect(partial(self._save_template, name))
            card.reset.connect(partial(self._reset_template, name))
            card.shown.connect(partial(self._preview, name))
            self.body.addWidget(card)
        self._add_sending()
        self._add_addresses()
        self.read()

    def _add_sending(self) -> None:
        """What goes by itself, the links and the queue."""
        self.body.addWidget(self.heading(tr("What goes by itself")))
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 4, 0, 4)
        self.sends = label(self.theme, wrap=True)
        self.here = KeyButton(self.theme, tr("Send it from this computer"))
        self.here.clicked.connect(lambda: self._do(partial(take_over, self.context)))
        column.addWidget(self.sends)
        row = QHBoxLayout()
        row.addWidget(self.here)
        row.addStretch(1)
        column.addLayout(row)
        hour = self.field("mail.hour", tr("Check-ins and surveys go at"), whole(tr("o'clock")), "")
        day = self.field("mail.survey_day", tr("Day of the month of the survey"), whole(), "")
        pace = self.field("mail.pace_seconds", tr("Between two mails"), whole(tr("seconds")), "")
        most = self.field("mail.daily_most", tr("Mails a day, at most"), whole(), "")
        self.body.addWidget(lined_card((top, hour, day, pace, most)))
        self.body.addWidget(self.heading(tr("Links that templates name")))
        self.links = LinksCard(self.theme)
        self.links.given.connect(self._save_link)
        self.body.addWidget(self.links)
        self.body.addWidget(self.heading(tr("Queue")))
        self.problem = label(self.theme, step=-1, kind="danger", wrap=True)
        self.body.addWidget(self.problem)
        self.queue = QueueCard(self.theme)
        self.queue.again.connect(lambda mail: self._do(partial(send_again, self.context, mail)))
        self.queue.dropped.connect(lambda mail: self._do(partial(cancel_mail, self.context, mail)))
        self.queue.arrived.connect(lambda mail: self._do(partial(mark_sent, self.context, mail)))
        self.body.addWidget(self.queue)

    def _add_addresses(self) -> None:
        """Who gets no mail, and whose opens are counted."""
        self.body.addWidget(self.heading(tr("Who gets no mail")))
        self.refusals = AddressCard(
            self.theme,
            tr("Address that gets no mail"),
            tr("No more mail"),
            tr("Allow again"),
            lambda address: tr("Allow mail to {address} again", address=address),
        )
        self.refusals.given.connect(self._stop)
        self.refusals.taken_off.connect(lambda address: self._do(partial(allow_mail, self.context, address)))
        self.body.addWidget(self.refusals)
        self.body.addWidget(self.heading(tr("Opens")))
        self.opens = OpensCard(self.theme)
        self.opens.switched.connect(self._switch_opens)
        self.opens.given.connect(self._agreed)
        self.opens.taken_off.connect(lambda address: self._do(partial(note_taken_back, self.context, address)))
        self.body.addWidget(self.opens)

    def read(self) -> None:
        """Shows everything as it stands now."""
        self.show_values()
        mail, values = self.context.settings.mail, SettingValues(self.context)
        for name, card in self.cards.items():
            way = BY_ITSELF if name in mail.by_itself else DRAFTED if name in mail.drafted else OFF
            card.show_template(mail.templates[name], way, values[f"mail.{name}"].differs)
        self.links.show_links(mail.links)
        self._show_sender()
        state = queue_state(self.context)
        self.problem.setText(state.problem)
        self.problem.setVisible(bool(state.problem))
        today = self.context.today()
        self.queue.show_mails(queued_mails(self.context), self.context.settings.time_zone, today)
        nobody = tr("Nobody unsubscribed, and no address bounced.")
        self.refusals.show_lines([(each.address, retold(each.why)) for each in no_mail_list(self.context)], nobody)
        account, zone = mail_account(self.context), self.context.settings.time_zone
        has_address = account is None or bool(account.public)
        self.opens.show_opens(mail.count_opens, agreed_to_opens(self.context), has_address, zone)

    def _show_sender(self) -> None:
        sender = self.context.settings.mail.sender
        waiting = why_waiting(self.context) if self.context.settings.mail.by_itself else None
        if sender is None:
            words = tr("No computer sends by itself. The first template that goes by itself names this one.")
        else:
            words = tr("It is sent by {name}.", name=sender.name)
        self.sends.setText(f"{words} {waiting or ''}".strip())
        self.here.setVisible(not sends_here(self.context) and sender is not None)

    def _choose_way(self, name: str, way: str) -> None:
        work: dict[str, Callable[[], None]] = {
            OFF: partial(switch_off, self.context, name),
            DRAFTED: partial(switch_drafted, self.context, name),
            BY_ITSELF: partial(switch_by_itself, self.context, name, True),
        }
        words = {OFF: tr("is off"), DRAFTED: tr("waits for approval"), BY_ITSELF: tr("goes by itself from now on")}
        self.saving.save(work[way], f"{named(TITLES[name])}: {words[way]}")

    def _save_template(self, name: str, subject: str, body: str) -> None:
        card, words = self.cards[name], tr("Changed the template “{title}”", title=named(TITLES[name]))
        card.take_saved()
        self.saving.change({f"mail.{name}": {"subject": subject, "body": body}}, words, partial(self._refuse_template, name))

    def _refuse_template(self, name: str, problem: JourneydeskError) -> None:
        card = self.cards[name]
        card.forget_typed()
        card.save.setEnabled(True)
        card.refuse(problem)

    def _reset_template(self, name: str) -> None:
        self.cards[name].forget_typed()
        self.back_to_default([f"mail.{name}"], named(TITLES[name]))

    def _save_link(self, name: str, text: str) -> None:
        links = {**self.context.settings.mail.links, name: text.strip()}
        self.links.wrong.hide()
        self.saving.change(
            {"mail.links": links}, tr("Changed the link for {name}", name=name), partial(self._refuse_link, name)
        )

    def _refuse_link(self, name: str, problem: JourneydeskError) -> None:
        self.links.refuse(name, str(problem))

    def _preview(self, name: str, subject: str, body: str) -> None:
        try:
            filled, whom = preview_for_somebody(self.context, Template(subject, body))
        except JourneydeskError as problem:
            self.cards[name].refuse(problem)
            return
        self.cards[name].show_preview(filled, whom)

    def _stop(self, address: str, _beside: str) -> None:
        if self._do(partial(stop_mail, self.context, address)):
            self.refusals.forget_typed()

    def _agreed(self, address: str, how: str) -> None:
        if self._do(partial(note_agreed, self.context, address, how)):
            self.opens.forget_typed()

    def _switch_opens(self, on: bool) -> None:
        words = tr("Opens are counted of those who agreed") if on else tr("Opens are not counted")
        self.saving.save(partial(switch_opens, self.context, on), words)

    def _do(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except JourneydeskError as problem:
            self.saving.failed.emit(str(problem))
            return False
        self.read()
        return True
