"""For each rule of docs/rules.md, "Alert rules" (and docs/rules.md, "Rotting"): what fires it, what nearly does, what clears
it, and what comes late and changes nothing."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.rules.answers import NO_ANSWER
from journeydesk.domain.rules.applications import AUTO_ASSIGNED, FORTUNE_500, HOT_APPLICATION, UNANSWERED_APPLICATION
from journeydesk.domain.rules.assets import ASSET_TROUBLE
from journeydesk.domain.rules.churn import CHURN_RISK
from journeydesk.domain.rules.daily import DAILY_APPLICATIONS, DAILY_CONVERSION, DAILY_SUPPORT
from journeydesk.domain.rules.facts import (
    Answer,
    AssetFact,
    Check,
    DayCount,
    Occurrence,
    ProspectFacts,
    TeamFacts,
    Touch,
    UsageDay,
    WeekCount,
)
from journeydesk.domain.rules.jumps import BIG_JUMP, STAGE_SKIP
from journeydesk.domain.rules.payments import ACCESS_LATE, PAYMENT_DROP_OFF
from journeydesk.domain.rules.rotting import ROTTING
from journeydesk.domain.rules.trouble import INTEGRATION_TROUBLE
from journeydesk.domain.rules.usage import USAGE_SPIKE
from journeydesk.domain.rules.weekly import WEEKLY_FORECAST, WEEKLY_PMF, WEEKLY_SATISFACTION, WEEKLY_USAGE
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import end_of, moment_text, start_of

Facts = ProspectFacts | TeamFacts


@dataclass(frozen=True)
class World:
    """The moment at which a rule is asked, and the team's settings."""

    now: datetime
    rules: TeamSettings

    def ago(self, **span: float) -> str:
        """The stored moment so long before."""
        return moment_text(self.now - timedelta(**span))

    def event(self, name: str, kind: str, at: str, stage: str | None = None, **metadata: Any) -> Event:
        """An event of the log."""
        return Event(name, kind, stage, None, at, at, "test", json.dumps(metadata) if metadata else None)

    def prospect(self, *log: Event, **facts: Any) -> ProspectFacts:
        """An application of yesterday."""
        base = ProspectFacts("BETA-1", "Acme", "New", fold(self.rules, log), applied_on=self.ago(days=1))
        return replace(base, usage_until=self.yesterday, **facts)

    def customer(self, **facts: Any) -> ProspectFacts:
        """An active customer."""
        return self.prospect(**({"status": "Active", "customer_status": "CUSTOMER", "applied_on": self.ago(days=90)} | facts))

    @property
    def yesterday(self) -> Any:
        """The last whole day of the team."""
        return self.now.astimezone(self.rules.time_zone).date() - timedelta(days=1)

    def use(self, *calls: int, errors: float = 0.0) -> tuple[UsageDay, ...]:
        """Days of use up to yesterday."""
        first = self.yesterday - timedelta(days=len(calls) - 1)
        return tuple(UsageDay(first + timedelta(days=n), count, errors) for n, count in enumerate(calls))

    def team(self, counts: Callable[[int], DayCount] = lambda _: DayCount(5, 5), **facts: Any) -> TeamFacts:
        """The team's figures; `counts` says what came in so many days ago."""
        today = self.yesterday + timedelta(days=1)
        days = {today - timedelta(days=n): counts(n) for n in range(1, 36)}
        zone = self.rules.time_zone
        sunday = self.yesterday - timedelta(days=(self.yesterday.weekday() + 1) % 7)
        week = WeekCount(f"{sunday:%G-W%V}", end_of(sunday, zone))
        base = TeamFacts(today, days, week, today - timedelta(days=100), f"{today:%Y-%m}", start_of(today.replace(day=1), zone))
        return replace(base, **facts)


def had(*pairs: tuple[str, str], **payloads: str) -> dict[str, tuple[Occurrence, ...]]:
    """Happenings by kind, in order."""
    found: dict[str, list[Occurrence]] = {}
    for kind, at in sorted(pairs, key=lambda pair: pair[1]):
        found.setdefault(kind, []).append(Occurrence(f"{kind} {at}", at, payloads.get(kind)))
    return {kind: tuple(ones) for kind, ones in found.items()}


def week(world: World, **counts: Any) -> TeamFacts:
    """The team's last week."""
    facts = world.team()
    return replace(facts, week=replace(facts.week, **counts))


Make = Callable[[World], Facts]


@dataclass(frozen=True)
class Scenario:
    """One rule. `late` is `fires` with something more that came late and is no answer to it."""

    rule: str
    fires: Make
    nearly: Make
    clears: Make
    late: Make


def _click(world: World, stage: str, *more: Event) -> ProspectFacts:
    return world.prospect(world.event("E1", "cta_clicked", world.ago(hours=1), stage, points=5), *more)


def _moved(world: World, stage: str) -> Event:
    return world.event("E0", "stage_set", world.ago(hours=2), stage, journey="Engagement")


def _silent(world: World, **facts: Any) -> ProspectFacts:
    return world.prospect(touches=(Touch("INT 1", "Call", world.ago(days=7), "No answer"),), **facts)


def _resting(world: World, days: int = 30, **facts: Any) -> ProspectFacts:
    made = world.event("E1", "stage_set", world.ago(days=days), "New Application", journey="Deal")
    return world.prospect(made, **facts)


STEADY = (100,) * 14
FALLEN = (*(100,) * 7, *(40,) * 7)
RISEN = (*(100,) * 7, *(250,) * 7)
PAID = "payment_succeeded"

SCENARIOS = (
    Scenario(
        STAGE_SKIP,
        lambda w: _click(w, "3"),
        lambda w: _click(w, "2"),
        lambda w: _click(w, "3", _moved(w, "3")),
        lambda w: _click(w, "3", w.event("E0", "login", w.ago(days=2))),
    ),
    Scenario(
        BIG_JUMP,
        lambda w: _click(w, "5"),
        lambda w: _click(w, "4"),
        lambda w: _click(w, "5", _moved(w, "4")),
        lambda w: _click(w, "5", w.event("E0", "login", w.ago(days=2))),
    ),
    Scenario(
        HOT_APPLICATION,
        lambda w: w.prospect(score=46),
        lambda w: w.prospect(score=45),
        lambda w: w.prospect(score=46, status="Accepted"),
        lambda w: w.prospect(score=46, occurrences=had(("email_sent", w.ago(days=2)))),
    ),
    Scenario(
        AUTO_ASSIGNED,
        lambda w: w.prospect(score=41, assigned="Priya Raghunath"),
        lambda w: w.prospect(score=41, owner="Priya Raghunath"),
        lambda w: w.prospect(score=41),
        lambda w: w.prospect(score=42, assigned="Priya Raghunath"),
    ),
    Scenario(
        FORTUNE_500,
        lambda w: w.prospect(company="Walmart Inc."),
        lambda w: w.prospect(company="Walmarket"),
        lambda w: w.prospect(company="Walmart Inc.", status="Rejected"),
        lambda w: w.prospect(company="WALMART", occurrences=had(("email_sent", w.ago(days=2)))),
    ),
    Scenario(
        INTEGRATION_TROUBLE,
        lambda w: w.prospect(occurrences=had(("scenario_failed", w.ago(hours=3)))),
        lambda w: w.prospect(occurrences=had(("scenario_failed", w.ago(hours=3)), ("scenario_succeeded", w.ago(hours=2)))),
        lambda w: w.prospect(occurrences=had(("scenario_failed", w.ago(hours=3)), ("scenario_succeeded", w.ago(hours=1)))),
        lambda w: w.prospect(occurrences=had(("scenario_failed", w.ago(hours=3)), ("scenario_succeeded", w.ago(hours=9)))),
    ),
    Scenario(
        CHURN_RISK,
        lambda w: w.customer(usage=w.use(*FALLEN)),
        lambda w: w.customer(usage=w.use(*(100,) * 7, *(51,) * 7)),
        lambda w: w.customer(usage=w.use(*STEADY)),
        lambda w: w.customer(usage=w.use(*FALLEN), answers=(Answer("SUR-1", w.yesterday - timedelta(days=40), 9),)),
    ),
    Scenario(
        USAGE_SPIKE,
        lambda w: w.customer(usage=w.use(*RISEN)),
        lambda w: w.customer(usage=w.use(*(100,) * 7, *(199,) * 7)),
        lambda w: w.customer(usage=w.use(*(250,) * 14)),
        lambda w: w.customer(usage=w.use(*(100,) * 7, *(251,) * 7)),
    ),
    Scenario(
        NO_ANSWER,
        _silent,
        lambda w: w.prospect(touches=(Touch("INT 1", "Call", w.ago(days=6, hours=23), "No answer"),)),
        lambda w: _silent(w, occurrences=had(("email_replied", w.ago(days=1)))),
        lambda w: _silent(w, occurrences=had(("email_replied", w.ago(days=9)))),
    ),
    Scenario(
        UNANSWERED_APPLICATION,
        lambda w: w.prospect(applied_on=w.ago(hours=48)),
        lambda w: w.prospect(applied_on=w.ago(hours=47)),
        lambda w: w.prospect(applied_on=w.ago(hours=48), touches=(Touch("INT 1", "Call", w.ago(hours=1), None),)),
        lambda w: w.prospect(applied_on=w.ago(hours=48), occurrences=had(("cta_clicked", w.ago(hours=60)))),
    ),
    Scenario(
        ACCESS_LATE,
        lambda w: w.prospect(occurrences=had((PAID, w.ago(minutes=10)))),
        lambda w: w.prospect(occurrences=had((PAID, w.ago(minutes=9)))),
        lambda w: w.prospect(occurrences=had((PAID, w.ago(minutes=10)), ("access_granted", w.ago(minutes=2)))),
        lambda w: w.prospect(occurrences=had((PAID, w.ago(minutes=10)), (PAID, w.ago(minutes=1)))),
    ),
    Scenario(
        PAYMENT_DROP_OFF,
        lambda w: w.prospect(occurrences=had(("assessment_completed", w.ago(hours=1)), ("upgrade_intent", w.ago(minutes=5)))),
        lambda w: w.prospect(occurrences=had(("assessment_completed", w.ago(hours=1)), ("upgrade_intent", w.ago(minutes=4)))),
        lambda w: w.prospect(
            occurrences=had(
                ("assessment_completed", w.ago(hours=1)), ("upgrade_intent", w.ago(minutes=5)), (PAID, w.ago(minutes=3))
            )
        ),
        lambda w: w.prospect(
            occurrences=had(
                ("assessment_completed", w.ago(hours=1)), ("upgrade_intent", w.ago(minutes=5)), (PAID, w.ago(hours=3))
            )
        ),
    ),
    Scenario(
        ASSET_TROUBLE,
        lambda w: w.prospect(occurrences=had(("content_generated", w.ago(minutes=30)))),
        lambda w: w.prospect(occurrences=had(("content_generated", w.ago(minutes=29)))),
        lambda w: w.prospect(
            occurrences=had(("content_generated", w.ago(minutes=30))),
            assets=(AssetFact("AST-1", w.ago(minutes=20), (("Business case", "whole " * 20),)),),
        ),
        lambda w: w.prospect(occurrences=had(("content_generated", w.ago(minutes=30)), ("login", w.ago(hours=9)))),
    ),
    Scenario(
        DAILY_APPLICATIONS,
        lambda w: w.team(lambda n: DayCount(2 if n == 1 else 5, 5)),
        lambda w: w.team(lambda n: DayCount(3 if n == 1 else 5, 5)),
        lambda w: w.team(lambda n: DayCount(5, 5)),
        lambda w: w.team(lambda n: DayCount(1 if n == 1 else 6, 5)),
    ),
    Scenario(
        DAILY_CONVERSION,
        lambda w: w.team(lambda n: DayCount(10, 0 if n < 8 else 10)),
        lambda w: w.team(lambda n: DayCount(10, 1)),
        lambda w: w.team(lambda n: DayCount(10, 2)),
        lambda w: w.team(lambda n: DayCount(11 if n == 3 else 10, 0 if n < 8 else 10)),
    ),
    Scenario(
        DAILY_SUPPORT,
        lambda w: w.team(lambda n: DayCount(5, 5, 9 if n == 1 else 1)),
        lambda w: w.team(lambda n: DayCount(5, 5, 2 if n == 1 else 0)),
        lambda w: w.team(lambda n: DayCount(5, 5, 1)),
        lambda w: w.team(lambda n: DayCount(5, 5, 10 if n == 1 else 1)),
    ),
    Scenario(
        WEEKLY_USAGE,
        lambda w: week(w, customers=10, active=7),
        lambda w: week(w, customers=10, active=8),
        lambda w: week(w, customers=10, active=9),
        lambda w: week(w, customers=11, active=8),
    ),
    Scenario(
        WEEKLY_PMF,
        lambda w: week(w, pmf_sent=10, pmf_answered=3),
        lambda w: week(w, pmf_sent=10, pmf_answered=4),
        lambda w: week(w, pmf_sent=10, pmf_answered=6),
        lambda w: week(w, pmf_sent=11, pmf_answered=4),
    ),
    Scenario(
        WEEKLY_SATISFACTION,
        lambda w: week(w, satisfaction_sum=79, satisfaction_count=10),
        lambda w: week(w, satisfaction_sum=80, satisfaction_count=10),
        lambda w: week(w, satisfaction_sum=95, satisfaction_count=11),
        lambda w: week(w, satisfaction_sum=87, satisfaction_count=11),
    ),
    Scenario(
        WEEKLY_FORECAST,
        lambda w: w.team(forecast=2_499.0),
        lambda w: w.team(forecast=2_500.0),
        lambda w: w.team(forecast=3_000.0),
        lambda w: w.team(forecast=2_450.0),
    ),
    Scenario(
        ROTTING,
        _resting,
        lambda w: _resting(w, days=5),
        lambda w: _resting(w, follow_up=w.yesterday + timedelta(days=4)),
        lambda w: _resting(w, touches=(Touch("INT 1", "Call", w.ago(days=40), None),)),
    ),
)

TROUBLE_OF_THE_TEAM = Scenario(
    INTEGRATION_TROUBLE,
    lambda w: w.team(checks=(Check("Stripe", w.ago(hours=3), False, "No answer"),)),
    lambda w: w.team(checks=(Check("Stripe", w.ago(hours=3), True, ""),)),
    lambda w: w.team(checks=(Check("Stripe", w.ago(hours=3), False, ""), Check("Stripe", w.ago(hours=1), True, ""))),
    lambda w: w.team(checks=(Check("Stripe", w.ago(hours=9), True, ""), Check("Stripe", w.ago(hours=3), False, ""))),
)
"""The rule that looks at prospects and at the team, as the team's."""
