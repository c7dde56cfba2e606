"""The control API: what tests and the demo ask of the stand-ins beside what clients can.

`POST /control/faults` puts a fault in line, `DELETE` clears them; `POST /control/clock` sets `offset_s` or `advance_s`;
`GET /control/counters` counts the requests so far, `DELETE` starts again; `POST /control/limits` sets `lifted`,
`documented_body`, `calls_left`; `POST /control/iterators` forgets every walk under way; `POST /control/tokens` makes a
token; `POST /control/bases` puts a base in (`add`, with `seed` and `records`) or changes one (`change`);
`POST /control/edits` writes as another user; `POST /control/schema` renames, retypes or removes a field or an option;
`POST /control/hooks` switches a hook off; `POST /control/stripe` puts, changes or deletes objects of Stripe; `POST /control/make`
changes Make's scenarios, lets others run them, makes and revokes its tokens; `POST /control/claude` lets Claude fail or be slow;
`POST /control/mail` lets people answer mails, refuses recipients, revokes the sign-in.
"""

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from journeydesk.sandbox.airtable.access import ALL_SCOPES, ROLES, Token
from journeydesk.sandbox.airtable.errors import AirtableError
from journeydesk.sandbox.airtable.links import options_named
from journeydesk.sandbox.airtable.listing import Listing
from journeydesk.sandbox.airtable.model import Base, Field, IdMaker, Table
from journeydesk.sandbox.airtable.webhooks import Author
from journeydesk.sandbox.airtable.workspace import Workspace
from journeydesk.sandbox.airtable.writing import BATCH_LIMIT, Writer
from journeydesk.sandbox.bases.offered import CHANGES, add_base
from journeydesk.sandbox.faults import Fault, fault_from_json
from journeydesk.sandbox.others import Others
from journeydesk.sandbox.stripe.errors import StripeError
from journeydesk.sandbox.stripe.service import StripeService
from journeydesk.sandbox.web import Request, Response, json_response


class ControlError(Exception):
    """A control request that makes no sense; the text says why."""


@dataclass(slots=True)
class Traffic:
    """What went over the wire: requests by service, method and status, and the faults still in line."""

    counts: Counter[str] = dataclasses.field(default_factory=Counter)
    faults: list[Fault] = dataclasses.field(default_factory=list)

    def count(self, service: str, request: Request, status: int) -> None:
        """Count one answered request."""
        self.counts[service] += 1
        self.counts[f"{service} {request.method}"] += 1
        self.counts[f"{service} {status}"] += 1


class Control:
    """Answers requests below `/control`."""

    def __init__(self, workspace: Workspace, listing: Listing, traffic: Traffic, stripe: StripeService, others: Others) -> None:
        self._workspace = workspace
        self._listing = listing
        self._traffic = traffic
        self._stripe = stripe
        self._others = others

    def handle(self, request: Request, segments: Sequence[str]) -> Response:
        """Answer one request; `segments` are the path's parts after `/control`."""
        commands: dict[tuple[str, str], Callable[[Mapping[str, Any]], Any]] = {
            ("POST", "faults"): self._add_fault,
            ("DELETE", "faults"): self._clear_faults,
            ("POST", "clock"): self._set_clock,
            ("GET", "counters"): lambda given: dict(self._traffic.counts),
            ("DELETE", "counters"): self._clear_counters,
            ("POST", "limits"): self._set_limits,
            ("POST", "iterators"): lambda given: {"expired": self._listing.expire_iterators()},
            ("POST", "tokens"): self._add_token,
            ("DELETE", "tokens"): self._remove_token,
            ("POST", "edits"): self._edit,
            ("POST", "schema"): self._change_schema,
            ("POST", "bases"): self._bases,
            ("POST", "hooks"): self._disable_hook,
            ("POST", "stripe"): self._stripe.control,
            ("POST", "make"): self._others.make.control,
            ("POST", "claude"): lambda given: self._others.claude.control(dict(given)),
            ("POST", "mail"): lambda given: self._others.control_mail(dict(given)),
        }
        name = "/".join(segments)
        command = commands.get((request.method, name))
        if command is None:
            return json_response({"problem": f"no control command {request.method} {name}"}, 404)
        try:
            given = json.loads(request.body or b"{}")
            return json_response(command(given))
        except (AirtableError, StripeError) as error:
            return error.response()
        except (ControlError, ValueError, KeyError, TypeError) as error:
            return json_response({"problem": f"{type(error).__name__}: {error}"}, 400)

    def _add_fault(self, given: Mapping[str, Any]) -> Any:
        self._traffic.faults.append(fault_from_json(given))
        return {"faults": len(self._traffic.faults)}

    def _clear_faults(self, given: Mapping[str, Any]) -> Any:
        self._traffic.faults.clear()
        return {"faults": 0}

    def _clear_counters(self, given: Mapping[str, Any]) -> Any:
        self._traffic.counts.clear()
        return {}

    def _set_clock(self, given: Mapping[str, Any]) -> Any:
        clock = self._workspace.clock
        if "offset_s" in given:
            clock.set_offset(timedelta(seconds=float(given["offset_s"])))
        clock.advance(timedelta(seconds=float(given.get("advance_s", 0))))
        return {"now": clock.now().isoformat(), "offset_s": clock.offset.total_seconds()}

    def _set_limits(self, given: Mapping[str, Any]) -> Any:
        limits = self._workspace.limits
        limits.lifted = bool(given.get("lifted", limits.lifted))
        limits.documented_body = bool(given.get("documented_body", limits.documented_body))
        if "calls_left" in given:
            limits.calls_left = None if given["calls_left"] is None else int(given["calls_left"])
        return {"lifted": limits.lifted, "calls_left": limits.calls_left}

    def _add_token(self, given: Mapping[str, Any]) -> Any:
        role = given.get("role", "owner")
        if role not in ROLES:
            raise ControlError(f"role {role!r}; allowed are {', '.join(ROLES)}")
        scopes = frozenset(given.get("scopes", ALL_SCOPES))
        bases = None if given.get("bases") is None else frozenset(given["bases"])
        ids = self._workspace.ids
        secret = given.get("token") or f"{ids.new('pat')}.{ids.new('')}{ids.new('')}"
        token = Token(
            secret,
            given.get("user_id") or ids.new("usr"),
            given.get("name", "Tomasz Wilk"),
            given.get("email", "tomasz@ostrelle.example"),
            scopes,
            bases,
            role,
        )
        self._workspace.tokens[secret] = token
        return {"token": secret, "user_id": token.user_id}

    def _remove_token(self, given: Mapping[str, Any]) -> Any:
        self._workspace.tokens.pop(str(given["token"]))
        return {}

    def _table(self, given: Mapping[str, Any]) -> tuple[Base, Table]:
        bases = self._workspace.bases
        base = bases[given["base"]] if "base" in given else next(iter(bases.values()))
        table = base.table_by(str(given["table"]))
        if table is None:
            raise ControlError(f"base {base.name!r} has no table {given['table']!r}")
        return base, table

    def _edit(self, given: Mapping[str, Any]) -> Any:
        """Create, update or delete as a person in Airtable's own window does."""
        base, table = self._table(given)
        who = str(given.get("user", "Tomasz Wilk"))
        author = Author("client", "usr" + who.replace(" ", "")[:14].ljust(14, "0"), f"{who.split()[0].lower()}@x.example", who)
        writer = Writer(base, self._workspace.ids, self._workspace.now_ms)
        created: list[str] = []
        for at in range(0, len(given.get("create", [])), BATCH_LIMIT):
            chunk = [{"fields": fields} for fields in given["create"][at : at + BATCH_LIMIT]]
            created += [record.id for record in writer.create(table, chunk, typecast=True)]
        updates = list(given.get("update", []))
        for at in range(0, len(updates), BATCH_LIMIT):
            writer.update(table, updates[at : at + BATCH_LIMIT], typecast=True, replace=False)
        for record_id in given.get("delete", []):
            writer.delete(table, [record_id])
        self._workspace.hooks[base.id].note_records(writer.changes, author)
        return {"created": created}

    def _change_schema(self, given: Mapping[str, Any]) -> Any:
        """Change a table as a person in Airtable's own window does; hooks that watch the schema report it."""
        base, table = self._table(given)
        if "remove_table" in given:
            del base.tables[table.id]
            self._report_schema(base, "tableMetadata", {"destroyedTableIds": [table.id]})
            return {}
        if "rename_table" in given:
            table.name = str(given["rename_table"])
            changed = {"changedMetadata": {"current": {"name": table.name}}}
            self._report_schema(base, "tableMetadata", {"changedTablesById": {table.id: changed}})
            return {}
        field = table.field_by(str(given["field"]))
        if field is None:
            raise ControlError(f"table {table.name!r} has no field {given['field']!r}")
        _change_field(self._workspace.ids, table, field, given)
        change: dict[str, Any] = {"changedFieldsById": {field.id: {"current": {"name": field.name, "type": field.type}}}}
        if given.get("remove"):
            change = {"destroyedFieldIds": [field.id]}
        self._report_schema(base, "tableFields", {"changedTablesById": {table.id: change}})
        return {}

    def _bases(self, given: Mapping[str, Any]) -> Any:
        """Put another base in, or change one as its team does in Airtable's own window."""
        if "add" in given:
            base = add_base(given["add"], self._workspace, int(given.get("seed", 1)), given.get("records"))
            return {"base": base.id, "name": base.name}
        bases = self._workspace.bases
        base = bases[given["base"]] if "base" in given else next(iter(bases.values()))
        CHANGES[given["change"]](self._workspace, base)
        for table in base.tables.values():
            fields = {field.id: {"current": {"name": field.name, "type": field.type}} for field in table.fields.values()}
            self._report_schema(base, "tableFields", {"changedTablesById": {table.id: {"changedFieldsById": fields}}})
        return {"base": base.id, "name": base.name}

    def _report_schema(self, base: Base, kind: str, body: dict[str, Any]) -> None:
        self._workspace.hooks[base.id].note_schema(
            kind, body, Author("client", "usrTomaszWilk0000", "tomasz@x.example", "Tomasz Wilk")
        )

    def _disable_hook(self, given: Mapping[str, Any]) -> Any:
        for hooks in self._workspace.hooks.values():
            if given["hook"] in hooks.by_id:
                hooks.disable(given["hook"], str(given.get("code", "INVALID_HOOK")))
                return {}
        raise ControlError(f"no hook {given['hook']!r}")


def _rename_choices(table: Table, field: Field, names: Mapping[str, str]) -> None:
    """Gives options other names, all at once, so that two may swap theirs; the cells show the new ones."""
    found = [(_choice(field, before), after) for before, after in names.items()]
    for choice, after in found:
        choice["name"] = after
    for record in table.records.values():
        cell = record.cells.get(field.id)
        if isinstance(cell, list):
            record.cells[field.id] = [names.get(name, name) for name in cell]
        elif isinstance(cell, str) and cell in names:
            record.cells[field.id] = names[cell]


def _change_field(ids: IdMaker, table: Table, field: Field, given: Mapping[str, Any]) -> None:
    if "rename" in given:
        field.name = str(given["rename"])
    if "rename_choice" in given:
        _rename_choices(table, field, dict([given["rename_choice"]]))
    if "rename_choices" in given:
        _rename_choices(table, field, given["rename_choices"])
    if "add_choice" in given:
        field.options["choices"] += options_named(ids, [str(given["add_choice"])])["choices"]
    if "order_choices" in given:
        field.options["choices"].sort(key=lambda choice: given["order_choices"].index(choice["name"]))
    if "color_choice" in given:
        name, color = given["color_choice"]
        _choice(field, name)["color"] = color
    if "remove_choice" in given:
        name = given["remove_choice"]
        field.options["choices"].remove(_choice(field, name))
        for record in table.records.values():
            if record.cells.get(field.id) == name:
                del record.cells[field.id]
    if given.get("remove"):
        del table.fields[field.id]
        for record in table.records.values():
            record.cells.pop(field.id, None)
    if "retype" in given:
        field.type = str(given["retype"])
        field.options = dict(given.get("options", {}))


def _choice(field: Field, name: str) -> dict[str, Any]:
    choice = field.choice(name)
    if choice is None:
        raise ControlError(f"field {field.name!r} has no choice {name!r}")
    return choice
