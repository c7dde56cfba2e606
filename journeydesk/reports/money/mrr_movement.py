"""How the MRR moved: opening + new + expansion − contraction − churned = closing, per currency (docs/rules.md, "MRR movement")."""

from collections.abc import Iterable, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.money import sign
from journeydesk.domain.words import tr
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.waterfall import Step, Tone, Waterfall
from journeydesk.reports.money.amounts import minor_unit
from journeydesk.storage.payments.mrr_steps import Flow, Standing

KINDS = ("new", "expansion", "contraction", "churned")
WORDS = {"new": tr("New"), "expansion": tr("Expansion"), "contraction": tr("Contraction"), "churned": tr("Churned")}
_TONES: dict[str, Tone] = {"new": "gain", "expansion": "gain", "contraction": "loss", "churned": "bad"}


@dataclass(frozen=True, slots=True)
class MrrMovement:
    """One currency: both ends in minor units with their payers, and of each kind the amount (below zero for what went) and the steps."""

    currency: str
    opening: tuple[int, int]
    kinds: tuple[tuple[str, int, int], ...]
    closing: tuple[int, int]

    @property
    def net(self) -> int:
        """What all of it came to."""
        return sum(amount for _, amount, _ in self.kinds)

    def of(self, kind: str) -> int:
        """The amount of one kind."""
        return next(amount for name, amount, _ in self.kinds if name == kind)


def mrr_movements(
    opening: Iterable[Standing], flows: Sequence[Flow], closing: Iterable[Standing], team: str
) -> list[MrrMovement]:
    """Each currency that there is, the team's own first and always there."""
    before = {each.currency: (each.minor, each.payers) for each in opening}
    after = {each.currency: (each.minor, each.payers) for each in closing}
    amounts = {(flow.currency, flow.kind): (flow.minor, flow.count) for flow in flows}
    codes = {team, *before, *after, *(flow.currency for flow in flows)}
    return [
        MrrMovement(
            code,
            before.get(code, (0, 0)),
            tuple((kind, *amounts.get((code, kind), (0, 0))) for kind in KINDS),
            after.get(code, (0, 0)),
        )
        for code in sorted(codes, key=lambda code: (code != team, code))
    ]


def mrr_waterfall(movement: MrrMovement, title: str, behind: dict[str, Behind]) -> Waterfall:
    """One currency's movement; `behind` are the prospects by kind, and of `closing`."""
    unit = minor_unit(movement.currency)
    steps = tuple(
        Step(WORDS[kind], amount, str(count), _TONES[kind], behind.get(kind) if count else None)
        for kind, amount, count in movement.kinds
    )
    return Waterfall(
        title=title,
        note=tr("MRR, {currency}, with the number of payers", currency=sign(movement.currency).strip()),
        part=tr("MRR movement"),
        opening=Step(tr("Opening"), movement.opening[0], str(movement.opening[1]), behind=behind.get("opening")),
        steps=steps,
        closing=Step(tr("Closing"), movement.closing[0], str(movement.closing[1]), behind=behind.get("closing")),
        unit=unit,
    )


def mrr_table(movements: Sequence[MrrMovement]) -> Table:
    """A line a currency: no sum mixes them."""
    heads = (tr("Opening"), *(WORDS[kind] for kind in KINDS), tr("Net"), tr("Closing"))
    lines = []
    for movement in movements:
        unit = minor_unit(movement.currency)
        amounts = (movement.opening[0], *(amount for _, amount, _ in movement.kinds), movement.net, movement.closing[0])
        lines.append(Line((movement.currency, *(unit.words(amount) for amount in amounts))))
    return Table(
        title=tr("MRR by currency"),
        note=tr("opening + new + expansion − contraction − churned = closing"),
        part=tr("MRR by currency"),
        columns=(Column(tr("Currency"), width=54), *(Column(head, number=True) for head in heads)),
        lines=tuple(lines),
        counted=tr("currencies"),
    )
