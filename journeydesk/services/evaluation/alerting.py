"""From what the rules say to the inbox: raise once, clear with the cause, end a snooze whose event came, gather what comes too late.

A rule of time that finds causes older than the catch-up limit was not running when they came due. More than a few of them become
one digest, so that a week of absence is one line and not a flood (docs/rules.md, "Digests").
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine
from journeydesk.domain.alerts.snooze import has_happened
from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.registry import BY_NAME, PROSPECT_RULES, TEAM_RULES
from journeydesk.domain.rules.rule import TEAM, draft
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import later
from journeydesk.domain.words import noted
from journeydesk.storage.alerts import lifecycle as alert_life
from journeydesk.storage.alerts.inbox import raise_alerts
from journeydesk.storage.alerts.lifecycle import StandingAlert
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import Author

_TIMED = frozenset(rule.name for rule in PROSPECT_RULES if rule.by == "time")
_GATHERED = frozenset(rule.name for rule in PROSPECT_RULES if rule.gathers)
_OF_TEAM = frozenset(rule.name for rule in TEAM_RULES)
_LISTED = 20
_MEMBERS_AT_ONCE = 200

Findings = Mapping[RecordId, tuple[ProspectFacts, Sequence[AlertDraft]]]


@dataclass
class Alerting:
    """One evaluation's alerts, batch by batch; `finish` raises what was gathered."""

    settings: TeamSettings
    author: Author
    raised: int = 0
    _late: dict[str, list[tuple[RecordId, AlertDraft, str]]] = field(default_factory=lambda: defaultdict(list))
    _members: list[tuple[RecordId, RecordId, str]] = field(default_factory=list)
    _shrunk: set[RecordId] = field(default_factory=set)
    _elsewhere: dict[str, str] | None = None

    def settle(self, connection: Connection, findings: Findings) -> None:
        """Brings the inbox in line with what the rules found for a batch of prospects."""
        standing = alert_life.standing(connection, list(findings))
        ids: dict[RecordId | None, set[str]] = {
            record: {alert.id for alert in drafts} for record, (_, drafts) in findings.items()
        }
        self._clear(connection, standing, ids, {record: facts.muted for record, (facts, _) in findings.items()})
        self._wake(connection, standing, findings)
        drafts = [(record, alert, facts.company) for record, (facts, drafts) in findings.items() for alert in drafts]
        gathered = self._still_gathered(connection, list(findings), frozenset(alert.id for _, alert, _ in drafts))
        known = alert_life.known_keys(connection, (alert.id for _, alert, _ in drafts))
        self._raise(connection, [(record, alert) for record, alert, _ in drafts if alert.id in known])
        self.take(connection, [line for line in drafts if line[1].id not in known and line[1].id not in gathered])

    def take(self, connection: Connection, drafts: Sequence[tuple[RecordId, AlertDraft, str]]) -> None:
        """Raises those that are neither there nor in a digest, or gathers them; each with its prospect and that one's name."""
        now = self.author.at
        at_once: list[tuple[RecordId | None, AlertDraft]] = []
        too_late = later(now, hours=-self.settings.alerts.catch_up_hours)
        for record, alert, company in drafts:
            if alert.expires_at <= now or self._notified_elsewhere(connection, alert):
                # It would be born expired, or somebody was notified of it already.
                continue
            if alert.rule in _GATHERED or (alert.rule in _TIMED and alert.raised_at < too_late):
                self._late[alert.rule].append((record, alert, company))
            else:
                at_once.append((record, alert))
        self._raise(connection, at_once)

    def settle_team(self, connection: Connection, drafts: Sequence[AlertDraft]) -> None:
        """The same for the team's own alerts."""
        ids = {alert.id for alert in drafts}
        standing = [alert for alert in alert_life.standing(connection, None) if alert.rule in _OF_TEAM]
        self._clear(connection, standing, {None: ids}, {})
        self._raise(connection, [(None, alert) for alert in drafts if alert.expires_at > self.author.at])

    def finish(self, connection: Connection) -> int:
        """Raises what came too late, one digest per rule; returns how many alerts were raised in all."""
        self.raise_late(connection)
        while self.add_members(connection):
            pass
        return self.end(connection)

    def raise_late(self, connection: Connection) -> None:
        """Raises what came too late, one digest per rule; its members are added by `add_members`. Those that a kill leaves out are found
        late again, and join the digest of the day."""
        for rule, late in self._late.items():
            if len(late) > self.settings.alerts.group_above:
                self._digest(connection, rule, late)
            else:
                self._raise(connection, [(record, alert) for record, alert, _ in late])
        self._late.clear()

    def add_members(self, connection: Connection) -> bool:
        """Adds as many members to their digests as a save can wait for; whether some are left. One that was raised by itself meanwhile,
        for somebody changed its prospect, joins none."""
        some = self._members[:_MEMBERS_AT_ONCE]
        del self._members[:_MEMBERS_AT_ONCE]
        known = alert_life.known_keys(connection, (key for _, _, key in some))
        alert_life.add_members(connection, [member for member in some if member[2] not in known])
        return bool(self._members)

    def end(self, connection: Connection) -> int:
        """Clears the digests that nothing is in any more; returns how many alerts were raised in all."""
        empty = alert_life.emptied(connection, self._shrunk)
        alert_life.clear(connection, dict.fromkeys(empty, noted("all of its causes are gone")), self.author)
        self._shrunk.clear()
        return self.raised

    def _raise(self, connection: Connection, drafts: Sequence[tuple[RecordId | None, AlertDraft]]) -> None:
        if drafts:
            self.raised += len(raise_alerts(connection, drafts, self.author))

    def _clear(
        self,
        connection: Connection,
        standing: Iterable[StandingAlert],
        ids: Mapping[RecordId | None, set[str]],
        muted: Mapping[RecordId | None, frozenset[str]],
    ) -> None:
        gone: dict[RecordId, str] = {}
        back: list[RecordId] = []
        for alert in standing:
            stands = alert.key in ids[alert.prospect]
            if alert.cleared and stands and alert.expires_at > self.author.at:
                back.append(alert.id)
            elif not alert.cleared and not stands and alert.seen_here:
                words = self._why_gone(alert.rule, muted.get(alert.prospect, frozenset()))
                if words:
                    gone[alert.id] = words
        alert_life.clear(connection, gone, self.author)
        alert_life.wake(connection, back, self.author)

    def _why_gone(self, name: str, muted: frozenset[str]) -> str | None:
        rule = BY_NAME.get(name)
        if rule is None:
            return None
        if name in muted:
            return noted("the rule is muted for this prospect")
        if name not in self.settings.alerts.on:
            return noted("the rule is off")
        return noted("its cause is gone") if rule.clears_itself else None

    def _wake(self, connection: Connection, standing: Iterable[StandingAlert], findings: Findings) -> None:
        awake: dict[RecordId, str] = {}
        for alert in standing:
            if alert.snoozed_for and alert.snoozed_at and alert.prospect is not None and not alert.cleared:
                words = has_happened(alert.snoozed_for, alert.snoozed_at, findings[alert.prospect][0])
                if words:
                    awake[alert.id] = words
        alert_life.end_snooze(connection, awake, self.author)

    def _still_gathered(
        self, connection: Connection, prospects: Sequence[RecordId], standing: frozenset[str]
    ) -> frozenset[str]:
        members = alert_life.members(connection, prospects)
        gone = [key for key in members if key not in standing]
        if gone:
            alert_life.drop_members(connection, gone)
            self._shrunk |= {members[key] for key in gone}
        return standing & members.keys()

    def _notified_elsewhere(self, connection: Connection, alert: AlertDraft) -> bool:
        """Whether another machine's digest speaks of it: it was due well before that was raised."""
        if alert.rule not in _TIMED:
            return False
        if self._elsewhere is None:
            since = later(self.author.at, days=-self.settings.alerts.expire_after_days)
            self._elsewhere = alert_life.digests(connection, _TIMED, since)
        digest = self._elsewhere.get(alert.rule)
        before = 0 if alert.rule in _GATHERED else self.settings.alerts.catch_up_hours
        return digest is not None and alert.raised_at < later(digest, hours=-before)

    def _digest(self, connection: Connection, rule: str, late: Sequence[tuple[RecordId, AlertDraft, str]]) -> None:
        late = sorted(late, key=lambda item: (item[1].raised_at, item[1].id))
        lines = [EvidenceLine(company, alert.raised_at) for _, alert, company in late[-_LISTED:]]
        if len(late) > _LISTED:
            lines.insert(0, EvidenceLine(noted("and {count} before these", count=f"{len(late) - _LISTED:,}")))
        day = self.author.at[:10]
        first = late[0][1]
        digest = draft(
            self.settings,
            rule,
            BY_NAME[rule].priority,
            TEAM,
            f"digest {day}",
            self.author.at,
            noted("{count} prospects: {rule}", count=f"{len(late):,}", rule=rule)
            + ("" if rule in _GATHERED else noted(", while nobody was looking")),
            noted("{count} since {raised_at}", count=f"{len(late):,}", raised_at=first.raised_at[:10]),
            lines,
        )
        raised = raise_alerts(connection, [(None, digest)], self.author)
        self.raised += len(raised)
        record = raised[0] if raised else alert_life.alert_with_key(connection, digest.id)
        if record is not None:
            self._members += sorted((prospect, record, alert.id) for prospect, alert, _ in late)
