"""How events are received on this computer: the switch, where, from which sites, and the secrets to hand out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from journeydesk.config import connections
from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.receiver.keys import ReceiverKeys, add_stripe_secret, live, receiver_keys, replace_secret
from journeydesk.services.receiver.settings import change_receiver, receiver_settings
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.settings.form import FormCard
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.switch import Switch
from journeydesk.ui.work import Background

_WIDTH = 760


class EventsInSheet(FramedSheet):
    """`saved` says that the settings changed; `said` carries a sentence."""

    saved = Signal()
    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, window: QWidget, work: Background, state: str) -> None:
        title = tr("Events in")
        super().__init__(theme, window, _WIDTH, title, icon="download", about=state)
        self._context = context
        self._work = work
        settings = receiver_settings(context)
        self.on = Switch(theme, tr("Receive events"))
        self.on.setChecked(settings.on)
        self.stays = Switch(theme, tr("Go on when the window is closed"))
        self.stays.setChecked(settings.stays_on)
        self.host = self._line(tr("Interface"), settings.host, 180)
        self.port = self._line(tr("Port"), str(settings.port), 80)
        self.origins = self._line(tr("Sites"), ", ".join(settings.origins))
        self.forms = Switch(theme, tr("Forms of these sites need no signature"))
        self.forms.setChecked(settings.open_forms)
        self.hosts = self._line(tr("Host names"), ", ".join(settings.hosts))
        self.proxies = self._line(tr("Proxies"), ", ".join(settings.proxies))
        card = FormCard(theme)
        card.row(tr("Receive events"), tr("From your website, forms and automations"), self.on)
        card.row(tr("Interface and port"), tr("127.0.0.1 is this computer alone"), self.host, self.port)
        card.row(tr("When the window is closed"), tr("On: it goes on receiving"), self.stays)
        self.body.addWidget(card)
        self.body.addWidget(label(theme, tr("What others need"), step=1, weight=600))
        self._secrets = FormCard(theme)
        self._secret = self._secret_row(tr("Secret to sign with"), tr("For whoever sends events"), "signing")
        self._token = self._secret_row(tr("Token to read with"), tr("For whoever asks where a customer stands"), "reading")
        self.stripe = self._line(tr("Signing secret of Stripe"), "")
        self.stripe.setEchoMode(QLineEdit.EchoMode.Password)
        self.stripe.setPlaceholderText("whsec_…")
        keep = KeyButton(theme, tr("Keep"))
        keep.clicked.connect(self._keep_stripe)
        caption = tr("From the endpoint in Stripe’s dashboard; its events only say that something is new")
        self._secrets.row(tr("Stripe"), caption, self.stripe, keep, stretch=True)
        self.body.addWidget(self._secrets)
        self.body.addWidget(label(theme, tr("Who may send"), step=1, weight=600))
        card = FormCard(theme)
        card.row(
            tr("Sites"), tr("Whose pages may post from a browser, like https://www.example.com"), self.origins, stretch=True
        )
        card.row(tr("Their forms"), tr("On: applications, feedback and gates need no signature"), self.forms)
        card.row(tr("Host names"), tr("By which it is called behind a proxy"), self.hosts, stretch=True)
        card.row(tr("Proxies"), tr("Addresses whose word on the sender is taken"), self.proxies, stretch=True)
        self.body.addWidget(card)
        save = KeyButton(theme, tr("Save"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        save.setObjectName("save events in")
        save.clicked.connect(self.save)
        self.offer(save, leave=tr("Close"))
        self.accepted.connect(self.save)
        self.closed.connect(self._wait_no_longer)
        self._keys = ReceiverKeys()
        self._ask_keys()

    def take_focus(self) -> None:
        """The switch."""
        self.on.setFocus()

    def _line(self, name: str, text: str, width: int = 0) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(name)
        if width:
            line.setFixedWidth(width)
        return line

    def _secret_row(self, name: str, caption: str, kind: str) -> Callable[[str], None]:
        words = label(self.theme, "…", kind="secondary")
        copy = KeyButton(self.theme, tr("Copy"), icon="copy", kind="flat")
        copy.setAccessibleName(tr("Copy: {name}", name=name))
        copy.clicked.connect(partial(self._copy, kind, name))
        new = KeyButton(self.theme, tr("Replace"), icon="refresh", kind="flat")
        new.setAccessibleName(tr("Replace: {name}", name=name))
        new.clicked.connect(partial(self._replace, kind))
        self._secrets.row(name, caption, words, copy, new)
        return words.setText

    def _ask_keys(self) -> None:
        context = self._context
        ask = partial(receiver_keys, context.database.folder, connections(), context.clock())
        self._work.run("receiver keys", ask, self._show_keys, self._say_wrong)

    def _show_keys(self, keys: ReceiverKeys) -> None:
        self._keys = keys
        now = self._context.clock()
        for show, held in ((self._secret, keys.signing), (self._token, keys.reading)):
            older = len(live(held, now)) - 1
            shown = f"{held[0].secret[:10]}…" if held else "–"
            show(tr("{shown} and {count} older", shown=shown, count=older) if older > 0 else shown)
        if keys.stripe:
            self.stripe.setPlaceholderText(tr("kept; a new one takes its place in a week"))

    def _wait_no_longer(self) -> None:
        for kind in ("receiver keys", "receiver secret", "receiver stripe"):
            self._work.drop(kind)

    def _copy(self, kind: str, name: str) -> None:
        held = self._keys.signing if kind == "signing" else self._keys.reading
        if held:
            QGuiApplication.clipboard().setText(held[0].secret)
            self.said.emit(tr("Copied: {name}", name=name), False)

    def _replace(self, kind: str) -> None:
        context = self._context
        work = partial(replace_secret, context.database.folder, connections(), context.clock(), kind)
        self._work.run("receiver secret", work, self._replaced, self._say_wrong)

    def _replaced(self, _secret: str) -> None:
        self.said.emit(tr("A new one is there to copy. The one before holds for another 7 days."), False)
        self._ask_keys()

    def _keep_stripe(self) -> None:
        context, secret = self._context, self.stripe.text().strip()
        work = partial(add_stripe_secret, context.database.folder, connections(), context.clock(), secret)
        self._work.run("receiver stripe", work, self._kept_stripe, self._say_wrong)

    def _kept_stripe(self, _done: None) -> None:
        self.stripe.clear()
        self.said.emit(tr("Stripe’s signing secret is kept"), False)
        self._ask_keys()

    def _say_wrong(self, problem: JourneydeskError) -> None:
        self.refuse(str(problem))

    def save(self) -> None:
        """Keeps what stands there, or says what is wrong with it."""
        try:
            if not self.port.text().strip().isdecimal():
                raise UserError(tr("The port must be a whole number, like 8714."))
            change_receiver(
                self._context,
                on=self.on.isChecked(),
                host=self.host.text().strip(),
                port=int(self.port.text()),
                stays_on=self.stays.isChecked(),
                origins=_several(self.origins),
                open_forms=self.forms.isChecked(),
                hosts=_several(self.hosts),
                proxies=_several(self.proxies),
            )
        except UserError as problem:
            self._say_wrong(problem)
            return
        self.done()
        self.saved.emit()


def _several(line: QLineEdit) -> tuple[str, ...]:
    return tuple(part.strip().rstrip("/") for part in line.text().replace(";", ",").split(",") if part.strip())
