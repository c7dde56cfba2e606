"""About: the version, whether everything that it stands on is well, what it is made of."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk import __version__, config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.workspace.doctor import Check, every_check
from journeydesk.services.workspace.parts import Part, parts
from journeydesk.ui.tabs.settings.form import FormCard, FormPage
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, selectable
from journeydesk.ui.work import Background

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

_CAPTION = tr("Journeydesk, a sales tool that works with or without a network.")
_NAMES = {"airtable": "Airtable", "disk": tr("Room on the disk"), "fonts": tr("Fonts"), "folders": tr("Folders")}


class AboutPage(FormPage):
    """The check runs when it is asked for; the parts are read when the page is made, beside the window."""

    kinds = frozenset()

    def __init__(self, context: Context, theme: Theme, window: "Host") -> None:
        super().__init__(context, theme, "About", _CAPTION)
        self.work = Background(self)
        card = self.card()
        news = KeyButton(theme, tr("What’s new"), icon="spark", kind="flat")
        news.clicked.connect(window.deeds.show_news)
        card.row(tr("Version"), "", selectable(label(theme, __version__)), news)
        card.row(tr("Licence"), "", label(theme, tr("MIT")))
        logs = KeyButton(theme, tr("Open log folder"), icon="external")
        logs.clicked.connect(window.deeds.open_logs)
        copy = KeyButton(theme, tr("Copy details for support"), icon="copy")
        copy.clicked.connect(window.deeds.copy_details)
        card.row(tr("When something is wrong"), tr("No names, notes or keys are in either"), logs, copy)
        self.heading(tr("Is everything well?"))
        self.checks = FormCard(theme)
        self.body.addWidget(self.checks)
        self.check = KeyButton(theme, tr("Check this computer"), icon="refresh")
        self.check.clicked.connect(self.look)
        self._asked = label(theme, tr("Database, disk, keyring, fonts, Airtable: some seconds"), kind="secondary", wrap=True)
        self.checks.row(tr("Check"), "", self.check, self._asked)
        self.heading(tr("Made of"))
        self._parts = QVBoxLayout()
        self._parts.setSpacing(0)
        self.body.addLayout(self._parts)
        self.work.run("parts", parts, self._show_parts, self._fail)

    def look(self) -> None:
        """Checks everything, beside the window."""
        self.check.setEnabled(False)
        self._asked.setText(tr("Checking…"))
        self.work.run("doctor", partial(every_check, self.context, config.connections()), self._show, self._fail)

    def _fail(self, problem: JourneydeskError) -> None:
        self.check.setEnabled(True)
        self._asked.setText(str(problem))

    def _show(self, results: list[Check]) -> None:
        self.check.setEnabled(True)
        failed = sum(not result.ok for result in results)
        self._asked.setText(
            tr_count("{count} of {all} needs something", "{count} of {all} need something", failed, all=figure(len(results)))
            if failed
            else tr("Everything is well")
        )
        fresh = FormCard(self.theme)
        self.check.setParent(None)
        self._asked.setParent(None)
        fresh.row(tr("Check"), "", self.check, self._asked)
        for result in sorted(results, key=lambda result: result.ok):
            fresh.row(_NAMES.get(result.name, result.name.capitalize()), "", self._result(result), stretch=True)
        self.body.replaceWidget(self.checks, fresh)
        self.checks.hide()
        self.checks.deleteLater()
        self.checks = fresh

    def _result(self, result: Check) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        icon = IconLabel(self.theme, "ok-circle" if result.ok else "x-square", "ok" if result.ok else "danger")
        several = not result.ok and bool(result.fix)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop if several else Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(selectable(label(self.theme, result.found[:1].upper() + result.found[1:], wrap=True)))
        if several:
            words.addWidget(selectable(label(self.theme, result.fix, step=-1, kind="secondary", wrap=True)))
        row.addLayout(words, 1)
        held.setAccessibleName(f"{result.name}: {(tr('well') if result.ok else tr('needs something'))}. {result.found}")
        return held

    def _show_parts(self, found: list[Part]) -> None:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for row, part in enumerate(found):
            for column, words in enumerate((part.name, part.version, part.licence)):
                grid.addWidget(label(self.theme, words, kind="" if column == 0 else "secondary", wrap=column == 2), row, column)
        grid.setColumnMinimumWidth(0, 216)
        grid.setColumnMinimumWidth(1, 96)
        grid.setColumnStretch(2, 1)
        card = FormCard(self.theme)
        card.wide(held)
        self._parts.addWidget(card)
