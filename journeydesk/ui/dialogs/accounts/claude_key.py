"""Claude's key: kept once it is taken; what is kept of its texts, and clearing that."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk import config
from journeydesk.domain.words import named, tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.generated.key import connect_claude, forget_claude
from journeydesk.services.generated.writing import asked_lately, clear_kept, kept_texts
from journeydesk.ui.dialogs.accounts.key_sheet import KeySheet
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label

_SHOWN = 5


class ClaudeKeySheet(KeySheet):
    """Below the key stands what is kept of the texts that were written, and how the last ones went."""

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        super().__init__(
            context,
            theme,
            window,
            560,
            tr("Claude"),
            icon="spark",
            about=tr("Drafts for you to approve; nothing is sent by it"),
            words=tr(
                "Texts are asked for with what the record says, without addresses, numbers and links. Without an answer in ten seconds the "
                "built-in text stands in."
            ),
            name=tr("Key of Claude"),
            example="sk-ant-…",
        )
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
        self._count()

    def keeping(self) -> Callable[[], str]:
        return partial(connect_claude, self._context, config.connections(), self.key.text())

    def take_away(self) -> str:
        forget_claude(self._context)
        return tr("The key is taken away. Texts are the built-in ones from now on.")

    def _clear(self) -> None:
        clear_kept(self._context)
        self._count()

    def _count(self) -> None:
        count = len(kept_texts(self._context))
        self.kept.setText(tr_count("{count} text is kept for 7 days", "{count} texts are kept for 7 days", count))
        self.clear.setEnabled(count > 0)
