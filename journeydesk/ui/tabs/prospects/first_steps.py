"""What a new workspace offers where its list will be: connect, bring in a list, begin by hand, look around, restore."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, rule

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

TITLE = tr("No prospects yet")
_CAPTION = tr("This workspace is new. Choose how to start; you can do the others later.")
_OFFLINE = tr("You can start offline. Airtable and Stripe can be connected at any time.")
_WIDTH, _BUTTON = 560, 158
HINTS: tuple[Hint, ...] = (
    hint(tr("connect Airtable"), Action.TAKE),
    hint(tr("new prospect"), Action.NEW_PROSPECT),
    hint(tr("import"), Action.IMPORT),
    hint(tr("commands"), Action.PALETTE),
    hint(tr("help"), Action.GUIDE),
)


class _Tile(QWidget):
    """An icon on a small ground."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("line2"), 1))
            painter.setBrush(self._theme.color("panel"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            self._theme.paint_icon(painter, QRectF(9, 9, 18, 18), self._icon, "text")


class FirstSteps(QWidget):
    """Stands in the middle of the empty list; its first button has the keyboard, arrows go to the others."""

    def __init__(self, theme: Theme, window: "Host") -> None:
        super().__init__()
        self._theme = theme
        self._keys = KeyMap(
            Scope.FIELDS,
            {Action.TAKE: self._press, Action.DOWN: lambda: self._step(1), Action.UP: lambda: self._step(-1)},
        )
        self.buttons: list[KeyButton] = []
        self.setAccessibleName(TITLE)
        deeds = window.deeds
        held = QWidget()
        held.setFixedWidth(_WIDTH)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(theme, TITLE, step=7, weight=600))
        column.addWidget(label(theme, _CAPTION, kind="secondary", wrap=True))
        column.addSpacing(10)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._rows = QVBoxLayout(self._card)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        connect = self._row(
            "table",
            tr("Connect Airtable"),
            tr("Bring in the prospects your team already has"),
            tr("Connect"),
            window.sync.set_up,
        )
        connect.setProperty("kind", "primary")
        files = tr("CSV, Excel or contacts; you check before saving")
        self._row("upload", tr("Import a list"), files, tr("Choose file…"), deeds.choose_import, Action.IMPORT.cap)
        key = Action.NEW_PROSPECT.cap
        self._row(
            "plus",
            tr("Add the first prospect by hand"),
            tr("A company name is enough"),
            tr("New prospect"),
            window.new_prospect,
            key,
        )
        sample = tr("An invented team; closing its window removes it")
        self._row("eye", tr("Look around with sample data"), sample, tr("Open samples"), deeds.show_samples)
        self._row("history", tr("Restore a backup"), tr("A copy of a workspace you had"), tr("Choose copy…"), deeds.restore)
        column.addWidget(self._card)
        column.addSpacing(8)
        offline = QHBoxLayout()
        offline.setSpacing(8)
        offline.addWidget(IconLabel(theme, "cloud-off", "text2"))
        offline.addWidget(label(theme, _OFFLINE, step=-1, kind="secondary"), 1)
        column.addLayout(offline)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(held, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _row(self, icon: str, title: str, words: str, button: str, run: Callable[[], object], key: str = "") -> KeyButton:
        if self.buttons:
            self._rows.addWidget(rule())
        held = QWidget()
        held.setMinimumHeight(62)
        row = QHBoxLayout(held)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(18)
        row.addWidget(_Tile(self._theme, icon))
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addStretch(1)
        text.addWidget(label(self._theme, title, weight=600))
        text.addWidget(label(self._theme, words, step=-1, kind="secondary", wrap=True))
        text.addStretch(1)
        row.addLayout(text, 1)
        press = KeyButton(self._theme, button, key=key or (Action.TAKE.cap if not self.buttons else ""))
        press.clicked.connect(lambda _checked=False: run())
        row.addWidget(press)
        self._rows.addWidget(held)
        self.buttons.append(press)
        wide = max(_BUTTON, *(each.sizeHint().width() for each in self.buttons))
        for each in self.buttons:
            each.setFixedWidth(wide)
        return press

    def take_focus(self) -> None:
        """Enter connects."""
        self.buttons[0].setFocus()

    def _press(self) -> bool:
        focus = next((button for button in self.buttons if button.hasFocus()), None)
        if focus is not None:
            focus.click()
        return focus is not None

    def _step(self, by: int) -> None:
        place = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), 0) + by
        if 0 <= place < len(self.buttons):
            self.buttons[place].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
