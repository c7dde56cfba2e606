"""What Qt says while pictures are written: what matters, and not what a platform without a screen cannot do."""

import pytest
from PySide6.QtCore import qWarning

from journeydesk.ui.program.qt_messages import without_excuses


def test_only_what_matters_of_qts_words_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with without_excuses():
        qWarning("This plugin does not support raise()")
        qWarning("QPainter::begin: Paint device returned engine == 0")
    assert capsys.readouterr().err.splitlines() == ["QPainter::begin: Paint device returned engine == 0"]
