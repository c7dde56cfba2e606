"""Status and LTV in one form, for the place of either."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import FieldValues
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.theme import Theme


def open_status_form(
    context: Context,
    theme: Theme,
    window: QWidget,
    prospect: RecordId,
    found: FieldValues,
    slug: str,
    saved: Callable[[str], None],
) -> Sheet:
    """Opens it at the field asked for; returns what closes. `saved` is told the sentence of what was written."""
    from journeydesk.ui.dialogs.status_sheet import StatusSheet

    sheet = StatusSheet(context, theme, window, prospect, found, slug)
    sheet.saved.connect(saved)
    sheet.open()
    return sheet
