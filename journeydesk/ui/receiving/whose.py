"""Whom a sample is for: the test customer, or a prospect that is found by a few letters."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.words import tr
from journeydesk.services.commands.records import key_of
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.search import search_prospects
from journeydesk.services.receiver.trying import TEST_CUSTOMER
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.combo import Combo

_LETTERS, _HITS = 2, 8


class WhoseEvent(Combo):
    """`customer_chosen` carries the customer id of a sample."""

    customer_chosen = Signal(str)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__(theme)
        self._context = context
        self._keys: dict[str, str] = {}
        self.setAccessibleName(tr("For"))
        self.setEditable(True)
        self.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        self.addItem(tr("Test customer"), TEST_CUSTOMER)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        completer.activated.connect(self.choose)
        self.activated.connect(self._on_activated)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("Test customer, or a prospect’s name"))
        line.textEdited.connect(self._search)
        line.editingFinished.connect(self._settle)

    @property
    def customer(self) -> str:
        """The customer id of the one that is chosen."""
        return str(self.currentData() or TEST_CUSTOMER)

    def _search(self, text: str) -> None:
        found = search_prospects(self._context, text, _HITS) if len(text.strip()) >= _LETTERS else []
        keys = {hit.prospect: str(key_of(self._context, BY_SLUG["prospects"], hit.prospect)) for hit in found}
        self._keys = {f"{hit.title} ({keys[hit.prospect]})": keys[hit.prospect] for hit in found}
        self._names.setStringList([tr("Test customer"), *self._keys])

    def choose(self, name: str) -> None:
        """Takes one of those that were found, or the test customer."""
        key = self._keys.get(name, TEST_CUSTOMER)
        place = self.findData(key)
        if place < 0:
            self.addItem(name.rpartition(" (")[0], key)
            place = self.count() - 1
        self.setCurrentIndex(place)
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
        self.customer_chosen.emit(key)

    def _on_activated(self, _place: int) -> None:
        self.customer_chosen.emit(self.customer)

    def _settle(self) -> None:
        """What was typed and nobody found goes back to whom is chosen."""
        if self.currentText() != self.itemText(self.currentIndex()):
            self.setEditText(self.itemText(self.currentIndex()))
