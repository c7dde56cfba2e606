"""Hot application, auto-assigned, Fortune 500, unanswered application (docs/rules.md, "Alert rules")."""

import re
from functools import lru_cache

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine, Recommendation
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.rule import NOTHING, Rule, Verdict, draft, waited
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import whole
from journeydesk.domain.time import later
from journeydesk.domain.words import noted, tr

AUTO_ASSIGNED = noted("auto-assigned")
FORTUNE_500 = "Fortune 500"
HOT_APPLICATION = noted("hot application")
UNANSWERED_APPLICATION = noted("unanswered application")

UNANSWERED_HOURS = whole("alerts.unanswered_hours", 1, 720, tr("No contact after the confirmation for"), tr("hours"))
HOT_ABOVE = whole("score.hot_above", 0, 50, tr("Score above"), tr("of 50"))
ASSIGN_ABOVE = whole("score.assign_above", 0, 50, tr("Score above"), tr("of 50"))

_WORD = re.compile(r"[^\W_]+")
_LEGAL = frozenset(
    _WORD.findall("the inc incorporated corp corporation co company companies cos ltd limited llc plc ag se sa nv")
)


def hot_application(
    settings: TeamSettings, prospect: str, company: str, total: int, applied_at: str, scored_at: str = ""
) -> AlertDraft | None:
    """A score above the hot limit (45): raised once for each application, as of when the score came to that."""
    if total <= settings.score.hot_above or HOT_APPLICATION not in settings.alerts.on:
        return None
    headline = noted("{company} applied with a score of {total}", company=company, total=total)
    reason = noted("Score {total} of 50, above {hot_above}", total=total, hot_above=settings.score.hot_above)
    lines = (EvidenceLine(noted("Applied"), applied_at, str(total)),)
    return draft(settings, HOT_APPLICATION, "High", prospect, applied_at, max(applied_at, scored_at), headline, reason, lines)


def _hot(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    if not facts.is_undecided or facts.score is None or not facts.applied_on:
        return NOTHING
    alert = hot_application(settings, facts.key, facts.company, facts.score, facts.applied_on, facts.scored_at)
    return NOTHING if alert is None else Verdict((alert,))


def _assigned(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    if facts.assigned is None or facts.score is None or not facts.applied_on:
        return NOTHING
    headline = noted("{company} was assigned to {assigned}", company=facts.company, assigned=facts.assigned)
    reason = noted(
        "Score {score}, above {assign_above}, and no owner", score=facts.score, assign_above=settings.score.assign_above
    )
    lines = (
        EvidenceLine(noted("Applied"), facts.applied_on, str(facts.score)),
        EvidenceLine(noted("{assigned} had the fewest open prospects", assigned=facts.assigned), now),
    )
    return Verdict((draft(settings, AUTO_ASSIGNED, "Normal", facts.key, facts.applied_on, now, headline, reason, lines),))


@lru_cache(maxsize=4)
def _listed(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_plain(name) for name in names) - {""}


def _plain(company: str) -> str:
    """A company's name without case, punctuation and legal forms."""
    return " ".join(word for word in _WORD.findall(company.casefold()) if word not in _LEGAL)


def _fortune(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    if not facts.is_undecided or not facts.applied_on or _plain(facts.company) not in _listed(settings.alerts.fortune_500):
        return NOTHING
    headline = noted("{company} is on the Fortune 500 list and applied", company=facts.company)
    lines = (EvidenceLine(noted("Applied"), facts.applied_on),)
    alert = draft(
        settings,
        FORTUNE_500,
        "Urgent",
        facts.key,
        facts.applied_on,
        facts.applied_on,
        headline,
        noted("On the team's list"),
        lines,
    )
    return Verdict((alert,))


def _confirmed_at(facts: ProspectFacts) -> str:
    """When the confirmation went out: the e-mail that says so, else the application itself."""
    for sent in facts.of("email_sent"):
        if "confirm" in sent.text("template").casefold():
            return sent.at
    return facts.applied_on or ""


def _unanswered(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    if not facts.is_undecided or not facts.applied_on or facts.touches or facts.of("email_replied"):
        return NOTHING
    confirmed, hours = _confirmed_at(facts), settings.alerts[UNANSWERED_HOURS]
    due = later(confirmed, hours=hours)
    headline = noted("{company} has been waiting for {hours} h since the confirmation", company=facts.company, hours=hours)
    lines = (
        EvidenceLine(noted("Applied"), facts.applied_on),
        EvidenceLine(noted("Confirmed"), confirmed),
        EvidenceLine(noted("Nothing since")),
    )
    return waited(
        now,
        due,
        lambda: draft(
            settings,
            UNANSWERED_APPLICATION,
            "Normal",
            facts.key,
            facts.applied_on or "",
            due,
            headline,
            tr("No contact {hours} h after the confirmation", hours=hours),
            lines,
        ),
    )


RULES = (
    Rule(
        HOT_APPLICATION,
        "High",
        Recommendation(tr("First call today"), tr("The score is among the highest; do not let it cool."), "call"),
        lambda s: tr("An application scored above {hot_above}.", hot_above=s.score.hot_above),
        tr("the application is decided or its score falls"),
        tr("the application and its score"),
        (HOT_ABOVE,),
        _hot,
    ),
    Rule(
        AUTO_ASSIGNED,
        "Normal",
        Recommendation(tr("Say hello"), tr("It is yours now: have a look and plan the first step."), "call"),
        lambda s: tr("An application scored above {assign_above} and nobody owned it.", assign_above=s.score.assign_above),
        tr("somebody handles it"),
        tr("the score, and who had the fewest open prospects"),
        (ASSIGN_ABOVE,),
        _assigned,
        clears_itself=False,
        lists=("team.reps",),
    ),
    Rule(
        FORTUNE_500,
        "Urgent",
        Recommendation(tr("Tell the executive sponsor"), tr("A company of this size is talked to by two of us."), "task"),
        lambda s: tr("The company is one of {count} on the team's list.", count=len(s.alerts.fortune_500)),
        tr("the application is decided, or the company is off the list"),
        tr("the application"),
        (),
        _fortune,
        lists=("alerts.fortune_500",),
    ),
    Rule(
        UNANSWERED_APPLICATION,
        "Normal",
        Recommendation(tr("Follow up"), tr("Write or call: they applied and have heard only the confirmation."), "call"),
        lambda s: tr(
            "Nobody was in contact for {unanswered_hours} h after the confirmation.",
            unanswered_hours=s.alerts[UNANSWERED_HOURS],
        ),
        tr("somebody is in contact, they write, or the application is decided"),
        tr("when they applied and were confirmed"),
        (UNANSWERED_HOURS,),
        _unanswered,
        by="time",
    ),
)
