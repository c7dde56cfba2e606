"""Bringing back who was deleted: by whom, with what, as one step."""

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_of
from journeydesk.services.commands.agenda import delete_lines, finish_lines, postpone_lines
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.restoring import restore_prospect
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.queries.agenda import agenda
from journeydesk.services.queries.deleted import deleted_prospect
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.services.rows.detail import DeletedProspect
from journeydesk.storage.records import tombstones
from tests.integration.office import Office


@pytest.fixture
def prospect(office: Office) -> RecordId:
    record = office.pulled(company="Quillon", phone="1")
    office.add("interactions", prospect=record, type="Call", summary="Depots", date=office.ago(days=1))
    office.add("tasks", prospect=record, title="Call", due=office.ago(hours=-1))
    office.add("tasks", prospect=record, title="Wrote", done_at=office.ago(days=3))
    with office.context.database.write() as connection:
        evaluate_within(office.context, connection, [record])
    return record


def forget(office: Office, record: RecordId, by: str = tombstones.HERE) -> None:
    """As sync does once both sides agree that it is gone."""
    with office.context.database.write() as connection:
        tombstones.forget(connection, "prospects", [record], by, office.context.now())


def line_of(office: Office) -> AgendaLine:
    found = agenda(office.context)
    return next(line for line in (*found.today, *found.upcoming, *found.done) if line.title == "Call")


def test_of_one_deleted_here_it_is_known_who_did_it(office: Office, prospect: RecordId) -> None:
    delete_prospects(office.context, [prospect])
    known = DeletedProspect(prospect, "Quillon", office.context.actor, "", moment_of(office.ago()), 1, 1)
    assert deleted_prospect(office.context, prospect) == known
    forget(office, prospect)
    assert deleted_prospect(office.context, prospect) == known


def test_of_one_deleted_by_somebody_else_it_is_known_where(office: Office, prospect: RecordId) -> None:
    forget(office, prospect, "Airtable")
    assert deleted_prospect(office.context, prospect) == DeletedProspect(
        prospect, "Quillon", "", "Airtable", moment_of(office.ago()), 1, 1
    )


def test_one_that_a_pass_marked_has_no_time(office: Office, prospect: RecordId) -> None:
    office.delete(prospect)
    assert deleted_prospect(office.context, prospect) == DeletedProspect(prospect, "Quillon", "", "", None, 1, 1)


@pytest.mark.parametrize("names", [{"contact_name": "Jana Ruiz"}, {}])
def test_one_without_a_company_is_known_by_the_person_or_the_key(office: Office, names: dict[str, str]) -> None:
    prospect = office.pulled(**names)
    forget(office, prospect, "Airtable")
    deleted = deleted_prospect(office.context, prospect)
    assert deleted is not None
    assert deleted.name == names.get("contact_name", "prospects-rec1")


def test_who_lives_or_never_was_is_not_deleted(office: Office, prospect: RecordId) -> None:
    assert deleted_prospect(office.context, prospect) is None
    assert deleted_prospect(office.context, RecordId(99)) is None
    for one in (prospect, RecordId(99)):
        with pytest.raises(UserError, match="nothing to restore"):
            restore_prospect(office.context, one)


@pytest.mark.parametrize("dropped", [False, True])
def test_restoring_brings_all_back_in_one_step(office: Office, prospect: RecordId, dropped: bool) -> None:
    before = office.contents()
    delete_prospects(office.context, [prospect])
    if dropped:
        forget(office, prospect)
    deleted = office.contents()
    assert restore_prospect(office.context, prospect) == "Restored Quillon"
    assert office.contents() == before
    assert office.last().prospects == frozenset({prospect})
    assert "tasks" in office.last().kinds
    undo(office.context)
    assert office.contents() == deleted
    redo(office.context)
    assert office.contents() == before


def test_one_that_was_dropped_waits_to_be_created_again(office: Office, prospect: RecordId) -> None:
    forget(office, prospect, "Airtable")
    assert ("prospects", prospect) not in office.waiting()
    restore_prospect(office.context, prospect)
    assert ("prospects", prospect) in office.waiting()
    assert office.rows("SELECT rid FROM sync_record WHERE table_slug = 'prospects'") == [(None,)]


@pytest.mark.parametrize("dropped", [False, True])
def test_tasks_of_a_deleted_prospect_are_worked_on_like_others(office: Office, prospect: RecordId, dropped: bool) -> None:
    delete_prospects(office.context, [prospect])
    if dropped:
        forget(office, prospect)
    postpone_lines(office.context, [line_of(office)], "3d")
    assert line_of(office).day is not None
    assert finish_lines(office.context, [line_of(office)]) == "Finished “Call” with Quillon (deleted)"
    assert line_of(office).done
    undo(office.context)
    assert not line_of(office).done
    delete_lines(office.context, [line_of(office)])
    assert "Call" not in [row[0] for row in office.rows("SELECT title FROM tasks WHERE deleted = 0")]
