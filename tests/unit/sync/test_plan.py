"""What becomes of one record: what is taken, sent, held and agreed, field by field."""

from journeydesk.domain.alerts.alert import CLEARED, SNOOZED
from journeydesk.domain.catalogue import ALERTS, PROSPECTS
from journeydesk.domain.values import Wire
from journeydesk.sync.plan import RecordPlan, changed_fields, plan_record

Snapshot = dict[str, Wire]


def plan(base: Snapshot, mine: Snapshot, theirs: Snapshot) -> RecordPlan:
    return plan_record(PROSPECTS, PROSPECTS.by_slug.keys(), base, mine, theirs)


def test_what_equals_everywhere_asks_for_nothing() -> None:
    same: Snapshot = {"phone": "1", "status": "New"}
    assert plan(same, same, same) == RecordPlan({}, {}, {}, same)


def test_what_both_changed_alike_is_agreed_and_not_sent() -> None:
    assert plan({"phone": "1"}, {"phone": "2"}, {"phone": "2"}) == RecordPlan({}, {}, {}, {"phone": "2"})


def test_a_local_change_is_sent_and_theirs_stays_the_base() -> None:
    assert plan({"phone": "1"}, {"phone": "2"}, {"phone": "1"}) == RecordPlan({}, {"phone": "2"}, {}, {"phone": "1"})


def test_a_field_emptied_there_is_emptied_and_leaves_the_base() -> None:
    assert plan({"phone": "1"}, {"phone": "1"}, {}) == RecordPlan({"phone": None}, {}, {}, {})


def test_a_field_emptied_locally_is_sent_as_empty() -> None:
    assert plan({"phone": "1"}, {}, {"phone": "1"}) == RecordPlan({}, {"phone": None}, {}, {"phone": "1"})


def test_a_held_field_without_a_base_has_none_afterwards() -> None:
    assert plan({}, {"status": "New"}, {"status": "Active"}) == RecordPlan({}, {}, {"status": ("New", "Active")}, {})


def test_joined_notes_are_taken_and_sent() -> None:
    decided = plan({"notes": "b\n"}, {"notes": "a\nb\n"}, {"notes": "b\nc\n"})
    assert decided == RecordPlan({"notes": "a\nb\nc\n"}, {"notes": "a\nb\nc\n"}, {}, {"notes": "b\nc\n"})


def test_joined_notes_that_equal_theirs_are_only_taken() -> None:
    decided = plan({"notes": "a\nb\nc\n"}, {"notes": "a\nb\n"}, {"notes": "b\n"})
    assert decided.take == {"notes": "b\n"}
    assert decided.push == {}
    assert not decided.hold


def test_a_field_that_does_not_sync_keeps_its_base_whatever_changed() -> None:
    decided = plan_record(PROSPECTS, {"phone"}, {"owner": "Amaia"}, {"owner": "Tomasz"}, {"owner": "Priya"})
    assert decided == RecordPlan({}, {}, {}, {"owner": "Amaia"})


def test_a_field_that_no_catalogue_knows_is_left_out() -> None:
    assert plan({"shoe_size": "4"}, {"shoe_size": "5"}, {"shoe_size": "6", "phone": "1"}).base == {"phone": "1"}


def note_of(mine: Wire, theirs: Wire, slug: str = "note") -> RecordPlan:
    return plan_record(ALERTS, {"note", "handled_by"}, {slug: "before"}, {slug: mine}, {slug: theirs})


def test_words_of_a_person_stand_above_a_machine_s_note() -> None:
    mine = note_of("Called her", f"{CLEARED} by a rule")
    assert (mine.take, mine.push, mine.hold) == ({}, {"note": "Called her"}, {})
    theirs = note_of(f"{SNOOZED} until Monday", "Called her")
    assert (theirs.take, theirs.push, theirs.hold) == ({"note": "Called her"}, {}, {})


def test_words_of_two_persons_on_one_alert_are_a_question() -> None:
    assert note_of("Called her", "Wrote to her").hold == {"note": ("Called her", "Wrote to her")}


def test_only_the_note_of_an_alert_is_ranked() -> None:
    decided = note_of("Amaia", f"{SNOOZED} Tomasz", "handled_by")
    assert decided.hold == {"handled_by": ("Amaia", f"{SNOOZED} Tomasz")}


def test_what_is_pending_is_what_differs_from_the_base() -> None:
    assert changed_fields({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "4", "d": "5"}) == {"b": "4", "c": None, "d": "5"}


def computed(base: Snapshot, mine: Snapshot, theirs: Snapshot) -> RecordPlan:
    return plan_record(PROSPECTS, PROSPECTS.by_slug.keys(), base, mine, theirs, {"phone"})


def test_a_computed_field_that_empties_is_emptied_here() -> None:
    assert computed({"phone": "1"}, {"phone": "1"}, {}) == RecordPlan({"phone": None}, {}, {}, {})


def test_a_computed_field_that_is_empty_there_empties_ours() -> None:
    assert computed({}, {"phone": "1"}, {}) == RecordPlan({"phone": None}, {}, {}, {})
    assert computed({"phone": "2"}, {"phone": "1"}, {}) == RecordPlan({"phone": None}, {}, {}, {})


def test_a_computed_field_is_as_it_says_there() -> None:
    assert computed({"phone": "1"}, {"phone": "2"}, {"phone": "3"}) == RecordPlan({"phone": "3"}, {}, {}, {"phone": "3"})
