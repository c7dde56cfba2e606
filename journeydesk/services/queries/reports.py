"""Reports: figures for the screen, and the same as PDF with a CSV beside it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.domain.periods import Period, parse_period
from journeydesk.domain.words import tr
from journeydesk.reports.catalogue import find
from journeydesk.reports.document import Paper
from journeydesk.reports.pdf import make_ready, write_files
from journeydesk.reports.report import PLAIN, AnySpec, Options, Report, Scope
from journeydesk.services.context import Context
from journeydesk.services.kept_inputs import KeptInputs
from journeydesk.storage.answers import only_while_wanted
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync import conflicts, pending

_CHOICES = {"journey": tr("journey"), "basis": tr("cohort or period"), "source": tr("source"), "months": tr("months")}
"""What may be chosen beside period and owner, in words."""


def report(context: Context, name: str, period: str, owner: str | None = None, options: Options = PLAIN) -> Report:
    """A report's figures. Raises UserError for a report or a period that does not exist, and for a choice that the report does not
    offer."""
    spec = find(name)
    if spec.owner_of(owner) != owner:
        raise UserError(tr("The report {report} is the whole team's: it has no owner to choose.", report=spec.name))
    kept = spec.offered(options)
    if refused := [words for name, words in _CHOICES.items() if getattr(kept, name) != getattr(options, name)]:
        words = tr(
            "The report {report} offers no choice of {choice}. Leave it out.", report=spec.name, choice=", ".join(refused)
        )
        raise UserError(words)
    return compute(context, spec, period, owner, options)


def compute(context: Context, spec: AnySpec, period: str, owner: str | None = None, options: Options = PLAIN) -> Report:
    """The figures of a report, read over one view of the database and made after it is closed. Raises UserError for a
    period that is not one of the report's, and for a journey that there is not. What the report does not offer is as if it were not
    chosen."""
    made = compute_while_wanted(context, spec, period, owner, options, lambda: False)
    assert made is not None
    return made


def compute_while_wanted(
    context: Context, spec: AnySpec, period: str, owner: str | None, options: Options, stopped: Callable[[], bool]
) -> Report | None:
    """The same for somebody who may ask for another meanwhile: None, and the reading ends within a statement, once `stopped` says so."""
    requested = _period_of(context, spec, period)
    owner, options = spec.owner_of(owner), spec.offered(options)
    settings = context.settings
    if options.journey and settings.journey(options.journey) is None:
        names = ", ".join(journey.name for journey in settings.journeys)
        raise UserError(tr("There is no journey “{journey}”. There are {names}.", journey=options.journey, names=names))
    with context.database.read(much=True) as connection, only_while_wanted(connection, stopped):
        inputs = _inputs(context, connection, spec, requested, owner, options)
        changes, disputed = pending.waiting_count(connection), conflicts.count(connection)
        scope = Scope(settings, requested, owner, context.clock(), changes, context.words, options, disputed)
    return None if stopped() else spec.figures(scope, inputs)


def compute_for_pages(
    context: Context, spec: AnySpec, period: str, owner: str | None, options: Options, stopped: Callable[[], bool]
) -> Report | None:
    """The same where pages will be asked for next: the typesetter starts meanwhile."""
    make_ready()
    return compute_while_wanted(context, spec, period, owner, options, stopped)


def _period_of(context: Context, spec: AnySpec, period: str) -> Period:
    requested = parse_period(period)
    cadence, current = spec.cadence, spec.cadence.period_of(context.today())
    if (requested.is_week, requested.is_day) != (current.is_week, current.is_day):
        raise UserError(
            tr(
                "The {report} report is {adjective}. Give a {noun} like {example} instead of {period}.",
                report=spec.name,
                adjective=cadence.adjective,
                noun=cadence.noun,
                example=current.name,
                period=period,
            )
        )
    return requested


def read_ahead(
    context: Context, spec: AnySpec, period: Period, owner: str | None, options: Options, stopped: Callable[[], bool]
) -> None:
    """Reads what a report will be computed from, so that it is there when somebody asks for it. Waits while keys are pressed, and ends
    early once `stopped` says so; what was read by then is kept."""
    context.database.give_way()
    owner, options = spec.owner_of(owner), spec.offered(options)
    with context.database.read(much=True) as connection, only_while_wanted(connection, stopped):
        _inputs(context, connection, spec, period, owner, options)


def _inputs(
    context: Context, connection: Connection, spec: AnySpec, period: Period, owner: str | None, options: Options
) -> Any:
    """What the report is computed from; as it was kept, where nothing of it was written since and the day and the settings are the
    same."""
    settings, today = context.settings, context.today()

    def read(view: Connection) -> Any:
        return spec.read_for(view, settings, period, owner, today, options)

    if context.kept is None:
        context.kept = KeptInputs()
    return context.kept.of((spec.name, period.name, owner, options), (today, settings), connection, read)


def export_pdf(
    context: Context,
    name: str,
    period: str,
    path: Path,
    owner: str | None = None,
    options: Options = PLAIN,
    paper: Paper = "a4",
) -> Path:
    """Computes a report and writes it; see `write`. Returns the path of the PDF."""
    make_ready()
    return write(context, report(context, name, period, owner, options), path, paper)


def write(context: Context, computed: Report, path: Path, paper: Paper = "a4") -> Path:
    """Writes a report as PDF with its figures as CSV beside it; each is whole or not there. Returns the path of the PDF."""
    return write_files(computed, path, paper, context.database.folder)
