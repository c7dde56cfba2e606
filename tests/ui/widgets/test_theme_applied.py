"""A look is given to the application once; what it has already styles no widget anew."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.ui.theme import Theme


class Counting(QLabel):
    """Counts how often it is styled anew."""

    styled = 0

    def changeEvent(self, event: QEvent) -> None:
        self.styled += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_only_another_look_styles_widgets_anew(qtbot: QtBot) -> None:
    application = make_application()
    theme = Theme(resources() / "icons", "light")
    theme.apply(application)
    label = Counting("Kern & Co")
    qtbot.addWidget(label)
    label.show()
    label.styled = 0
    theme.apply(application)
    theme.choose("light")
    Theme(resources() / "icons", "light").apply(application)
    assert label.styled == 0
    theme.choose("dark")
    assert label.styled > 0
    assert application.palette().window().color() == theme.color("win")
    theme.choose("light")


def test_the_systems_look_is_followed_once(qtbot: QtBot) -> None:
    application = make_application()
    theme = Theme(resources() / "icons", "system")
    for _ in range(3):
        theme.apply(application)
    told: list[None] = []
    theme.changed.connect(lambda: told.append(None))
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    QCoreApplication.processEvents()
    assert len(told) == 1
