"""Asset trouble: content was reported as made and is not in the base, or it is odd (docs/rules.md, "Alert rules")."""

import re

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine, Recommendation
from journeydesk.domain.rules.facts import AssetFact, ProspectFacts
from journeydesk.domain.rules.rule import NOTHING, Rule, Verdict, draft, waited
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import whole
from journeydesk.domain.time import later
from journeydesk.domain.words import noted, tr

ASSET_TROUBLE = "asset trouble"

ASSET_MINUTES = whole("alerts.asset_minutes", 1, 10_080, tr("Made content is missing for"), tr("minutes"))
ASSET_LEAST = whole("alerts.asset_least", 1, 10_000, tr("A text is odd below"), tr("characters"))

_PLACEHOLDER = re.compile(
    r"\{\{|\}\}|\$\{|<%|\blorem ipsum\b|\bundefined\b|\bTODO\b|\bTBD\b|\[(?:company|name|insert)[^\]]*\]|\{[a-z_]+\}",
    re.IGNORECASE,
)
_LOOKS_BACK_DAYS = 7


def oddness(text: str, least: int) -> str:
    """What is odd about a text, in words; empty where nothing is."""
    bare = text.strip()
    if len(bare) < least:
        return noted("only {count} characters", count=len(bare))
    match = _PLACEHOLDER.search(bare)
    return noted("the placeholder “{text}” was not filled in", text=match[0][:40]) if match else ""


def _find(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    if not facts.is_open:
        return NOTHING
    odd = [alert for asset in facts.assets if (alert := _odd(facts, settings, asset)) is not None]
    missing = _missing(facts, settings, now)
    return Verdict((*odd, *missing.alerts), missing.recheck_at)


def _odd(facts: ProspectFacts, settings: TeamSettings, asset: AssetFact) -> AlertDraft | None:
    wrong = [(name, what) for name, text in asset.texts if (what := oddness(text, settings.alerts[ASSET_LEAST]))]
    if not wrong or not asset.at:
        return None
    lines = [EvidenceLine(noted("{name}: {what}", name=name, what=what), asset.at) for name, what in wrong]
    headline = noted("{company}: a text made for them is odd", company=facts.company)
    return draft(settings, ASSET_TROUBLE, "High", facts.key, asset.key, asset.at, headline, lines[0].text, lines)


def _missing(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    made = [event for event in facts.of("content_generated") if later(event.at, days=_LOOKS_BACK_DAYS) > now]
    if not made or facts.assets:
        return NOTHING
    first, minutes = made[0], settings.alerts[ASSET_MINUTES]
    due = later(first.at, minutes=minutes)
    headline = noted("{company}: content was made and is not there", company=facts.company)
    reason = noted("No text in the base {minutes} minutes after it was made", minutes=minutes)
    lines = (EvidenceLine(noted("Content generated"), first.at), EvidenceLine(noted("No text in Customer Assets since")))
    return waited(now, due, lambda: draft(settings, ASSET_TROUBLE, "High", facts.key, first.id, due, headline, reason, lines))


RULES = (
    Rule(
        ASSET_TROUBLE,
        "High",
        Recommendation(tr("Look at the texts"), tr("Open the planning review: use a template, or have it made again."), "open"),
        lambda s: tr(
            "Content was reported as made and is not there after {minutes} minutes, or a text has a placeholder or fewer than {least} "
            "characters.",
            minutes=s.alerts[ASSET_MINUTES],
            least=s.alerts[ASSET_LEAST],
        ),
        tr("the text is there and whole"),
        tr("what is missing or odd"),
        (ASSET_MINUTES, ASSET_LEAST),
        _find,
        by="time",
    ),
)
