"""The rows behind the figures: who applied in the week."""

from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.report import Scope
from journeydesk.storage.reports.weekly_read import WeeklyInputs


def appendix(scope: Scope, inputs: WeeklyInputs) -> tuple[Block, ...]:
    """New prospects, the highest score first. Won, lost and risky deals stand in their sections."""
    columns = (
        Column(tr("Company")),
        Column(tr("Contact")),
        Column(tr("Owner"), width=92),
        Column(tr("Source"), width=72),
        Column(tr("Score"), number=True, width=36),
        Column(tr("Status"), width=64),
    )
    lines = tuple(
        Line(
            (
                each.company,
                each.contact,
                each.owner or "–",
                scope.words.shown("prospects", "source", each.source) or "–",
                "–" if each.score is None else str(each.score),
                scope.words.shown("prospects", "status", each.status) or "–",
            )
        )
        for each in inputs.new
    )
    received = inputs.received[0]
    note = tr("{n} received", n=figure(received))
    if received > len(lines):
        note = tr("the first {shown} of {n}", shown=figure(len(lines)), n=figure(received))
    return (
        Table(
            title=tr("New prospects of the week"),
            note=note,
            columns=columns,
            lines=lines,
            counted=tr("prospects"),
            listing=True,
        ),
    )
