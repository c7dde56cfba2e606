"""Who gave a low score, and whom nobody is to call yet."""

from journeydesk.domain.time import day_in_words, day_of
from journeydesk.domain.words import tr
from journeydesk.reports.behind import Behind, answers_of, behind
from journeydesk.reports.blocks.block import Offer
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.money.amounts import capital, count_words
from journeydesk.reports.report import Scope
from journeydesk.storage.reports.satisfaction import Inputs
from journeydesk.storage.reports.surveys import Answer

PLAN_CALLS = "plan calls"
_SHOWN = 8


def without_call(inputs: Inputs) -> list[Answer]:
    """Those whom nobody is to call."""
    return [answer for answer in inputs.detractors if answer.call is None]


def scored(scope: Scope, inputs: Inputs, least: int, most: int, words: str) -> Behind:
    """Who gave a score between two in the month."""
    count = sum(inputs.month.scores.get(score, 0) for score in range(least, most + 1))
    span = {"first": scope.period.first.isoformat(), "last": inputs.month.last.isoformat()}
    return behind("score answers", answers_of(words, count), {**span, "least": least, "most": most})


def title(all_of_them: int, waiting: int) -> str:
    """How many of them nobody is to call."""
    if not all_of_them:
        return tr("There are no detractors")
    if not waiting:
        return tr("Every detractor has a call planned")
    if all_of_them == 1:
        return tr("The only detractor has no call planned")
    everybody = count_words(all_of_them)
    if waiting == 1:
        return tr("One of {all} detractors has no call planned", all=everybody)
    return tr("{waiting} of {all} detractors have no call planned", waiting=capital(count_words(waiting)), all=everybody)


def detractors(scope: Scope, inputs: Inputs) -> Table:
    """Their answers, the lowest score first, with calls to be planned."""
    answers, waiting = inputs.detractors, without_call(inputs)
    zone = scope.settings.time_zone
    lines = tuple(
        Line(
            (
                each.company,
                str(each.score),
                each.words.replace("\n", " ")[:80] or "–",
                tr("no step yet") if each.call is None else tr("planned {day}", day=day_in_words(day_of(each.call, zone))),
                each.owner or "–",
            ),
            behind("these", each.company, {"prospects": f"[{each.prospect}]"}),
        )
        for each in answers[:_SHOWN]
    )
    if len(answers) > _SHOWN:
        more = tr("and {count} more", count=len(answers) - _SHOWN)
        lines = (*lines, Line((more, "", "", "", ""), scored(scope, inputs, 1, 6, tr("gave 1 to 6")), total=True))
    offer = None
    if waiting:
        few = waiting[:3]
        words = tr("Plan a call") if len(few) == 1 else tr("Plan {count} calls", count=count_words(len(few)))
        offer = Offer(PLAN_CALLS, words, "phone", tuple(each.prospect for each in few))
    columns = (
        Column(tr("Company")),
        Column(tr("Score"), number=True, width=34),
        Column(tr("What they said"), look="quiet"),
        Column(tr("Next step")),
        Column(tr("Owner"), width=84),
    )
    return Table(
        title=title(len(answers), len(waiting)),
        note=tr("lowest score first"),
        part=tr("Detractors"),
        columns=columns,
        lines=lines,
        counted=tr("detractors"),
        offer=offer,
    )
