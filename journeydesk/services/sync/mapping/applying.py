"""Opening the draft of a mapping on a base, and applying it when everything is decided (docs/sync.md, "Mapping").

Both talk to the base and are for a thread other than the window's.
"""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeydesk import credentials
from journeydesk.domain.catalogue import BY_SLUG, FieldSpec
from journeydesk.domain.errors import JourneydeskError, UserError, WorldError
from journeydesk.domain.field_kinds.fit import Fit
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.fields import OTHER_KIND
from journeydesk.domain.mapping.offer import Guess, Known, State
from journeydesk.domain.mapping.shared import is_same
from journeydesk.domain.settings.journeys import PROJECTED
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_SLUG, RemoteAccess, list_bases
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.connecting import open_configured
from journeydesk.services.sync.mapping.draft import CREATE, LEAVE_OUT, MappingDraft
from journeydesk.services.sync.mapping.saved import TableChoice
from journeydesk.services.workspace.settings import follow_words
from journeydesk.storage.sync.meta import set_meta
from journeydesk.storage.sync.table_maps import mapped_fields
from journeydesk.sync.offer import read_offer
from journeydesk.sync.ports import RemoteField, RemoteTable
from journeydesk.sync.setup import FieldMatch, TableMatch, set_up
from journeydesk.sync.shared_map import find_shared_map, map_of, remember_matches

__all__ = ["CREATE", "LEAVE_OUT", "MappingDraft", "MappingReport", "apply_mapping", "known_of", "open_mapping"]


@dataclass(frozen=True, slots=True)
class MappingReport:
    """What applying a mapping did: how many fields of how many tables sync now, and as table or "table, field" what was created,
    what the base lacks, what is of a type that cannot hold it, and what is only read. `left_alone` says in sentences what does not sync."""

    fields: int
    tables: int
    created: tuple[str, ...]
    missing: tuple[str, ...]
    other_type: tuple[str, ...]
    read_only: tuple[str, ...]
    left_alone: tuple[str, ...]


def open_mapping(context: Context, access: RemoteAccess) -> MappingDraft:
    """Reads the base's schema and up to a page of records a table, and guesses; stores nothing. Raises as the remote does."""
    remote = open_configured(context, access)
    schema = remote.schema()
    with context.database.read() as connection:
        own = map_of(connection, access.base)
        known_table = mapped_fields(connection, "settings")[0]
    shared = find_shared_map(remote, schema, known_table) or own
    return MappingDraft(_base_name(context, access), read_offer(remote, schema), known_of(context), shared=shared)


def _base_name(context: Context, access: RemoteAccess) -> str:
    """What the base is called, where the token may know."""
    with contextlib.suppress(JourneydeskError):
        return dict(list_bases(access.url, access.token, context.asks_beside)).get(access.base, access.base)
    return access.base


def known_of(context: Context) -> Known:
    """What the team's settings say of its people and of the words of its stages."""
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
            tr(
                "{decisions_left} to decide before Airtable can be connected. First: {first_problem_sentence}.",
                decisions_left=draft.decisions_left(),
                first_problem_sentence=draft.first_problem_sentence(),
            )
        )
    remote = open_configured(context, access)
    tables = {table.id: table for table in remote.schema()}
    matches = [_match(slug, choice, tables, create) for slug, choice in draft.choices.items()]
    matches, created = set_up(context.database, remote, create, context.now(), matches)
    left_out, report = _left_out(draft), _report(draft, matches, created)
    unsynced = [
        *report.left_alone,
        *(tr("Left alone: {name} is not in the base and lives on this computer.", name=name) for name in report.missing),
    ]
    with context.database.write() as connection:
        mapped = map_of(connection, access.base)
        of_team = draft.shared is not None and mapped is not None and is_same(draft.shared, replace(mapped, left_out=left_out))
        remember_matches(connection, matches, left_out, not of_team, unsynced)
        set_meta(connection, f"{REMOTE_SLUG}_url", access.url)
        set_meta(connection, f"{REMOTE_SLUG}_base", access.base)
        set_meta(connection, "token_refused", None)
    with contextlib.suppress(WorldError):
        credentials.keep_or_hold_token(context.database.folder, REMOTE_SLUG, access.url, access.token)
    follow_words(context)
    context.publish(Change(frozenset({"sync", "settings"})))
    return report


def _match(slug: str, choice: TableChoice, tables: Mapping[str, RemoteTable], create: bool) -> TableMatch:
    spec, table = BY_SLUG[slug], choice.table
    if table.chosen is None:
        wanted = create and table.state is State.CREATE
        return TableMatch(spec, None, tuple(FieldMatch(field, "missing") for field in spec.fields), left_out=not wanted)
    remote = tables.get(table.chosen)
    if remote is None:
        raise UserError(tr("The table that was chosen for {name} is no longer in the base. Match it again.", name=spec.name))
    fields = {field.id: field for field in remote.fields}
    return TableMatch(spec, remote, tuple(_field(field, spec.name, choice, fields, create) for field in spec.fields))


def _field(spec: FieldSpec, table: str, choice: TableChoice, fields: Mapping[str, RemoteField], create: bool) -> FieldMatch:
    guess = choice.fields.get(spec.slug, Guess(None, State.LEFT_OUT))
    if guess.chosen is None:
        return FieldMatch(spec, "missing" if create and guess.state is State.CREATE else "left out")
    remote = fields.get(guess.chosen)
    if remote is None:
        raise UserError(
            tr(
                "The field that was chosen for {table}, {name} is no longer in the base. Match it again.",
                table=table,
                name=spec.name,
            )
        )
    words = {
        identifier: option.chosen
        for identifier, option in choice.options.get(spec.slug, {}).items()
        if option.chosen is not None
    }
    return FieldMatch(spec, "found" if remote.fit(spec) is not Fit.NONE else "other type", remote, words)


def _left_out(draft: MappingDraft) -> frozenset[str]:
    """What a person left out, as table or table.field by slug."""
    tables = {slug for slug, choice in draft.choices.items() if choice.table.state is State.LEFT_OUT}
    return frozenset(
        tables
        | {
            f"{slug}.{name}"
            for slug, choice in draft.choices.items()
            for name, guess in choice.fields.items()
            if guess.state is State.LEFT_OUT
        }
    )


def _report(draft: MappingDraft, matches: Sequence[TableMatch], created: Sequence[str]) -> MappingReport:
    by_slug = {match.spec.slug: match for match in matches}
    missing: list[str] = []
    other: list[str] = []
    read_only: list[str] = []
    left_alone: list[str] = []
    for table in draft.tables:
        match = by_slug[table.slug]
        if match.remote is None or match.left_out:
            (missing if table.state is State.CREATE else left_alone).append(table.name)
            continue
        here = [f"{table.name}, {field.spec.name}" for field in match.fields if field.state != "found"]
        states = {f"{table.name}, {field.spec.name}": field for field in table.fields}
        missing += [name for name in here if name in states and states[name].state is State.CREATE]
        unfit = [name for name in here if name in states and states[name].reason.startswith(OTHER_KIND)]
        other += unfit
        left_alone += [name for name in here if name not in unfit and name in states and states[name].state is State.LEFT_OUT]
        read_only += [name for name, field in states.items() if field.state is State.READ_ONLY]
    sentences = [tr("Left alone: {name} lives on this computer.", name=name) for name in left_alone]
    sentences += [tr("Of another type: {name}. It is left alone.", name=name) for name in other]
    if draft.untouched:
        sentences.append(
            tr("Left alone: nothing is read from or written to {untouched}.", untouched=", ".join(draft.untouched))
        )
    return MappingReport(
        sum(field.state == "found" for match in matches if match.remote and not match.left_out for field in match.fields),
        sum(match.remote is not None and not match.left_out for match in matches),
        tuple(created),
        tuple(missing),
        tuple(other),
        tuple(read_only),
        tuple(sentences),
    )
