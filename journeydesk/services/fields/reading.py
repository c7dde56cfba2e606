"""What stands in the fields of a prospect, which of them a person may write, and what may be chosen in them."""

import json
from collections.abc import Mapping

from journeydesk.domain.by_hand import MADE_ELSEWHERE, PEOPLE
from journeydesk.domain.catalogue import CUSTOMER_STATUSES, PROSPECTS, FieldType
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.commands.stages.moving import STAGE_FIELDS
from journeydesk.services.context import Context
from journeydesk.services.queries.team import people
from journeydesk.storage.records import records
from journeydesk.storage.sync.table_maps import read_only_fields


@dataclass(frozen=True, slots=True)
class FieldValues:
    """A prospect's name and its fields as stored, by slug; `others` are the fields of the base that are none of ours, in words."""

    name: str
    values: Mapping[str, Stored]
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One value that may be chosen: as stored, and as it is shown. `stage` is its number where it is a stage of `journey`."""

    value: str
    name: str
    journey: str = ""
    stage: int = 0


def field_values(context: Context, prospect: RecordId) -> FieldValues | None:
    """Everything that stands in a prospect; None where it is gone or deleted."""
    with context.database.read() as connection:
        row = records.get(connection, "prospects", prospect)
    if row is None or row["deleted"]:
        return None
    values = {slug: row[slug] for slug in PROSPECTS.by_slug}
    name = str(row["company"] or row["contact_name"] or row["key"])
    return FieldValues(name, values, _others(row["extra"]))


def _others(stored: Stored) -> tuple[tuple[str, str], ...]:
    try:
        data = json.loads(str(stored)) if stored else {}
    except ValueError:
        return ()
    if not isinstance(data, dict):
        return ()
    return tuple((str(name), words) for name, value in sorted(data.items()) if name and (words := _plain(value)))


def _plain(value: object) -> str:
    """A value of a field that we know nothing of, in words."""
    match value:
        case None | "" | []:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(part for each in value if (part := _plain(each)))
        case dict():
            known = next(
                (value[name] for name in ("name", "label", "email", "filename", "url", "text") if value.get(name)), None
            )
            return _plain(known) if known is not None else ", ".join(part for each in value.values() if (part := _plain(each)))
        case float():
            return f"{value:.10g}"
        case _:
            return " ".join(str(value).split())


def value_of(context: Context, prospect: RecordId, slug: str) -> Stored:
    """What stands in one field of a prospect; None also where the prospect is gone."""
    with context.database.read() as connection:
        row = records.get(connection, "prospects", prospect)
    return row[slug] if row is not None else None


def not_by_hand(context: Context) -> dict[str, str]:
    """The fields that nobody writes by hand here, with the reason."""
    with context.database.read() as connection:
        computed = read_only_fields(connection, "prospects")
    reasons = {
        slug: tr(
            "“{name}” is computed in {remote_name}; change what it is computed from there.", name=name, remote_name=REMOTE_NAME
        )
        for slug, (name, _) in computed.items()
    }
    return reasons | dict(MADE_ELSEWHERE)


def choices_of(context: Context, slug: str) -> list[FieldChoice] | None:
    """What may be chosen in a field; None where anything may be written. Of people others may be written as well."""
    if slug in STAGE_FIELDS:
        journey = context.settings.journey(STAGE_FIELDS[slug])
        if journey is not None and slug != "customer_status":
            return [FieldChoice(stage.name, stage.short, journey.name, stage.number) for stage in journey.stages]
    if slug in PEOPLE:
        return [FieldChoice(name, name) for name in people(context)]
    spec = PROSPECTS.by_slug[slug]
    if spec.type is FieldType.SELECT:
        return [FieldChoice(ours, _sentence_case(shown)) for shown, ours in context.words.choices("prospects", spec).items()]
    if spec.type is FieldType.CHECKBOX:
        return [FieldChoice("yes", tr("Yes")), FieldChoice("no", tr("No"))]
    return None


def choice_words(context: Context, slug: str, choice: str) -> str:
    """A choice as the team calls it; where nobody named it otherwise, LEAD_QUALIFIED is Lead qualified."""
    return _sentence_case(context.words.shown("prospects", slug, choice))


def _sentence_case(word: str) -> str:
    return word.replace("_", " ").capitalize() if word in CUSTOMER_STATUSES else word
