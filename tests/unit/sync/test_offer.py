"""What a base offers for matching, read out of its schema and a page of records."""

from journeydesk.domain.catalogue import PROSPECTS, TableSpec
from journeydesk.sync.offer import read_offer, shown
from journeydesk.sync.ports import RemoteField
from tests.fakes.memory_remote import MemoryRemote


def test_values_are_shown_as_texts_whatever_they_are() -> None:
    assert shown(None) == shown(False) == shown([]) == shown({}) == ""
    assert (shown(True), shown(31.0), shown(2.5)) == ("yes", "31", "2.5")
    assert shown({"id": "usr1", "name": "Ada", "email": "a@x.example"}) == "Ada"
    assert shown({"id": "usr1", "email": "a@x.example"}) == "a@x.example"
    assert shown({"error": "#ERROR!"}) == "#ERROR!"
    assert shown(["Red", None, {"filename": "a.pdf"}]) == "Red, a.pdf"


def test_long_and_broken_texts_stay_small_and_can_be_kept() -> None:
    assert len(shown("x" * 140_000)) == 300
    assert shown("half \ud800") == "half ?"


def test_a_table_is_offered_with_what_its_records_hold() -> None:
    remote = MemoryRemote(lambda: "2026-01-01T00:00:00.000Z")
    table = remote.create_table(TableSpec("Leads", "prospects", (PROSPECTS.by_slug["company"], PROSPECTS.by_slug["email"])), {})
    name = RemoteField("fldN", "Name", "singleLineText")
    tags = RemoteField("fldT", "Tags", "multipleSelects", (("sel1", "Red"),))
    remote.reshape(table, [name, tags])
    remote.upsert(table, "fldN", [{"fldN": "Ada", "fldT": ["Red", "Blue"]}, {"fldN": "Bea", "fldT": ["Red"]}])
    (offered,) = read_offer(remote, remote.schema())
    assert (offered.id, offered.name, offered.records, offered.has_more) == (table, "Leads", 2, False)
    assert [field.samples for field in offered.fields] == [("Ada", "Bea"), ("Red", "Blue", "Red")]
    assert offered.rows == ({"fldN": "Ada", "fldT": "Red, Blue"}, {"fldN": "Bea", "fldT": "Red"})
    remote.upsert(table, "fldN", [{"fldN": f"{number}"} for number in range(7)])
    for more in range(4):
        remote.upsert(table, "fldN", [{"fldN": f"{more} {number}"} for number in range(7)])
    (full,) = read_offer(remote, remote.schema())
    assert (full.records, full.has_more, len(full.rows)) == (remote.limits.page, True, 5)
