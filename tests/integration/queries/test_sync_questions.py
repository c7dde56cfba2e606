"""What screens ask of sync: the pending drawer, conflicts side by side, the pill, the integrations page."""

from datetime import UTC, datetime, timedelta

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.remote.opening import REMOTE_NAME, REMOTE_SLUG
from journeydesk.services.commands.events import take_events
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit
from journeydesk.services.queries import conflicts as questions
from journeydesk.services.queries.integrations import CARDS, FILES, NOTIFICATIONS, SLOW_SECONDS, service_states
from journeydesk.services.queries.outbox import PendingRow, pending_of, sync_details, waiting_records
from journeydesk.services.queries.sync import calls_this_month, sync_status
from journeydesk.services.rows.sync import ServiceState
from journeydesk.services.sync.checking import check_service
from journeydesk.storage.engine import sql
from journeydesk.storage.payments import stripe_mirror
from journeydesk.storage.records import records, unsent_fields
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.api_calls import add_calls, note_check, note_worked
from journeydesk.storage.sync.meta import set_meta
from tests.integration.office import Office
from tests.workspaces import NOWHERE


@pytest.fixture
def prospect(office: Office) -> RecordId:
    return office.pulled(company="Quillon", phone="1", notes="Wants a depot", status="Accepted", estimated_revenue=100_000)


def rows(office: Office) -> list[PendingRow]:
    return [row for row in pending_of(office.context, waiting_records(office.context)) if row.field_slug != "score"]


def meta(office: Office, **values: str) -> None:
    with office.context.database.write() as connection:
        for key, value in values.items():
            set_meta(connection, key, value)


def test_a_waiting_change_is_said_from_what_to_what(office: Office, prospect: RecordId) -> None:
    edit(office.context, prospect, {"phone": "2", "estimated_revenue": 250_050, "notes": None})
    texts = {row.field_slug: row.text for row in rows(office)}
    assert texts["phone"].endswith(": 1 → 2")
    assert texts["estimated_revenue"].endswith(": €1,000 → €2,500.50")
    assert texts["notes"].endswith(": Wants a depot → (empty)")
    assert all(text.startswith("Quillon · ") for text in texts.values())
    assert {row.prospect for row in rows(office)} == {prospect}
    assert {row.at for row in rows(office)} == {office.moment}


def test_new_and_deleted_records_are_one_line_each(office: Office, prospect: RecordId) -> None:
    office.matched("interactions", "tasks")
    office.add("interactions", prospect=prospect, type="Call", date=office.ago())
    office.add("tasks", title="Call", prospect=prospect)
    office.add("tasks", title="Free")
    delete_prospects(office.context, [prospect])
    assert sorted(row.text for row in rows(office)) == [
        "Quillon (deleted) · new call",
        "Quillon (deleted) · new task",
        "Quillon · prospect deleted",
        "Tasks · new task",
    ]


def test_lines_of_one_prospect_stand_together_oldest_first(office: Office) -> None:
    first = office.pulled(remote="rec1", company="A", phone="1")
    second = office.pulled(remote="rec2", company="B", phone="1")
    office.matched("tasks")
    edit(office.context, second, {"phone": "2"})
    office.pass_time(minutes=1)
    edit(office.context, first, {"phone": "2"})
    office.pass_time(minutes=1)
    office.add("tasks", title="Call", prospect=second)
    assert [row.group for row in rows(office)] == ["B", "B", "A"]


@pytest.mark.parametrize(
    ("reason", "fix"),
    [
        ("Insufficient permissions to create new select option", f"Add the option in {REMOTE_NAME}, or choose another here."),
        ("Field is computed", f"{REMOTE_NAME} computes this field; drop the change."),
        ("Something changes it back", "Edit it again once the automation is mended, or drop the change."),
        ("Cannot parse value", "Change the value here and it is sent again, or drop the change."),
    ],
)
def test_a_refused_change_says_why_and_what_to_do(office: Office, prospect: RecordId, reason: str, fix: str) -> None:
    edit(office.context, prospect, {"phone": "2"})
    with office.context.database.write() as connection:
        unsent_fields.reject(connection, "prospects", prospect, {"phone": ("2", reason)})
    (row,) = rows(office)
    assert (row.state, row.reason, row.fix) == ("refused", reason, fix)
    edit(office.context, prospect, {"phone": "3"})
    (row,) = rows(office)
    assert (row.state, row.reason, row.fix) == ("waiting", "", "")


def test_what_is_in_question_does_not_wait(office: Office, prospect: RecordId) -> None:
    edit(office.context, prospect, {"phone": "2", "notes": "Two"})
    office.question(prospect, "phone", "1", "2", "3")
    assert [row.field_slug for row in rows(office)] == ["notes"]


def test_a_conflict_shows_both_sides_and_who(office: Office, prospect: RecordId) -> None:
    edit(office.context, prospect, {"notes": "Wants two depots"})
    office.question(prospect, "notes", "Wants a depot", "stale", "Budget approved")
    (row,) = questions.open_conflicts(office.context)
    assert (row.before, row.mine, row.theirs) == ("Wants a depot", "Wants two depots", "Budget approved")
    assert (row.company, row.key, row.table, row.prospect) == ("Quillon", "prospects-rec1", "Beta Applications", prospect)
    assert (row.mine_by, row.mine_at) == ("Amaia Etxarri", office.ago())
    assert (row.theirs_by, row.is_text, row.likewise) == ("Tomasz Wilk", True, 0)
    assert row.joined is not None
    assert "Budget approved" in row.joined


def test_questions_about_the_same_field_are_counted(office: Office) -> None:
    people = [office.pulled(remote=f"rec{n}", company=f"Firm {n}", phone="1") for n in range(3)]
    for each in people:
        office.question(each, "phone", "1", "2", "3")
    office.question(people[0], "notes", None, "a", "b")
    likewise = {(row.record, row.field_slug): row.likewise for row in questions.open_conflicts(office.context)}
    assert likewise == {(people[0], "phone"): 2, (people[1], "phone"): 2, (people[2], "phone"): 2, (people[0], "notes"): 0}


def test_a_record_that_went_is_a_question_of_the_whole(office: Office, prospect: RecordId) -> None:
    office.question(prospect, conflicts.WHOLE, None, None, None, conflicts.GONE)
    (row,) = questions.open_conflicts(office.context)
    assert (row.field, row.mine, row.theirs) == ("The whole record", "Edited here", f"Deleted in {REMOTE_NAME}")
    assert (row.joined, row.is_text, row.before) == (None, False, "")
    assert questions.fields_in_question(office.context, prospect) == [("*", "The whole record")]


def test_a_conflict_of_a_touchpoint_names_its_company(office: Office, prospect: RecordId) -> None:
    call = office.pulled("interactions", "recCall", prospect=prospect, type="Call", summary="Short", date=office.ago())
    office.question(call, "summary", "Short", "Longer", "Longest", slug="interactions")
    (row,) = questions.open_conflicts(office.context)
    assert (row.company, row.prospect, row.table, row.slug) == ("Quillon", prospect, "Customer Interactions", "interactions")


def test_conflicts_for_a_script_have_plain_values(office: Office, prospect: RecordId) -> None:
    number = office.question(prospect, "estimated_revenue", 1000, 2000, 3000)
    gone = office.question(prospect, conflicts.WHOLE, None, None, None, conflicts.GONE)
    first, second = questions.conflicts_as_json(office.context)
    assert first["id"] == number
    assert (first["table"], first["key"], first["field"]) == ("Beta Applications", "prospects-rec1", "Estimated Revenue")
    assert (first["base"], first["mine"], first["theirs"]) == (1000, 1000, 3000)
    assert (second["id"], second["field"], second["mine"], second["theirs"]) == (gone, "*", "edited", "deleted")


def test_conflicts_are_said_in_lines(office: Office, prospect: RecordId) -> None:
    assert questions.describe([]) == "No conflicts."
    office.question(prospect, "phone", "1", "2", "ü")
    text = questions.describe(questions.conflicts_as_json(office.context))
    assert text.splitlines()[0].endswith("Beta Applications prospects-rec1, Phone")
    assert text.splitlines()[3] == '    theirs  "ü"'


def test_fields_of_one_side_are_named_beside_a_conflict(office: Office, prospect: RecordId) -> None:
    edit(office.context, prospect, {"phone": "2", "notes": "Two"})
    office.question(prospect, "notes", "Wants a depot", "Two", "Three")
    with office.context.database.write() as connection:
        records.update(connection, "prospects", prospect, {"website": "https://x.example"}, office.context.author("sync"))
    fields = questions.joined_fields(office.context, "prospects", prospect, office.ago())
    assert ("Phone", "mine") in fields
    assert [name for name, whose in fields if whose == "theirs"] == ["Website"]
    assert "Notes" not in dict(fields)


def test_the_pill_of_a_workspace_without_a_base_is_silent(office: Office) -> None:
    status = sync_status(office.context)
    assert (status.connected, status.waiting, status.conflicts, status.needs_attention) == (False, 0, 0, 0)
    assert (status.running, status.last_success, status.offline_since) == (False, None, None)
    assert (status.trouble, status.paused_reason, status.offline_why, status.token_refused) == ("", "", "", False)


def test_the_pill_counts_what_waits_and_what_asks(office: Office, prospect: RecordId) -> None:
    office.pulled("interactions", "recCall", prospect=prospect, type="Call", date=office.ago())
    other = office.pulled(remote="rec2", company="B", phone="1")
    third = office.pulled(remote="rec3", company="C", phone="1")
    for each in (prospect, third):
        edit(office.context, each, {"phone": "2", "notes": "Two"})
    for field in ("phone", "notes"):
        office.question(other, field, "1", "2", "3")
    with office.context.database.write() as connection:
        unsent_fields.reject(connection, "prospects", prospect, {"phone": ("2", "No")})
        sync_notes.add(connection, sync_notes.DRIFT, "prospects", None, "A field is gone", office.ago())
        sync_notes.add(connection, sync_notes.MOVED, "prospects", None, "Moved", office.ago())
    status = sync_status(office.context)
    assert (status.waiting, status.conflicts, status.needs_attention) == (1, 1, 2)


def test_the_pill_repeats_what_the_last_pass_left(office: Office) -> None:
    meta(
        office, last_success=office.ago(minutes=3), offline_since=office.ago(minutes=1), running="1", done="40", total="100",
        paused_reason="budget", paused_until=office.ago(hours=-1), token_refused="1", trouble="Disk", offline_why="No network",
    )  # fmt: skip
    status = sync_status(office.context)
    assert status.last_success == office.moment - timedelta(minutes=3)
    assert status.offline_since == office.moment - timedelta(minutes=1)
    assert (status.running, status.done, status.total, status.token_refused) == (True, 40, 100, True)
    assert (status.paused_reason, status.paused_until) == ("budget", office.moment + timedelta(hours=1))
    assert (status.trouble, status.offline_why) == ("Disk", "No network")


def test_calls_are_counted_by_the_teams_month(office: Office) -> None:
    with office.context.database.write() as connection:
        for day, calls in (("2026-04-30", 7), ("2026-05-01", 10), ("2026-05-19", 5)):
            add_calls(connection, REMOTE_SLUG, day, calls)
        add_calls(connection, "stripe", "2026-05-19", 99)
    assert calls_this_month(office.context) == 15
    details = sync_details(office.context)
    assert (details.calls_today, details.calls_month) == (5, 15)
    office.moment = datetime(2026, 5, 31, 22, 30, tzinfo=UTC)
    assert calls_this_month(office.context) == 0


def test_the_details_say_how_long_the_months_calls_last(office: Office) -> None:
    assert sync_details(office.context).days_left is None
    with office.context.database.write() as connection:
        add_calls(connection, REMOTE_SLUG, "2026-05-10", 90_000)
    assert sync_details(office.context).days_left == 2


def test_the_details_say_how_far_each_table_was_read(office: Office, prospect: RecordId) -> None:
    with office.context.database.write() as connection:
        for slug, watermark, scan in (("prospects", office.ago(hours=2), office.ago(hours=5)), ("tasks", None, None)):
            sql.run(
                connection,
                "INSERT OR REPLACE INTO sync_cursor (table_slug, watermark, last_full_scan) VALUES (?, ?, ?)",
                (slug, watermark, scan),
            )
    pulls = {name: (at, count) for name, at, count in sync_details(office.context).pulls}
    assert pulls == {"Beta Applications": (office.moment - timedelta(hours=2), 1), "Tasks": (None, 0)}


def states(office: Office) -> dict[str, ServiceState]:
    return {state.name: state for state in service_states(office.context)}


def check(office: Office, ok: bool, seconds: float, hours: float, text: str = "") -> None:
    with office.context.database.write() as connection:
        note_check(connection, REMOTE_NAME, office.ago(hours=hours), ok, text, seconds)


def test_services_that_were_not_set_up_are_off(office: Office) -> None:
    local = dict.fromkeys((NOTIFICATIONS, FILES), ("Off", "Not checked yet"))
    others = dict.fromkeys((card.name for card in CARDS if not card.local), ("Off", "Not set up"))
    assert {name: (state.state, state.subtitle) for name, state in states(office).items()} == local | others
    assert {REMOTE_NAME, "Stripe", "Events in", "Phone page", "E-mail"} <= others.keys()


@pytest.mark.parametrize(
    ("ok", "seconds", "state"),
    [
        (True, 0.2, "Working"),
        (True, SLOW_SECONDS, "Working"),
        (True, SLOW_SECONDS + 0.1, "Slow"),
        (False, 0.2, "Not working"),
        (False, SLOW_SECONDS + 1, "Not working"),
    ],
)
def test_the_newest_check_decides_how_a_service_stands(office: Office, ok: bool, seconds: float, state: str) -> None:
    meta(office, **{f"{REMOTE_SLUG}_base": "app1"})
    check(office, not ok, 0.1, 3, "Earlier")
    check(office, ok, seconds, 1, "Said so")
    service = states(office)[REMOTE_NAME]
    assert service.state == state
    assert service.last_checked == office.moment - timedelta(hours=1)
    assert service.last_success == office.moment - timedelta(hours=1 if ok else 3)
    assert service.problem_text == ("" if ok else "Said so")
    assert [line[2] for line in service.checks] == ["Said so", "Earlier"]


def test_events_that_nobody_knows_whose_they_are_stand_on_the_card(office: Office) -> None:
    meta(office, receiver='{"on": true}', receiver_address="http://127.0.0.1:8714")
    assert states(office)["Events in"].subtitle == "Receives at http://127.0.0.1:8714"
    for number, words in ((1, "1 event waits for its customer"), (2, "2 events wait for their customers")):
        event = {
            "event_id": f"e{number}",
            "customer_id": f"crm-{number}",
            "event": "login",
            "timestamp": "2026-05-19T08:00:00Z",
        }
        take_events(office.context, [event])
        assert states(office)["Events in"].subtitle == words


def test_events_that_wait_are_told_and_reached_with_events_in_off(office: Office) -> None:
    assert not states(office)["Events in"].waits
    take_events(
        office.context, [{"event_id": "e1", "customer_id": "crm-1", "event": "login", "timestamp": "2026-05-19T08:00:00Z"}]
    )
    card = states(office)["Events in"]
    assert (card.state, card.subtitle, card.waits) == ("Off", "1 event waits for its customer", True)


def test_a_service_that_was_never_seen_to_work_is_not_said_to(office: Office) -> None:
    meta(office, **{f"{REMOTE_SLUG}_base": "app1"})
    service = states(office)[REMOTE_NAME]
    assert (service.state, service.last_checked, service.last_success) == ("Not checked", None, None)


def test_a_service_that_was_never_checked_stands_by_its_last_sync(office: Office, prospect: RecordId) -> None:
    meta(office, **{f"{REMOTE_SLUG}_base": "app1", "last_success": office.ago(minutes=5)})
    service = states(office)[REMOTE_NAME]
    assert (service.state, service.last_checked) == ("Working", office.moment - timedelta(minutes=5))
    assert service.last_success == service.last_checked
    assert service.subtitle.endswith(" fields matched")


def test_stripe_that_each_sync_reads_counts_as_seen_working(office: Office) -> None:
    with office.context.database.write() as connection:
        stripe_mirror.set_note(connection, "mode", "test")
    assert states(office)["Stripe"].state == "Not checked"
    with office.context.database.write() as connection:
        note_worked(connection, "Stripe", office.ago(minutes=5))
    service = states(office)["Stripe"]
    assert (service.state, service.last_success) == ("Working", office.moment - timedelta(minutes=5))
    assert service.last_checked == service.last_success


@pytest.mark.parametrize(("minutes", "state", "failures"), [(30, "Working", 0), (90, "Not working", 1)])
def test_what_failed_when_it_was_checked_and_worked_since_works(
    office: Office, minutes: int, state: str, failures: int
) -> None:
    meta(office, **{f"{REMOTE_SLUG}_base": "app1", "last_success": office.ago(minutes=minutes)})
    check(office, False, 0.1, 1, "No answer")
    service = states(office)[REMOTE_NAME]
    assert (service.state, service.failures) == (state, failures)
    assert service.problem_text == ("" if state == "Working" else "No answer")
    assert service.last_success == office.moment - timedelta(minutes=minutes)
    assert service.last_checked == office.moment - timedelta(minutes=min(minutes, 60))


def test_how_often_a_service_failed_one_after_the_other_is_counted(office: Office) -> None:
    meta(office, **{f"{REMOTE_SLUG}_base": "app1"})
    for hours, ok in ((4, False), (3, True), (2, False), (1, False)):
        check(office, ok, 0.1, hours)
    assert states(office)[REMOTE_NAME].failures == 2


def test_files_are_checked_by_writing_one_and_nothing_is_left(office: Office) -> None:
    assert check_service(office.context, NOWHERE, FILES)
    service = states(office)[FILES]
    assert (service.state, service.checks[0][2]) == ("Working", "A file was written and read back")
    reports = office.context.database.folder / "reports"
    assert list(reports.iterdir()) == []
    reports.rmdir()
    reports.write_text("in the way")
    assert not check_service(office.context, NOWHERE, FILES)
    assert "reports" in states(office)[FILES].problem_text


def test_only_the_last_four_checks_are_shown(office: Office) -> None:
    meta(office, **{f"{REMOTE_SLUG}_base": "app1"})
    for hours in range(6):
        check(office, True, 0.1, hours)
    assert len(states(office)[REMOTE_NAME].checks) == 4
