"""The size of text: the whole interface grows with it, so that nothing that was drawn for one size is cut in another.

Qt scales every window of a program by a factor that is fixed when the program starts. So a size that a person chooses holds from
the next start, and a system with large text is followed by starting once more before anything is shown.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QFontDatabase, QFontInfo

SIZES = (100, 110, 125, 150, 175, 200)
"""Per cent, as a person can choose them."""

_FACTOR = "QT_SCALE_FACTOR"
_BEGUN_AGAIN = "JOURNEYDESK_BEGUN_AGAIN"
_USUAL_PIXELS = {"win32": 12.0, "darwin": 13.0}
_USUAL_ELSEWHERE = 14.67
"""The height of the system's interface font where nobody changed it: 9 points on Windows, 13 on macOS, 11 on most of Linux."""


def nearest_size(pixels: float, platform: str = sys.platform) -> int:
    """The largest of the sizes that a system's font of this height asks for, in per cent; never below 100.

    A system that is a little larger than usual is as the design has it: its text is not smaller than there.
    """
    wanted = 100 * pixels / _USUAL_PIXELS.get(platform, _USUAL_ELSEWHERE)
    return max((size for size in SIZES if size <= wanted + 1), default=SIZES[0])


def system_size() -> int:
    """What the system's own font asks for, in per cent. Needs the application."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return nearest_size(QFontInfo(font).pixelSize())


@contextmanager
def scaled(per_cent: int) -> Iterator[None]:
    """An application made within is larger by so much, beside the factor that the environment asks for; programs started later
    are not."""
    before = os.environ.get(_FACTOR)
    try:
        asked = float(before) if before else 1.0
    except ValueError:
        asked = 1.0
    if per_cent != 100:
        os.environ[_FACTOR] = f"{asked * per_cent / 100:g}"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_FACTOR, None)
        else:
            os.environ[_FACTOR] = before


def has_begun_again() -> bool:
    """Whether this program took its own place already: it does so once, even where what it learned could not be kept. Asked once;
    programs that it starts later may do it again."""
    return os.environ.pop(_BEGUN_AGAIN, None) is not None


def begin_again(program: list[str]) -> int:
    """This program once more in the place of this one; where that cannot be, beside it. Returns its exit status."""
    os.environ[_BEGUN_AGAIN] = "1"
    if os.name == "posix":
        os.execv(program[0], program)  # noqa: S606 - our own program
    return subprocess.call(program)
