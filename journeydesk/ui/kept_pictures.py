"""What looks the same wherever it stands is painted once, and copied from then on."""

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPixmap

from journeydesk.ui.mirror import turn, turned_back

Paint = Callable[[QPainter, QRect], None]

_asked: ref[QPainter] | None = None
_ratio: float | None = None


def pixels_a_point(painter: QPainter) -> float | None:
    """How many pixels a point has on the screen, or in the picture, that it paints; None on paper and where the system paints.

    A painted list asks for each of its words and marks, and the answer costs a third of painting one. So each painter is asked once:
    it stays on what it was made for.
    """
    global _asked, _ratio
    if _asked is None or _asked() is not painter:
        is_picture = painter.paintEngine().type() is QPaintEngine.Type.Raster
        _ratio = painter.device().devicePixelRatio() if is_picture else None
        _asked = ref(painter)
    return _ratio


class KeptPictures:
    """Copies of what was painted, at most so many: those not used for longest go first. Whoever keeps them clears them when the theme
    changes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def __len__(self) -> int:
        return len(self._pictures)

    def clear(self) -> None:
        """Forgets them all."""
        self._pictures.clear()

    def paint(self, painter: QPainter, rect: QRect, key: tuple[object, ...], paint: Paint) -> None:
        """Paints into `rect` from the copy that was made for this key, this size and this screen; on paper and where the painter scales
        `paint` itself paints there. `key` names all that it shows."""
        if rect.isEmpty():
            # A bar in a panel that has no width yet.
            return
        transform = painter.transform()
        turned = transform.m11() == -1
        ratio = pixels_a_point(painter)
        if ratio is None or (transform.isScaling() and not turned):
            paint(painter, rect)
            return
        whole = (*key, rect.width(), rect.height(), ratio, turned)
        picture = self._pictures.pop(whole, None)
        if picture is None:
            picture = _copy_of(rect.size(), ratio, paint, turned)
            if len(self._pictures) >= self._most:
                del self._pictures[next(iter(self._pictures))]
        self._pictures[whole] = picture
        if not turned:
            painter.drawPixmap(rect.topLeft(), picture)
            return
        # The copy is mirrored already.
        with turned_back(painter, rect):
            painter.drawPixmap(rect.topLeft(), picture)


def _copy_of(size: QSize, ratio: float, paint: Paint, turned: bool) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if turned:
            turn(painter, QRect(QPoint(0, 0), size))
        paint(painter, QRect(QPoint(0, 0), size))
    return without_its_painter(picture)


def without_its_painter(picture: QPixmap) -> QPixmap:
    """The same picture, to be kept: one that was painted on keeps some 6 KB for who may paint on it again, more than most hold."""
    return picture.copy()
