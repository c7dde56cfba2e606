"""Pairing a phone: both sides agree on one number, and nobody else comes in."""

from datetime import timedelta

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.phone.pairing import MOST_WRONG, Stage
from journeydesk.services.phone.access import once, phone_with
from journeydesk.services.phone.pairing import (
    MOST_PHONES,
    agree_by_computer,
    agree_by_phone,
    ask,
    invite,
    paired_phones,
    pairing,
    remove_phone,
    stage_for,
    stop,
)
from journeydesk.storage.engine import sql
from tests.integration.office import Office

ANDROID = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36"
)
FINGERPRINT = "ab" * 32


def _pair(office: Office, token: str = "token") -> int:
    ask(office.context, invite(office.context).secret, token, ANDROID, FINGERPRINT)
    agree_by_phone(office.context, token)
    assert agree_by_computer(office.context) is Stage.PAIRED
    phone = phone_with(office.context, token)
    assert phone is not None
    return phone


def test_a_phone_comes_in_once_both_sides_agreed(office: Office) -> None:
    invitation = invite(office.context)
    number = ask(office.context, invitation.secret, "token", ANDROID, FINGERPRINT)
    running = pairing(office.context)
    assert running is not None
    assert (running.number, running.name) == (number, "Chrome on Android")
    assert phone_with(office.context, "token") is None
    assert agree_by_phone(office.context, "token") is Stage.ASKED
    assert phone_with(office.context, "token") is None
    assert agree_by_computer(office.context) is Stage.PAIRED
    assert phone_with(office.context, "token") is not None
    assert stage_for(office.context, "token") is Stage.PAIRED


def test_the_code_is_typed_in_any_case_and_with_any_blanks(office: Office) -> None:
    code = invite(office.context).code
    assert len(ask(office.context, f" {code.lower().replace('-', ' ')} ", "token", ANDROID, FINGERPRINT)) == 6


def test_another_certificate_between_both_gives_another_number(office: Office) -> None:
    invitation = invite(office.context)
    mine = ask(office.context, invitation.secret, "token", ANDROID, FINGERPRINT)
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE phone_pairing SET asked_at = NULL")
    assert ask(office.context, invitation.secret, "token", ANDROID, "cd" * 32) != mine


def test_nothing_that_is_secret_is_kept(office: Office) -> None:
    invitation = invite(office.context)
    ask(office.context, invitation.secret, "a token", ANDROID, FINGERPRINT)
    with office.context.database.read() as connection:
        kept = str(sql.rows(connection, "SELECT * FROM phone_pairing"))
    assert not any(secret in kept for secret in (invitation.secret, invitation.code, "a token"))


def test_five_wrong_codes_end_it_even_for_the_right_one(office: Office) -> None:
    invitation = invite(office.context)
    for _ in range(MOST_WRONG):
        with pytest.raises(UserError, match="does not fit"):
            ask(office.context, "AAAA-AAAA", "thief", ANDROID, FINGERPRINT)
    with pytest.raises(UserError, match="Too many wrong codes"):
        ask(office.context, invitation.secret, "token", ANDROID, FINGERPRINT)


def test_a_code_is_used_once(office: Office) -> None:
    invitation = invite(office.context)
    ask(office.context, invitation.secret, "token", ANDROID, FINGERPRINT)
    with pytest.raises(UserError, match="Another phone has used this code"):
        ask(office.context, invitation.secret, "second", ANDROID, FINGERPRINT)


@pytest.mark.parametrize(("minutes", "asked"), [(2, False), (5, True)])
def test_it_runs_out_in_two_minutes_unseen_and_in_five_seen(office: Office, minutes: int, asked: bool) -> None:
    invitation = invite(office.context)
    if asked:
        ask(office.context, invitation.secret, "token", ANDROID, FINGERPRINT)
    office.pass_time(minutes=minutes)
    running = pairing(office.context)
    assert running is not None
    assert running.stage(office.moment) is Stage.EXPIRED
    assert running.left(office.moment) == timedelta()
    assert agree_by_computer(office.context) is Stage.EXPIRED


def test_a_stranger_can_neither_agree_nor_stop(office: Office) -> None:
    ask(office.context, invite(office.context).secret, "token", ANDROID, FINGERPRINT)
    assert agree_by_phone(office.context, "stranger") is Stage.EXPIRED
    stop(office.context, "stranger")
    assert stage_for(office.context, "token") is Stage.ASKED
    assert stage_for(office.context, "stranger") is Stage.EXPIRED


def test_either_side_stops_it(office: Office) -> None:
    ask(office.context, invite(office.context).secret, "token", ANDROID, FINGERPRINT)
    stop(office.context, "token")
    assert agree_by_computer(office.context) is Stage.STOPPED
    assert paired_phones(office.context) == []


def test_a_removed_phone_stays_outside(office: Office) -> None:
    phone = _pair(office)
    remove_phone(office.context, phone)
    assert phone_with(office.context, "token") is None


def test_no_more_phones_than_have_room(office: Office) -> None:
    for number in range(MOST_PHONES):
        _pair(office, f"token {number}")
    with pytest.raises(UserError, match="Remove one first"):
        invite(office.context)


def test_when_a_phone_was_last_used_is_noted(office: Office) -> None:
    _pair(office)
    first = office.moment
    office.pass_time(hours=1)
    phone_with(office.context, "token")
    (phone,) = paired_phones(office.context)
    assert (phone.paired_at, phone.seen_at) == (first, office.moment)


def test_the_same_request_does_its_work_once(office: Office) -> None:
    phone = _pair(office)
    done: list[int] = []

    def work() -> str:
        done.append(1)
        return "Saved."

    assert [once(office.context, phone, "r1", work) for _ in range(3)] == ["Saved."] * 3
    assert len(done) == 1


def test_a_refused_request_may_be_sent_again(office: Office) -> None:
    phone = _pair(office)

    def refuse() -> str:
        raise UserError("No.")

    with pytest.raises(UserError):
        once(office.context, phone, "r1", refuse)
    assert once(office.context, phone, "r1", lambda: "Saved.") == "Saved."


@pytest.mark.parametrize("request_id", ["", "x" * 65])
def test_a_request_without_its_id_is_refused(office: Office, request_id: str) -> None:
    with pytest.raises(UserError, match="not complete"):
        once(office.context, 1, request_id, lambda: "")


def test_answers_are_forgotten_after_two_months(office: Office) -> None:
    phone = _pair(office)
    once(office.context, phone, "r1", lambda: "Saved.")
    office.pass_time(days=61)
    phone_with(office.context, "token")
    with office.context.database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM phone_request") == 0
