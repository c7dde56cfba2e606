"""Search forgives accents, case and scripts without spaces, and never stumbles over what is typed."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from journeydesk.domain.folding import fold
from journeydesk.domain.ids import RecordId, application_id
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists.prospect_list import Query, count, ordered_ids
from journeydesk.storage.records import records
from journeydesk.storage.records.search import search_notes, search_prospects
from journeydesk.storage.upkeep import integrity
from tests.integration.storage.conftest import AT, AUTHOR

_HOSTILE = (
    '"',
    "foo OR",
    "NEAR(",
    "-x",
    "name:",
    "*",
    "a AND",
    "^a",
    "(",
    "{words}: a",
    "a\x00b",
    "\ud800",
    "'; DROP TABLE",
    "%_",
)


def _prospect(database: Database, **values: str) -> RecordId:
    with database.write() as connection:
        return records.insert(connection, "prospects", {"key": application_id(), **values}, AUTHOR)


def _found(database: Database, typed: str) -> set[RecordId]:
    with database.read() as connection:
        return {RecordId(lid) for lid in ordered_ids(connection, Query(search=typed))}


@pytest.mark.parametrize(
    ("company", "typed"),
    [
        ("Łąkowisko Meble", "lakowisko"),
        ("Łąkowisko Meble", "ŁĄK meb"),
        ("Çınarçay Seramik", "cinarcay"),
        ("Hraunskel ehf.", "EHF"),
        ("Skerrivane Sæther", "saether"),
        ("蒼嶺測器", "蒼嶺"),
        ("蒼嶺測器", "嶺測器"),
        ("蒼嶺測器", "測"),
        ("한나루 제관", "나루"),
        ("Ladoga Linsen · Ладожские линзы", "ладожс"),
        ("ندى القمر للخزف", "القمر"),
        ("नीलिमा बुनाई", "नीलि"),
        ("Ανεμόεσσα Τρόφιμα", "ανεμοεσσα"),
        ("Straße & Söhne", "strasse sohne"),
        ("O'Brien-Smith (UK) Ltd", "brien smith uk"),
    ],
)
def test_a_company_is_found_however_it_is_typed(database: Database, company: str, typed: str) -> None:
    wanted = _prospect(database, company=company)
    _prospect(database, company="Marrow & Pine Joinery")
    assert _found(database, typed) == {wanted}


@pytest.mark.parametrize("field", ["contact_name", "email", "job_title", "phone", "website", "use_case", "notes", "owner"])
def test_every_text_field_is_searched(database: Database, field: str) -> None:
    wanted = _prospect(database, **{field: "quarry 4711"})
    assert _found(database, "quar 4711") == {wanted}


def test_one_letter_finds_names_and_not_every_text(database: Database) -> None:
    named = _prospect(database, company="Quillon Freight", notes="an idea")
    _prospect(database, company="Mbali Rail", notes="quite an idea")
    assert _found(database, "q") == {named}
    assert _found(database, "qu") == {named}


def test_a_short_word_that_begins_no_name_is_found_in_texts(database: Database) -> None:
    wanted = _prospect(database, company="Mbali Rail", notes="asks about AI")
    assert _found(database, "ai") == {wanted}


def test_an_edit_is_found_by_its_new_words_only(database: Database) -> None:
    record = _prospect(database, company="Quillon Freight")
    with database.write() as connection:
        records.update(connection, "prospects", record, {"company": "Tinrock Hydraulics"}, AUTHOR)
    assert _found(database, "quillon") == set()
    assert _found(database, "tinrock") == {record}


def test_a_deleted_record_is_not_found_until_it_returns(database: Database) -> None:
    record = _prospect(database, company="Quillon Freight")
    for deleted, expected in ((True, set()), (False, {record})):
        with database.write() as connection:
            records.set_deleted(connection, "prospects", record, deleted, AUTHOR)
        assert _found(database, "quillon") == expected


def test_the_palette_ranks_company_before_person_before_text(database: Database) -> None:
    text = _prospect(database, company="Aroha Wool", notes="spoke to Mbali")
    person = _prospect(database, company="Tarn", contact_name="Mbali Nxele")
    within = _prospect(database, company="The Mbali Group", job_title="CTO", phone="1")
    begins = _prospect(database, company="Mbali Rail Parts", job_title="CTO", phone="1", website="2")
    with database.read() as connection:
        assert [row.id for row in search_prospects(connection, "mbali", 10)] == [begins, within, person, text]


def test_who_has_a_stage_and_was_touched_last_comes_first(database: Database) -> None:
    out = _prospect(database, company="Quillan Glass")
    long_ago = _prospect(database, company="Quillen Wool")
    lately = _prospect(database, company="Quillon Freight")
    with database.write() as connection:
        for record, stage, touched, score in (
            (out, None, "2026-05-20", 50),
            (long_ago, 2, "2026-03-01", 40),
            (lately, 3, "2026-05-18", 9),
        ):
            sql.run(
                connection,
                "UPDATE prospects SET engagement_stage = ?, last_touch_at = ?, score = ? WHERE lid = ?",
                (stage, touched, score, record),
            )
    with database.read() as connection:
        assert [row.id for row in search_prospects(connection, "quill", 10)] == [lately, long_ago, out]


def test_a_namesake_does_not_go_before_whom_one_works_with(database: Database) -> None:
    namesake = _prospect(database, company="Quintão Óptica", contact_name="Zulmira Quintão")
    worked_with = _prospect(database, company="Quillon Freight", contact_name="Adaeze Nwokorie")
    person = _prospect(database, company="Mbali Rail Parts", contact_name="Quido Ferranti")
    with database.write() as connection:
        sql.run(connection, "UPDATE prospects SET engagement_stage = 3 WHERE lid = ?", (worked_with,))
    with database.read() as connection:
        assert [row.id for row in search_prospects(connection, "qui", 10)] == [worked_with, namesake, person]


def test_notes_are_found_newest_first(database: Database) -> None:
    prospect = _prospect(database, company="Quillon")
    with database.write() as connection:
        for day in ("2026-05-02", "2026-05-04", "2026-05-03"):
            values: records.Row = {
                "key": day,
                "prospect": prospect,
                "date": f"{day}T00:00:00.000Z",
                "summary": "Rollout in depots",
            }
            records.insert(connection, "interactions", values, AUTHOR)
    with database.read() as connection:
        dates = [str(row.date)[:10] for row in search_notes(connection, "roll dep", 10)]
    assert dates == ["2026-05-04", "2026-05-03", "2026-05-02"]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(typed=st.text(max_size=40) | st.sampled_from(_HOSTILE))
@example("x" * 5_000)
@example(" ".join(str(number) for number in range(500)))
def test_no_text_makes_a_search_fail(database: Database, typed: str) -> None:
    with database.read() as connection:
        query = Query(search=typed)
        assert len(ordered_ids(connection, query)) == count(connection, query)
        assert search_prospects(connection, typed, 5) == []
        assert search_notes(connection, typed, 5) == []


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(company=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=3, max_size=30))
def test_every_company_is_found_by_its_own_name(fresh: Callable[[], Database], company: str) -> None:
    database = fresh()
    record = _prospect(database, company=company)
    has_words = any(c.isalnum() for c in fold(company))
    assert not has_words or record in _found(database, company)


def test_folding_is_idempotent_on_what_people_write() -> None:
    for text in ("Łąkowisko", "STRASSE", "Straße", "İstanbul", "Çınarçay", "蒼嶺測器", "ﬁn"):
        assert fold(fold(text)) == fold(text)
    assert AT.endswith("Z")


def test_an_index_that_others_wrote_to_is_not_called_damaged(database: Database) -> None:
    prospect = _prospect(database, company="Quillon Freight")
    for number in range(12):
        # A search keeps in mind what the index is made of, which the writer then merges.
        with database.read() as connection:
            search_notes(connection, "rollout", 5)
        with database.write() as connection:
            for place in range(60):
                words = f"Rollout {number} in depot {place} of {number * 60 + place}"
                values: dict[str, Stored] = {
                    "key": f"I{number}-{place}",
                    "prospect": prospect,
                    "type": "Call",
                    "summary": words,
                }
                records.insert(connection, "interactions", values, AUTHOR)
        assert integrity.examine(database, alone=False).problems == ()
