"""A contact as a QR code: a phone's camera takes it into its contacts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.domain.written.contact_card import Contact
from journeydesk.services.fields.contacts import contact_code
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

_SIDE = 300


class Code(QWidget):
    """Dark on white in both themes: a camera reads nothing else as surely."""

    def __init__(self, modules: tuple[tuple[bool, ...], ...]) -> None:
        super().__init__()
        self.modules = modules
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            # Whole pixels to a module, or some would be wider than others.
            size = max(1, _SIDE // len(self.modules))
            edge = (_SIDE - size * len(self.modules)) // 2
            for y, row in enumerate(self.modules):
                for x, dark in enumerate(row):
                    if dark:
                        painter.fillRect(QRectF(edge + x * size, edge + y * size, size, size), Qt.GlobalColor.black)


class CodeSheet(FramedSheet):
    """What the code says stands below it."""

    def __init__(self, theme: Theme, window: QWidget, contact: Contact) -> None:
        super().__init__(theme, window, 400, tr("Scan to save the contact"), icon="phone")
        self.code = Code(contact_code(contact))
        self.code.setAccessibleName(tr("QR code with the contact of {name}", name=contact.shown))
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(label(theme, contact.shown, weight=600))
        said = " · ".join(part for part in (contact.company if contact.name else "", contact.phone, contact.email) if part)
        self.body.addWidget(label(theme, said or tr("Neither number nor address is known yet."), kind="secondary", wrap=True))
        self.offer(leave=tr("Close"))
