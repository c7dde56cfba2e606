"""What each event type means in words (docs/rules.md, "Event types")."""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "application_received": "An application arrives",
        "application_reviewed": "An application is reviewed",
        "application_accepted": "An application is accepted",
        "application_rejected": "An application is rejected",
        "beta_activated": "The beta is activated",
        "demo_requested": "They ask for a demo",
        "documentation_viewed": "They read the documentation",
        "api_key_created": "They make an API key",
        "first_api_call": "Their first API call",
        "support_ticket": "They open a support ticket",
        "cta_clicked": "They click a CTA",
        "link_clicked": "They click a link",
        "page_viewed": "They view a page",
        "email_opened": "They open an e-mail",
        "email_sent": "We send an e-mail",
        "email_replied": "They answer an e-mail",
        "form_submitted": "They send a form",
        "inquiry_submitted": "They send an inquiry",
        "gate_viewed": "They see a gated page",
        "gate_submitted": "They pass a gate",
        "upgrade_intent": "They look at an upgrade",
        "cart_abandoned": "They leave a cart",
        "purchase_made": "They buy",
        "checkout_completed": "They complete a checkout",
        "payment_succeeded": "A payment succeeds",
        "payment_failed": "A payment fails",
        "review_left": "They leave a review",
        "referral_made": "They refer somebody",
        "assessment_started": "They start the assessment",
        "assessment_completed": "They complete the assessment",
        "scenario_started": "An automation scenario starts",
        "scenario_succeeded": "An automation scenario succeeds",
        "scenario_failed": "An automation scenario fails",
        "content_generated": "Content is made",
        "content_failed": "Making content fails",
        "record_stored": "A record is stored",
        "access_granted": "Access is granted",
        "login": "They log in",
    }
)


def words_of(event: str) -> str:
    """What the event means; its own name made readable where this version does not know it."""
    return WORDS.get(event, event.replace("_", " ").capitalize())
