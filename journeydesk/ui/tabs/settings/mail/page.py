"""Messages: the templates and how each goes, links and pace, the queue, and who gets no mail (docs/rules.md, "E-mail")."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.mail.templates import LINKS, TITLES, Template
from journeydesk.domain.words import named, tr
from journeydesk.services.context import Context
from journeydesk.services.mail.merging import preview_for_somebody
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
from journeydesk.ui.tabs.settings.field import NAME_WIDTH
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.mail.queue_card import QueueCard
from journeydesk.ui.tabs.settings.mail.template_card import BY_ITSELF, DRAFTED, OFF, TemplateCard
from journeydesk.ui.tabs.settings.page import SettingsPage, clear
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.settings.shapes import whole
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label

_CAPTION = tr(
    "What is written to prospects. As shipped nothing leaves by itself: drafts wait in Alerts, Messages, for your approval."
)
_MOST_REFUSALS = 200


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
        self.body.addWidget(self.heading(tr("What goes by itself")))
        frame, column = self.card()
        self.sends = label(theme, wrap=True)
        self.here = KeyButton(theme, tr("Send it from this computer"))
        self.here.clicked.connect(lambda: self._do(partial(take_over, context)))
        column.addWidget(self.sends)
        row = QHBoxLayout()
        row.addWidget(self.here)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.field("mail.hour", tr("Check-ins and surveys go at"), whole(tr("o'clock"))))
        column.addWidget(self.field("mail.survey_day", tr("Day of the month of the survey"), whole()))
        column.addWidget(self.field("mail.pace_seconds", tr("Between two mails"), whole(tr("seconds"))))
        column.addWidget(self.field("mail.daily_most", tr("Mails a day, at most"), whole()))
        self.body.addWidget(frame)
        self.body.addWidget(self.heading(tr("Links that templates name")))
        links, links_column = self.card()
        self.links: dict[str, InPlaceEdit] = {}
        self.link_wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.link_wrong.hide()
        for name in LINKS:
            edit = self.links[name] = InPlaceEdit(tr("Link for {name}", name=name))
            edit.setPlaceholderText("https://")
            edit.given.connect(partial(self._save_link, name))
            line = QHBoxLayout()
            words = label(theme, f"{{{name}_link}}", kind="secondary")
            words.setFixedWidth(NAME_WIDTH)
            line.addWidget(words)
            line.addWidget(edit, 1)
            links_column.addLayout(line)
        links_column.addWidget(self.link_wrong)
        self.body.addWidget(links)
        self.body.addWidget(self.heading(tr("Queue")))
        self.problem = label(theme, step=-1, kind="danger", wrap=True)
        self.body.addWidget(self.problem)
        self.queue = QueueCard(theme)
        self.queue.again.connect(lambda mail: self._do(partial(send_again, context, mail)))
        self.queue.dropped.connect(lambda mail: self._do(partial(cancel_mail, context, mail)))
        self.queue.arrived.connect(lambda mail: self._do(partial(mark_sent, context, mail)))
        self.body.addWidget(self.queue)
        self.body.addWidget(self.heading(tr("Who gets no mail")))
        refused, refused_column = self.card()
        entry = QHBoxLayout()
        self.address = QLineEdit()
        self.address.setAccessibleName(tr("Address that gets no mail"))
        self.address.setPlaceholderText("name@company.example")
        self.address.returnPressed.connect(self._stop)
        add = KeyButton(theme, tr("No more mail"))
        add.clicked.connect(self._stop)
        entry.addWidget(self.address, 1)
        entry.addWidget(add)
        refused_column.addLayout(entry)
        self.refusals = QVBoxLayout()
        self.refusals.setSpacing(2)
        refused_column.addLayout(self.refusals)
        self.body.addWidget(refused)
        self.read()

    def read(self) -> None:
        """Shows everything as it stands now."""
        self.show_values()
        mail, values = self.context.settings.mail, SettingValues(self.context)
        for name, card in self.cards.items():
            way = BY_ITSELF if name in mail.by_itself else DRAFTED if name in mail.drafted else OFF
            card.show_template(mail.templates[name], way, values[f"mail.{name}"].differs)
        for name, edit in self.links.items():
            edit.show_text(mail.links[name])
        self._show_sender()
        state = queue_state(self.context)
        self.problem.setText(state.problem)
        self.problem.setVisible(bool(state.problem))
        today = self.context.today()
        self.queue.show_mails(queued_mails(self.context), self.context.settings.time_zone, today)
        self._show_refusals()

    def _show_sender(self) -> None:
        sender = self.context.settings.mail.sender
        waiting = why_waiting(self.context) if self.context.settings.mail.by_itself else None
        if sender is None:
            words = tr("No computer sends by itself. The first template that goes by itself names this one.")
        else:
            words = tr("It is sent by {name}.", name=sender.name)
        self.sends.setText(f"{words} {waiting or ''}".strip())
        self.here.setVisible(not sends_here(self.context) and sender is not None)

    def _show_refusals(self) -> None:
        clear(self.refusals)
        listed = no_mail_list(self.context)
        for refusal in listed[:_MOST_REFUSALS]:
            row = QHBoxLayout()
            row.addWidget(ElidedLabel(self.theme, f"{refusal.address} · {refusal.why}", step=-1), 1)
            back = KeyButton(self.theme, tr("Allow again"), kind="flat")
            back.setAccessibleName(tr("Allow mail to {address} again", address=refusal.address))
            back.clicked.connect(
                lambda _checked=False, address=refusal.address: self._do(partial(allow_mail, self.context, address))
            )
            row.addWidget(back)
            self.refusals.addLayout(row)
        if not listed:
            self.refusals.addWidget(
                label(self.theme, tr("Nobody unsubscribed, and no address bounced."), step=-1, kind="secondary")
            )

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
        self.link_wrong.hide()
        self.saving.change(
            {"mail.links": links}, tr("Changed the link for {name}", name=name), partial(self._refuse_link, name)
        )

    def _refuse_link(self, name: str, problem: JourneydeskError) -> None:
        self.links[name].mark_wrong(str(problem))
        self.link_wrong.setText(str(problem))
        self.link_wrong.show()

    def _preview(self, name: str, subject: str, body: str) -> None:
        try:
            filled, whom = preview_for_somebody(self.context, Template(subject, body))
        except JourneydeskError as problem:
            self.cards[name].refuse(problem)
            return
        self.cards[name].show_preview(filled, whom)

    def _stop(self) -> None:
        address = self.address.text().strip()
        if address and self._do(partial(stop_mail, self.context, address)):
            self.address.clear()

    def _do(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except JourneydeskError as problem:
            self.saving.failed.emit(str(problem))
            return False
        self.read()
        return True
