"""What an automation would have done in a span of the past, asked of the same rules at each moment at which something changed."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.automation.after_alerts import LISTENS
from journeydesk.domain.automation.names import OWNER
from journeydesk.domain.automation.owner import needs_owner, next_rep
from journeydesk.domain.automation.plan import Plan
from journeydesk.domain.automation.registry import BY_NAME
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import effective_time, fold
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.registry import PROSPECT_RULES
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import end_of


def replay(
    settings: TeamSettings,
    automation: str,
    facts: ProspectFacts,
    events: Sequence[Event],
    since: str,
    until: str,
    open_prospects: dict[str, int],
) -> Iterator[Plan]:
    """The plans that would have been carried out from `since` until before `until` (stored moments), each cause once.

    What a prospect's fields were at the time is not known: status, score, company and what is muted count as they are today.
    Who is given to a rep is counted into `open_prospects`.
    """
    find, heard = BY_NAME[automation].find, LISTENS.get(automation, frozenset())
    rules = [rule for rule in PROSPECT_RULES if rule.name in heard and rule.name not in facts.muted]
    moments = _moments(settings, facts, events, since, until)
    done: set[str] = set()
    last = ""
    while moments:
        now = heapq.heappop(moments)
        if now == last or now >= until:
            continue
        last = now
        then = as_of(settings, facts, events, now)
        alerts: list[AlertDraft] = []
        for rule in rules:
            verdict = rule.find(then, settings, now)
            alerts += verdict.alerts
            if verdict.recheck_at and now < verdict.recheck_at < until:
                heapq.heappush(moments, verdict.recheck_at)
        if automation == OWNER and not facts.owner and needs_owner(then, settings):
            then = replace(then, assigned=next_rep(settings.reps, open_prospects))
        for plan in find(then, alerts, settings):
            if plan.cause not in done:
                done.add(plan.cause)
                if since <= plan.at < until:
                    if "owner" in plan.fields:
                        rep = str(plan.fields["owner"])
                        open_prospects[rep] = open_prospects.get(rep, 0) + 1
                    yield plan


def as_of(settings: TeamSettings, facts: ProspectFacts, events: Sequence[Event], now: str) -> ProspectFacts:
    """The facts as they stood then: without what happened later."""
    zone = settings.time_zone
    usage = tuple(use for use in facts.usage if end_of(use.day, zone) <= now)
    return replace(
        facts,
        standing=fold(settings, [event for event in events if effective_time(event) <= now]),
        occurrences={
            kind: past
            for kind, occurrences in facts.occurrences.items()
            if (past := tuple(event for event in occurrences if event.at <= now))
        },
        touches=tuple(touch for touch in facts.touches if touch.at <= now),
        usage=usage,
        usage_until=usage[-1].day if usage else None,
        applied_on=facts.applied_on if facts.applied_on and facts.applied_on <= now else None,
        accepted_at=facts.accepted_at if facts.accepted_at and facts.accepted_at <= now else None,
    )


def _moments(settings: TeamSettings, facts: ProspectFacts, events: Sequence[Event], since: str, until: str) -> list[str]:
    moments = {since, *(effective_time(event) for event in events), *(touch.at for touch in facts.touches)}
    moments |= {end_of(use.day, settings.time_zone) for use in facts.usage}
    moments |= {at for at in (facts.applied_on, facts.accepted_at) if at}
    queue = [at for at in moments if since <= at < until]
    heapq.heapify(queue)
    return queue
