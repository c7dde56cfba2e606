"""Before a draft of the journeys is saved: what changes, and who moves from where to where."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError, NotNow
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.journeys import JourneyPreview, Moving, preview
from journeydesk.services.queries.lists.prospects import prospect_rows
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.settings.journeys.draft import JourneyDraft
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, own_direction
from journeydesk.ui.widgets.stage_chip import StageChip
from journeydesk.ui.work import Background

_NAMED = 5
_GROUPS = 40
_LISTED = 8
_WIDTH = 680


@dataclass(frozen=True, slots=True)
class _Found:
    preview: JourneyPreview
    names: dict[RecordId, str]


class PreviewSheet(FramedSheet):
    """`confirmed` is emitted when the draft is to be saved. Closing it keeps the draft."""

    confirmed = Signal()
    _step = Signal(int, int)

    def __init__(self, context: Context, theme: Theme, window: QWidget, draft: JourneyDraft) -> None:
        super().__init__(theme, window, _WIDTH, tr("Who moves?"))
        self._context = context
        self._now, self._then = context.settings, draft.settings
        self._ended = False
        self.ready = False
        self._work = Background(self)
        self.sheet.setAccessibleName(tr("Who would move"))
        self.body.setSpacing(8)
        self.body.addWidget(self._changes([change.words for change in draft.changes]))
        self.words = label(theme, tr("Looking at everybody…"), weight=600)
        self.body.addWidget(self.words)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._bar.setAccessibleName(tr("Looking at everybody"))
        self.body.addWidget(self._bar)
        self._offer()
        self.accepted.connect(self._confirm)
        self._step.connect(self._show_step)
        edit = draft.edit
        self._work.run("preview", lambda: self._find(preview(context, edit, self._tell)), self._show, self._fail)

    def _changes(self, words: Sequence[str]) -> QWidget:
        shown = [f"·  {line}" for line in words[:_LISTED]]
        if len(words) > _LISTED:
            shown.append(tr("·  and {count} more", count=len(words) - _LISTED))
        return label(self.theme, "\n".join(shown), kind="secondary", wrap=True)

    def _offer(self) -> None:
        self.save = KeyButton(self.theme, tr("Save for the team"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.save.setEnabled(False)
        self.save.setToolTip(tr("The preview is not ready yet"))
        self.save.clicked.connect(self._confirm)
        words = label(
            self.theme, tr("One step; {label} takes all of it back.", label=Action.UNDO.label), step=-1, kind="secondary"
        )
        self.offer(self.save, leave=tr("Keep editing"), beside=words)

    def take_focus(self) -> None:
        """The sheet has the keys until Save can be pressed."""
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        (self.save if self.ready else self.sheet).setFocus()

    def _tell(self, done: int, every: int) -> None:
        if self._ended:
            raise NotNow(tr("The preview was closed."))
        self._step.emit(done, every)

    def _show_step(self, done: int, every: int) -> None:
        if not self.ready:
            self._bar.setRange(0, max(1, every))
            self._bar.setValue(done)
            self.words.setText(
                tr("Looking at everybody… {every} of {every_2}", every=figure(min(done, every)), every_2=figure(every))
            )

    def _find(self, preview: JourneyPreview) -> _Found:
        named = [record for group in preview.moving[:_GROUPS] for record in group.examples[:_NAMED]]
        rows = prospect_rows(self._context, named) if named else []
        return _Found(preview, {row.id: row.company or row.contact or row.key for row in rows})

    def _fail(self, problem: JourneydeskError) -> None:
        if not self._ended:
            self._bar.hide()
            self.words.setText(str(problem))

    def _show(self, outcome: _Found) -> None:
        self.ready = True
        self._bar.hide()
        self.words.setText(f"{outcome.preview.words}.")
        self.save.setEnabled(True)
        self.save.setToolTip("")
        for group in outcome.preview.moving[:_GROUPS]:
            self.body.addWidget(self._group(group, outcome.names))
        self.take_focus()

    def _group(self, group: Moving, names: dict[RecordId, str]) -> QWidget:
        frame = QFrame()
        frame.setProperty("kind", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._stage(self._now, group.journey, group.before))
        line.addWidget(IconLabel(self.theme, "arrow-right", "text2"))
        line.addWidget(self._stage(self._then, group.journey, group.after))
        line.addStretch(1)
        line.addWidget(
            label(self.theme, tr("{count} in {journey}", count=figure(group.count), journey=group.journey), weight=600)
        )
        column.addLayout(line)
        some = [own_direction(names[record]) for record in group.examples[:_NAMED] if record in names]
        more = tr(" and {count} more", count=figure(group.count - len(some))) if group.count > len(some) else ""
        column.addWidget(label(self.theme, ", ".join(some) + more, step=-1, kind="secondary", wrap=True))
        frame.setAccessibleName(
            tr(
                "{count} in {journey}: from {before} to {after}",
                count=figure(group.count),
                journey=group.journey,
                before=group.before or tr("none"),
                after=group.after or tr("none"),
            )
        )
        return frame

    def _stage(self, settings: TeamSettings, journey: str, name: str) -> QWidget:
        journey_named = settings.journey(journey)
        stage = journey_named.find(name) if journey_named and name else None
        if stage is None:
            return label(self.theme, name or tr("not in the journey"), step=-1, kind="secondary")
        return StageChip(self.theme, stage.number, stage.name)

    def _confirm(self) -> None:
        if self.ready:
            self.done()
            self.confirmed.emit()

    def done(self) -> None:
        """Closes; a preview that still runs ends."""
        self._ended = True
        super().done()
