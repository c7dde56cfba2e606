"""What each event type means in words (docs/rules.md, "Event types")."""

from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.words import tr

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "application_received": tr("An application arrives"),
        "application_reviewed": tr("An application is reviewed"),
        "application_accepted": tr("An application is accepted"),
        "application_rejected": tr("An application is rejected"),
        "beta_activated": tr("The beta is activated"),
        "demo_requested": tr("They ask for a demo"),
        "documentation_viewed": tr("They read the documentation"),
        "api_key_created": tr("They make an API key"),
        "first_api_call": tr("Their first API call"),
        "support_ticket": tr("They open a support ticket"),
        "cta_clicked": tr("They click a CTA"),
        "link_clicked": tr("They click a link"),
        "page_viewed": tr("They view a page"),
        "email_opened": tr("They open an e-mail"),
        "email_sent": tr("We send an e-mail"),
        "email_replied": tr("They answer an e-mail"),
        "form_submitted": tr("They send a form"),
        "inquiry_submitted": tr("They send an inquiry"),
        "gate_viewed": tr("They see a gated page"),
        "gate_submitted": tr("They pass a gate"),
        "upgrade_intent": tr("They look at an upgrade"),
        "cart_abandoned": tr("They leave a cart"),
        "purchase_made": tr("They buy"),
        "checkout_completed": tr("They complete a checkout"),
        "payment_succeeded": tr("A payment succeeds"),
        "payment_failed": tr("A payment fails"),
        "review_left": tr("They leave a review"),
        "referral_made": tr("They refer somebody"),
        "assessment_started": tr("They start the assessment"),
        "assessment_completed": tr("They complete the assessment"),
        "scenario_started": tr("An automation scenario starts"),
        "scenario_succeeded": tr("An automation scenario succeeds"),
        "scenario_failed": tr("An automation scenario fails"),
        "content_generated": tr("Content is made"),
        "content_failed": tr("Making content fails"),
        "record_stored": tr("A record is stored"),
        "access_granted": tr("Access is granted"),
        "login": tr("They log in"),
    }
)


def words_of(event: str) -> str:
    """What the event means; its own name made readable where this version does not know it."""
    return WORDS.get(event, event.replace("_", " ").capitalize())
