"""A new prospect by hand: a company or a name is enough. What is typed is kept like a call's draft: nothing of it is ever lost."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from journeydesk.domain.errors import UserError
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.services.fields.kept import NEW_PROSPECT, keep, kept
from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.dialogs.similar_card import SimilarCard
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.form_field import FormField
from journeydesk.ui.widgets.icon_label import IconLabel, KeyCap
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.widgets.switch import CheckBox

_MORE = (
    ("phone", "job_title"),
    ("owner", "next_follow_up"),
    ("source", "estimated_revenue"),
    ("industry", "priority_level"),
    ("website",),
)
_KEPT_MS = 700
_KEEP_MORE = "new_prospect_more"
_SIMILAR_MS = 150


class NewProspect(FramedSheet):
    """Wrong input is said below its field and nothing is lost. `created` carries the new prospect, or the one that was there already;
    `said` a sentence, also where the form stays open for another one."""

    created = Signal(int)
    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, window: QWidget, preferences: Preferences | None = None) -> None:
        super().__init__(theme, window, 638, tr("New prospect"), icon="plus", about=tr("saved here at once, also offline"))
        self._context = context
        self._preferences = preferences or Preferences()
        self._adding = False
        self.fields: dict[str, FormField] = {}
        self._keys = KeyMap(Scope.DIALOGS, {Action.MORE_FIELDS: self._turn_more}, {Action.OPEN_SIMILAR: self._open_similar})
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_MS)
        self._keeping.timeout.connect(self.keep_draft)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_SIMILAR_MS)
        self._looking.timeout.connect(self._look_for_double)
        self.back = QWidget()
        self.enough = label(theme, tr("Company or contact is enough; the rest can wait."), step=-1, kind="secondary")
        self.double = SimilarCard(context, theme)
        self.more = QPushButton()
        self.rest = QWidget()
        self.notes = QPlainTextEdit()
        self._lay_out()
        self._connect()
        self._take_up()

    def _lay_out(self) -> None:
        theme = self.theme
        row = QHBoxLayout(self.back)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "info", "text2"))
        row.addWidget(label(theme, tr("What you typed before and did not add is here again."), step=-1, kind="secondary"), 1)
        self.empty = KeyButton(theme, tr("Start empty"), kind="flat", parent=self.back)
        row.addWidget(self.empty)
        self.back.hide()
        self.body.setSpacing(12)
        self.body.addWidget(self.back)
        names = QHBoxLayout()
        names.setSpacing(16)
        for slug in ("company", "contact_name"):
            names.addWidget(self._field(slug), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(names)
        enough = QHBoxLayout()
        enough.setSpacing(6)
        enough.addWidget(IconLabel(theme, "ok-circle", "ok", 15))
        enough.addWidget(self.enough, 1)
        self.body.addLayout(enough)
        self.body.addWidget(self._field("email"))
        self.body.addWidget(self.double)
        self.body.addLayout(self._more_line())
        grid = QGridLayout(self.rest)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for line, pair in enumerate(_MORE):
            for column, slug in enumerate(pair):
                grid.addWidget(self._field(slug), line, column, 1, 3 - len(pair), Qt.AlignmentFlag.AlignTop)
        self.notes.setAccessibleName(tr("Notes"))
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(64)
        self.notes.setPlaceholderText(tr("Notes: what should everybody know about them?"))
        grid.addWidget(self.notes, len(_MORE), 0, 1, 2)
        self.body.addWidget(self.rest)
        self.fields["phone"].input.setPlaceholderText("+44…")
        self._fill_foot()

    def _more_line(self) -> QHBoxLayout:
        self.more.setProperty("kind", "link")
        self.more.setText(tr("More fields"))
        self.more.setAccessibleName(tr("More fields"))
        self.more.setStyleSheet("QPushButton { color: palette(window-text); }")
        self._arrow = IconLabel(self.theme, "right", "text2", 14)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._arrow)
        line.addWidget(self.more)
        line.addWidget(KeyCap(self.theme, Action.MORE_FIELDS.cap))
        line.addWidget(rule(), 1)
        return line

    def _fill_foot(self) -> None:
        theme = self.theme
        self.another = CheckBox(theme, tr("Add another"), self.sheet)
        self.add_button = KeyButton(theme, tr("Add prospect"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.add_button.clicked.connect(self.add)
        self.foot.addWidget(self.another)
        self.offer(self.add_button).setToolTip(tr("What is typed is kept for the next time"))

    def _field(self, slug: str) -> FormField:
        field = self.fields[slug] = FormField(self._context, self.theme, slug)
        return field

    def _connect(self) -> None:
        self.notes.installEventFilter(self)
        for field in self.fields.values():
            # Before a line takes the letter of the key as text.
            field.input.installEventFilter(self)
            field.changed.connect(self._changed)
            field.entered.connect(lambda field=field: self.show_part(field))
            field.left.connect(lambda field=field: self.check(field))
        self.notes.textChanged.connect(self._changed)
        self.more.clicked.connect(self._turn_more)
        self.empty.clicked.connect(self.start_empty)
        self.accepted.connect(self.add)
        self.double.opened.connect(self._go_to)

    def _open_similar(self, place: int) -> None:
        self.double.open(place)

    def _go_to(self, prospect: int) -> None:
        # What was typed stays a draft: it may be somebody else after all.
        self.done()
        self.created.emit(prospect)

    def _take_up(self) -> None:
        """What was typed before; who adds one is its owner until somebody else is chosen."""
        begun = kept(self._context, NEW_PROSPECT)
        self.fields["owner"].put(self._context.actor)
        for slug, text in begun.items():
            if slug == "notes":
                self.notes.setPlainText(str(text or ""))
            elif slug in self.fields:
                self.fields[slug].put(str(text or ""))
        self._keeping.stop()
        self.back.setVisible(bool(begun))
        self.show_more(
            self._preferences.flag(_KEEP_MORE) or any(slug in begun for pair in _MORE for slug in pair if slug != "owner")
        )

    def start_empty(self) -> None:
        """Nothing is filled in, and nothing is kept."""
        for slug, field in self.fields.items():
            field.put(self._context.actor if slug == "owner" else "")
            field.say("")
        self.notes.clear()
        self.back.hide()
        self._keeping.stop()
        keep(self._context, NEW_PROSPECT, {})
        self.double.show_found(())
        self.fit()
        self.take_focus()

    def take_focus(self) -> None:
        """The first field that is empty."""
        first = next((slug for slug in ("company", "contact_name", "email") if not self.fields[slug].text), "company")
        self.fields[first].input.setFocus()

    def _turn_more(self) -> None:
        shown = not self.rest.isVisibleTo(self.sheet)
        self._preferences.keep({_KEEP_MORE: shown})
        self.show_more(shown)
        if shown:
            self.fields["phone"].input.setFocus()

    def show_more(self, shown: bool) -> None:
        """The fields that can wait, or not."""
        self.rest.setVisible(shown)
        self._arrow.show_icon("down" if shown else "right", "text2")
        self.more.setAccessibleDescription(tr("shown") if shown else tr("hidden"))
        self.fit()

    def _changed(self) -> None:
        # Not begun anew by each letter: who types without a pause has a draft as well.
        if not self._keeping.isActive():
            self._keeping.start()
        self._looking.start()

    def keep_draft(self) -> None:
        """Keeps what is typed, on disk when this returns."""
        self._keeping.stop()
        if not self._adding:
            typed: dict[str, Stored] = {slug: field.text for slug, field in self.fields.items() if field.text}
            if typed.get("owner") == self._context.actor:
                del typed["owner"]
            if self.notes.toPlainText():
                typed["notes"] = self.notes.toPlainText()
            keep(self._context, NEW_PROSPECT, typed)

    def check(self, field: FormField) -> None:
        """A field that is left says at once what is wrong with it."""
        try:
            field.value()
        except UserError:
            self.fit()

    def _look_for_double(self) -> None:
        """Who may be the same is named while it is typed, from two fields on."""
        fields = {slug: self.fields[slug].text for slug in ("company", "contact_name", "email", "phone", "website")}
        # What it compares with is loaded by who types somebody.
        from journeydesk.services.duplicates.look_alikes import look_alikes

        if self.double.show_found(look_alikes(self._context, fields)):
            self.fit()

    def _values(self) -> dict[str, Stored] | None:
        """Everything as it is stored; None where something is wrong, which is said and has the keyboard then."""
        values: dict[str, Stored] = {}
        wrong: FormField | None = None
        for slug, field in self.fields.items():
            try:
                value = field.value()
            except UserError:
                wrong = wrong or field
                continue
            if value is not None:
                values[slug] = value
        if notes := self.notes.toPlainText().strip():
            values["notes"] = notes
        if wrong is not None:
            if wrong.slug not in ("company", "contact_name", "email"):
                self.show_more(True)
            self.fit()
            wrong.input.setFocus()
        return values if wrong is None else None

    def add(self) -> None:
        """Adds the prospect, or says which field is wrong."""
        values = self._values()
        if values is None:
            return
        try:
            prospect = create_prospect(self._context, values)
        except UserError as wrong:
            self.fields["company"].say(str(wrong).partition(": ")[2] or str(wrong))
            self.fit()
            self.fields["company"].input.setFocus()
            return
        name = str(values.get("company") or values.get("contact_name"))
        self._keeping.stop()
        keep(self._context, NEW_PROSPECT, {})
        if self.another.isChecked():
            self.start_empty()
            self.said.emit(tr("Added {name}", name=name), True)
            return
        self._adding = True
        self.done()
        self.created.emit(prospect)
        self.said.emit(tr("Added {name}", name=name), True)

    def hideEvent(self, event: QHideEvent) -> None:
        # It is closed, or the window is.
        super().hideEvent(event)
        if self._keeping.isActive():
            self.keep_draft()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is not self._window:
            return self._keys.press(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
