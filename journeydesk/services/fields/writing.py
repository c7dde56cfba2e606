"""Writing one field of a prospect by hand, beside whoever else writes it meanwhile."""

from journeydesk.domain.by_hand import title_within
from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.merge import join_texts
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import start_action
from journeydesk.services.commands.prospects import edit_within
from journeydesk.services.context import Context
from journeydesk.storage.records import records
from journeydesk.storage.records.history import last_writer


class ChangedMeanwhile(UserError):
    """Somebody else wrote the field since it was looked at: it holds `now`, by `who`. Nothing was written."""

    def __init__(self, field: str, now: Stored, who: str) -> None:
        super().__init__(tr("{field} was changed by {who} while you were writing.", field=field, who=who))
        self.now = now
        self.who = who


def edit_field(context: Context, prospect: RecordId, slug: str, value: Stored, seen: Stored, words: str = "") -> str:
    """Writes a field as one step and returns its label; `seen` is what stood there when the edit began, `words` how the value is said.

    A long text that changed elsewhere meanwhile takes both edits where they are at different lines. Raises ChangedMeanwhile where
    another value stands there that is none of the two, ValueRefused for a value that the field does not take, and UserError where the
    prospect is gone.
    """
    with start_action(context, "") as action:
        name = action.living(prospect).name
        row = records.get(action.connection, "prospects", prospect) or {}
        now = row.get(slug)
        if now not in (seen, value):
            joined = _joined(slug, seen, value, now)
            if joined is None:
                raise ChangedMeanwhile(
                    title_within(slug), now, last_writer(action.connection, "prospects", prospect, slug) or "sync"
                )
            value = joined
        about = tr("{title_within} of {name}", title_within=title_within(slug), name=name)
        said = tr(" to {words}", words=words) if words else ""
        action.label = (
            tr("Set the {about}{said}", about=about, said=said) if value is not None else tr("Cleared the {about}", about=about)
        )
        edit_within(context, action, [prospect], {slug: value})
    return action.label


def _joined(slug: str, seen: Stored, mine: Stored, theirs: Stored) -> str | None:
    if PROSPECTS.by_slug[slug].type is not FieldType.LONG_TEXT:
        return None
    return join_texts(str(seen or ""), str(mine or ""), str(theirs or ""))
