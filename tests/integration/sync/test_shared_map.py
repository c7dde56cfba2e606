"""The team's map: a second computer after renames, a copy of the base, a change of the map, and what is in no base."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from journeydesk.config import Connections
from journeydesk.domain.catalogue import PROSPECTS, TASKS
from journeydesk.domain.errors import UserError
from journeydesk.domain.mapping.offer import State
from journeydesk.domain.mapping.shared import MAP_KEY, map_text, read_map
from journeydesk.remote.opening import RemoteAccess
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.commands.tasks import add_task
from journeydesk.services.context import Context
from journeydesk.services.sync.connecting import open_configured, set_pace
from journeydesk.services.sync.mapping.applying import CREATE, LEAVE_OUT, MappingDraft, apply_mapping, open_mapping
from journeydesk.services.sync.session import sync_once
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.meta import set_meta
from journeydesk.storage.sync.outbox import waiting_records
from journeydesk.storage.sync.pending import waiting_count
from journeydesk.storage.sync.table_maps import table_maps
from journeydesk.sync.engine import SyncOutcome
from journeydesk.sync.ports import RemoteTable
from journeydesk.sync.schema_watch import READ_AT
from tests.integration.sync.base import control
from tests.workspaces import KEY, NOW

pytestmark = pytest.mark.fault(67)

RENAMED = {
    "Email": "Work address",
    "Company": "Outfit",
    "Application ID": "Ref",
    "Contact Name": "Whom to ask for",
    "Status": "Where it stands",
}


class Team:
    """Computers of one team beside one base, and a person in Airtable's own window."""

    def __init__(self, folder: Path, box: Sandbox, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self.box = box
        self.access = RemoteAccess(box.airtable_url, box.token, box.base_id)
        self.known = Connections(box.airtable_url, box.token, box.base_id, None, None, "Amaia Etxarri", None, 0.0)

    def computer(self, name: str) -> Context:
        """A new, empty one."""
        context, problems = open_workspace(self._folder / name, KEY, self.known, lambda _: None, lambda: NOW)
        assert problems == []
        self._stack.callback(context.database.close)
        set_pace(context, 0)
        return context

    def draft(self, context: Context) -> MappingDraft:
        return open_mapping(context, self.access)

    def set_up(self, context: Context, create: bool = True) -> MappingDraft:
        draft = self.draft(context)
        apply_mapping(context, self.access, draft, create)
        return draft

    def sync(self, context: Context) -> SyncOutcome:
        return sync_once(context, self.known)

    def schema(self) -> dict[str, RemoteTable]:
        context = self.computer("looks")
        return {table.name: table for table in open_configured(context, self.access).schema()}

    def rename_field(self, table: str, field: str, name: str) -> None:
        control(self.box, "schema", {"table": table, "field": field, "rename": name})

    def rename_all(self) -> None:
        for before, after in RENAMED.items():
            self.rename_field("Beta Applications", before, after)
        control(self.box, "schema", {"table": "Beta Applications", "rename_table": "People we talk to"})
        control(self.box, "schema", {"table": "Journeydesk Settings", "rename_table": "Do not touch"})

    def create_table(self, name: str) -> str:
        """A table like that of the tasks under another name; its id."""
        prospects = self.schema()["Beta Applications"].id
        remote = open_configured(self.computer("hand"), self.access)
        return remote.create_table(replace(TASKS, name=name), {"prospects": prospects})

    def records(self, context: Context, table: str, fields: list[str]) -> int:
        """How many records a table holds in the base."""
        pages = open_configured(context, self.access).pages(table, fields, None)
        return sum(len(page.records) for page in pages)


@contextmanager
def teamed(folder: Path) -> Iterator[Team]:
    with Sandbox.start(prospects=8, lift_limits=True) as box, ExitStack() as stack:
        yield Team(folder, box, stack)


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    with teamed(tmp_path) as made:
        yield made


def ids(context: Context) -> dict[str, dict[str, str]]:
    with context.database.read() as connection:
        return {slug: {"": each.table_id, **each.fields} for slug, each in table_maps(connection).items()}


def stored_map(context: Context) -> str | None:
    with context.database.read() as connection:
        value = sql.scalar(connection, "SELECT value FROM settings WHERE key = ? AND deleted = 0", (MAP_KEY,))
    return None if value is None else str(value)


def prospects(context: Context) -> set[tuple[object, ...]]:
    with context.database.read() as connection:
        return set(sql.rows(connection, "SELECT key, company, contact_name, email, status FROM prospects WHERE deleted = 0"))


def test_the_first_pass_shares_the_map_once(team: Team) -> None:
    first = team.computer("first")
    team.set_up(first)
    assert stored_map(first) is None
    team.sync(first)
    shared = read_map(stored_map(first))
    assert shared is not None
    assert shared.base == team.box.base_id
    assert {
        slug: {"": table.id, **{name: field.id for name, field in table.fields.items()}}
        for slug, table in shared.tables.items()
    } == ids(first)
    again = team.sync(first)
    assert (again.pushed, again.pulled, again.pending) == (0, 0, 0)


def test_a_second_computer_after_renames_has_the_same_fields(team: Team) -> None:
    first = team.computer("first")
    team.set_up(first)
    team.sync(first)
    team.rename_all()
    before = team.schema()
    second = team.computer("second")
    draft = team.set_up(second)
    team.sync(second)
    assert draft.likely_left() == []
    assert team.schema() == before
    assert ids(second) == ids(first)
    assert prospects(second) == prospects(first)
    assert all(company and contact for _, company, contact, _, _ in prospects(second))
    # The second computer had nothing new to share, and asks nobody anything.
    assert stored_map(second) == stored_map(first)
    assert team.sync(first).conflicts == team.sync(second).conflicts == 0


def test_without_a_shared_map_a_rename_is_asked_and_never_made_anew(team: Team) -> None:
    team.rename_field("Beta Applications", "Email", "Work email")
    control(team.box, "schema", {"table": "Beta Applications", "rename_table": "Leads"})
    before = team.schema()
    context = team.computer("only")
    draft = team.draft(context)
    table = draft.table("prospects")
    email = next(field for field in table.fields if field.slug == "email")
    assert (table.state, table.remote.name if table.remote else None) == (State.LIKELY, "Leads")
    assert (email.state, email.chosen.name if email.chosen else None) == (State.LIKELY, "Work email")
    assert "Leads, Email" not in draft.to_create()
    assert team.schema() == before


def test_a_renamed_settings_table_is_found_by_its_map(team: Team) -> None:
    first = team.computer("first")
    team.set_up(first)
    team.sync(first)
    team.rename_field("Journeydesk Settings", "Key", "Name of it")
    team.rename_field("Journeydesk Settings", "Value", "Text")
    control(team.box, "schema", {"table": "Journeydesk Settings", "rename_table": "Internals"})
    second = team.computer("second")
    table = team.draft(second).table("settings")
    assert table.remote is not None
    assert (table.state, table.remote.name, table.reason) == (State.MATCHED, "Internals", "as the team has it")
    assert not [field for field in table.fields if field.state is State.CREATE]


def test_a_change_of_the_map_reaches_the_others_with_a_pass(team: Team) -> None:
    first, second = team.computer("first"), team.computer("second")
    team.set_up(first)
    team.sync(first)
    team.set_up(second)
    team.sync(second)
    draft = team.draft(first)
    draft.choose_field("prospects", "tier", LEAVE_OUT)
    draft.choose_table("assets", LEAVE_OUT)
    apply_mapping(first, team.access, draft, True)
    team.sync(first)
    assert "tier" in ids(second)["prospects"]
    team.sync(second)
    assert "tier" not in ids(second)["prospects"]
    assert ids(second) == ids(first)
    assert "assets" not in ids(second)
    # A third computer leaves out the same, though all of it could be matched.
    third = team.computer("third")
    team.set_up(third)
    assert ids(third) == ids(first)
    again = team.sync(second)
    assert (again.pushed, again.pulled) == (0, 0)


def change_source(team: Team, **change: object) -> None:
    control(team.box, "schema", {"table": "Beta Applications", "field": "Source", **change})


def met(context: Context) -> str:
    """The word for the one option of the source that is none of ours."""
    with context.database.read() as connection:
        words = table_maps(connection)["prospects"].option_ids["source"].values()
    (word,) = [word for word in words if word not in PROSPECTS.by_slug["source"].choices]
    return word


def asked(context: Context) -> int:
    with context.database.read() as connection:
        return int(sql.scalar(connection, "SELECT count(*) FROM conflict") or 0)


def read_schemas(*contexts: Context) -> None:
    """Each is to read the schema with its next pass."""
    for context in contexts:
        with context.database.write() as connection:
            set_meta(connection, READ_AT, None)


def test_an_option_has_the_word_of_the_computer_that_met_it_first(team: Team) -> None:
    first, second = team.computer("first"), team.computer("second")
    for context in (first, second):
        team.set_up(context)
        team.sync(context)
    change_source(team, add_choice="Trade fair")
    read_schemas(first)
    team.sync(first)
    change_source(team, rename_choice=["Trade fair", "Fairs"])
    read_schemas(first, second)
    for context in (second, first, second):
        team.sync(context)
    assert (met(first), met(second)) == ("Trade fair", "Trade fair")
    assert stored_map(first) == stored_map(second)
    assert [team.sync(context).pushed for context in (first, second)] == [0, 0]


def test_two_computers_that_meet_options_at_once_ask_nobody(team: Team) -> None:
    first, second = team.computer("first"), team.computer("second")
    for context in (first, second):
        team.set_up(context)
        team.sync(context)
    change_source(team, add_choice="Trade fair")
    read_schemas(first)
    with second.database.write() as connection:
        # It met another one at the same time and has not heard of the first yet.
        shared = read_map(stored_map(second))
        assert shared is not None
        source = shared.tables["prospects"].fields["source"]
        fields = {
            **shared.tables["prospects"].fields,
            "source": replace(source, options={**source.options, "selX": ("Web", "Web")}),
        }
        whole = replace(shared, tables={**shared.tables, "prospects": replace(shared.tables["prospects"], fields=fields)})
        record = records.find_by_key(connection, "settings", MAP_KEY)
        assert record is not None
        records.update(connection, "settings", record, {"value": map_text(whole)}, Author("Journeydesk", second.now(), "rule"))
    for context in (first, second, first, second):
        team.sync(context)
    assert (asked(first), asked(second)) == (0, 0)
    assert stored_map(first) == stored_map(second)
    known = read_map(stored_map(first))
    assert known is not None
    names = [theirs for theirs, _ in known.tables["prospects"].fields["source"].options.values()]
    assert {"Trade fair", "Web"} <= set(names)


def test_a_copy_of_the_base_is_matched_by_names_and_asked(team: Team) -> None:
    first = team.computer("first")
    team.set_up(first)
    team.sync(first)
    shared = read_map(stored_map(first))
    assert shared is not None
    tables = {
        slug: replace(
            table, id=f"tblX{slug}", fields={name: replace(f, id=f"fldX{slug}{name}") for name, f in table.fields.items()}
        )
        for slug, table in shared.tables.items()
    }
    with_other_ids = map_text(replace(shared, base="appOther", tables=tables))
    settings = team.schema()["Journeydesk Settings"]
    field = {each.name: each.id for each in settings.fields}
    record = open_configured(first, team.access).find(settings.id, field["Key"], [MAP_KEY], [field["Key"]])[0]
    control(
        team.box, "edits", {"table": settings.id, "update": [{"id": record.id, "fields": {field["Value"]: with_other_ids}}]}
    )
    draft = team.draft(team.computer("second"))
    states = {each.slug: each.state for each in draft.table("prospects").fields}
    assert draft.table("prospects").state is State.LIKELY
    assert set(states.values()) == {State.LIKELY}
    assert draft.to_create() == []
    # Who already goes by ids of this base stays with them.
    before = ids(first)
    team.sync(first)
    assert ids(first) == before


def test_a_table_of_the_map_that_is_gone_is_a_decision(team: Team) -> None:
    first = team.computer("first")
    team.set_up(first)
    team.sync(first)
    control(team.box, "schema", {"table": "Tasks", "remove_table": True})
    draft = team.draft(team.computer("second"))
    assert draft.table("tasks").state is State.DECIDE
    with pytest.raises(UserError, match="“Tasks” of the team's map is not in this base"):
        apply_mapping(first, team.access, draft, True)
    draft.choose_table("tasks", CREATE)
    assert draft.decisions_left() == 0


def test_what_is_not_mapped_lives_here_and_waits_for_nothing(team: Team) -> None:
    context = team.computer("only")
    draft = team.draft(context)
    draft.choose_table("tasks", LEAVE_OUT)
    draft.choose_field("prospects", "notes", LEAVE_OUT)
    apply_mapping(context, team.access, draft, True)
    first = team.sync(context)
    assert "Left alone: Tasks lives on this computer." in first.left_alone
    assert "Left alone: Beta Applications, Notes lives on this computer." in first.left_alone
    record = create_prospect(context, {"company": "Ostrelle", "notes": "kept here"})
    add_task(context, record, "Write", "2026-05-22")
    outcome = team.sync(context)
    assert (outcome.pending, outcome.problems, outcome.left_alone) == (0, (), ())
    edit(context, record, {"notes": "and changed"})
    assert team.sync(context).pending == 0
    with context.database.read() as connection:
        assert waiting_count(connection) == 0
        assert waiting_records(connection) == []
        assert sql.scalar(connection, "SELECT notes FROM prospects WHERE lid = ?", (record,)) == "and changed"
        assert sql.scalar(connection, "SELECT count(*) FROM tasks WHERE title = 'Write'") == 1


@pytest.mark.parametrize(
    "text", ["", "no map", "[1]", '{"version": 2}', '{"version": 1, "base": "x", "tables": {}, "left_out": []}', "[" * 9000]
)
def test_what_is_no_map_is_not_taken_for_one(text: str) -> None:
    assert read_map(text) is None


def test_a_map_is_read_as_it_was_written(team: Team) -> None:
    first = team.computer("first")
    team.set_up(first)
    team.sync(first)
    text = stored_map(first)
    shared = read_map(text)
    assert shared is not None
    assert map_text(shared) == text
