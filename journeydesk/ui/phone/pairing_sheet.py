"""The dialog that pairs a phone: the picture to scan at the left, the three steps and the phones at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.errors import UserError
from journeydesk.domain.phone.pairing import Pairing, Stage
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.phone import pairing
from journeydesk.services.phone.fingerprint import short_fingerprint
from journeydesk.services.phone.pairing import Invitation
from journeydesk.services.phone.settings import change_phone, phone_settings, trouble, usual_address
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.phone.address_row import AddressRow
from journeydesk.ui.phone.code_picture import CodePicture
from journeydesk.ui.phone.digits import Digits
from journeydesk.ui.phone.phone_list import PhoneList
from journeydesk.ui.phone.step_line import StepLine
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, rule, selectable
from journeydesk.ui.widgets.link import link_button

_WIDTH, _PICTURE, _LOOK_MS = 760, 244, 500


class PairPhoneSheet(FramedSheet):
    """Opening it switches the page on, which `switched` says; closing it ends a pairing that is under way. `said` carries a sentence."""

    switched = Signal()
    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, window: QWidget, addresses: Sequence[tuple[str, str]]) -> None:
        """`addresses` are this computer's own, as (name of the interface, address)."""
        super().__init__(theme, window, _WIDTH, tr("Pair a phone"), icon="phone", close=tr("Stop"))
        self._context = context
        self._addresses = addresses
        self._invitation: Invitation | None = None
        self.picture = CodePicture(theme, _PICTURE)
        self._left = label(theme, weight=500, step=-1)
        self._typed = selectable(label(theme, kind="secondary", step=-1, wrap=True))
        self.network = StepLine(theme, 1, tr("Phone and computer are on the same network"))
        self.scan = StepLine(theme, 2, tr("Scan the code with the phone’s camera"))
        self.compare = StepLine(theme, 3, tr("Compare the number"))
        self.digits = Digits(theme)
        self.phones = PhoneList(context, theme)
        self.again = KeyButton(theme, tr("New code"), icon="refresh")
        self.allow = KeyButton(theme, tr("Allow this phone"), kind="primary", key=Action.ACCEPT.cap)
        self._off = link_button(theme, tr("Switch the phone page off"))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(self._columns(theme))
        self.body.addWidget(rule())
        self.body.addLayout(self._promise(theme))
        aside = QWidget()
        at_left = QHBoxLayout(aside)
        at_left.setContentsMargins(0, 0, 0, 0)
        at_left.addWidget(self._off)
        at_left.addStretch(1)
        self.offer(self.allow, leave=tr("Stop"), beside=aside)
        self.again.clicked.connect(self._invite)
        self.allow.clicked.connect(self._allow)
        self.accepted.connect(self._allow)
        self.closed.connect(lambda: pairing.stop(context))
        self._off.clicked.connect(self._switch_off)
        self.phones.removed.connect(lambda name: self.said.emit(tr("{name} may no longer come in.", name=name), False))
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._switch_on()
        self._timer.start()

    def _promise(self, theme: Theme) -> QHBoxLayout:
        words = tr("The phone sees only what you see, and only while this computer is on. You can remove it here at any time.")
        row = QHBoxLayout()
        row.setContentsMargins(18, 9, 18, 9)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "key", "text2", 16))
        row.addWidget(label(theme, words, kind="secondary", step=-1, wrap=True), 1)
        return row

    def _columns(self, theme: Theme) -> QHBoxLayout:
        panel = QWidget()
        panel.setProperty("kind", "panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left = QVBoxLayout(panel)
        left.setContentsMargins(18, 18, 18, 14)
        left.setSpacing(6)
        left.addWidget(self.picture)
        left.addWidget(self._left)
        left.addWidget(self._typed)
        left.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        self._typed.setFixedWidth(_PICTURE)
        self._typed.setMinimumHeight(3 * self._typed.fontMetrics().lineSpacing())
        self.address = AddressRow(phone_settings(self._context), self._addresses)
        self.address.chosen.connect(self._choose)
        self.network.below.addWidget(self.address)
        self.compare.below.addWidget(self.digits)
        right = QVBoxLayout()
        right.setContentsMargins(22, 18, 22, 14)
        right.setSpacing(14)
        for part in (self.network, self.scan, self.compare, self.phones):
            right.addWidget(part)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedWidth(1)
        columns.addWidget(panel)
        columns.addWidget(line)
        columns.addLayout(right, 1)
        return columns

    @property
    def invitation_secret(self) -> str:
        """The secret in the picture; empty where there is none."""
        return self._invitation.secret if self._invitation is not None else ""

    def take_focus(self) -> None:
        self.allow.setFocus() if self.allow.isEnabled() else self.setFocus()

    def _switch_on(self) -> None:
        settings = phone_settings(self._context)
        offered = [address for _, address in self._addresses]
        host = settings.host if settings.host in offered else usual_address(self._addresses)
        if settings.name:
            host = settings.host
        self._choose(host, settings.name)

    def _choose(self, host: str, name: str) -> None:
        self.refuse("")
        if not (host or name):
            self._show(None)
            return
        before = phone_settings(self._context)
        try:
            settings = change_phone(self._context, on=True, host=host or before.host, name=name)
        except UserError as problem:
            self.refuse(str(problem))
            return
        self.address.show_settings(settings)
        if settings != before:
            self.switched.emit()
        self._invite()

    def _switch_off(self) -> None:
        change_phone(self._context, on=False)
        self.switched.emit()
        self.said.emit(tr("The phone page is off. Paired phones come in again when it is on."), False)
        self.done()

    def _invite(self) -> None:
        try:
            self._invitation = pairing.invite(self._context)
        except UserError as problem:
            self._invitation = None
            self.refuse(str(problem))
        self.look()

    def _allow(self) -> None:
        if not self.allow.isEnabled():
            return
        running = pairing.pairing(self._context)
        stage = pairing.agree_by_computer(self._context)
        if stage is Stage.PAIRED and running is not None:
            self._finish(running.name)
        else:
            self.look()

    def _finish(self, name: str) -> None:
        self.said.emit(tr("{name} is paired.", name=name), False)
        self.done()

    def look(self) -> None:
        """Shows where the pairing stands now."""
        running = pairing.pairing(self._context) if self._invitation is not None else None
        if running is not None and running.stage(self._context.clock()) is Stage.PAIRED:
            self._finish(running.name)
            return
        self.phones.read()
        self._show(running)

    def _show(self, running: Pairing | None) -> None:
        settings, why = phone_settings(self._context), trouble(self._context)
        now = self._context.clock()
        stage = running.stage(now) if running is not None else Stage.EXPIRED
        asked = stage is Stage.ASKED and running is not None
        reachable = bool(settings.address) and not why
        if reachable:
            self.network.show_state("done", tr("The phone opens {address}", address=settings.address))
        else:
            self.network.show_state("wrong", why or tr("This computer is in no network that a phone beside it could be in."))
        has_code = self._invitation is not None and stage is Stage.OPEN
        self.picture.show_content(self._content(settings.address))
        self.picture.fade(not has_code)
        self.again.setVisible(stage not in (Stage.OPEN, Stage.ASKED) and reachable)
        self._left.setText(self._left_words(stage, running))
        # A hyphen at which no line breaks.
        code = self._invitation.code.replace("-", "\u2011") if self._invitation is not None else ""
        typed = tr("No camera? Open {address} in the phone’s browser and type {code}.", address=settings.address, code=code)
        self._typed.setText(typed if has_code else "")
        self.scan.show_state(
            "done" if asked else "now" if has_code else "ahead",
            tr("A phone asks to connect: {name}", name=running.name)
            if asked and running
            else self._certificate_words(settings.name),
        )
        agreed = (
            tr("The phone agreed.") if asked and running and running.phone_agreed else tr("It must be the same on the phone.")
        )
        self.compare.show_state("now" if asked else "ahead", agreed if asked else "")
        self.digits.show_number(running.number if asked and running else "")
        enabled = self.allow.isEnabled()
        self.allow.setEnabled(asked)
        if asked and not enabled:
            self.allow.setFocus()
        self.fit()

    def _certificate_words(self, name: str) -> str:
        end = short_fingerprint(self._context.database.folder)
        if name or not end:
            return tr("The page opens by itself.")
        return tr("The browser warns once. The right certificate’s SHA-256 ends with {end}.", end=end)

    def _content(self, address: str) -> str:
        if self._invitation is None or not address:
            return ""
        return f"{address}/phone/pair#{self._invitation.secret}"

    def _left_words(self, stage: Stage, running: Pairing | None) -> str:
        seconds = int(running.left(self._context.clock()).total_seconds()) if running is not None else 0
        left = tr("Valid for {minutes} min {seconds} s", minutes=seconds // 60, seconds=seconds % 60)
        return {
            Stage.OPEN: left,
            Stage.ASKED: tr("Scanned. {left}", left=left),
            Stage.STOPPED: tr("The phone stopped."),
            Stage.LOCKED: tr("Too many wrong codes were typed."),
            Stage.EXPIRED: tr("The code ran out.") if self._invitation is not None else "",
            Stage.PAIRED: "",
        }[stage]
