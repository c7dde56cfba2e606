"""Opening the draft of a mapping on a base, and applying it when everything is decided (docs/sync.md, "Any base").

Both talk to the base and are for a thread other than the window's.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass

from journeydesk import credentials
from journeydesk.domain.catalogue import BY_SLUG, FieldSpec
from journeydesk.domain.errors import JourneydeskError, UserError, WorldError
from journeydesk.domain.mapping.offer import Guess, Known, State
from journeydesk.remote.opening import REMOTE_SLUG, RemoteAccess, list_bases
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.evaluation.projection import PROJECTED
from journeydesk.services.sync.connecting import open_configured
from journeydesk.services.sync.mapping_draft import CREATE, LEAVE_OUT, MappingDraft
from journeydesk.services.sync.mapping_saved import TableChoice
from journeydesk.storage.sync.meta import set_meta
from journeydesk.sync.field_fit import fits
from journeydesk.sync.offer import read_offer
from journeydesk.sync.ports import RemoteField, RemoteTable
from journeydesk.sync.setup import FieldMatch, TableMatch, set_up

__all__ = ["CREATE", "LEAVE_OUT", "MappingDraft", "MappingReport", "apply_mapping", "open_mapping"]


@dataclass(frozen=True, slots=True)
class MappingReport:
    """What applying a mapping did: how many fields of how many tables sync now, what was created, and what stays on this computer,
    as table or "table, field"."""

    fields: int
    tables: int
    created: tuple[str, ...]
    left_out: tuple[str, ...]


def open_mapping(context: Context, access: RemoteAccess) -> MappingDraft:
    """Reads the base's schema and up to a page of records a table, and guesses; stores nothing. Raises as the remote does."""
    remote = open_configured(context, access)
    offered = read_offer(remote)
    return MappingDraft(_base_name(access), offered, _known(context))


def _base_name(access: RemoteAccess) -> str:
    """What the base is called, where the token may know."""
    with contextlib.suppress(JourneydeskError):
        return dict(list_bases(access.url, access.token)).get(access.base, access.base)
    return access.base


def _known(context: Context) -> Known:
    settings = context.settings
    people = {rep.name.casefold() for rep in settings.reps} | {rep.email.casefold() for rep in settings.reps if rep.email}
    stages = [
        (slug, tuple(stage.name for stage in journey.stages))
        for name, slug in PROJECTED.items()
        if slug != "customer_status" and (journey := settings.journey(name)) is not None
    ]
    return Known(frozenset(people), tuple(stages))


def apply_mapping(context: Context, access: RemoteAccess, draft: MappingDraft, create: bool) -> MappingReport:
    """Keeps the map for sync, with `create` makes what the draft says is to be created, and remembers the connection.

    Raises UserError where something is still to be decided, or the base is no longer as it was read; nothing is changed then.
    """
    if draft.decisions_left():
        raise UserError(
            f"{draft.decisions_left()} to decide before Airtable can be connected. First: {draft.first_problem_sentence()}."
        )
    remote = open_configured(context, access)
    tables = {table.id: table for table in remote.schema()}
    matches = [_match(slug, choice, tables, create) for slug, choice in draft.choices.items()]
    matches, created = set_up(context.database, remote, create, context.now(), matches)
    with context.database.write() as connection:
        set_meta(connection, f"{REMOTE_SLUG}_url", access.url)
        set_meta(connection, f"{REMOTE_SLUG}_base", access.base)
        set_meta(connection, "token_refused", None)
    with contextlib.suppress(WorldError):
        credentials.SystemKeyring().put(f"{REMOTE_SLUG} {context.database.folder}", access.token)
    context.publish(Change(frozenset({"sync", "settings"})))
    return _report(matches, created)


def _match(slug: str, choice: TableChoice, tables: Mapping[str, RemoteTable], create: bool) -> TableMatch:
    spec, table = BY_SLUG[slug], choice.table
    if table.chosen is None:
        wanted = create and table.state is State.CREATE
        return TableMatch(spec, None, tuple(FieldMatch(field, "missing") for field in spec.fields), left_out=not wanted)
    remote = tables.get(table.chosen)
    if remote is None:
        raise UserError(f"The table that was chosen for {spec.name} is no longer in the base. Match it again.")
    fields = {field.id: field for field in remote.fields}
    return TableMatch(spec, remote, tuple(_field(field, spec.name, choice, fields, create) for field in spec.fields))


def _field(spec: FieldSpec, table: str, choice: TableChoice, fields: Mapping[str, RemoteField], create: bool) -> FieldMatch:
    guess = choice.fields.get(spec.slug, Guess(None, State.LEFT_OUT))
    if guess.chosen is None:
        return FieldMatch(spec, "missing" if create and guess.state is State.CREATE else "left out")
    remote = fields.get(guess.chosen)
    if remote is None:
        raise UserError(f"The field that was chosen for {table}, {spec.name} is no longer in the base. Match it again.")
    words = {
        identifier: option.chosen
        for identifier, option in choice.options.get(spec.slug, {}).items()
        if option.chosen is not None
    }
    return FieldMatch(spec, "found" if fits(spec, remote) else "other type", remote, words)


def _report(matches: list[TableMatch], created: list[str]) -> MappingReport:
    left_out = []
    for match in matches:
        if match.remote is None or match.left_out:
            left_out.append(match.spec.name)
            continue
        left_out += [f"{match.spec.name}, {field.spec.name}" for field in match.fields if field.state != "found"]
    return MappingReport(
        sum(field.state == "found" for match in matches if match.remote for field in match.fields),
        sum(match.remote is not None and not match.left_out for match in matches),
        tuple(created),
        tuple(left_out),
    )
