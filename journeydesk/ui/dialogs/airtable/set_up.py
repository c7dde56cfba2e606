"""Connecting Airtable in the window: token and base, what is what, Stripe, first sync. Airtable is only read before the last step."""

from functools import partial

from PySide6.QtCore import QLocale, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr, tr_count
from journeydesk.remote.opening import RemoteAccess
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.mapping.applying import MappingDraft, apply_mapping, open_mapping
from journeydesk.services.sync.mapping.kept import forget_draft, keep_draft, kept_draft, matched_again
from journeydesk.services.workspace.region import Region, is_first_of_team, region_of_computer, take_region
from journeydesk.ui.dialogs.airtable.access_page import AccessPage
from journeydesk.ui.dialogs.airtable.first_sync import FirstSync
from journeydesk.ui.dialogs.airtable.foot import SetUpFoot
from journeydesk.ui.dialogs.airtable.mapping.page import MappingPage
from journeydesk.ui.dialogs.airtable.mapping.side import MappingSide
from journeydesk.ui.dialogs.airtable.mapping.words import decision_words
from journeydesk.ui.dialogs.airtable.steps import Steps
from journeydesk.ui.dialogs.airtable.stripe_page import StripePage
from journeydesk.ui.dialogs.airtable.work import SetUpWork
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import rule
from journeydesk.ui.window.geometry import ground_of
from journeydesk.ui.work import Background

_STEPS = (
    (tr("Connect Airtable"), tr("Token and base")),
    (tr("Match your base"), tr("What is what")),
    (tr("Connect Stripe"), tr("Payments and LTV, optional")),
    (tr("First sync"), tr("A few minutes")),
)
_ACCESS, _MAPPING, _STRIPE, _SYNC = range(4)
_ONLY_READ = tr("Airtable is only read until the last step.")


class AirtableSetUp(Sheet):
    """Covers the window. `sync_requested` asks for the first sync once the base is connected."""

    sync_requested = Signal()

    def __init__(self, context: Context, theme: Theme, window: QWidget, work: Background, known: Connections) -> None:
        super().__init__(theme, window, ground_of(window).width())
        self._context = context
        self._work = SetUpWork(work, self)
        self._read_for: RemoteAccess | None = None
        self._problem = ""
        self.sheet.setProperty("kind", "base")
        self.sheet.setAccessibleName(tr("Set up Journeydesk"))
        self.steps = Steps(theme, _STEPS, self.sheet)
        self.side = MappingSide(theme, _MAPPING, len(_STEPS), self.sheet)
        self.access = AccessPage(context, theme, known, self._work, self.sheet)
        self.mapping = MappingPage(context, theme, self.side, self.sheet)
        self.stripe = StripePage(context, theme, known, self._work, self.sheet)
        self.first_sync = FirstSync(context, theme, self.sheet)
        self.foot = SetUpFoot(theme, self.sheet)
        self._keys = KeyMap(
            Scope.SET_UP,
            {
                Action.NEXT_PROBLEM: self._next_problem,
                Action.ACCEPT_LIKELY: self._accept_likely,
                Action.STEP_BACK: self.go_back,
            },
        )
        self._lay_out()
        self._connect_parts()
        self._show_state()

    def _place(self) -> None:
        self.sheet.setFixedSize(self.size())
        self.sheet.move(0, 0)

    def _lay_out(self) -> None:
        self.pages = QStackedWidget(self.sheet)
        for page in (self.access, self.mapping, self.stripe, self.first_sync):
            self.pages.addWidget(page)
        self._right = QVBoxLayout()
        self._right.addWidget(self.pages, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._right, 1)
        column.addWidget(rule())
        column.addWidget(self.foot)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.steps)
        body.addWidget(self.side)
        body.addLayout(column, 1)
        self.layout_.addLayout(body, 1)

    def _connect_parts(self) -> None:
        self._work.changed.connect(self._show_state)
        self.access.changed.connect(self._show_state)
        self.access.entered.connect(self.go_on)
        self.mapping.changed.connect(self._show_state)
        self.mapping.again_requested.connect(self._match_again)
        self.stripe.changed.connect(self._show_state)
        self.foot.back.clicked.connect(self.go_back)
        self.foot.stop.clicked.connect(self._stop)
        self.foot.on.clicked.connect(self.go_on)
        self.accepted.connect(self.go_on)

    def take_focus(self) -> None:
        """The token first."""
        self.access.token.setFocus()

    @property
    def step(self) -> int:
        """Which of the steps is shown, from 0."""
        return self.pages.currentIndex()

    def _show_step(self, step: int) -> None:
        self.pages.setCurrentIndex(step)
        self._problem = ""
        self._show_state()
        if step == _ACCESS:
            self.access.base.setFocus()
        elif step == _MAPPING:
            self.mapping.take_focus()
        elif step == _STRIPE:
            self.stripe.read()
            self.stripe.key.setFocus()
        else:
            self.foot.on.setFocus()

    def _show_state(self) -> None:
        """Which buttons can be pressed, and what stands beside them."""
        step, busy, draft = self.step, self._work.busy, self.mapping.draft
        edge = 28 if step == _MAPPING else 40
        self._right.setContentsMargins(edge, 20 if step == _MAPPING else 24, edge, 14)
        self.side.setVisible(step == _MAPPING)
        self.steps.setVisible(step != _MAPPING)
        self.steps.show_step(step)
        self.foot.back.setVisible(step in (_MAPPING, _STRIPE))
        self.foot.stop.setVisible(step != _SYNC)
        self.foot.stop.setText(tr("Save and stop") if step in (_MAPPING, _STRIPE) else tr("Skip for now"))
        self.foot.on.setText(tr("Open Journeydesk") if step == _SYNC else tr("Continue"))
        ready = {
            _ACCESS: self.access.access is not None,
            _MAPPING: draft is not None and not draft.decisions_left(),
            _STRIPE: not self.stripe.unsettled,
            _SYNC: True,
        }[step]
        self.foot.on.setEnabled(ready and (not busy or step == _SYNC))
        self.foot.back.setEnabled(not self._work.holds_step)
        self.mapping.setEnabled(not (busy and step == _MAPPING))
        self.foot.fit()
        if not busy:
            self.foot.say(*self._words())

    def _words(self) -> tuple[str, str, str]:
        """What stands at the foot: what matters most, the rest, and the icon's state."""
        draft = self.mapping.draft
        if self._problem:
            return "", self._problem, "warn"
        if self.step == _ACCESS:
            return "", tr("Choose the base that holds your prospects.") if self.access.asks_for_base else "", ""
        if self.step == _MAPPING and draft is not None:
            left = draft.decisions_left()
            if left:
                return (
                    tr_count("{count} decision left:", "{count} decisions left:", left),
                    f"{decision_words(draft)}. {_ONLY_READ}",
                    "warn",
                )
            likely = len(draft.likely_left())
            guesses = (
                tr_count(
                    "{count} likely guess will be taken as shown. ", "{count} likely guesses will be taken as shown. ", likely
                )
                if likely
                else ""
            )
            return tr("Everything is decided."), f"{guesses}{_ONLY_READ}", "ok"
        if self.step == _STRIPE and self.stripe.unsettled:
            return "", tr("The key is not kept yet. Check it, or empty the field to go on without Stripe."), ""
        if self.step == _STRIPE and draft is not None:
            new = len(draft.to_create())
            made = (
                tr("{new} table{extra} and fields are created in Airtable", new=new, extra="s" if new > 1 else "")
                if new
                else tr("Nothing is created")
            )
            return "", tr("With Continue the base is connected. {made}.", made=made), ""
        return "", "", ""

    def _failed(self, problem: JourneydeskError) -> None:
        self._problem = str(problem)

    def _say_busy(self, words: str) -> None:
        self.foot.say("", words, "")

    def go_on(self) -> None:
        """To the next step; from the last one into the window."""
        if not self.foot.on.isEnabled():
            return
        self._problem = ""
        if self.step == _ACCESS:
            self._read_base()
        elif self.step == _MAPPING:
            self._show_step(_STRIPE)
        elif self.step == _STRIPE:
            self._connect()
        else:
            self.done()

    def go_back(self) -> bool:
        """To the step before; False where there is none."""
        if self.step not in (_MAPPING, _STRIPE) or not self.foot.back.isEnabled():
            return False
        self._show_step(self.step - 1)
        return True

    def _read_base(self) -> None:
        access = self.access.access
        if access is None:
            return
        if self._read_for == access and self.mapping.draft is not None:
            self._show_step(_MAPPING)
            return
        context = self._context

        def read() -> tuple[RemoteAccess, MappingDraft]:
            return access, kept_draft(context, access.base) or open_mapping(context, access)

        self._work.run("base", read, self._base_was_read, self._failed)
        self._say_busy(tr("Reading the base…"))

    def _base_was_read(self, answer: tuple[RemoteAccess, MappingDraft]) -> None:
        self._read_for, draft = answer
        self.show_draft(draft)

    def show_draft(self, draft: MappingDraft, slug: str = "") -> None:
        """Goes to the step of the mapping with this draft."""
        self.mapping.show_draft(draft, slug)
        self._show_step(_MAPPING)

    def _match_again(self, slug: str) -> None:
        access, before = self._read_for, self.mapping.draft
        if access is None or before is None:
            return
        self._problem = ""

        def shown(fresh: MappingDraft) -> None:
            self.mapping.show_draft(matched_again(before, fresh, slug), slug)
            self._show_step(_MAPPING)

        self._work.run("base", partial(open_mapping, self._context, access), shown, self._failed)
        self._say_busy(tr("Reading the base…"))

    def _connect(self) -> None:
        access, draft, context = self._read_for, self.mapping.draft, self._context
        if access is None or draft is None:
            return

        def connect() -> str:
            is_first = is_first_of_team(context, access, draft)
            apply_mapping(context, access, draft, create=True)
            forget_draft(context)
            return take_region(context, region_of_computer(otherwise=_region_by_qt())) if is_first else ""

        self._work.run("connect", connect, self._connected, self._failed)
        self._say_busy(tr("Creating what is missing…") if draft.to_create() else tr("Connecting…"))

    def _connected(self, region: str) -> None:
        self._show_step(_SYNC)
        self.first_sync.show_region(region)
        self.sync_requested.emit()
        self.first_sync.read()

    def _stop(self) -> None:
        draft, access = self.mapping.draft, self._read_for
        if self.step in (_MAPPING, _STRIPE) and draft is not None and access is not None:
            keep_draft(self._context, access.base, draft)
        self.done()

    def _next_problem(self) -> bool:
        if self.step != _MAPPING or not self.mapping.isEnabled():
            return False
        self.mapping.next_problem()
        return True

    def _accept_likely(self) -> bool:
        if self.step != _MAPPING or not self.mapping.isEnabled():
            return False
        self.mapping.accept_likely()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def refresh(self, change: Change) -> None:
        """The first sync tells how far it is."""
        if "sync" in change.kinds and self.step == _SYNC:
            self.first_sync.read()


def _region_by_qt() -> Region:
    """What Windows and macOS know beside the environment."""
    symbol = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    return Region(bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore"), symbol)
