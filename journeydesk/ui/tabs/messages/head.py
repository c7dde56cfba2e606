"""Whom the message is for, with the way to the prospect and to a call."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.messages.showing import MessageDetail
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import paint_avatar
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, own_direction, tip


class _Avatar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._name = theme, ""
        self.setFixedSize(34, 34)

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_avatar(painter, QRect(0, 0, 34, 34), self._theme, self._name)


class MessageHead(QWidget):
    """Name, company, stage and address."""

    opened = Signal()
    called = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._avatar = _Avatar(theme)
        self.name = ElidedLabel(theme, step=2, weight=600)
        self.facts = ElidedLabel(theme, step=-1, kind="secondary")
        for part in (self.name, self.facts):
            part.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        self._open = KeyButton(theme, tr("Open prospect"), icon="user", kind="flat")
        self._open.clicked.connect(self.opened)
        self._call = IconButton(theme, "phone", tr("Log a call ({key})", key=Action.ALERT_CALL.cap))
        self._call.clicked.connect(self.called)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(12)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addWidget(self._open)
        row.addWidget(self._call)

    def show_prospect(self, detail: MessageDetail) -> None:
        """Shows whom the message is for."""
        row = detail.prospect.row
        stage = f"{row.stage.number} {row.stage.name}" if row.stage is not None else ""
        parts = [row.company if row.contact else "", stage, detail.prospect.email or tr("no e-mail address")]
        self.show_words(row.contact or row.company, [part for part in parts if part], row.company or row.contact)

    def show_words(self, name: str, facts: Sequence[str], pictured: str, *, there: bool = True) -> None:
        """A name with facts below it; the ways to the prospect only where one is `there`."""
        self.name.show_text(name)
        self.facts.show_text(" · ".join(map(own_direction, facts)))
        self._avatar.show_name(pictured)
        self._open.setVisible(there)
        self._call.setVisible(there)

    def fold(self, narrow: bool) -> None:
        """Without words on its button where there is no room for them."""
        self._open.setText("" if narrow else tr("Open prospect"))
        self._open.setAccessibleName(tr("Open prospect"))
        self._open.setToolTip(tip(tr("Open prospect") if narrow else ""))
        self._open.updateGeometry()
