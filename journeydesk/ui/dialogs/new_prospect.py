"""A new prospect by hand: a company or a name is enough."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.errors import UserError
from journeydesk.domain.values import Stored
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.services.entering import entered
from journeydesk.services.queries.search import search_prospects
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.combo import Combo
from journeydesk.ui.widgets.labels import plain_label

_FIELDS = (
    "company",
    "contact_name",
    "email",
    "phone",
    "job_title",
    "website",
    "industry",
    "source",
    "priority_level",
    "estimated_revenue",
)


class NewProspect(Sheet):
    """Wrong input is said below the fields and nothing is lost."""

    created = Signal(int)

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, 520)
        self._context = context
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        title = plain_label("New prospect", self.sheet)
        title.setFont(theme.font(2, 600))
        title.setContentsMargins(18, 14, 18, 6)
        self.layout_.addWidget(title)
        form = QFormLayout()
        form.setContentsMargins(18, 6, 18, 10)
        form.setSpacing(8)
        for slug in _FIELDS:
            spec = PROSPECTS.by_slug[slug]
            field: QLineEdit | QComboBox
            if spec.type is FieldType.SELECT:
                field = Combo(theme, self.sheet)
                field.addItems(["", *context.words.choices("prospects", spec)])
            else:
                field = QLineEdit(self.sheet)
                field.textChanged.connect(self._look_for_double)
            field.setAccessibleName(spec.name)
            self.fields[slug] = field
            form.addRow(spec.name, field)
        self.layout_.addLayout(form)
        self.words = plain_label(parent=self.sheet)
        self.words.setWordWrap(True)
        self.words.setContentsMargins(18, 0, 18, 8)
        self.words.setMinimumHeight(34)
        self.layout_.addWidget(self.words)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 8, 18, 14)
        foot.addStretch(1)
        cancel = KeyButton(theme, "Cancel", key=Action.CLOSE.cap, parent=self.sheet)
        cancel.clicked.connect(self.done)
        add = KeyButton(theme, "Add prospect", key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        add.clicked.connect(self.add)
        foot.addWidget(cancel)
        foot.addWidget(add)
        self.layout_.addLayout(foot)
        self.accepted.connect(self.add)

    def take_focus(self) -> None:
        """Company first."""
        self.fields["company"].setFocus()

    def _text(self, slug: str) -> str:
        field = self.fields[slug]
        return field.currentText() if isinstance(field, QComboBox) else field.text()

    def _look_for_double(self) -> None:
        """Somebody who may be the same is named while it is typed."""
        company = self._text("company")
        hits = search_prospects(self._context, company, 1) if len(company) > 2 else []
        self.words.setText(f"There is already {hits[0].title}, {hits[0].subtitle}." if hits else "")

    def add(self) -> None:
        """Adds the prospect, or says which field is wrong."""
        values: dict[str, Stored] = {}
        try:
            for slug in _FIELDS:
                parsed = entered(self._context, "prospects", PROSPECTS.by_slug[slug], self._text(slug))
                if parsed is not None:
                    values[slug] = parsed
            prospect = create_prospect(self._context, values)
        except UserError as wrong:
            self.words.setText(str(wrong))
            self.words.setStyleSheet(f"color: {self.theme.hex('danger')}")
            return
        self.done()
        self.created.emit(prospect)
