"""What a window shows, from the screen: a copy takes a millisecond or two, painting it again many times that."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget


def as_painted(widget: QWidget, place: QRect) -> QPixmap | None:
    """The pixels of a place on a widget as they will be once the keyboard has left it; None where the window was not painted, or
    keeps its pixels where no program may read them."""
    window = widget.window()
    handle = window.windowHandle()
    if handle is None or not handle.isExposed():
        return None
    focused = window.focusWidget()
    if focused is not None:
        # What shows that it has the keyboard would show so beneath whatever takes it.
        focused.clearFocus()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)
    store = window.backingStore()
    pixels = store.paintDevice() if store is not None else None
    if not isinstance(pixels, QImage):
        return None
    ratio = pixels.devicePixelRatio()
    corner = widget.mapTo(window, place.topLeft()) if widget is not window else QPoint(place.topLeft())
    whole = QRect((corner.toPointF() * ratio).toPoint(), (place.size().toSizeF() * ratio).toSize())
    if not pixels.rect().contains(whole):
        return None
    picture = QPixmap.fromImage(pixels.copy(whole))
    picture.setDevicePixelRatio(ratio)
    return picture
