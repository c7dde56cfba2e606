"""The session on screen, put together: the brief at the left, the log form and then the next step at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import figure, named, tr, within
from journeydesk.services.calls import session as service
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.next_steps import lacks_next_step
from journeydesk.ui.acted_on import ActedOn, acted_on
from journeydesk.ui.call_session.brief import Brief
from journeydesk.ui.call_session.end_card import EndCard
from journeydesk.ui.call_session.notice import Notice
from journeydesk.ui.call_session.progress import SessionBar
from journeydesk.ui.dialogs.log_call.form import LogForm, Saved
from journeydesk.ui.dialogs.next_step.line import NextStepLine
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.targets import SessionTarget, Target
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import rule
from journeydesk.ui.words.days import ago_words

_WIDE, _NARROW, _FROM, _FORM_AT_MOST = 440, 348, 1100, 860
_READ_FOR = frozenset({"prospects", "interactions", "tasks", "money", "positions"})


class SessionTab(Tab):
    """Auto-advances once the log and the next step are on disk. `finished_here` wants to go back to where it began."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self._session: service.CallSession | None = None
        self._saved: Saved | None = None
        self.bar = SessionBar(theme, self)
        self.notice = Notice(theme)
        self.brief = Brief(context, theme, self)
        self.form = LogForm(context, theme, 76)
        self.send = KeyButton(theme, tr("Log call"), key=Action.SESSION_SAVE.cap, kind="primary", parent=self)
        self.gate = NextStepLine(context, theme)
        self.end = EndCard(theme, self)
        self._keys = KeyMap(
            Scope.SESSION,
            {
                Action.SKIP: self.skip,
                Action.BACK: self.back,
                Action.DIAL: self.brief.dial,
                Action.PAUSE: self.place_left,
                Action.SESSION_END: self._leave_at_the_end,
                Action.SESSION_SAVE: self.save,
            },
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 14)
        inside.setSpacing(14)
        inside.addWidget(self.form)
        inside.addWidget(self.send, 0, Qt.AlignmentFlag.AlignRight)
        asking = QFrame(self)
        asking.setProperty("kind", "card")
        gate = QVBoxLayout(asking)
        gate.setContentsMargins(16, 16, 16, 16)
        gate.addWidget(self.gate)
        self._steps = QStackedWidget(self)
        for part in (card, asking):
            part.setMaximumWidth(_FORM_AT_MOST)
            page = QWidget(self)
            column = QVBoxLayout(page)
            column.setContentsMargins(16, 16, 16, 16)
            across = QHBoxLayout()
            across.addWidget(part, 1)
            across.addStretch(0)
            column.addLayout(across)
            column.addStretch(1)
            self._steps.addWidget(page)
        work = QWidget(self)
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.brief)
        line = QFrame(self)
        line.setProperty("kind", "line")
        line.setFixedWidth(1)
        row.addWidget(line)
        row.addWidget(self._steps, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(work)
        self._pages.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, rule(), self.notice, self._pages):
            column.addWidget(widget, 1 if widget is self._pages else 0)

    def _connect(self) -> None:
        self.form.saved.connect(self.save)
        self.form.refused.connect(lambda words: self.notice.say(words, True))
        self.form.kind_changed.connect(self._show_kind)
        self.send.clicked.connect(self.save)
        self.gate.answered.connect(self._answered)
        self.bar.skip.clicked.connect(self.skip)
        self.bar.back.clicked.connect(self.back)
        self.bar.pause.clicked.connect(self.place_left)
        self.end.closed.connect(self.place_left)

    @property
    def acted_on(self) -> ActedOn | None:
        """Whom the session has come to."""
        session = self._session
        return acted_on(self.context, (), session.prospect if session is not None else None)

    @property
    def prospect(self) -> int | None:
        """Who is to be called."""
        return self._session.prospect if self._session is not None else None

    def go_on(self) -> None:
        """Shows who is next of the session that is not over; with nobody left, the end."""
        self.notice.say("")
        self._show(service.open_session(self.context))

    def _show(self, session: service.CallSession | None, notices: Sequence[str] = ()) -> None:
        sentences = list(notices)
        while session is not None and session.prospect is not None:
            spoken = service.spoken_meanwhile(self.context, session)
            detail = self.brief.show_prospect(session.prospect)
            name = (detail.row.company or detail.row.contact) if detail is not None else ""
            if detail is not None and session.logged is not None:
                # It ended between the log and its next step.
                if lacks_next_step(self.context, session.prospect, just_logged=True):
                    break
                session = service.take_step(self.context, "logged", session.logged, session.step)
                continue
            if detail is not None and spoken is None:
                break
            if spoken is not None and detail is not None:
                sentences.append(tr("Skipped {name}: {spoken}.", name=name, spoken=self._spoken_words(spoken)))
                session = service.take_step(self.context, "colleague")
            else:
                sentences.append(tr("Skipped somebody who was deleted meanwhile."))
                session = service.take_step(self.context, "gone")
        self._session = session
        self._saved = None
        self.notice.say(" ".join(sentences))
        if session is None:
            return
        if session.prospect is None:
            self._finish(session)
            return
        self.bar.enable(True)
        self.bar.show_place(session.name, session.place, session.total)
        self._pages.setCurrentIndex(0)
        self._steps.setCurrentIndex(0)
        self.form.show_prospect(session.prospect)
        self.form.note.setFocus()
        if session.logged is not None:
            self._ask(Saved(session.logged, service.outcome_of(self.context, session.logged), False))
        self.hints_changed.emit()

    def _spoken_words(self, spoken: service.SpokenTo) -> str:
        return tr(
            "{owner} logged a {kind} with them {ago}",
            owner=spoken.owner,
            kind=within(named(spoken.kind)),
            ago=ago_words(spoken.at, self.context.clock()),
        )

    def _finish(self, session: service.CallSession) -> None:
        self.form.show_prospect(None)
        self.end.show_result(service.end_session(self.context))
        self.bar.enable(False)
        self.bar.show_end(session.name, session.total)
        self._pages.setCurrentIndex(1)
        self.end.close_button.setFocus()
        self.hints_changed.emit()

    def save(self) -> None:
        """Logs; then the next step where none is planned; then the next prospect."""
        session = self._session
        if session is None or session.prospect is None or self._saved is not None:
            return
        try:
            saved = self.form.save()
        except JourneydeskError as wrong:
            self.notice.say(str(wrong), True)
            return
        service.note_log(self.context, saved.record, saved.follow_up)
        self.notice.say("")
        self.said.emit(tr("{kind} logged", kind=named(self.form.kind)), True)
        if not lacks_next_step(self.context, session.prospect, just_logged=True):
            self._show(service.take_step(self.context, "logged", saved.record, saved.follow_up))
            return
        self._ask(saved)

    def _ask(self, saved: Saved) -> None:
        session = self._session
        if session is None or session.prospect is None:
            return
        self._saved = saved
        detail = self.brief.show_prospect(session.prospect)
        name = (detail.row.company or detail.row.contact) if detail is not None else "them"
        self.gate.ask(session.prospect, name, saved.outcome)
        self._steps.setCurrentIndex(1)
        self.gate.field.setFocus()

    def _answered(self, words: str, step: bool) -> None:
        saved = self._saved
        if saved is not None:
            self.said.emit(words, True)
            self._show(service.take_step(self.context, "logged", saved.record, step))

    def skip(self) -> None:
        """On to the next without a call; what was typed is kept as a draft."""
        if self._saved is not None:
            self.gate.insist()
        elif self.prospect is not None:
            self.form.keep_draft()
            self._show(service.take_step(self.context, "skipped"))

    def back(self) -> None:
        """To the one before."""
        if self._saved is not None:
            self.gate.insist()
        elif self._session is not None and self._session.place > 0:
            self.form.keep_draft()
            self._back()

    def _back(self) -> None:
        session = service.step_back(self.context)
        # Whom a colleague spoke to is passed over on the way back as well, but never the first.
        self.notice.say("")
        self._session, self._saved = session, None
        if session.prospect is None or self.brief.show_prospect(session.prospect) is None:
            self._show(session)
            return
        spoken = service.spoken_meanwhile(self.context, session)
        self.notice.say(f"{self._spoken_words(spoken)}." if spoken is not None else "")
        self.bar.show_place(session.name, session.place, session.total)
        self.form.show_prospect(session.prospect)
        self.form.note.setFocus()

    def place_left(self) -> None:
        """Back to where it began; a session that is not over waits."""
        if self._saved is not None:
            self.gate.insist()
            return
        self.form.keep_draft()
        session = self._session
        if session is not None and session.prospect is not None:
            left = session.total - session.place
            self.said.emit(
                tr("Call session paused, {left} left. {label} goes on", left=figure(left), label=Action.CALL_SESSION.label),
                False,
            )
        self.finished_here.emit()

    def _show_kind(self, kind: str) -> None:
        self.send.setText(tr("Log {kind}", kind=within(named(kind))))
        self.send.updateGeometry()

    def refresh(self, change: Change) -> None:
        """Reads again; whom a colleague has just spoken to is passed over unless something is typed already."""
        session = self._session
        if session is None or session.prospect is None or not change.kinds & _READ_FOR:
            return
        if change.prospects is not None and session.prospect not in change.prospects:
            return
        if self._saved is None and self.isVisible():
            spoken = service.spoken_meanwhile(self.context, session)
            if spoken is not None and not self.form.note.toPlainText():
                self._show(session)
                return
            if spoken is not None:
                self.notice.say(tr("{spoken}. What you typed is kept.", spoken=self._spoken_words(spoken)))
        self.brief.show_prospect(session.prospect)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        service.resume_session(self.context)

    def hideEvent(self, event: QHideEvent) -> None:
        # The clock stands still while something else is shown.
        super().hideEvent(event)
        self.form.keep_draft()
        if self._session is not None and self._session.prospect is not None:
            service.pause_session(self.context)

    def hints(self) -> Sequence[Hint]:
        """The session's keys."""
        if self._session is not None and self._session.prospect is None:
            return (hint(tr("back to the list"), Action.SESSION_END),)
        return (
            hint(tr("outcome"), Action.OUTCOME),
            hint(tr("log, next"), Action.SESSION_SAVE),
            hint(tr("call"), Action.DIAL),
            hint(tr("skip"), Action.SKIP),
            hint(tr("back"), Action.BACK),
            hint(tr("pause"), Action.PAUSE),
        )

    def facts(self) -> str:
        """How many are left."""
        session = self._session
        return (
            tr("{total} left", total=figure(session.total - session.place))
            if session is not None and session.prospect is not None
            else ""
        )

    def show_target(self, target: Target) -> None:
        """Goes on with the session."""
        if isinstance(target, SessionTarget):
            self.go_on()

    def take_focus(self) -> None:
        """The note, the next step, or the end."""
        if self._pages.currentIndex():
            self.end.close_button.setFocus()
        elif self._saved is not None:
            self.gate.field.setFocus()
        else:
            self.form.note.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.brief.setFixedWidth(_WIDE if self.width() >= _FROM else _NARROW)
        self.form.fit(self.height())

    def _leave_at_the_end(self) -> bool:
        over = self._pages.currentIndex() == 1
        if over:
            self.place_left()
        return over

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
