"""What a chooser offers: what fits first, then to have it created, then to leave it out."""

from journeydesk.domain.words import figure, named, tr
from journeydesk.services.sync.mapping.applying import CREATE, LEAVE_OUT, MappingDraft
from journeydesk.services.sync.mapping.rows import Candidate, FieldDraft
from journeydesk.ui.dialogs.airtable.mapping.field_lines import OptionLine
from journeydesk.ui.dialogs.airtable.mapping.words import kind_icon, stage_mark
from journeydesk.ui.widgets.choosing.choice_list import Choice

_LEAVE_OUT = Choice(LEAVE_OUT, tr("Leave out: it stays on this computer"), icon="minus")


def field_choices(field: FieldDraft) -> list[Choice]:
    """The fields of theirs that can be this one of ours."""
    fitting = list(field.candidates)
    if field.chosen is not None and field.chosen.id not in {candidate.id for candidate in fitting}:
        fitting.insert(0, field.chosen)
    choices = [_candidate(candidate) for candidate in fitting]
    return [*choices, Choice(CREATE, tr("Create a new field “{name}”", name=field.spec.name), icon="plus"), _LEAVE_OUT]


def _candidate(candidate: Candidate) -> Choice:
    return Choice(candidate.id, candidate.name, named(candidate.kind), candidate.sample[:200], kind_icon(candidate.kind))


def option_choices(line: OptionLine) -> list[Choice]:
    """Our choices or stages that an option of theirs may be."""
    words = line.field.words
    choices = [Choice(word, word, mark=stage_mark(words, word) if line.is_stage else None) for word in words]
    return [*choices, Choice(None, tr("None of these: keep their word"), icon="minus")]


def table_choices(draft: MappingDraft) -> list[Choice]:
    """Every table of the base."""
    choices = [
        Choice(
            table.id,
            table.name,
            tr("{count} fields", count=len(table.fields)),
            f"{figure(table.records)}{('+' if table.has_more else '')}",
            "table",
        )
        for table in draft.remote_tables
    ]
    return [*choices, Choice(CREATE, tr("Create a new table"), icon="plus"), _LEAVE_OUT]
