"""No answer: nothing from the prospect for a week after our last message (docs/rules.md, "Alert rules")."""

from collections.abc import Iterable

from journeydesk.domain.alerts.alert import EvidenceLine, Recommendation
from journeydesk.domain.rules.facts import THEIRS, ProspectFacts, Touch
from journeydesk.domain.rules.rule import NOTHING, Rule, Verdict, draft, waited
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import whole
from journeydesk.domain.statuses import REACHED
from journeydesk.domain.time import later, moment_of
from journeydesk.domain.values import Stored
from journeydesk.domain.words import noted, tr

NO_ANSWER = noted("no answer")

NO_ANSWER_DAYS = whole("alerts.no_answer_days", 1, 365, tr("Nothing from them for"), tr("days"))

_SPOKE = frozenset({"Reached", "Meeting booked"})
_MET = frozenset({"Meeting", "Demo"})
_MESSAGES = frozenset({"Email", "Call", "Follow-up"})


def answered_hours(applied_on: Stored, touches: Iterable[Touch], replies: Iterable[str]) -> float | None:
    """How long after its application a prospect first answered: by e-mail, in a call that reached it, in a meeting or demo. None
    where it has not. An answer of before counts as at once (docs/rules.md, "Lead score")."""
    if not applied_on:
        return None
    spoken = (touch.at for touch in touches if touch.outcome in _SPOKE or touch.kind in _MET)
    first = min([*spoken, *replies], default=None)
    if first is None:
        return None
    return max(0.0, (moment_of(first) - moment_of(str(applied_on))).total_seconds() / 3600)


def last_of_ours(facts: ProspectFacts) -> tuple[str, str, str] | None:
    """Our last message that reached nobody yet, as (at, id, words); None where there is none or the prospect came back since."""
    ours = [(email.at, email.id, noted("E-mail sent")) for email in facts.of("email_sent")[-1:]]
    theirs = max((occurrences[-1].at for kind in THEIRS if (occurrences := facts.occurrences.get(kind))), default="")
    for touch in facts.touches:
        if touch.outcome in REACHED or touch.kind not in _MESSAGES:
            theirs = max(theirs, touch.at)
        else:
            ours.append((touch.at, touch.key, touch.kind + (f", {touch.outcome.lower()}" if touch.outcome else "")))
    last = max(ours, default=None)
    return None if last is None or last[0] <= theirs else last


def _find(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    last = last_of_ours(facts) if facts.is_open else None
    if last is None:
        return NOTHING
    at, cause, words = last
    days = settings.alerts[NO_ANSWER_DAYS]
    due = later(at, days=days)
    headline = noted("{company} has not answered for {days} days", company=facts.company, days=days)
    reason = noted("Nothing from them for {days} days after our last message", days=days)
    return waited(
        now,
        due,
        lambda: draft(
            settings,
            NO_ANSWER,
            "Normal",
            facts.key,
            cause,
            due,
            headline,
            reason,
            (EvidenceLine(words, at), EvidenceLine(tr("Nothing from them since"))),
        ),
    )


RULES = (
    Rule(
        NO_ANSWER,
        "Normal",
        Recommendation(tr("Follow up"), tr("A task with a drafted text is ready."), "email"),
        lambda s: tr(
            "Nothing came from them for {no_answer_days} days after our last message.", no_answer_days=s.alerts[NO_ANSWER_DAYS]
        ),
        tr("they answer or do anything on the site, or we write again"),
        tr("our last message"),
        (NO_ANSWER_DAYS,),
        _find,
        by="time",
    ),
)
