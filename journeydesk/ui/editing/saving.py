"""Saving one field beside whoever else changes it, and what is said where that is another by now."""

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import field_values
from journeydesk.services.fields.writing import ChangedMeanwhile, edit_field
from journeydesk.ui.editing.words import value_words


@dataclass(frozen=True, slots=True)
class Done:
    """`label` names what was written; `sentence` says why nothing was. `seen` is the value that stands there now."""

    seen: Stored
    label: str = ""
    sentence: str = ""
    refused: bool = False


def save_field(context: Context, prospect: RecordId, slug: str, value: Stored, seen: Stored) -> Done:
    """Writes a value over the one that was seen, in one step to undo; not over one that somebody else wrote meanwhile."""
    if value == seen:
        return Done(seen)
    words = value_words(context, slug, value)
    try:
        return Done(seen, label=edit_field(context, prospect, slug, value, seen, words if len(words) <= 60 else ""))
    except ChangedMeanwhile as other:
        theirs = value_words(context, slug, other.now) or tr("nothing")
        said = tr(
            "{who} changed it to {theirs} while you were writing. Save again to put yours in its place.",
            who=other.who,
            theirs=theirs,
        )
        return Done(other.now, sentence=said)
    except JourneydeskError as wrong:
        return Done(seen, sentence=str(wrong), refused=True)


def meanwhile(context: Context, prospect: RecordId, name: str, slug: str, seen: Stored) -> tuple[str, str]:
    """What became of a field while it is being edited, as a sentence and its icon; empty where nothing did."""
    found = field_values(context, prospect)
    if found is None:
        return tr("{name} was deleted meanwhile. Copy what you need; it cannot be saved.", name=name), "warn"
    if found.values[slug] == seen:
        return "", ""
    words = value_words(context, slug, found.values[slug]) or tr("nothing")
    return tr("Changed elsewhere to {words} while you were writing.", words=words), "split"
