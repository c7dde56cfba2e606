"""A base in small, with a field of every type that the stand-in knows, and a service that answers without a socket."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from journeydesk.sandbox.airtable.access import Token
from journeydesk.sandbox.airtable.limits import Limits
from journeydesk.sandbox.airtable.model import Base, Field, IdMaker, Record, Table
from journeydesk.sandbox.airtable.service import AirtableService
from journeydesk.sandbox.airtable.workspace import Workspace
from journeydesk.sandbox.clock import SandboxClock, milliseconds
from journeydesk.sandbox.web import parse_target

NOW = datetime(2026, 5, 19, 12, 30, 15, tzinfo=UTC)
CREATED_MS = milliseconds(datetime(2026, 1, 5, 8, 0, tzinfo=UTC))


def an_id(prefix: str, name: str) -> str:
    """An id of the right form that a reader can tell apart."""
    return prefix + name.ljust(14, "0")


BASE_ID = an_id("app", "Small")
PEOPLE_ID = an_id("tbl", "People")
COMPANIES_ID = an_id("tbl", "Companies")
SECRET = "patSmall.0000"

_DATE = {"dateFormat": {"name": "iso", "format": "YYYY-MM-DD"}}
_CHOICES = {"choices": [{"id": an_id("sel", name), "name": name, "color": "blueLight2"} for name in ("New", "Won", "Lost")]}
_TAGS = {"choices": [{"id": an_id("sel", name), "name": name, "color": "redLight2"} for name in ("vip", "trial")]}

PEOPLE_FIELDS: Sequence[tuple[str, str, Mapping[str, Any]]] = (
    ("Name", "singleLineText", {}),
    ("Notes", "multilineText", {}),
    ("Email", "email", {}),
    ("Website", "url", {}),
    ("Phone", "phoneNumber", {}),
    ("Score", "number", {"precision": 1}),
    ("Chance", "percent", {"precision": 1}),
    ("Value", "currency", {"precision": 2, "symbol": "€"}),
    ("Active", "checkbox", {"icon": "check", "color": "greenBright"}),
    ("Stage", "singleSelect", _CHOICES),
    ("Tags", "multipleSelects", _TAGS),
    ("Due", "date", _DATE),
    ("Met", "dateTime", {**_DATE, "timeZone": "utc"}),
    ("Met in Berlin", "dateTime", {**_DATE, "timeZone": "Europe/Berlin"}),
    ("Company", "multipleRecordLinks", {"linkedTableId": COMPANIES_ID, "inverseLinkFieldId": an_id("fld", "People")}),
    ("Created", "createdTime", {}),
    ("Changed", "lastModifiedTime", {}),
    ("Label", "formula", {"formula": "{Name} & ' (' & {Stage} & ')'"}),
)


def field_id(name: str) -> str:
    """The id of a field of either table."""
    return an_id("fld", name.replace(" ", ""))


def _fields(described: Sequence[tuple[str, str, Mapping[str, Any]]]) -> dict[str, Field]:
    return {
        field_id(name): Field(field_id(name), name, kind, json.loads(json.dumps(options))) for name, kind, options in described
    }


def build_base() -> Base:
    """Two tables that link to each other, without records."""
    people = Table(PEOPLE_ID, "People", _fields(PEOPLE_FIELDS), an_id("viw", "People"))
    back = {"linkedTableId": PEOPLE_ID, "inverseLinkFieldId": field_id("Company")}
    companies = Table(
        COMPANIES_ID,
        "Companies",
        _fields((("Title", "singleLineText", {}), ("People", "multipleRecordLinks", back))),
        an_id("viw", "Companies"),
    )
    return Base(BASE_ID, "Small", {table.id: table for table in (people, companies)})


def record(name: str, cells: Mapping[str, Any], *, edited_ms: int | None = None) -> Record:
    """A record created on 5 January 2026; cells by field name."""
    return Record(an_id("rec", name), CREATED_MS, {field_id(key): value for key, value in cells.items()}, edited_ms)


@dataclass
class Answer:
    """A status and the JSON that came with it."""

    status: int
    json: Any

    @property
    def kind(self) -> str:
        """The error type of a body in the usual shape."""
        return str(self.json["error"]["type"])

    @property
    def message(self) -> str:
        """The message of a body in the usual shape."""
        return str(self.json["error"]["message"])


class SmallAirtable:
    """The stand-in's routes over the small base, with a clock that stands still."""

    def __init__(self) -> None:
        clock = SandboxClock(NOW)
        clock.freeze()
        self.workspace = Workspace(clock, IdMaker(7), Limits(lifted=True), {}, {}, {})
        self.base = build_base()
        self.workspace.add_base(self.base)
        self.workspace.tokens[SECRET] = Token(SECRET, an_id("usr", "Amaia"), "Amaia Etxarri", "amaia@x.example")
        self.service = AirtableService(self.workspace)
        self.people = self.base.tables[PEOPLE_ID]
        self.companies = self.base.tables[COMPANIES_ID]

    def send(self, method: str, path: str, body: Any = None, token: str = SECRET, **query: str) -> Answer:
        """One request below `/v0`; `path` is written as a person reads it."""
        target = f"/airtable/v0/{quote(path)}" + (f"?{urlencode(query)}" if query else "")
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        headers = {"authorization": f"Bearer {token}"} if token else {}
        request = parse_target(method, target, headers, content)
        response = self.service.handle(request, request.segments[2:])
        return Answer(response.status, json.loads(response.body) if response.body else None)

    def on_people(self, method: str, body: Any = None, record_id: str = "", **query: str) -> Answer:
        """One request on the table of people, or on one of its records."""
        return self.send(method, f"{BASE_ID}/{PEOPLE_ID}" + (f"/{record_id}" if record_id else ""), body, **query)

    def create(self, **cells: Any) -> str:
        """A person with these cells, names as keywords; returns the record's id."""
        answer = self.on_people("POST", {"fields": cells})
        assert answer.status == 200, answer.json
        return str(answer.json["id"])

    def cells(self, record_id: str) -> Any:
        """What the API shows of a person."""
        return self.on_people("GET", record_id=record_id).json["fields"]

    def token(self, **different: Any) -> str:
        """Another token, with other scopes, bases or role; returns its secret."""
        secret = f"patOther.{len(self.workspace.tokens)}"
        self.workspace.tokens[secret] = Token(secret, an_id("usr", "Tomasz"), "Tomasz Wilk", "tomasz@x.example", **different)
        return secret
