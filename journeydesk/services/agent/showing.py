"""What is shown of proposals: those that wait, those decided today, and one of them with what it would change."""

from collections.abc import Sequence
from datetime import date, datetime, time

from journeydesk.domain.agent.proposals import CHANGE, FIELDS, LOG, MOVE, PARTS, PROSPECT, TASK, Part
from journeydesk.domain.by_hand import title_of
from journeydesk.domain.catalogue import INTERACTION_TYPES, OUTCOMES, PROSPECTS, FieldType
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.money import sign
from journeydesk.domain.periods import day_month_year
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import named, tr
from journeydesk.services.commands.tasks import KINDS
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import choices_of, field_values
from journeydesk.services.fields.typed import as_typed, understand
from journeydesk.storage.agent import drafts
from journeydesk.storage.agent.drafts import DraftRow
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.labels import ProspectLabel, living_prospect

_NUMBERS = (FieldType.CURRENCY, FieldType.PERCENT, FieldType.NUMBER)
_TITLES = {
    LOG: tr("Log a touchpoint"),
    TASK: tr("Add a task"),
    MOVE: tr("Move in a journey"),
    CHANGE: tr("Change fields"),
    PROSPECT: tr("Add a prospect"),
}


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A line of the list: whom it is about (`head`), who proposed it (`beside`). `outcome` says what was decided; empty while it waits."""

    id: int
    head: str
    beside: str
    at: datetime
    beginning: str
    state: str
    outcome: str

    @property
    def waits(self) -> bool:
        """Whether it waits for a decision."""
        return self.state == drafts.WAITING

    @property
    def approved(self) -> bool:
        """Whether it was approved."""
        return self.state == drafts.APPROVED


@dataclass(frozen=True, slots=True)
class ProposalPart:
    """One thing that would be written: what stands there `now`, what is `made` by the agent and as it stands (`text`), and what may be
    chosen, where only that may be: as it is written, and as it is shown. `sign` is the currency's, where the field holds an amount."""

    name: str
    title: str
    long: bool
    now: str
    made: str
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class ProposalDetail:
    """A proposal with its prospect, as people call it, and each thing that it would write. `compares` says that it changes what stands."""

    row: DraftRow
    title: str
    who: str
    facts: str
    parts: tuple[ProposalPart, ...]

    @property
    def waits(self) -> bool:
        """Whether it waits for a decision."""
        return self.row.state == drafts.WAITING

    @property
    def approved(self) -> bool:
        """Whether it was approved."""
        return self.row.state == drafts.APPROVED

    @property
    def compares(self) -> bool:
        """Whether it changes fields that stand already."""
        return self.row.tool == CHANGE


def proposal_lines(context: Context) -> tuple[list[ProposalLine], list[ProposalLine]]:
    """Those that wait, and those decided today."""
    since = moment_text(datetime.combine(context.today(), time(), context.settings.time_zone))
    with context.database.read() as connection:
        waiting, decided = drafts.waiting(connection), drafts.decided_since(connection, since)
        return [_line(context, connection, row) for row in waiting], [_line(context, connection, row) for row in decided]


def proposal_detail(context: Context, draft: int, mark: str = ".") -> ProposalDetail | None:
    """One proposal; None where it is gone. `mark` is the person's decimal mark."""
    with context.database.read() as connection:
        row = drafts.one(connection, draft)
        label = living_prospect(connection, row.prospect) if row is not None and row.prospect is not None else None
    if row is None:
        return None
    who = _who(row, label)
    parts = label.contact_name if label is not None and label.company else ""
    owner = label.owner if label is not None else ""
    facts = " · ".join(part for part in (parts, owner) if part)
    return ProposalDetail(row, _TITLES.get(row.tool, row.tool), who, facts, tuple(_parts(context, row, mark)))


def _parts(context: Context, row: DraftRow, mark: str) -> list[ProposalPart]:
    values, made = row.values(), row.made_values()
    if row.tool in PARTS:
        wanted = [part for part in PARTS[row.tool] if part.needed or part.name in made or values.get(part.name)]
        return [_part(context, row, part, values, made) for part in wanted]
    stands = field_values(context, row.prospect) if row.prospect is not None else None
    shown = []
    for slug in (slug for slug in FIELDS if slug in made or slug in values):
        spec = PROSPECTS.by_slug[slug]
        now = as_typed(context, slug, stands.values[slug], mark) if stands is not None and row.tool == CHANGE else ""
        some = choices_of(context, slug) if spec.type is FieldType.SELECT else None
        choices = tuple((choice.value, choice.name) for choice in some or ())
        long = spec.type is FieldType.LONG_TEXT
        first, text = (in_mark(context, slug, each.get(slug, ""), ".", mark) for each in (made, values))
        money = sign(context.settings.currency) if spec.type is FieldType.CURRENCY else ""
        shown.append(ProposalPart(slug, title_of(slug), long, now, first, text, choices, money))
    return shown


def in_mark(context: Context, slug: str, text: str, before: str, after: str) -> str:
    """A number of a field that was written with one decimal mark, with another; what is no number stays as it is."""
    if before == after or PROSPECTS.by_slug[slug].type not in _NUMBERS:
        return text
    try:
        return as_typed(context, slug, understand(context, slug, text, before), after)
    except ValueRefused:
        return text


def _part(context: Context, row: DraftRow, part: Part, values: dict[str, str], made: dict[str, str]) -> ProposalPart:
    choices: Sequence[str] = ()
    journey = context.settings.journey(values.get("journey", ""))
    if row.tool == MOVE and part.name == "journey":
        choices = [each.name for each in context.settings.journeys]
    elif row.tool == MOVE and part.name == "stage" and journey is not None:
        choices = [stage.name for stage in journey.stages]
    elif row.tool == LOG and part.name in ("type", "outcome"):
        choices = INTERACTION_TYPES if part.name == "type" else OUTCOMES
    elif row.tool == TASK and part.name == "kind":
        choices = KINDS
    return ProposalPart(
        part.name,
        named(part.title),
        part.long,
        "",
        made.get(part.name, ""),
        values.get(part.name, ""),
        tuple((each, named(each)) for each in choices),
    )


def _line(context: Context, connection: Connection, row: DraftRow) -> ProposalLine:
    label = living_prospect(connection, row.prospect) if row.prospect is not None else None
    outcome = ""
    if row.state == drafts.APPROVED:
        outcome = tr("Approved by {name}", name=row.decided_by)
    elif row.state == drafts.REJECTED:
        outcome = tr("Rejected by {name}: {reason}", name=row.decided_by, reason=row.why)
    at = moment_of(row.made_at if row.state == drafts.WAITING else row.decided_at or row.made_at)
    return ProposalLine(row.id, _who(row, label), row.agent, at, _words(row), row.state, outcome)


def _who(row: DraftRow, label: ProspectLabel | None) -> str:
    if label is not None:
        return label.name
    values = row.values()
    return values.get("company") or values.get("contact_name") or ""


def _words(row: DraftRow) -> str:
    values = row.values()
    if row.tool == LOG:
        return tr(
            "Log: {type}. {summary}",
            type=named(values.get("type", "")),
            summary=" ".join(values.get("summary", "").split())[:160],
        )
    if row.tool == TASK:
        return tr("Task: {title}, due {due}", title=values.get("title", ""), due=_due_words(values.get("due", "")))
    if row.tool == MOVE:
        return tr("Move to {stage} ({journey})", stage=values.get("stage", ""), journey=values.get("journey", ""))
    fields = ", ".join(title_of(slug) for slug in FIELDS if slug in values)
    return tr("Change: {fields}", fields=fields) if row.tool == CHANGE else tr("New prospect: {fields}", fields=fields)


def _due_words(text: str) -> str:
    """A day, perhaps with a time, as people read it; what an assistant wrote in other words as it is."""
    day, _, clock = text.partition(" ")
    try:
        return f"{day_month_year(date.fromisoformat(day))} {clock}".strip()
    except ValueError:
        return text
