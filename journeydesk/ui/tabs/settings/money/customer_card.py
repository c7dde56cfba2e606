"""One Stripe customer that is no prospect yet: who may it be? Link it, find another prospect, or leave it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.search import search_prospects
from journeydesk.ui.tabs.settings.page import clear
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.widgets.link import link_button

_HITS = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A prospect that the customer may be: its company, and what tells it from the others."""

    prospect: RecordId
    company: str
    about: str


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """A Stripe customer in words."""

    customer: str
    title: str
    about: str
    candidates: tuple[Candidate, ...] = ()


class CustomerCard(QFrame):
    """`linked` carries customer and prospect, `left` the customer."""

    linked = Signal(str, int)
    left = Signal(str)
    prospect_requested = Signal(int)

    def __init__(self, context: Context, theme: Theme, facts: CustomerFacts) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self._facts = facts
        self.setProperty("kind", "card")
        self.setAccessibleName(f"{facts.title}, {facts.about}")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 12, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(theme, facts.title, weight=600))
        words.addWidget(ElidedLabel(theme, facts.about, step=-1, kind="secondary"))
        head.addLayout(words, 1)
        self.leave = KeyButton(theme, tr("Leave unlinked"))
        self.leave.setObjectName(f"leave {facts.customer}")
        self.leave.setAccessibleName(tr("Leave {title} unlinked", title=facts.title))
        self.leave.clicked.connect(lambda: self.left.emit(facts.customer))
        head.addWidget(self.leave)
        column.addLayout(head)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(2)
        column.addLayout(self._offers)
        self._offer(self._offers, facts.candidates)
        self.search = QLineEdit()
        self.search.setPlaceholderText(
            tr("Find another prospect") if facts.candidates else tr("Find its prospect by company, name or e-mail")
        )
        self.search.setAccessibleName(tr("Find the prospect of {title}", title=facts.title))
        self.search.setMaximumWidth(360)
        self.search.textChanged.connect(self._find)
        column.addWidget(self.search)
        self._hits = QVBoxLayout()
        self._hits.setSpacing(2)
        column.addLayout(self._hits)

    def _find(self, text: str) -> None:
        clear(self._hits)
        if len(text.strip()) > 1:
            hits = search_prospects(self._context, text.strip(), _HITS)
            self._offer(self._hits, [Candidate(hit.prospect, hit.title, hit.subtitle) for hit in hits])
            if not hits:
                self._hits.addWidget(label(self._theme, tr("Nobody found."), step=-1, kind="secondary"))

    def _offer(self, where: QVBoxLayout, candidates: Sequence[Candidate]) -> None:
        for candidate in candidates:
            where.addWidget(self._candidate(candidate))

    def _candidate(self, candidate: Candidate) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        link = KeyButton(self._theme, tr("Link"))
        link.setObjectName(f"link {self._facts.customer} {candidate.prospect}")
        link.setAccessibleName(
            tr("Link {title} to {company}, {about}", title=self._facts.title, company=candidate.company, about=candidate.about)
        )
        link.clicked.connect(lambda: self.linked.emit(self._facts.customer, candidate.prospect))
        line.addWidget(link)
        company = link_button(
            self._theme, candidate.company or tr("no company"), tr("{company}: open the prospect", company=candidate.company)
        )
        company.clicked.connect(lambda: self.prospect_requested.emit(candidate.prospect))
        line.addWidget(company)
        line.addWidget(ElidedLabel(self._theme, candidate.about, step=-1, kind="secondary"), 1)
        return row
