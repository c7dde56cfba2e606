"""The account at Make.com: zone and token, then the team where the token sees several. Nothing is kept before Make took it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.scenarios.account import MakeAccount, TeamWanted, connect_make, forget_make, make_account
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.work import Background

_NAMES = 110


class MakeAccountSheet(FramedSheet):
    """`saved` carries the sentence of what was set up or taken away."""

    saved = Signal(str)

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, 560, "Make.com", icon="plug", about=tr("Nothing is run without you"))
        self._context = context
        self._work = Background(self)
        known = make_account(context)
        words = tr(
            "Make a token in your profile at Make, API access, with the scopes user:read, organizations:read, teams:read, "
            "scenarios:read and scenarios:run."
        )
        self.body.addWidget(label(theme, words, kind="secondary", wrap=True))
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _NAMES)
        grid.setColumnStretch(1, 1)
        self.zone = QLineEdit(known.zone if known is not None else "")
        self.zone.setPlaceholderText(tr("eu1, or the address of your Make page"))
        self.token = QLineEdit()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setPlaceholderText(tr("Enter it again to change it") if known is not None else "")
        self.team = Combo(theme)
        self._add(tr("Zone"), self.zone)
        self._add(tr("Token"), self.token)
        self._team_name = self._add(tr("Team"), self.team)
        self._show_team(False)
        self.body.addLayout(grid)
        self.forget = KeyButton(theme, tr("Take the token away"), kind="flat", parent=self.sheet)
        self.forget.clicked.connect(self._forget)
        self.forget.setVisible(known is not None)
        self.save = KeyButton(theme, tr("Check and save"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.save.clicked.connect(self.check_and_save)
        self.foot.addWidget(self.forget)
        self.offer(self.save)
        self.accepted.connect(self.check_and_save)
        for line in (self.zone, self.token):
            line.textEdited.connect(lambda _text: self._show_team(False))

    def take_focus(self) -> None:
        """The first that is missing."""
        (self.token if self.zone.text() else self.zone).setFocus()

    def _add(self, name: str, field: QWidget) -> QWidget:
        row = self._grid.rowCount()
        words = label(self.theme, name, kind="secondary")
        field.setAccessibleName(name)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(field, row, 1)
        return words

    def _show_team(self, shown: bool) -> None:
        if not shown:
            self.team.clear()
        self.team.setVisible(shown)
        self._team_name.setVisible(shown)
        self.fit()

    def check_and_save(self) -> None:
        """Asks Make with the token, and keeps it if it is taken and the team is clear."""
        if not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        self.refuse("")
        chosen = self.team.currentData()
        work = partial(
            connect_make, self._context, config.connections(), self.zone.text(), self.token.text(), chosen if chosen else None
        )
        self._work.run("check", work, self._done, self._refused)

    def _done(self, account: MakeAccount) -> None:
        self.done()
        self.saved.emit(tr("Connected: scenarios of {team}. Nothing is run without you.", team=account.team_name))

    def _refused(self, problem: JourneydeskError) -> None:
        self.save.setEnabled(True)
        self.refuse(str(problem))
        if isinstance(problem, TeamWanted):
            self.team.clear()
            for team in problem.teams:
                self.team.addItem(f"{team.name} ({team.organisation})", team.id)
            self._show_team(True)
            self.team.setFocus()

    def _forget(self) -> None:
        try:
            forget_make(self._context)
        except JourneydeskError as problem:
            self.refuse(str(problem))
            return
        self.done()
        self.saved.emit(tr("The token is taken away; what is known of runs stays."))
