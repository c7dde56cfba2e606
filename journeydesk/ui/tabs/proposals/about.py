"""Who proposed it, when, why, and what deciding does; what is wrong stands here in place."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.agent.showing import ProposalDetail
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label, rule


class ProposalAbout(QWidget):
    """Beside what would be written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(label(theme, tr("Proposed by"), step=-1, weight=500))
        self.agent = label(theme, wrap=True)
        self.at = label(theme, step=-1, kind="secondary", wrap=True)
        column.addWidget(self.agent)
        column.addWidget(self.at)
        column.addSpacing(8)
        self._why_title = label(theme, tr("Why it says so"), step=-1, weight=500)
        self.why = label(theme, wrap=True)
        column.addWidget(self._why_title)
        column.addWidget(self.why)
        column.addSpacing(8)
        column.addWidget(rule())
        column.addSpacing(4)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.setAccessibleName(tr("What is wrong"))
        self.note = label(theme, step=-1, kind="secondary", wrap=True)
        column.addWidget(self.wrong)
        column.addWidget(self.note)
        column.addStretch(1)

    def show_proposal(self, detail: ProposalDetail, at: str, outcome: str) -> None:
        """Shows whose it is."""
        self.agent.setText(detail.row.agent)
        self.at.setText(at)
        self._why_title.setVisible(bool(detail.row.words))
        self.why.setVisible(bool(detail.row.words))
        self.why.setText(detail.row.words)
        self.wrong.hide()
        self.note.setText(
            tr("Nothing is written before you approve. Then it stands as yours, as one step that undo takes back.")
            if detail.waits
            else outcome
        )

    def refuse(self, sentence: str) -> None:
        """Says why it cannot be done as it stands."""
        self.wrong.setText(sentence)
        self.wrong.show()
