"""How the first records of a base will look: read as sync reads them, and said as the outbox says a value."""

from collections.abc import Mapping

from journeydesk.domain.catalogue import FieldType
from journeydesk.domain.field_kinds.form import RemoteForm
from journeydesk.domain.field_kinds.reading import is_empty, read
from journeydesk.domain.mapping.offer import OfferedField, State
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.display import shown
from journeydesk.services.sync.mapping.draft import MappingDraft
from journeydesk.services.sync.mapping.rows import FieldDraft, Shown
from journeydesk.storage.engine.connection import Connection

PREVIEWED = 5
"""How many records are shown as they will look."""

_NOTES = {State.DECIDE: tr("not chosen yet"), State.CREATE: tr("new, empty")}


def preview(context: Context, draft: MappingDraft, slug: str) -> list[dict[str, Shown]]:
    """The first few records of a table as they will look, by our field slug."""
    table = draft.table(slug)
    remote = table.remote
    if remote is None:
        return []
    theirs = {field.slug: remote.field(field.chosen.id) if field.chosen else None for field in table.fields}
    values = [*remote.values, *({} for _ in remote.rows[len(remote.values) :])]
    with context.database.read() as connection:
        return [
            {each.slug: _shown(context, connection, each, theirs[each.slug], texts, row) for each in table.fields}
            for texts, row in list(zip(remote.rows, values, strict=True))[:PREVIEWED]
        ]


def _shown(
    context: Context,
    connection: Connection,
    field: FieldDraft,
    theirs: OfferedField | None,
    texts: Mapping[str, str],
    values: Mapping[str, object],
) -> Shown:
    if theirs is None:
        return Shown("", _NOTES.get(field.state, "left out"))
    text = texts.get(theirs.id, "")
    option = next((option for option in field.options if option.name == text), None)
    if option is not None:
        return Shown(option.ours or text, tr("not chosen yet") if option.state is State.DECIDE else "")
    if theirs.id not in values or field.spec.type is FieldType.LINK:
        return Shown(text)
    form = RemoteForm(theirs.type, theirs.options, None, theirs.maximum, theirs.result, theirs.links_to)
    value = values[theirs.id]
    wire = read(field.spec, form, value, context.settings.time_zone, lambda word: word)
    if wire is None:
        return Shown("", "" if is_empty(field.spec, form, value) else tr("cannot be read"))
    return Shown(shown(context, connection, "", field.spec, wire))
