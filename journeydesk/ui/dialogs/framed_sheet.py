"""The frame of a dialog: a head with its title and ×, a middle that scrolls where the window is low, a foot with its buttons."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import in_reading_order
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.window.geometry import ground_of

HEAD, FOOT, AROUND, BESIDE = 45, 50, 40, 48
"""How high head and foot are, and how much of the window stays free above and below a dialog, and at its sides."""

_LEAST = 140


class _Title(ElidedLabel):
    """As wide as its words, where there is room for them."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, step=2, weight=600)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        super().show_text(in_reading_order(text))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.accessibleName()) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class _Inner(QWidget):
    """What scrolls: never higher than its words need at its width, whatever the words would like at another one."""

    def needs(self, width: int) -> int:
        """Its height in px at a width."""
        return self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        if self.hasHeightForWidth():
            return QSize(0, 0)  # the area asks for its height itself
        return super().minimumSizeHint()


class _Middle(QScrollArea):
    """As tall as what is inside, as long as that leaves room for head and foot. Leaves the keys to the dialog."""

    def __init__(self, inner: _Inner, width: int) -> None:
        super().__init__()
        self._inner = inner
        self.width_given = width
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.most = 10_000

    def sizeHint(self) -> QSize:
        return QSize(200, min(self._inner.needs(self.width_given), self.most))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, min(120, self.sizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not for scrolling; what has the keyboard is scrolled to.
        event.ignore()


class FramedSheet(Sheet):
    """`body` is the layout to fill, `head` and `foot` those of the head and the foot; `offer` gives the foot its buttons."""

    def __init__(
        self, theme: Theme, window: QWidget, width: int, title: str, *, icon: str = "", about: str = "", close: str = ""
    ) -> None:
        self._asked = width
        width = min(width, ground_of(window).width() - BESIDE)
        super().__init__(theme, window, width)
        self.sheet.setAccessibleName(title)
        self.heading = _Title(theme, title)
        self.about = ElidedLabel(theme, about, kind="secondary")
        self.icon = IconLabel(theme, icon, "text")
        if not icon:
            self.icon.hide()
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.setContentsMargins(18, 0, 18, 10)
        self.wrong.hide()
        self.layout_.addLayout(self._head(close))
        self.layout_.addWidget(rule())
        self.layout_.addWidget(self._middle(width))
        self.layout_.addWidget(self.wrong)
        self.layout_.addWidget(rule())
        self.layout_.addWidget(self._foot())

    def _head(self, close: str) -> QHBoxLayout:
        shut = IconButton(self.theme, "x", f"{close or tr('Close')} ({Action.CLOSE.label})", parent=self.sheet)
        shut.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        shut.clicked.connect(self.done)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(18, 8, 10, 8)
        self.head.setSpacing(8)
        self.head.addWidget(self.icon)
        self.head.addWidget(self.heading)
        self.head.addWidget(self.about, 1)
        self.head.addWidget(shut)
        return self.head

    def _middle(self, width: int) -> QWidget:
        inner = _Inner()
        inner.setProperty("kind", "base")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(10)
        self.middle = _Middle(inner, width)
        inner.installEventFilter(self)
        return self.middle

    def _foot(self) -> QWidget:
        below = QWidget()
        below.setObjectName("sheetFoot")
        below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below.setStyleSheet("QWidget#sheetFoot { border-bottom-left-radius: 8px; border-bottom-right-radius: 8px; }")
        below.setProperty("kind", "panel")
        self.foot = QHBoxLayout(below)
        self.foot.setContentsMargins(18, 11, 18, 11)
        self.foot.setSpacing(8)
        return below

    def offer(self, *buttons: QPushButton, leave: str = "", beside: QWidget | None = None) -> QPushButton:
        """The way out, and behind it what is done, at the right of the foot; `beside` has the room at the left. Returns the way out."""
        out = KeyButton(self.theme, leave or tr("Cancel"), key=Action.CLOSE.cap, parent=self.sheet)
        out.clicked.connect(self.done)
        if beside is None:
            self.foot.addStretch(1)
        else:
            self.foot.addWidget(beside, 1)
        for button in (out, *buttons):
            self.foot.addWidget(button)
        return out

    def refuse(self, words: str) -> None:
        """Says above the foot what is wrong; nothing is lost. Empty words take it away."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.fit()

    def fit(self) -> None:
        """What is inside came, went or grew."""
        self.middle.updateGeometry()
        self._place()
        # Words that break know their height once they were laid out.
        QTimer.singleShot(0, self, self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.middle.widget():
            if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
                self.fit()
            return False
        return super().eventFilter(watched, event)

    def _take_width(self) -> None:
        """A window that became narrower while it is open has no less of it."""
        width = min(self._asked, ground_of(self._window).width() - BESIDE)
        if width != self.sheet.width():
            self.sheet.setFixedWidth(width)
            self.middle.width_given = width
            self.show_width(width)

    def show_width(self, width: int) -> None:
        """The dialog is so wide now; for those that divide it themselves."""

    def _place(self) -> None:
        self._take_width()
        wrong = self.wrong.sizeHint().height() if self.wrong.isVisibleTo(self.sheet) else 0
        self.middle.most = max(_LEAST, self.height() - HEAD - FOOT - AROUND - wrong)
        self.middle.updateGeometry()
        self.body.activate()
        self.layout_.activate()
        super()._place()

    def show_part(self, part: QWidget) -> None:
        """Scrolls to what has the keyboard."""
        self.middle.ensureWidgetVisible(part, 0, 24)
