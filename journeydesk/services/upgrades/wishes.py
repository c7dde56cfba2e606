"""“Talk to sales”: the wish for a higher tier, kept as an inquiry with a task for whoever owns the prospect. Works offline."""

import json

from journeydesk.domain.automation.plan import due
from journeydesk.domain.catalogue import TIERS
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId, uuid7
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.sharing import is_shared
from journeydesk.domain.upgrades.tiers import NEEDING
from journeydesk.domain.words import noted, tr
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.storage.facts.events import add_event, next_moment

SALES = "sales"
"""How an `upgrade_intent` says that somebody wants to talk, and has begun no payment."""


def note_wish(context: Context, prospect: RecordId, tier: str, thing: str = "") -> str:
    """Notes that a prospect wants a tier and would talk about it: an inquiry, the intent, and a task for today. One step to undo; the
    sentence of what was done. Raises UserError where the prospect is gone, or there is no such tier."""
    if tier not in TIERS:
        raise UserError(tr("There is no tier “{tier}”. Use one of {tiers}.", tier=tier, tiers=", ".join(TIERS)))
    needed = noted("{thing} needs it", thing=NEEDING[thing]) if thing in NEEDING else ""
    with start_action(context, "") as action:
        label = action.living(prospect)
        action.label = tr("Noted that {name} wants {tier}", name=label.name, tier=tier)
        now = next_moment(action.connection, prospect, context.now())
        metadata = {"tier": tier, "thing": thing, "way": SALES, "page": "upgrade"}
        payload = json.dumps({name: value for name, value in metadata.items() if value}, sort_keys=True)
        for kind, cta in (("inquiry_submitted", noted("Talk to sales")), ("upgrade_intent", None)):
            event = Event(f"EVT-{uuid7()}", kind, None, cta, now, now, context.actor, payload)
            shared = int(is_shared(context.settings, kind))
            record = add_event(action.connection, prospect, event, action.author, shared)
            if record is not None:
                action.inserted("events", record)
        owner = label.owner or context.actor
        title = noted("Talk about {tier} with {name}", tier=tier, name=label.contact_name or label.name)
        action.insert(
            "tasks",
            {
                "key": f"TSK-{uuid7()}",
                "prospect": prospect,
                "title": f"{title} ({needed})" if needed else title,
                "kind": "Follow-up",
                "due": due(context.settings, context.now(), 0),
                "owner": owner,
                "origin": "by hand",
            },
        )
        action.prospects.add(prospect)
        action.kinds |= {"alerts", "positions"}
        evaluate_within(context, action.connection, [prospect])
    return tr("Noted as an inquiry; {owner} has a task for today", owner=owner)
