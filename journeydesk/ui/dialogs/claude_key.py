"""Claude's key: kept once it is taken; what is kept of its texts, and clearing that."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import named, tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.generated.key import connect_claude, forget_claude
from journeydesk.services.generated.writing import asked_lately, clear_kept, kept_texts
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.work import Background

_SHOWN = 5


class ClaudeKeySheet(FramedSheet):
    """`saved` carries the sentence of what was set up or taken away."""

    saved = Signal(str)

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        about = tr("Drafts for you to approve; nothing is sent by it")
        super().__init__(theme, window, 560, tr("Claude"), icon="spark", about=about)
        self._context = context
        self._work = Background(self)
        words = tr(
            "Texts are asked for with what the record says, without addresses, numbers and links. Without an answer in ten seconds the "
            "built-in text stands in."
        )
        self.body.addWidget(label(theme, words, kind="secondary", wrap=True))
        self.key = QLineEdit()
        self.key.setAccessibleName(tr("Key of Claude"))
        self.key.setPlaceholderText("sk-ant-…")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.body.addWidget(self.key)
        kept = QHBoxLayout()
        self.kept = label(theme, step=-1, kind="secondary")
        self.clear = KeyButton(theme, tr("Clear what is kept"), kind="flat")
        self.clear.clicked.connect(self._clear)
        kept.addWidget(self.kept, 1)
        kept.addWidget(self.clear)
        self.body.addLayout(kept)
        for line in asked_lately(context, _SHOWN):
            told = " · ".join(part for part in (line.kind, named(line.outcome), f"{line.seconds:.1f} s", line.detail) if part)
            self.body.addWidget(ElidedLabel(theme, told, step=-1, kind="secondary"))
        self.forget = KeyButton(theme, tr("Take the key away"), kind="flat", parent=self.sheet)
        self.forget.clicked.connect(self._forget)
        self.save = KeyButton(theme, tr("Check and save"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.save.clicked.connect(self.check_and_save)
        self.foot.addWidget(self.forget)
        self.offer(self.save)
        self.accepted.connect(self.check_and_save)
        self._count()

    def take_focus(self) -> None:
        """The key."""
        self.key.setFocus()

    def check_and_save(self) -> None:
        """Asks a question with the key, and keeps it if it is taken."""
        self.save.setEnabled(False)
        self.refuse("")
        work = partial(connect_claude, self._context, config.connections(), self.key.text())
        self._work.run("check", work, self._done, self._refused)

    def _done(self, words: str) -> None:
        self.done()
        self.saved.emit(words)

    def _refused(self, problem: JourneydeskError) -> None:
        self.save.setEnabled(True)
        self.refuse(str(problem))

    def _clear(self) -> None:
        clear_kept(self._context)
        self._count()

    def _count(self) -> None:
        count = len(kept_texts(self._context))
        self.kept.setText(tr_count("{count} text is kept for 7 days", "{count} texts are kept for 7 days", count))
        self.clear.setEnabled(count > 0)

    def _forget(self) -> None:
        try:
            forget_claude(self._context)
        except JourneydeskError as problem:
            self.refuse(str(problem))
            return
        self.done()
        self.saved.emit(tr("The key is taken away. Texts are the built-in ones from now on."))
