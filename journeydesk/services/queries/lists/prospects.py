"""The prospect list's questions."""

import json
from collections.abc import Sequence
from datetime import date

from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import Column, Kind, choice_of, other_column
from journeydesk.domain.money import of_hundredths
from journeydesk.domain.statuses import CUSTOMER, customer_words
from journeydesk.domain.time import day_of, moment_of
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr, within
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import query_of
from journeydesk.services.rows.common import Amount, Since, StageMark
from journeydesk.services.rows.prospects import Cell, ListView, ProspectRow
from journeydesk.storage.lists import prospect_list
from journeydesk.storage.lists.prospect_lines import OTHER_COLUMNS, Line, lines, revenue_of
from journeydesk.storage.lists.prospect_lines import others_of as others_of
from journeydesk.storage.records import records
from journeydesk.storage.sync.pending import with_waiting_logs
from journeydesk.storage.sync.table_maps import names_of_others


def prospect_rows(context: Context, ids: Sequence[RecordId], others: Sequence[Column] = OTHER_COLUMNS) -> list[ProspectRow]:
    """The lines of these prospects, in the order given, with these further columns."""
    with context.database.read() as connection:
        stored = lines(connection, ids, others)
        logged = with_waiting_logs(connection, ids)
    return [_row(context, line, others, logged) for line in stored]


def stage_mark(context: Context, journey: str, number: object) -> StageMark | None:
    """A stage as screens show it, or None where a prospect has no position."""
    settings = context.settings.journey(journey)
    if settings is None or not isinstance(number, int) or not 1 <= number <= len(settings.stages):
        return None
    return StageMark(number, settings.stage(number).short, journey, len(settings.stages))


def amount(context: Context, minor: object) -> Amount | None:
    """What a currency field keeps, in minor units of the team's currency."""
    if not isinstance(minor, int):
        return None
    return Amount(of_hundredths(minor, context.settings.currency).minor, context.settings.currency)


def touch_words(context: Context, kind: object, outcome: object) -> str:
    """The last touchpoint in words: "Call, no answer"."""
    if not kind:
        return ""
    words = context.words.shown("interactions", "type", str(kind))
    if not outcome or outcome == "Reached":
        return words
    return f"{words}, {within(context.words.shown('interactions', 'outcome', str(outcome)))}"


def status_words(context: Context, status: str | None, customer_status: str | None) -> str:
    """Where a prospect stands in words: of who pays that they do, else what became of the application."""
    if customer_status != CUSTOMER:
        return context.words.shown("prospects", "status", status or "")
    called = context.words.shown("prospects", "customer_status", CUSTOMER)
    return tr("Customer") if called == CUSTOMER else called


def _row(context: Context, line: Line, others: Sequence[Column], logged: frozenset[RecordId]) -> ProspectRow:
    return ProspectRow(
        id=line.record,
        key=line.key,
        company=line.company or "",
        contact=line.contact or "",
        stage=stage_mark(context, context.settings.journeys[0].name, line.stage),
        score=line.score,
        status=tr("At risk") if line.at_risk else status_words(context, line.status, line.customer_status),
        at_risk=bool(line.at_risk),
        follow_up=date.fromisoformat(line.follow_up) if line.follow_up else None,
        owner=line.owner or "",
        revenue=amount(context, line.revenue),
        last_touch=touch_words(context, line.last_touch_type, line.last_touch_outcome),
        last_touch_at=moment_of(line.last_touch_at) if line.last_touch_at else None,
        others={column.key: _cell(context, column, stored) for column, stored in zip(others, line.others, strict=True)},
        pending=bool(line.touched) or line.record in logged,
        conflict=bool(line.conflict),
        deleting=bool(line.deleted),
    )


def _cell(context: Context, column: Column, stored: Stored) -> Cell:
    if stored is None:
        return None
    match column.kind:
        case Kind.CHOICE:
            return choice_words(context, column, str(stored))
        case Kind.MONEY:
            return amount(context, stored)
        case Kind.OTHER:
            return _other_words(stored)
        case Kind.DAY:
            return date.fromisoformat(str(stored))
        case Kind.MOMENT if column.key == "stage_since":
            zone, days = context.settings.time_zone, context.settings.calendar.days
            return Since(moment_of(str(stored)), days.between(day_of(str(stored), zone), context.today()))
        case Kind.MOMENT:
            return moment_of(str(stored))
        case _:
            return stored


def choice_words(context: Context, column: Column, stored: str) -> str:
    """A choice as the team calls it; one that it has no word for as people read it."""
    of = choice_of(column)
    return stored if of is None else customer_words(context.words.shown(of[0], of[1].slug, stored))


def _other_words(stored: Stored) -> str:
    """What a field that is not ours holds, in one line: of a list or an object what stands in it."""
    text = str(stored)
    if not text.startswith(("[", "{")):
        return text
    try:
        held = json.loads(text)
    except ValueError:
        return text
    parts = held.values() if isinstance(held, dict) else held
    return ", ".join(str(part) for part in parts if isinstance(part, str | int | float))


def base_columns(context: Context) -> list[Column]:
    """The fields of the base that are not ours, as columns, by their names."""
    with context.database.read() as connection:
        names = names_of_others(connection, "prospects")
    # A name with a quotation mark cannot be asked for where the fields are kept.
    return [other_column(name) for name in sorted(names, key=str.casefold) if '"' not in name]


def prospect_total(context: Context) -> int:
    """How many prospects there are."""
    return view_count(context, ListView())


def view_count(context: Context, view: ListView) -> int:
    """How many prospects a view shows."""
    with context.database.read() as connection:
        return prospect_list.count(connection, query_of(context, view))


def selection_sum(context: Context, ids: Sequence[RecordId]) -> Amount:
    """The estimated revenue of these prospects."""
    with context.database.read() as connection:
        return Amount(revenue_of(connection, ids), context.settings.currency)


def view_sum(context: Context, view: ListView, without: Sequence[RecordId]) -> Amount:
    """The estimated revenue of all that a view shows but these."""
    with context.database.read() as connection:
        minor = prospect_list.revenue_shown(connection, query_of(context, view)) - revenue_of(connection, without)
    return Amount(minor, context.settings.currency)


def emails_of(context: Context, ids: Sequence[RecordId]) -> list[str]:
    """The e-mail addresses of these prospects, each once, in their order."""
    with context.database.read() as connection:
        rows = records.get_many(connection, "prospects", ids)
    return list(dict.fromkeys(str(row["email"]) for row in rows.values() if row["email"]))


def sources(context: Context) -> list[str]:
    """Every source that a prospect has."""
    with context.database.read() as connection:
        return prospect_list.distinct(connection, "source")


def owners(context: Context) -> list[str]:
    """Everybody who owns a prospect."""
    with context.database.read() as connection:
        return prospect_list.distinct(connection, "owner")
