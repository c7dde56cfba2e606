"""What an agent proposes, for a person's decision: the list, what it would write beside what stands, and who proposed it and why.

What is edited saves itself a moment after the last key; nothing is written before it is approved.
"""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.agent.deciding import approve_proposal, edit_proposal, reject_proposal, take_back_proposal
from journeydesk.services.agent.showing import ProposalDetail, ProposalLine, proposal_detail, proposal_lines
from journeydesk.services.context import Context
from journeydesk.ui.editing.words import decimal_mark
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.tabs.messages.decision_view import DecisionView
from journeydesk.ui.tabs.messages.list import DecidableLine
from journeydesk.ui.tabs.proposals.about import ProposalAbout
from journeydesk.ui.tabs.proposals.parts import ProposalParts
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.words.figures import touch_day

_READ_FOR = frozenset({"proposals", "prospects", "positions", "settings"})


class ProposalsView(DecisionView):
    """Below the head each part of the proposal, to be edited where it stands."""

    _detail: ProposalDetail | None

    def __init__(self, context: Context, theme: Theme, top: QWidget) -> None:
        super().__init__(context, theme, top, tr("Proposals"), _READ_FOR)
        self.parts = ProposalParts(theme)
        self.parts.edited.connect(self._saver.start)
        self.about = ProposalAbout(theme)
        self._as_made = KeyButton(theme, tr("As proposed"), icon="undo")
        self._as_made.clicked.connect(self.as_proposed)
        nothing = (
            tr("Nothing is proposed"),
            tr("What an assistant on this computer drafts waits here, for you to edit, approve or reject."),
        )
        self._lay((self.parts,), self.about, self._as_made, nothing)

    def _lines(self) -> tuple[Sequence[ProposalLine], Sequence[ProposalLine]]:
        return proposal_lines(self._context)

    def _on_current(self, line: DecidableLine | None) -> None:
        self.save()
        before = self._detail
        detail = proposal_detail(self._context, line.id, decimal_mark()) if line is not None else None
        self._detail = detail
        self._frame.show_message(detail is not None)
        if detail is None or line is None:
            return
        facts = [part for part in detail.facts.split(" · ") if part]
        self.head.show_words(detail.who, facts, detail.who, there=detail.row.prospect is not None)
        if (
            before is None
            or before.row.id != detail.row.id
            or before.row.state != detail.row.state
            or before.parts != detail.parts
        ):
            self.parts.show_parts(detail)
        zone = self._context.settings.time_zone
        made, today = moment_of(detail.row.made_at), self._context.clock().astimezone(zone).date()
        self.about.show_proposal(detail, touch_day(made, zone, today), line.outcome)
        self.approve.setVisible(detail.waits)
        self._as_made.setVisible(detail.waits)
        self._reject.setVisible(detail.waits)
        self._back.setVisible(not detail.waits)

    def save(self) -> None:
        """Keeps what is typed so far."""
        self._saver.stop()
        detail = self._detail
        if detail is not None and detail.waits and self.parts.values() != {part.name: part.text for part in detail.parts}:
            edit_proposal(self._context, detail.row.id, self.parts.values(), decimal_mark())

    def as_proposed(self) -> None:
        """Enters what the agent proposed again."""
        detail = self._detail
        if detail is not None and detail.waits:
            self.parts.set_values({part.name: part.made for part in detail.parts})
            self.save()

    def _edit(self) -> None:
        self.parts.take_focus()

    def _approve(self) -> str:
        assert self._detail is not None
        return approve_proposal(self._context, self._detail.row.id)

    def _refuse(self, problem: JourneydeskError) -> None:
        self.about.refuse(str(problem))
        self.parts.show_wrong(str(problem))

    def _rejecting(self) -> tuple[str, str]:
        assert self._detail is not None
        title = tr("Reject what was proposed for {name}", name=self._detail.who)
        return title, tr("Why not? The assistant may read it")

    def _reject_one(self, number: int, reason: str) -> None:
        reject_proposal(self._context, number, reason)

    def _take_back(self) -> tuple[str, bool]:
        assert self._detail is not None
        # A rejection wrote nothing: undo would take back something else.
        return take_back_proposal(self._context, self._detail.row.id), self._detail.approved

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self._frame.fit(self.width())
        self.head.fold(narrow)
        words = tr("As proposed")
        self._as_made.setText("" if narrow else words)
        self._as_made.setAccessibleName(words)
        self._as_made.setToolTip(tip(words if narrow else ""))
        self._as_made.updateGeometry()

    def hints(self) -> Sequence[Hint]:
        """The keys of proposals."""
        return (
            hint(tr("proposal"), Action.MESSAGE_NEXT, Action.MESSAGE_PREVIOUS),
            hint(tr("edit"), Action.MESSAGE_EDIT),
            hint(tr("approve"), Action.MESSAGE_APPROVE),
            hint(tr("reject"), Action.MESSAGE_REJECT),
            hint(tr("alerts"), Action.ALERT_MESSAGES),
        )

    def facts(self) -> str:
        """What holds for all of them."""
        return tr("Nothing is written without your approval")
