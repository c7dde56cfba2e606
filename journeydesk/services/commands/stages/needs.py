"""What a stage needs of a prospect before a person moves it there: what happens by itself, or in Airtable, is never held up."""

from collections.abc import Sequence

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings.journeys import Stage
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records


def missing_fields(context: Context, stage: Stage, prospects: Sequence[RecordId]) -> dict[RecordId, tuple[str, ...]]:
    """Who of these lacks fields that the stage needs, and which, by their slugs in the stage's order."""
    if not stage.needs:
        return {}
    with context.database.read() as connection:
        return _missing(connection, stage, prospects)


def refuse_missing(connection: Connection, stage: Stage, prospects: Sequence[RecordId]) -> None:
    """Raises UserError where one of these lacks what the stage needs; it names the fields and who lacks them."""
    missing = _missing(connection, stage, prospects) if stage.needs else {}
    if not missing:
        return
    first = records.get(connection, "prospects", next(iter(missing))) or {}
    name = first.get("company") or first.get("contact_name") or first.get("key")
    who = (
        tr("{name} lacks", name=name)
        if len(missing) == 1
        else tr(
            "{count} of {count_2} lack, {name} first,", count=figure(len(missing)), count_2=figure(len(prospects)), name=name
        )
    )
    lacking = {slug for slugs in missing.values() for slug in slugs}
    fields = ", ".join(title_of_spec(PROSPECTS.by_slug[slug]) for slug in stage.needs if slug in lacking)
    raise UserError(
        tr(
            "{who} what the stage {short} needs: {fields}. Fill it in, then move. Nobody was moved.",
            who=who,
            short=stage.short,
            fields=fields,
        )
    )


def _missing(connection: Connection, stage: Stage, prospects: Sequence[RecordId]) -> dict[RecordId, tuple[str, ...]]:
    rows = records.get_many(connection, "prospects", prospects)
    lacking = {
        prospect: tuple(slug for slug in stage.needs if rows[prospect][slug] in (None, ""))
        for prospect in prospects
        if prospect in rows
    }
    return {prospect: slugs for prospect, slugs in lacking.items() if slugs}
