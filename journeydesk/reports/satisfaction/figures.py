"""Satisfaction and fit of a month out of plain rows (docs/interface.md, "Satisfaction and fit")."""

from datetime import date

from journeydesk.domain.money import Money
from journeydesk.domain.payments.exchange_rates import summed
from journeydesk.domain.periods import month_name
from journeydesk.domain.settings.goals import LESS_IS_BETTER
from journeydesk.domain.time import day_in_words, day_of
from journeydesk.domain.words import figure, percent, short_figure, short_percent, tr, tr_count
from journeydesk.reports.behind import Behind, answers_of, behind
from journeydesk.reports.blocks.columns import Columns, Group, Stand, Tone
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Compared, Tile, Tiles
from journeydesk.reports.judging import delta, state_of
from journeydesk.reports.kpi.figures import goal_words, state
from journeydesk.reports.money.amounts import capital, count_words, minor_unit, whole_words
from journeydesk.reports.report import MONTHLY, Report, ReportSpec, Scope, head
from journeydesk.reports.satisfaction.detractors import detractors, scored, without_call
from journeydesk.reports.shared.answers import DETRACTORS_TO, PROMOTERS_FROM, NetPromoter, known, mean_score, net_promoter
from journeydesk.reports.shared.fit import fit_bars, fit_curve, fit_share, fit_words
from journeydesk.storage.reports.satisfaction import Inputs, Month, read

_SHOWN = 8
_SATISFACTION_TARGET = 8.0
_SURVEY_TARGET = 0.4


def satisfaction(scope: Scope, inputs: Inputs) -> Report:
    """The whole report, fit beside satisfaction."""
    score = net_promoter(inputs.month.scores)
    return Report(
        head=head("satisfaction", tr("Satisfaction and fit"), scope, _lead(score, inputs), tr("Summary, answers")),
        tiles=Tiles(tiles=_tiles(scope, inputs), shown=6),
        blocks=(
            _scores(scope, inputs, score),
            fit_curve(inputs.weeks, scope.settings.goals["fit"]),
            detractors(scope, inputs),
            _completion(inputs),
            fit_bars(scope, inputs.industries, "industry", tr("Industry")),
            _testimonials(scope, inputs),
        ),
        method=_METHOD,
    )


def _lead(score: NetPromoter, inputs: Inputs) -> str:
    if not score.n:
        return tr("Nobody gave a score in this month.")
    first = tr(
        "{promoters} of {all} answers would recommend us, {detractors} would not.",
        promoters=figure(score.promoters),
        all=figure(score.n),
        detractors=figure(score.detractors),
    )
    waiting = without_call(inputs)
    if not waiting:
        return first
    second = tr_count(
        "{count} customer with a low score has no call planned.",
        "{count} customers with a low score have no call planned.",
        len(waiting),
    )
    return f"{first} {second}"


def _tiles(scope: Scope, inputs: Inputs) -> tuple[Tile, ...]:
    now, before = inputs.month, inputs.before
    versus, points = month_name(scope.before.first), tr(" pt")
    lost, lost_words, lost_of = lost_mrr(scope, now)
    lost_before, _, _ = lost_mrr(scope, before)
    fit, fit_before = fit_share(now.fit), fit_share(before.fit)
    return (
        *_score_tiles(scope, inputs, versus),
        _tile(
            scope,
            "fit",
            tr("Fit score"),
            fit_words(now.fit),
            fit,
            f"n = {now.fit.count}",
            delta(fit, fit_before, 100, 0, points, versus),
        ),
        _tile(
            scope,
            "lost_revenue",
            tr("Lost MRR in 30 days"),
            lost_words,
            lost,
            lost_of,
            delta(lost, lost_before, 100, 1, points, versus),
        ),
        *_given_tiles(scope, inputs, versus),
    )


def _score_tiles(scope: Scope, inputs: Inputs, versus: str) -> tuple[Tile, Tile]:
    """What the scores of the month come to: promoters less detractors, and their mean."""
    now, before = inputs.month, inputs.before
    score, earlier = net_promoter(now.scores), net_promoter(before.scores)
    mean, count = mean_score(now.scores), sum(now.scores.values())
    goal = scope.settings.goals["net_promoter"]
    opened = scored(scope, inputs, 1, 10, tr("gave a score in the month"))
    return (
        Tile(
            tr("Net promoter score"),
            score.words,
            f"n = {score.n}",
            goal_words(scope, "net_promoter", goal.target),
            delta(score.score, earlier.score, 1, 0, "", versus),
            state(None if score.score is None else float(score.score), goal, less_is_better=False),
            behind=opened,
        ),
        Tile(
            tr("Satisfaction, mean"),
            tr("no data") if mean is None else figure(mean, 1),
            f"n = {count}" if count else "",
            short_figure(_SATISFACTION_TARGET),
            delta(mean, mean_score(before.scores), 1, 1, "", versus),
            state_of(mean, _SATISFACTION_TARGET, scope.settings.targets["close_within"]),
            behind=opened,
        ),
    )


def _given_tiles(scope: Scope, inputs: Inputs, versus: str) -> tuple[Tile, ...]:
    """Testimonials and case studies ever given."""
    ever = {"first": "", "last": inputs.month.last.isoformat()}
    given = (
        ("testimonials", tr("Testimonials"), "testimonials", tr("gave a testimonial")),
        ("case_studies", tr("Case studies"), "case studies", tr("willing to be a case study")),
    )
    tiles = []
    for measure, title, question, words in given:
        now, before = (getattr(month, measure) for month in (inputs.month, inputs.before))
        change, opened = delta(now, before, 1, 0, "", versus), behind(question, answers_of(words, now), ever)
        tiles.append(_tile(scope, measure, title, figure(now), float(now), "", change, opened))
    return tuple(tiles)


def _tile(
    scope: Scope, measure: str, name: str, words: str, amount: float | None, of: str, by: Compared, who: Behind | None = None
) -> Tile:
    goal = scope.settings.goals[measure]
    judged = state(amount, goal, less_is_better=measure in LESS_IS_BETTER)
    return Tile(name, words, of, goal_words(scope, measure, goal.target), by, judged, behind=who)


def lost_mrr(scope: Scope, month: Month) -> tuple[float | None, str, str]:
    """The share of the MRR that was lost in thirty days, in words, and of what."""
    settings = scope.settings
    rates, team, unit = settings.payments.rates, settings.currency, minor_unit(settings.currency)
    lost = summed((Money(minor, code) for code, minor in month.churned), rates, team).known.minor
    before = summed((Money(each.minor, each.currency) for each in month.mrr_before), rates, team).known.minor
    if not before:
        return None, tr("no data"), ""
    of = tr("{part} of {n}", part=whole_words(unit, lost), n=whole_words(unit, before))
    return lost / before, percent(lost / before, 1), of


def _scores(scope: Scope, inputs: Inputs, score: NetPromoter) -> Columns:
    stands = tuple(_stand(scope, inputs, number) for number in range(1, 11))
    n = score.n or 1
    groups = (
        Group(0, 5, tr("{count} detractors, {share}", count=score.detractors, share=percent(score.detractors / n))),
        Group(6, 7, tr("{count} passive", count=score.passive)),
        Group(8, 9, tr("{count} promoters, {share}", count=score.promoters, share=percent(score.promoters / n))),
    )
    return Columns(
        title=_scores_title(score),
        note=tr("answers by score, n = {count}", count=figure(score.n)),
        part=tr("Scores"),
        names=tr("Score"),
        measure=tr("Answers"),
        bars=stands,
        groups=groups,
        marked=True,
    )


def _stand(scope: Scope, inputs: Inputs, number: int) -> Stand:
    tone: Tone = "current" if number >= PROMOTERS_FROM else "outlined" if number <= DETRACTORS_TO else "before"
    count = inputs.month.scores.get(number, 0)
    words = tr_count("score {number}: {count} answer", "score {number}: {count} answers", count, number=number)
    who = scored(scope, inputs, number, number, tr("gave {number}", number=number))
    return Stand(str(number), count, tone, tr("score {number}", number=number), words, who)


def _scores_title(score: NetPromoter) -> str:
    if score.score is None:
        return tr("Net promoter score: {words}", words=known(None, score.n))
    if score.score > 0:
        return tr("Promoters outnumber detractors by {points} points", points=score.score)
    if score.score < 0:
        return tr("Detractors outnumber promoters by {points} points", points=-score.score)
    return tr("As many promoters as detractors")


def _completion(inputs: Inputs) -> Table:
    """Survey completion: of those sent in the month, how many were answered."""
    lines = []
    for kind, (sent, answered) in inputs.surveys.items():
        lines.append(Line((kind or tr("no type"), figure(sent), figure(answered), _share(answered, sent))))
    sent, answered = (sum(each[place] for each in inputs.surveys.values()) for place in (0, 1))
    lines.append(Line((tr("All"), figure(sent), figure(answered), _share(answered, sent)), total=True))
    columns = (Column(tr("Survey")), *(Column(words, number=True) for words in (tr("Sent"), tr("Answered"), tr("Share"))))
    title = tr("{answered} of {sent} surveys sent were answered", answered=figure(answered), sent=figure(sent))
    return Table(
        title=title if sent else tr("No survey was sent"),
        note=tr("sent in the month, answered by now, target {target}", target=short_percent(_SURVEY_TARGET)),
        part=tr("Surveys"),
        columns=columns,
        lines=tuple(lines),
        counted=tr("types"),
        half=True,
    )


def _share(part: int, whole: int) -> str:
    if not whole:
        return tr("no data")
    return percent(part / whole) if whole >= 10 else tr("{part} of {n}", part=part, n=whole)


def _testimonials(scope: Scope, inputs: Inputs) -> Table:
    followed = [each for each in inputs.testimonials if each.call is not None]
    zone = scope.settings.time_zone
    lines = tuple(
        Line(
            (
                each.company,
                each.words.replace("\n", " ")[:90],
                day_in_words(date.fromisoformat(each.at)),
                tr("not yet") if each.call is None else day_in_words(day_of(each.call, zone)),
            ),
            behind("these", each.company, {"prospects": f"[{each.prospect}]"}),
        )
        for each in inputs.testimonials[:_SHOWN]
    )
    columns = (
        Column(tr("Company")),
        Column(tr("What they said"), look="quiet"),
        Column(tr("Given"), width=70),
        Column(tr("Followed up"), width=70),
    )
    title = tr(
        "{followed} of {all} testimonials were followed up",
        followed=capital(count_words(len(followed))),
        all=count_words(len(inputs.testimonials)),
    )
    return Table(
        title=title if inputs.testimonials else tr("No testimonial in 90 days"),
        note=tr("of 90 days: anybody spoke to them after it"),
        part=tr("Testimonials"),
        columns=columns,
        lines=lines,
        counted=tr("testimonials"),
    )


_METHOD = (
    tr("Answers count by the day on which they came, up to today. 9 and 10 are promoters, 1 to 6 detractors."),
    tr("The fit score is the mean PMF Score of the answers of the month; the curve is of the 30 days to the end of each week."),
    tr(
        "Lost MRR is what churned in the 30 days to the month’s last day ÷ the MRR before them; without a rate a currency is left out."
    ),
    tr("Testimonials and case studies are all ever given up to the month’s last day. No share is said of fewer than ten."),
    tr("A call is planned where an open task of the customer is due today or later."),
)

SPEC = ReportSpec(
    name="satisfaction",
    title=tr("Satisfaction and fit"),
    heading=tr("Satisfaction and fit"),
    cadence=MONTHLY,
    icon="star",
    read=read,
    figures=satisfaction,
    wide=True,
)
