"""The frame of a larger sheet: a head with its title and ×, a middle that scrolls where the window is low, a foot with its buttons."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule

HEAD, FOOT, AROUND = 45, 50, 40


class _Middle(QScrollArea):
    """As tall as what is inside, as long as that leaves room for head and foot."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.most = 10_000

    def sizeHint(self) -> QSize:
        inner = self.widget()
        width = self.width()
        tall = inner.heightForWidth(width) if inner is not None and inner.hasHeightForWidth() else 0
        hint = inner.sizeHint().height() if inner is not None else 0
        return QSize(200, min(max(hint, tall), self.most))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, min(120, self.sizeHint().height()))


class FormSheet(Sheet):
    """`body` is the layout to fill, `foot` that of the foot's buttons."""

    def __init__(self, theme: Theme, window: QWidget, width: int, icon: str, title: str, about: str = "") -> None:
        super().__init__(theme, window, width)
        self.sheet.setAccessibleName(title)
        self.title = label(theme, title, step=2, weight=600)
        self.about = ElidedLabel(theme, about, kind="secondary")
        close = IconButton(theme, "x", tr("Close (Esc)"), parent=self.sheet)
        close.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        close.clicked.connect(self.done)
        head = QHBoxLayout()
        head.setContentsMargins(18, 8, 10, 8)
        head.setSpacing(8)
        head.addWidget(IconLabel(theme, icon, "text"))
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        head.addWidget(close)
        inner = QWidget()
        inner.setProperty("kind", "base")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(12)
        self.middle = _Middle(inner)
        below = QWidget()
        below.setObjectName("formFoot")
        below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below.setStyleSheet("QWidget#formFoot { border-bottom-left-radius: 8px; border-bottom-right-radius: 8px; }")
        below.setProperty("kind", "panel")
        self.foot = QHBoxLayout(below)
        self.foot.setContentsMargins(18, 11, 18, 11)
        self.foot.setSpacing(8)
        self.layout_.addLayout(head)
        self.layout_.addWidget(rule())
        self.layout_.addWidget(self.middle)
        self.layout_.addWidget(rule())
        self.layout_.addWidget(below)

    def fit(self) -> None:
        """What is inside came, went or grew."""
        self.middle.updateGeometry()
        self._place()
        # Words that break know their height once they were laid out.
        QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        self.middle.most = max(140, self.height() - HEAD - FOOT - AROUND)
        self.middle.updateGeometry()
        inner = self.middle.widget()
        layout = inner.layout() if inner is not None else None
        if layout is not None:
            layout.activate()
        self.layout_.activate()
        super()._place()

    def show_part(self, part: QWidget) -> None:
        """Scrolls to what has the keyboard."""
        self.middle.ensureWidgetVisible(part, 0, 24)
