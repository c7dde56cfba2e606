"""Who is told of events: addresses with their secrets, Google Analytics and Mixpanel, and what could not be delivered."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr, tr_count
from journeydesk.keyrings.beside import system_vault
from journeydesk.services.context import Context
from journeydesk.services.events_out.card import EVENTS_OUT, GOOGLE, KINDS
from journeydesk.services.events_out.targets import (
    Target,
    add_target,
    all_targets,
    change_target,
    remove_target,
    target_secrets,
)
from journeydesk.services.receiver.card import dead_letters
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.tabs.settings.form import FormCard
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.widgets.switch import Switch

_WIDTH = 760


class TargetsSheet(FramedSheet):
    """The targets of one service, by its name; `said` carries a sentence."""

    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, window: QWidget, name: str) -> None:
        super().__init__(theme, window, _WIDTH, name, icon="external", about=tr("Told by this computer, off by default"))
        self._context, self._name = context, name
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        card = FormCard(theme)
        self.first = self._line(
            tr("Address") if name == EVENTS_OUT else tr("Measurement id") if name == GOOGLE else tr("Project")
        )
        self.account, self.secret = self._line(tr("Service account")), self._line(tr("Secret"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.region, self.events = self._line(tr("Region")), self._line(tr("Events"))
        self.allowed = Switch(theme, tr("Allow private addresses"))
        if name == EVENTS_OUT:
            self.events.setText("application_received, beta_activated")
            card.row(tr("Address"), "https://example.com/hook", self.first, stretch=True)
            card.row(tr("Events"), tr("Divided by commas"), self.events, stretch=True)
            card.row(tr("Private addresses"), tr("On: the address may lie in your own network"), self.allowed)
        else:
            card.row(tr("Measurement id") if name == GOOGLE else tr("Number of the project"), "", self.first, stretch=True)
            if name != GOOGLE:
                card.row(tr("Service account"), tr("Its name, as in Mixpanel"), self.account, stretch=True)
            card.row(tr("Secret"), tr("Kept in the system’s keyring"), self.secret, stretch=True)
            card.row(tr("Region"), tr("eu, in; empty for the usual one"), self.region, stretch=True)
            card.row(tr("Consent"), tr("On: whoever is told of agreed on your own site"), self.allowed)
        self.body.addWidget(card)
        self.add = KeyButton(theme, tr("Add"), kind="primary", parent=self.sheet)
        self.add.setObjectName("add target")
        self.add.clicked.connect(self.add_it)
        self.offer(self.add, leave=tr("Close"))
        self.accepted.connect(self.add_it)
        self.read()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        return line

    def take_focus(self) -> None:
        """The address."""
        self.first.setFocus()

    def read(self) -> None:
        """Who is told now, and what could not be delivered."""
        while (item := self._list.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        told = [target for target in all_targets(self._context) if target.kind == KINDS[self._name]]
        for target in told:
            self._list.addWidget(self._row(target))
        ids = {target.id for target in told}
        dead = [letter for letter in dead_letters(self._context) if letter.target in ids]
        if dead:
            held = QWidget()
            row = QHBoxLayout(held)
            row.setContentsMargins(0, 0, 0, 0)
            words = tr_count("{count} event was not delivered", "{count} events were not delivered", len(dead))
            row.addWidget(label(self.theme, words, kind="danger"))
            row.addWidget(ElidedLabel(self.theme, dead[0].answer or "", kind="secondary"), 1)
            again = KeyButton(self.theme, tr("Send again"), icon="refresh")
            again.clicked.connect(partial(self._again, [letter.number for letter in dead]))
            row.addWidget(again)
            self._list.addWidget(held)
        self.fit()

    def _row(self, target: Target) -> QWidget:
        held = QWidget()
        held.setObjectName(f"target {target.id}")
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        on = Switch(self.theme, tr("Tell {address}", address=target.url))
        on.setChecked(target.state == "on")
        on.toggled.connect(
            lambda checked: self._do(lambda: change_target(self._context, target, state="on" if checked else "off"))
        )
        row.addWidget(on)
        named = target.options.get("measurement_id") or target.options.get("project") or target.url
        gone = tr("gone for good") if target.state == "gone" else ", ".join(target.events)
        row.addWidget(ElidedLabel(self.theme, f"{named}   {gone}"), 1)
        if self._name == EVENTS_OUT:
            copy = KeyButton(self.theme, tr("Copy secret"), icon="copy", kind="flat")
            copy.clicked.connect(partial(self._copy, target))
            row.addWidget(copy)
        remove = KeyButton(self.theme, tr("Remove"), kind="flat")
        remove.clicked.connect(lambda: self._do(lambda: remove_target(self._context, target.id)))
        row.addWidget(remove)
        return held

    def _copy(self, target: Target, _checked: bool = False) -> None:
        def copy() -> None:
            secret = target_secrets(self._context.database.folder, target.id, self._context.clock())[0]
            QGuiApplication.clipboard().setText(secret)
            self.said.emit(tr("Copied: the secret that the other side verifies with"), False)

        self._do(copy)

    def _again(self, numbers: list[int], _checked: bool = False) -> None:
        from journeydesk.services.events_out.delivering import send_again

        self._do(lambda: send_again(self._context, numbers))

    def add_it(self) -> None:
        """Adds who is filled in, or says what is wrong."""
        self._do(self._added)

    def _added(self) -> None:
        context, first = self._context, self.first.text().strip()
        if self._name == EVENTS_OUT:
            events = tuple(part.strip() for part in self.events.text().split(",") if part.strip())
            target = add_target(context, first, events, options={"allow_private": True} if self.allowed.isChecked() else {})
            self.said.emit(tr("{address} is told from now on", address=target.url), False)
        else:
            from journeydesk.services.events_out.telling_analytics import add_google, add_mixpanel

            consent = "elsewhere" if self.allowed.isChecked() else ""
            secret, region = self.secret.text().strip(), self.region.text().strip()
            if self._name == GOOGLE:
                add_google(context, first, secret, system_vault, region=region or "world", consent=consent)
            else:
                account = self.account.text().strip()
                add_mixpanel(context, first, account, secret, system_vault, region=region or "us", consent=consent)
            self.said.emit(tr("{name} is told from now on", name=self._name), False)
        self.first.clear()
        self.secret.clear()

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except JourneydeskError as problem:
            self.wrong.setText(str(problem))
            self.wrong.show()
            self.fit()
            return
        self.wrong.hide()
        self.read()
