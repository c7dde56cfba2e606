"""Who may do what at the Airtable stand-in, in which order the gates stand, and the two kinds of 429."""

from datetime import timedelta
from typing import Any

import pytest

from journeydesk.sandbox.airtable.access import ALL_SCOPES, ROLES
from journeydesk.sandbox.airtable.limits import Limits, RateLimit
from tests.unit.sandbox.small_base import BASE_ID, COMPANIES_ID, NOW, PEOPLE_ID, SECRET, SmallAirtable, an_id

GONE = (
    "Invalid permissions, or the requested model was not found. Check that both your user and your token have the required "
    "permissions, and that the model names and/or ids are correct."
)
TABLES = f"meta/bases/{BASE_ID}/tables"
HOOKS = f"bases/{BASE_ID}/webhooks"
PEOPLE = f"{BASE_ID}/{PEOPLE_ID}"
SPECIFICATION = {"specification": {"options": {"filters": {"dataTypes": ["tableData"]}}}}

_REQUESTS: list[tuple[str, str, str, Any]] = [
    ("data.records:read", "GET", PEOPLE, None),
    ("data.records:read", "POST", f"{PEOPLE}/listRecords", {}),
    ("data.records:read", "GET", f"{PEOPLE}/{an_id('rec', 'Ada')}", None),
    ("data.records:write", "POST", PEOPLE, {"fields": {}}),
    ("data.records:write", "PATCH", PEOPLE, {"records": []}),
    ("data.records:write", "PUT", PEOPLE, {"records": []}),
    ("data.records:write", "DELETE", PEOPLE, None),
    ("schema.bases:read", "GET", "meta/bases", None),
    ("schema.bases:read", "GET", TABLES, None),
    ("schema.bases:write", "POST", TABLES, {}),
    ("schema.bases:write", "PATCH", f"{TABLES}/{PEOPLE_ID}", {}),
    ("webhook:manage", "GET", HOOKS, None),
    ("webhook:manage", "POST", HOOKS, SPECIFICATION),
]


@pytest.mark.parametrize(("scope", "method", "path", "body"), _REQUESTS)
def test_a_missing_scope_looks_like_a_missing_model(
    airtable: SmallAirtable, scope: str, method: str, path: str, body: Any
) -> None:
    lacking = airtable.token(scopes=ALL_SCOPES - {scope})
    answer = airtable.send(method, path, body, token=lacking)
    assert answer.status == 403
    assert answer.json == {"error": {"type": "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND", "message": GONE}}


@pytest.mark.parametrize(("scope", "method", "path", "body"), _REQUESTS)
def test_the_scope_alone_opens_its_routes(airtable: SmallAirtable, scope: str, method: str, path: str, body: Any) -> None:
    needed = {scope, "data.records:read"} if body is SPECIFICATION else {scope}
    answer = airtable.send(method, path, body, token=airtable.token(scopes=frozenset(needed)))
    assert answer.status != 403


@pytest.mark.parametrize(
    ("method", "path", "body", "lowest", "what"),
    [
        ("POST", PEOPLE, {"fields": {}}, "edit", "perform this operation"),
        ("DELETE", PEOPLE, None, "edit", "perform this operation"),
        ("POST", TABLES, {}, "create", "change the schema of this base"),
        ("POST", HOOKS, SPECIFICATION, "create", "manage the webhooks of this base"),
        ("POST", f"{HOOKS}/{an_id('ach', 'Any')}/refresh", None, "create", "manage the webhooks of this base"),
        ("DELETE", f"{HOOKS}/{an_id('ach', 'Any')}", None, "create", "manage the webhooks of this base"),
    ],
)
def test_a_role_too_low_is_told_what_it_may_not_do(
    airtable: SmallAirtable, method: str, path: str, body: Any, lowest: str, what: str
) -> None:
    for role in ROLES[1:]:
        answer = airtable.send(method, path, body, token=airtable.token(role=role))
        refused = answer.status == 403
        assert refused is (ROLES.index(role) < ROLES.index(lowest)), role
        if refused:
            assert (answer.kind, answer.message) == ("INVALID_PERMISSIONS", f"You are not permitted to {what}")


@pytest.mark.parametrize("role", ["read", "comment"])
def test_a_reader_reads_records_and_schema(airtable: SmallAirtable, role: str) -> None:
    token = airtable.token(role=role)
    assert {airtable.send("GET", path, token=token).status for path in (PEOPLE, TABLES)} == {200}


def test_a_user_without_a_role_sees_no_base(airtable: SmallAirtable) -> None:
    token = airtable.token(role="none")
    assert airtable.send("GET", "meta/bases", token=token).json == {"bases": []}
    assert airtable.send("GET", PEOPLE, token=token).status == 403


@pytest.mark.parametrize("path", [PEOPLE, TABLES, HOOKS])
def test_a_base_that_was_not_granted_is_as_good_as_unknown(airtable: SmallAirtable, path: str) -> None:
    elsewhere = airtable.token(bases=frozenset({an_id("app", "Other")}))
    granted = airtable.token(bases=frozenset({BASE_ID}))
    refused = airtable.send("GET", path, token=elsewhere)
    unknown = airtable.send("GET", path.replace(BASE_ID, an_id("app", "None")))
    assert airtable.send("GET", path, token=granted).status == 200
    assert (refused.status, refused.json) == (unknown.status, unknown.json) == (403, refused.json)


def test_only_granted_bases_are_listed_with_the_users_role(airtable: SmallAirtable) -> None:
    mine = airtable.send("GET", "meta/bases", token=airtable.token(role="edit"))
    other = airtable.send("GET", "meta/bases", token=airtable.token(bases=frozenset()))
    assert mine.json == {"bases": [{"id": BASE_ID, "name": "Small", "permissionLevel": "edit"}]}
    assert other.json == {"bases": []}


@pytest.mark.parametrize(("scopes", "shows"), [(ALL_SCOPES, True), (ALL_SCOPES - {"user.email:read"}, False)])
def test_who_am_i_shows_the_address_only_with_its_scope(airtable: SmallAirtable, scopes: frozenset[str], shows: bool) -> None:
    who = airtable.send("GET", "meta/whoami", token=airtable.token(scopes=scopes)).json
    assert who == {"id": an_id("usr", "Tomasz"), **({"email": "tomasz@x.example"} if shows else {})}


@pytest.mark.parametrize(
    ("header", "kind", "message"),
    [
        (None, "AUTHENTICATION_REQUIRED", "Authentication required"),
        ("", "AUTHENTICATION_REQUIRED", "Authentication required"),
        ("Bearer ", "AUTHENTICATION_REQUIRED", "Authentication required"),
        (f"Basic {SECRET}", "AUTHENTICATION_REQUIRED", "Authentication required"),
        (SECRET, "AUTHENTICATION_REQUIRED", "Authentication required"),
        ("Bearer patWrong.1", "UNAUTHORIZED", "Invalid authentication token"),
        (f"Bearer {SECRET}x", "UNAUTHORIZED", "Invalid authentication token"),
    ],
)
def test_a_missing_and_a_wrong_token_differ(airtable: SmallAirtable, header: str | None, kind: str, message: str) -> None:
    from journeydesk.sandbox.web import parse_target

    for path in (PEOPLE, TABLES, HOOKS):
        headers = {} if header is None else {"authorization": header}
        request = parse_target("GET", f"/airtable/v0/{path}", headers, b"")
        response = airtable.service.handle(request, request.segments[2:])
        assert response.status == 401
        assert response.body.decode() == f'{{"error":{{"type":"{kind}","message":"{message}"}}}}'


def test_a_single_record_may_not_be_asked_for_by_fields(airtable: SmallAirtable) -> None:
    ada = airtable.create(Name="Ada")
    refused = airtable.on_people("GET", record_id=ada, **{"fields[]": "Name"})
    assert (refused.status, refused.kind) == (422, "INVALID_REQUEST_UNKNOWN")
    assert airtable.on_people("GET", record_id=ada, cellFormat="json").json["fields"]["Name"] == "Ada"


def test_the_word_bearer_is_read_in_any_case(airtable: SmallAirtable) -> None:
    from journeydesk.sandbox.web import parse_target

    request = parse_target("GET", f"/airtable/v0/{PEOPLE}", {"authorization": f"bearer {SECRET} "}, b"")
    assert airtable.service.handle(request, request.segments[2:]).status == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "nonsense"),
        ("GET", BASE_ID),
        ("GET", f"appShort/{PEOPLE_ID}"),
        ("GET", f"{PEOPLE}/recShort"),
        ("GET", f"{PEOPLE}/{an_id('rec', 'Ada')}/comments"),
        ("GET", ""),
    ],
)
def test_a_bad_route_is_a_bare_404_before_any_token(airtable: SmallAirtable, method: str, path: str) -> None:
    answer = airtable.send(method, path, token="")
    assert (answer.status, answer.json) == (404, {"error": "NOT_FOUND"})


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", f"{PEOPLE}/{an_id('rec', 'Ada')}"),
        ("GET", f"{PEOPLE}/listRecords"),
        ("GET", "meta/users"),
        ("GET", f"meta/bases/{BASE_ID}"),
        ("GET", f"meta/bases/{BASE_ID}/views"),
        ("PUT", TABLES),
        ("GET", f"{TABLES}/{PEOPLE_ID}"),
        ("DELETE", f"{TABLES}/{PEOPLE_ID}"),
        ("PUT", HOOKS),
        ("GET", f"{HOOKS}/{an_id('ach', 'Any')}"),
    ],
)
def test_a_method_that_a_route_does_not_have_is_a_bare_404(airtable: SmallAirtable, method: str, path: str) -> None:
    answer = airtable.send(method, path)
    assert (answer.status, answer.json) == (404, {"error": "NOT_FOUND"})


def test_a_table_is_reached_by_id_and_by_name(airtable: SmallAirtable) -> None:
    assert {airtable.send("GET", f"{BASE_ID}/{table}").status for table in (COMPANIES_ID, "Companies")} == {200}
    assert airtable.send("GET", f"{BASE_ID}/companies").status == 403


def test_a_url_of_sixteen_thousand_characters_is_too_long(airtable: SmallAirtable) -> None:
    path = f"/airtable/v0/{PEOPLE}?filterByFormula="
    shorter = airtable.on_people("GET", filterByFormula="1" * (15_999 - len(path)))
    longer = airtable.on_people("GET", filterByFormula="1" * (16_000 - len(path)))
    assert (shorter.status, longer.status, longer.json) == (200, 414, None)


def test_five_requests_a_second_pass_and_the_sixth_closes_the_base() -> None:
    limit = RateLimit()
    assert [limit.admit(NOW + timedelta(milliseconds=100 * number)) for number in range(6)] == [True] * 5 + [False]
    closed = NOW + timedelta(milliseconds=500)
    assert not limit.admit(closed + timedelta(seconds=29.999))
    assert limit.admit(closed + timedelta(seconds=30))


def test_refused_requests_do_not_lengthen_the_penalty() -> None:
    limit = RateLimit()
    for _ in range(6):
        limit.admit(NOW)
    assert not any(limit.admit(NOW + timedelta(seconds=second)) for second in range(1, 30))
    assert limit.admit(NOW + timedelta(seconds=30))


@pytest.mark.parametrize(("gap_ms", "passes"), [(200, True), (199, False)])
def test_the_window_of_a_second_slides(gap_ms: int, passes: bool) -> None:
    limit = RateLimit()
    moments = [NOW + timedelta(milliseconds=gap_ms * number) for number in range(20)]
    assert all(limit.admit(moment) for moment in moments) is passes


def test_after_the_penalty_the_budget_is_whole_again() -> None:
    limit = RateLimit()
    for number in range(6):
        limit.admit(NOW + timedelta(milliseconds=number))
    reopened = NOW + timedelta(seconds=30, milliseconds=5)
    assert [limit.admit(reopened) for _ in range(6)] == [True] * 5 + [False]


def test_each_base_has_a_budget_of_its_own() -> None:
    limits = Limits(lifted=False)
    assert [limits.admit("appA", NOW) for _ in range(6)][-1] is False
    assert limits.admit("appB", NOW)
    limits.lifted = True
    assert limits.admit("appA", NOW)


def test_a_quota_is_spent_call_by_call() -> None:
    limits = Limits(lifted=True)
    assert limits.spend()
    limits.calls_left = 2
    assert [limits.spend() for _ in range(3)] == [True, True, False]
    assert limits.calls_left == 0


@pytest.mark.parametrize("path", [PEOPLE, TABLES, HOOKS])
@pytest.mark.parametrize("documented", [True, False])
def test_the_rate_limit_answers_in_either_shape(airtable: SmallAirtable, path: str, documented: bool) -> None:
    airtable.workspace.limits.lifted = False
    airtable.workspace.limits.documented_body = documented
    answers = [airtable.send("GET", path) for _ in range(6)]
    message = "Rate limit exceeded. Please try again later"
    live = {"errors": [{"error": "RATE_LIMIT_REACHED", "message": message}]}
    documented_body = {"error": {"type": "RATE_LIMIT_REACHED", "message": message}}
    assert [answer.status for answer in answers] == [200] * 5 + [429]
    assert answers[-1].json == (documented_body if documented else live)


def test_an_empty_quota_stops_records_but_not_schema_or_hooks(airtable: SmallAirtable) -> None:
    airtable.workspace.limits.calls_left = 1
    assert airtable.send("GET", PEOPLE).status == 200
    refused = airtable.send("GET", PEOPLE)
    message = "The API billing plan limit has been exceeded for this workspace. Please upgrade your plan."
    assert refused.status == 429
    assert refused.json == {"errors": [{"error": "PUBLIC_API_BILLING_LIMIT_EXCEEDED", "message": message}]}
    assert {airtable.send("GET", path).status for path in (TABLES, HOOKS)} == {200}


def test_who_am_i_and_the_list_of_bases_are_not_limited(airtable: SmallAirtable) -> None:
    airtable.workspace.limits.lifted = False
    for path in ("meta/whoami", "meta/bases"):
        assert {airtable.send("GET", path).status for _ in range(12)} == {200}
