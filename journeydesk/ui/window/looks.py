"""How the window looks on this computer, and what of it is found again at the next start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication

from journeydesk.domain.words import tr
from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.places import FIRST, KEYS
from journeydesk.ui.window.geometry import on_screen

if TYPE_CHECKING:
    from journeydesk.ui.tabs.prospects.tab import ProspectsTab
    from journeydesk.ui.window.host import Host

_KEPT_AFTER_MS = 800
AGAIN = "again"
"""A property of a window after which the program starts anew."""


def chosen_size(preferences: Preferences) -> int:
    """The size of text that was chosen on this computer, in per cent; without a choice what its system last asked for."""
    system = preferences.number("system_text", 100, 100, 200)
    return preferences.number("text_size", system, 50, 300)


class Looks(QObject):
    """Theme, contrast, motion, text size, density and keys are kept at once; place, view, sizes and widths a moment after they changed."""

    def __init__(self, window: "Host", preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self.preferences = preferences
        self._ready = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_KEPT_AFTER_MS)
        self._later.timeout.connect(self.keep)
        KEYBOARD.changed.connect(self._keep_keys)

    def _keep_keys(self) -> None:
        self.preferences.keep({"keys": KEYBOARD.kept()})

    def choose_theme(self, choice: str) -> None:
        """Light, dark, or as the system has it."""
        self._window.theme.choose(choice)
        self.preferences.keep({"theme": choice})

    def choose_contrast(self, choice: str) -> None:
        """Normal, high, or as the system has it."""
        self._window.theme.choose_contrast(choice)
        self.preferences.keep({"contrast": choice})

    def choose_motion(self, choice: str) -> None:
        """Full, reduced, or as the system has it."""
        self._window.theme.motion.choose(choice)
        self.preferences.keep({"motion": choice})

    @property
    def text_size(self) -> int:
        """In per cent; what the system asks for where nobody chose."""
        return chosen_size(self.preferences)

    def choose_text_size(self, size: int) -> None:
        """Larger or smaller text and all around it, from the next start; whether that is now is asked."""
        if size == self.text_size:
            return
        self.preferences.keep({"text_size": size})
        self._offer_to_start_again(
            tr("Start again with text at {size} %?", size=size),
            tr("The size holds from the next start. What you typed is kept, and the window comes back as it is."),
        )

    @property
    def language(self) -> str:
        """The code of the chosen language, or that it follows the system."""
        from journeydesk.services.workspace.speaking import chosen_language

        return chosen_language(self.preferences)

    def choose_language(self, code: str, name: str) -> None:
        """Another language from the next start; whether that is now is asked."""
        if code == self.language:
            return
        self.preferences.keep({"language": code})
        self._offer_to_start_again(
            tr("Start again in the language “{name}”?", name=name),
            tr("The language holds from the next start. What you typed is kept, and the window comes back as it is."),
        )

    def _offer_to_start_again(self, title: str, words: str) -> None:
        from journeydesk.ui.dialogs.confirm_sheet import ConfirmSheet

        sheet = ConfirmSheet(self._window.theme, self._window, title, tr("Start again"), words, kind="primary")
        sheet.confirmed.connect(self._start_again)
        sheet.open()

    def _start_again(self) -> None:
        self._window.setProperty(AGAIN, True)
        self._window.quit()

    def _list(self) -> "ProspectsTab":
        from journeydesk.ui.tabs.prospects.tab import ProspectsTab

        tab = self._window.tab("Prospects")
        assert isinstance(tab, ProspectsTab)
        return tab

    @property
    def compact(self) -> bool:
        """Whether a row of the list is one line."""
        return self._list().table.compact

    def change_density(self) -> None:
        """One line a row where there were two, and the other way round."""
        self._list().table.change_density()
        self.keep()

    @property
    def detail_beside(self) -> bool:
        """Whether the panel stands beside the list, also where nobody opened it."""
        return self._list().detail_beside

    def change_detail(self) -> None:
        """The panel beside the list comes, or goes until somebody is opened."""
        self._list().keep_detail_beside(not self.detail_beside)
        self.keep()

    def bring_back(self) -> None:
        """The window as it was left: on a screen that is there, at the place and view shown last."""
        kept, window = self.preferences, self._window
        left = kept.numbers("geometry")
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        wanted = QRect(*left) if len(left) == 4 else window.geometry()
        place = on_screen(wanted, screens)
        # A screen at scale 2 may be smaller than the least that the window asks for.
        window.setMinimumSize(window.minimumSize().boundedTo(place.size()))
        window.setGeometry(place)
        if kept.flag("maximized"):
            window.showMaximized()
        self._list().bring_back(
            kept.text("view"),
            kept.numbers("splitter"),
            compact=kept.flag("compact"),
            detail=kept.flag("detail", default=True),
        )
        last = kept.text("place", FIRST)
        if last in KEYS and last != window.place:
            window.show_place(last)
        self._ready = True

    def changed(self) -> None:
        """Something of it is another: it is kept when nothing more changes for a moment."""
        if self._ready:
            self._later.start()

    def keep(self) -> None:
        """Keeps how the window stands."""
        window, shown = self._window, self._list()
        self._later.stop()
        normal = window.normalGeometry() if window.isMaximized() else window.geometry()
        values: dict[str, object] = {
            "geometry": [normal.x(), normal.y(), normal.width(), normal.height()],
            "maximized": window.isMaximized(),
            "compact": shown.table.compact,
            "detail": shown.detail_beside,
            "view": shown.view_name,
        }
        if all(sizes := shown.splitter.sizes()):
            values["splitter"] = sizes
        if window.place in KEYS:
            values["place"] = window.place
        self.preferences.keep(values)

    def stop(self) -> None:
        """Keeps what is not kept yet: the window closes."""
        if self._ready:
            self.keep()
            self._ready = False
