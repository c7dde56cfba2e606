"""The parts of the import and where they stand: head, columns, rows, buttons, and the page of waiting."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.importing.bucket_tabs import BucketTabs
from journeydesk.ui.tabs.importing.chips import ReadingChips
from journeydesk.ui.tabs.importing.columns import ColumnsPanel
from journeydesk.ui.tabs.importing.model import RowsModel
from journeydesk.ui.tabs.importing.offer_bar import OfferBar
from journeydesk.ui.tabs.importing.pause import PausePage
from journeydesk.ui.tabs.importing.table import RowsTable
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule

_LEFT = 388


class ImportPage(Tab):
    """What is seen; `ImportTab` says what it does."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self._make(theme)
        self._lay_out(theme)

    def _make(self, theme: Theme) -> None:
        self.back = IconButton(theme, "left", tr("Back to the list"), parent=self)
        self.name = label(theme, weight=500)
        self.facts_of_file = label(theme, kind="secondary")
        self.another = KeyButton(theme, tr("Another file…"), icon="file", kind="flat", parent=self)
        self.chips = ReadingChips(theme, self)
        self.columns = ColumnsPanel(theme, self.context.actor, self)
        self.tabs = BucketTabs(theme, self)
        self.model = RowsModel(self)
        self.table = RowsTable(theme, self.model, self)
        self.offer = OfferBar(theme, self)
        self.under = label(theme, kind="secondary", wrap=True)
        self.failed_rows = KeyButton(theme, tr("Save failed rows…"), icon="download", parent=self)
        self.promise = ElidedLabel(
            theme,
            tr("Nothing is written before Import. {label} takes all of it back.", label=Action.UNDO.label),
            kind="secondary",
        )
        self.undecided = label(theme, kind="secondary")
        self.afterwards = ChoiceButton(theme, tr("Undecided duplicates"), parent=self)
        self.afterwards.offer([(tr("Review after import"), True), (tr("Leave out"), False)], True)
        self.same_all = KeyButton(theme, tr("All the same"), parent=self)
        self.new_all = KeyButton(theme, tr("Create all"), parent=self)
        self.cancel = KeyButton(theme, tr("Cancel"), key=Action.IMPORT_LEAVE.cap, parent=self)
        self.go = KeyButton(theme, tr("Nothing to import"), key=Action.IMPORT_NOW.cap, kind="primary", parent=self)
        self.pause = PausePage(theme, self)

    def _lay_out(self, theme: Theme) -> None:
        head = QWidget(self)
        head.setProperty("kind", "win")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        top = QHBoxLayout()
        top.setSpacing(8)
        title = label(theme, tr("Import"), step=2, weight=600)
        for part in (self.back, title, IconLabel(theme, "file", "text2"), self.name, self.facts_of_file):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.another)
        lines = QVBoxLayout(head)
        lines.setContentsMargins(16, 10, 16, 10)
        lines.setSpacing(8)
        lines.addLayout(top)
        lines.addWidget(self.chips)
        right = QWidget(self)
        right.setProperty("kind", "base")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.tabs)
        rows.addWidget(rule())
        rows.addWidget(self.offer)
        rows.addWidget(self.table, 1)
        self.under.setContentsMargins(20, 8, 20, 8)
        rows.addWidget(self.under)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.columns)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setHandleWidth(1)
        split.setSizes([_LEFT, 1000])
        self.columns.setMinimumWidth(320)
        foot = QWidget(self)
        foot.setProperty("kind", "panel")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(20, 12, 20, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.failed_rows)
        buttons.addWidget(self.promise, 1)
        for button in (self.same_all, self.new_all, self.undecided, self.afterwards, self.cancel, self.go):
            buttons.addWidget(button)
        self._page = QWidget(self)
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(head)
        page.addWidget(rule())
        page.addWidget(split, 1)
        page.addWidget(rule())
        page.addWidget(foot)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.pause)
        self._stack.addWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
