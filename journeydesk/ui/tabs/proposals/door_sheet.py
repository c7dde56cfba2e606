"""The agent's door: opening and closing it, and what an assistant's settings need, to copy."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.agent.card import is_door_open, open_door, snippet
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label

_HEIGHT = 190


class AgentDoorSheet(FramedSheet):
    """`opened` tells that it was opened, so that it can be checked; `said` carries a sentence and whether Undo belongs to it."""

    opened = Signal()
    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        about = tr("Assistants read and propose, you decide")
        super().__init__(theme, window, 620, tr("Agent door"), icon="plug", about=about)
        self._context = context
        is_open = is_door_open(context)
        words = tr(
            "An assistant on this computer, such as Claude Desktop, may read prospects, history, today’s list and figures, and propose "
            "changes. Each proposal waits in Alerts, Proposals until you approve it. The assistant may hand what it reads to its maker."
        )
        self.body.addWidget(label(theme, words, kind="secondary", wrap=True))
        self.body.addWidget(label(theme, tr("For the assistant’s settings (MCP servers)"), step=-1, weight=500))
        text, note = snippet(config.connections())
        self.snippet = QPlainTextEdit(text)
        self.snippet.setReadOnly(True)
        self.snippet.setTabChangesFocus(True)
        self.snippet.setFixedHeight(_HEIGHT)
        self.snippet.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.snippet.setAccessibleName(tr("For the assistant’s settings (MCP servers)"))
        self.body.addWidget(self.snippet)
        if note:
            self.body.addWidget(label(theme, note, kind="secondary", wrap=True))
        self.copy = KeyButton(theme, tr("Copy"), icon="copy", parent=self.sheet)
        self.copy.clicked.connect(self._copy)
        self.close_door = KeyButton(theme, tr("Close the door"), kind="flat", parent=self.sheet)
        self.close_door.clicked.connect(partial(self._switch, False))
        self.close_door.setVisible(is_open)
        self.open_door = KeyButton(theme, tr("Open the door"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.open_door.clicked.connect(partial(self._switch, True))
        self.open_door.setVisible(not is_open)
        self.foot.addWidget(self.close_door)
        self.offer(self.copy, self.open_door, leave=tr("Close"))
        self.accepted.connect(lambda: self._switch(True) if not is_door_open(context) else self.done())

    def take_focus(self) -> None:
        """What is done next."""
        (self.open_door if self.open_door.isVisible() else self.copy).setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.snippet.toPlainText())
        self.said.emit(tr("Copied. Paste it into the assistant’s settings."), False)

    def _switch(self, opened: bool) -> None:
        try:
            open_door(self._context, opened)
        except JourneydeskError as problem:
            self.refuse(str(problem))
            return
        self.done()
        if opened:
            self.opened.emit()
            self.said.emit(tr("The agent door is open."), False)
        else:
            self.said.emit(tr("The agent door is closed. What was proposed stays."), False)
