"""One template: how it goes, its subject and text with merge fields, and what it becomes for a prospect."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.mail.templates import FIELDS, TITLES, WHEN, Filled, Template
from journeydesk.domain.words import named, tr
from journeydesk.ui.mirror import under
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import ElidedLabel, label

OFF, DRAFTED, BY_ITSELF = tr("Off"), tr("For approval"), tr("By itself")


class TemplateCard(QFrame):
    """Opens at a press. `way_chosen` carries how it is to go, `saved` its new subject and text, `reset` asks for the default,
    `shown` for a preview."""

    way_chosen = Signal(str)
    saved = Signal(str, str)
    reset = Signal()
    shown = Signal(str, str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.name = name
        self._saved = Template("", "")
        self.setProperty("kind", "card")
        title = named(TITLES[name])
        self.opener = KeyButton(theme, title, icon="right", kind="flat")
        self.opener.setAccessibleName(tr("Open the template “{title}”", title=title))
        self.opener.clicked.connect(self.toggle)
        self.when = ElidedLabel(theme, named(WHEN[name]), step=-1, kind="secondary")
        self.ways = Segments(theme, tr("How “{title}” goes", title=title), (OFF, DRAFTED, BY_ITSELF))
        self.ways.chosen.connect(self.way_chosen)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.opener)
        head.addWidget(self.when, 1)
        head.addWidget(self.ways)
        self.subject = QLineEdit()
        self.subject.setAccessibleName(tr("Subject of “{title}”", title=title))
        self.subject.textChanged.connect(lambda _text: self._changed())
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Text of “{title}”", title=title))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(170)
        self.text.textChanged.connect(self._changed)
        self.preview = label(theme, step=-1, wrap=True)
        self.preview.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.preview.hide()
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        self.fields = KeyButton(theme, tr("Insert a field"), icon="plus", kind="flat")
        self.fields.clicked.connect(self._offer_fields)
        look = KeyButton(theme, tr("Preview"), icon="eye", kind="flat")
        look.clicked.connect(lambda: self.shown.emit(self.subject.text(), self.text.toPlainText()))
        self.back = KeyButton(theme, tr("Back to default"), icon="undo", kind="flat")
        self.back.clicked.connect(self.reset)
        self.save = KeyButton(theme, tr("Save"), kind="primary")
        self.save.setAccessibleName(tr("Save the template “{title}”", title=title))
        self.save.clicked.connect(lambda: self.saved.emit(self.subject.text(), self.text.toPlainText()))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.fields, look, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        self.inside = QWidget()
        inside = QVBoxLayout(self.inside)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(8)
        for widget in (self.subject, self.text, self.wrong, self.preview):
            inside.addWidget(widget)
        inside.addLayout(buttons)
        self.inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.inside)

    def toggle(self) -> None:
        """Opens or closes it; what is typed stays."""
        self.inside.setVisible(self.inside.isHidden())
        if self.inside.isVisible():
            self.subject.setFocus()

    def show_template(self, template: Template, way: str, differs: bool) -> None:
        """Shows what counts; what somebody is typing stays."""
        typed = (self.subject.text(), self.text.toPlainText()) != (self._saved.subject, self._saved.body)
        if not typed or not self._saved.subject:
            self._saved = template
            self.subject.setText(template.subject)
            self.text.setPlainText(template.body)
        self.ways.choose(way)
        self.back.setVisible(differs)
        self._changed()

    def take_saved(self) -> None:
        """What is typed counts now."""
        self._saved = Template(self.subject.text(), self.text.toPlainText())
        self._changed()

    def forget_typed(self) -> None:
        """What is typed gives way to what counts."""
        self._saved = Template("", "")

    def show_preview(self, filled: Filled, whom: str) -> None:
        """What it becomes for a prospect."""
        missing = tr("Nothing is known for {names}. ", names=", ".join(filled.missing)) if filled.missing else ""
        heading = tr("For {whom}: {subject}", whom=whom, subject=filled.subject)
        self.preview.setText(f"{missing}{heading}\n\n{filled.body.strip()}")
        self.preview.show()

    def refuse(self, problem: JourneydeskError) -> None:
        """Says what is wrong with what was typed."""
        self.wrong.setText(str(problem))
        self.wrong.show()

    def _changed(self) -> None:
        self.wrong.hide()
        differs = (self.subject.text(), self.text.toPlainText()) != (self._saved.subject, self._saved.body)
        self.save.setEnabled(differs)

    def _offer_fields(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for field, words in FIELDS.items():
            menu.addAction(f"{{{field}}}   {named(words)}").triggered.connect(partial(self._insert, field))
        menu.popup(self.fields.mapToGlobal(under(self.fields.rect())))

    def _insert(self, field: str, _checked: bool = False) -> None:
        self.text.insertPlainText(f"{{{field}}}")
        self.text.setFocus()
