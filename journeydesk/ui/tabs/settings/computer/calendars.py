"""Calendars: which are read into today's list, when each was last read, and what is wrong with it."""

from functools import partial

from PySide6.QtWidgets import QFileDialog, QFormLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.calendar.sources import (
    CalendarSource,
    add_calendar,
    calendar_sources,
    read_calendars,
    remove_calendar,
)
from journeydesk.services.context import Context
from journeydesk.ui.tabs.settings.form import FormPage
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.words.days import ago_words
from journeydesk.ui.work import Background

_CAPTION = tr(
    "Meetings stand in today’s list with the prospects who are asked to them. A calendar is only read, on this computer alone."
)


class CalendarsPage(FormPage):
    """A calendar is kept once it could be read."""

    kinds = frozenset({"calendar"})

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__(context, theme, tr("Calendars"), _CAPTION)
        self.work = Background(self)
        self.list = QVBoxLayout()
        self.list.setSpacing(10)
        self.body.addLayout(self.list)
        self.removes: dict[int, KeyButton] = {}
        self._make_form()
        self.read()

    def _make_form(self) -> None:
        theme = self.theme
        self.heading(tr("Read another calendar"))
        card = self.card()
        self.address = QLineEdit()
        self.address.setPlaceholderText(tr("https://… of an .ics file or a CalDAV calendar, or a file"))
        self.choose = KeyButton(theme, tr("Choose file…"), kind="flat")
        self.choose.clicked.connect(self._choose)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("what it is called here"))
        self.user = QLineEdit()
        self.user.setPlaceholderText(tr("only where the address asks for it"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(tr("goes to the keyring of this computer"))
        self.add = KeyButton(theme, tr("Read calendar"), icon="calendar", kind="primary")
        self.add.clicked.connect(self.add_typed)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        form = QFormLayout()
        form.setContentsMargins(16, 12, 16, 12)
        form.setSpacing(8)
        where = QHBoxLayout()
        where.addWidget(self.address, 1)
        where.addWidget(self.choose)
        named = (
            (tr("Address"), self.address),
            (tr("Name"), self.name),
            (tr("User"), self.user),
            (tr("Password"), self.password),
        )
        for words, field in named:
            field.setAccessibleName(words)
            field.returnPressed.connect(self.add_typed)
        form.addRow(tr("Address"), where)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("User"), self.user)
        form.addRow(tr("Password"), self.password)
        form.addRow("", self.wrong)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        form.addRow("", buttons)
        held = QWidget()
        held.setLayout(form)
        card.wide(held)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a calendar"), "", tr("Calendars (*.ics *.ical)"))
        if path:
            self.address.setText(path)

    def add_typed(self) -> None:
        """Reads what is typed, beside the window; what is wrong stands below, and nothing typed is lost."""
        if self.work.busy("add") or not self.address.text().strip():
            self.address.setFocus()
            return
        self.add.setEnabled(False)
        self.wrong.hide()
        ask = partial(
            add_calendar,
            self.context,
            self.address.text(),
            name=self.name.text(),
            user=self.user.text().strip(),
            password=self.password.text(),
        )
        self.work.run("add", ask, self._added, self._refused)

    def _added(self, source: CalendarSource) -> None:
        self.add.setEnabled(True)
        for field in (self.address, self.name, self.user, self.password):
            field.clear()
        self.read()
        self.said.emit(tr("“{name}” is read from now on", name=source.name), False)

    def _refused(self, problem: JourneydeskError) -> None:
        self.add.setEnabled(True)
        self.wrong.setText(str(problem))
        self.wrong.show()

    def read(self) -> None:
        """The calendars as they stand."""
        while (item := self.list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.removes = {}
        for source in calendar_sources(self.context):
            self.list.addWidget(self._source(source))

    def _source(self, source: CalendarSource) -> QWidget:
        theme = self.theme
        held = QFrame()
        held.setProperty("kind", "card")
        row = QHBoxLayout(held)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(theme, source.name, weight=500))
        words.addWidget(ElidedLabel(theme, source.address.split("?")[0], step=-1, kind="secondary"))
        when = ago_words(moment_of(source.read_at), self.context.clock()) if source.read_at else tr("never")
        words.addWidget(label(theme, tr("Read {when}", when=when), step=-1, kind="secondary"))
        if source.problem:
            words.addWidget(label(theme, source.problem, step=-1, kind="danger", wrap=True))
        row.addLayout(words, 1)
        again = KeyButton(theme, tr("Read now"), icon="refresh", kind="flat", parent=held)
        again.setAccessibleName(tr("Read {name} now", name=source.name))
        again.clicked.connect(partial(self._read_now, source.id))
        remove = KeyButton(theme, tr("Remove"), kind="flat", parent=held)
        remove.setAccessibleName(tr("Remove {name}", name=source.name))
        remove.clicked.connect(partial(self._remove, source))
        self.removes[source.id] = remove
        row.addWidget(again)
        row.addWidget(remove)
        return held

    def _read_now(self, source: int) -> None:
        self.work.run("read", partial(read_calendars, self.context, only=source, force=True), self._was_read, self._refused)

    def _was_read(self, problems: list[str]) -> None:
        self.read()
        if not problems:
            self.said.emit(tr("The calendar was read"), False)

    def _remove(self, source: CalendarSource) -> None:
        try:
            remove_calendar(self.context, source.id)
        except JourneydeskError as problem:
            self._refused(problem)
        self.read()
        self.said.emit(tr("“{name}” is read no more", name=source.name), False)
