"""A remote's record in our words: what cannot be read is left out, what is not ours is kept."""

import json
from dataclasses import replace

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.field_kinds.form import RemoteForm
from journeydesk.domain.field_kinds.options import NamedOption
from journeydesk.domain.ids import RemoteId
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.remote_snapshot import read_snapshot

FIELDS = {field.slug: f"fld{field.slug}" for field in PROSPECTS.fields}


def table_map(**other: str) -> TableMap:
    forms = {field.slug: RemoteForm(field.type.value) for field in PROSPECTS.fields}
    return TableMap("prospects", "tbl1", FIELDS, other, forms)


def seen(**cells: object) -> RemoteRecord:
    fields = {FIELDS.get(name, name): value for name, value in cells.items()}
    return RemoteRecord(RemoteId("rec1"), fields)


def test_a_wrong_cell_is_unreadable_and_the_rest_is_read() -> None:
    snapshot = read_snapshot(
        table_map(), seen(company="Acme", applied_on="+012026-05-22", score=2**70, notes="half \ud83d", phone="")
    )
    assert snapshot.fields == {"company": "Acme"}
    assert snapshot.unreadable == {"applied_on", "score", "notes"}


def test_fields_of_others_are_kept_whatever_they_hold() -> None:
    snapshot = read_snapshot(table_map(fldx="Mood"), seen(fldx={"deep": ["half \ud83d", 1]}, fldunknown="gone"))
    assert snapshot.extra is not None
    snapshot.extra.encode()
    assert json.loads(snapshot.extra) == {"Mood": {"deep": ["half \ud83d", 1]}}


def test_an_option_written_otherwise_is_the_only_one_alike() -> None:
    options = (("sel1", "Won deal"), ("sel2", "Lost"), ("sel3", "lost "))
    base = table_map()
    forms = {**base.forms, "status": RemoteForm("singleSelect", options)}
    mapped = replace(
        base,
        forms=forms,
        choices={"status": {"Won deal": "Accepted", "Lost": "Rejected", "lost ": "lost (2)"}},
        option_ids={"status": {"sel1": "Accepted", "sel2": "Rejected", "sel3": "lost (2)"}},
    )
    assert read_snapshot(mapped, seen(status="won  Deal")).fields == {"status": "Accepted"}
    assert read_snapshot(mapped, seen(status="Lost")).fields == {"status": "Rejected"}
    for unclear in ("LOST", "Won", NamedOption("Lost", "sel9")):
        assert read_snapshot(mapped, seen(status=unclear)).unreadable == {"status"}
