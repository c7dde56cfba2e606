"""What a painter paints on is known whichever was asked about before."""

from pathlib import Path

from PySide6.QtGui import QImage, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from journeydesk.ui.kept_pictures import pixels_a_point


def _image(ratio: float) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    return image


def test_painters_side_by_side_keep_their_own_pixels(qtbot: QtBot) -> None:
    images = _image(2), _image(1.25)
    with QPainter(images[0]) as fine, QPainter(images[1]) as coarse:
        assert [pixels_a_point(painter) for painter in (fine, fine, coarse, fine, coarse)] == [2, 2, 1.25, 2, 1.25]


def test_a_painter_in_the_place_of_one_that_went_is_asked_anew(qtbot: QtBot) -> None:
    found = []
    for ratio in (1, 2, 1.5, 1):
        image = _image(ratio)
        # Each may lie where the one before lay.
        with QPainter(image) as painter:
            found.append(pixels_a_point(painter))
        del painter
    assert found == [1, 2, 1.5, 1]


def test_paper_has_no_pixels(qtbot: QtBot, tmp_path: Path) -> None:
    screen = _image(1)
    with QPainter(screen) as painter:
        assert pixels_a_point(painter) == 1
    paper = QPdfWriter(str(tmp_path / "page.pdf"))
    with QPainter(paper) as painter:
        assert pixels_a_point(painter) is None
