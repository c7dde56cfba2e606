"""The guide's window: contents and search at the left, the text beside them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeydesk.domain.words import tr, tr_count
from journeydesk.ui.guide.reader import Reader
from journeydesk.ui.guide.text import Chapter, chapters, whole
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

_PAGES = {tr("Guide"): "guide", tr("What’s new"): "news"}
_CHAPTER = Qt.ItemDataRole.UserRole


def show_guide(window: "Host", page: str = "guide") -> "GuideWindow":
    """The guide on a page, in the one window that it has."""
    guide = next(iter(window.findChildren(GuideWindow)), None) or GuideWindow(window.theme, window)
    guide.show_page(page)
    guide.show()
    guide.raise_()
    guide.activateWindow()
    return guide


class GuideWindow(QWidget):
    """Typing looks for words; Enter goes to the next place where they stand, Escape closes."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._theme = theme
        self._page = ""
        self._chapters: list[Chapter] = []
        self._keys = KeyMap(Scope.FIELDS, {Action.LEAVE: self.close, Action.TAKE: self.find_next})
        self.setWindowTitle(tr("Journeydesk help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1080, 760)
        self.pages = Segments(theme, tr("Page"), tuple(_PAGES))
        self.pages.chosen.connect(lambda name: self.show_page(_PAGES[name]))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find in the guide"))
        self.search.setAccessibleName(tr("Find in the guide"))
        self.search.setClearButtonEnabled(True)
        self.contents = QListWidget()
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.setWordWrap(True)
        self.contents.setSpacing(2)
        self.found = label(theme, step=-1, kind="secondary", wrap=True)
        self.reader = Reader(theme)
        self.search.textChanged.connect(self.look_for)
        self.contents.currentItemChanged.connect(self._go)
        left = QVBoxLayout()
        left.setContentsMargins(12, 12, 12, 12)
        left.setSpacing(8)
        for part in (self.pages, self.search, self.found):
            left.addWidget(part)
        left.addWidget(self.contents, 1)
        side = QWidget()
        side.setProperty("kind", "win")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setLayout(left)
        side.setFixedWidth(280)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.reader, 1)
        theme.changed.connect(self.reader.renew)
        self.search.setFocus()

    def show_page(self, page: str) -> None:
        """Shows "guide" or "news"."""
        if page == self._page:
            return
        self._page = page
        self.pages.choose(next(name for name, known in _PAGES.items() if known == page))
        try:
            self._chapters = chapters(page)
            self.reader.show_text(whole(page))
        except OSError as problem:
            self._chapters = []
            self.reader.show_text(
                tr(
                    "This page is missing from the installation ({strerror}). Install Journeydesk again.",
                    strerror=problem.strerror,
                )
            )
        self.look_for(self.search.text())

    def look_for(self, typed: str) -> None:
        """Keeps the chapters that have the words, and marks each place."""
        self.contents.blockSignals(True)
        self.contents.clear()
        for chapter in self._chapters:
            if chapter.has(typed):
                item = QListWidgetItem(f"{'    ' if chapter.level == 3 else ''}{chapter.title}")
                item.setData(_CHAPTER, chapter.title)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, chapter.title)
                self.contents.addItem(item)
        self.contents.blockSignals(False)
        places = self.reader.mark(typed)
        words = (
            "" if not typed.strip() else tr_count("{count} place", "{count} places", places) if places else tr("Nothing found")
        )
        self.found.setText(words)
        self.found.setVisible(bool(words))
        if places:
            self.reader.go_on(typed)

    def find_next(self) -> None:
        """Goes to the next place of the words, or into the chapter that is chosen."""
        if self.search.text().strip():
            self.reader.go_on(self.search.text())
        elif self.contents.currentItem() is not None:
            self._go(self.contents.currentItem())

    def _go(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None:
            self.reader.go_to_heading(str(item.data(_CHAPTER)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
