"""The draft of a long text that is being typed: on disk within a second, there again after a kill."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.services.context import Context
from journeydesk.services.fields.kept import keep, kept, place_of

_KEPT_MS = 700


class LongDraft(QObject):
    """`due` says that what was typed is to be kept now."""

    due = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._place = ""
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_MS)
        self._keeping.timeout.connect(self.due)

    def begun(self, prospect: RecordId | None, slug: str) -> dict[str, Any]:
        """What was typed into this field before and not saved; empty where nothing was."""
        self._place = place_of(prospect or RecordId(0), slug)
        return dict(kept(self._context, self._place) or {})

    @property
    def waits(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._keeping.isActive()

    def typed(self) -> None:
        """A letter came. Not begun anew by each: who types without a pause has a draft as well."""
        if not self._keeping.isActive():
            self._keeping.start()

    def keep(self, text: str, seen: Stored) -> None:
        """Keeps what is typed, where that is another than what stands there; on disk when this returns."""
        self._keeping.stop()
        keep(self._context, self._place, {"text": text, "seen": seen} if (text or None) != seen else {})

    def rest(self) -> None:
        """Nothing is typed now."""
        self._keeping.stop()

    def forget(self, prospect: RecordId | None, slug: str) -> None:
        """It was saved, or thrown away."""
        self._keeping.stop()
        if prospect is not None and slug and PROSPECTS.by_slug[slug].type is FieldType.LONG_TEXT:
            keep(self._context, place_of(prospect, slug), {})
