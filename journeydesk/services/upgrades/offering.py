"""What is offered to a prospect: the tiers side by side, what it has and needs, and the payment link as it stands."""

from collections.abc import Mapping

from journeydesk.config import Connections
from journeydesk.domain.automation.names import TIER
from journeydesk.domain.catalogue import TIERS
from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import Money, exponent, sign
from journeydesk.domain.upgrades.links import EXPIRED, FAILED, MAKING, NOT_MADE, OPEN, PAID, REPLACED, UNPAID
from journeydesk.domain.upgrades.tiers import NEEDING, Feature, Tier, is_below, next_above
from journeydesk.domain.words import figure, named, noted, priced, tr
from journeydesk.services.context import Context
from journeydesk.services.sync.working_offline import works_offline
from journeydesk.services.upgrades.key import is_set_up
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists.roadmap import usage_since
from journeydesk.storage.payments import checkout_links
from journeydesk.storage.payments.checkout_links import PaymentLink as PaymentLink
from journeydesk.storage.records import records

STATES: Mapping[str, str] = {
    MAKING: noted("being looked up"),
    OPEN: noted("open"),
    UNPAID: noted("slow payment"),
    PAID: noted("paid"),
    FAILED: noted("payment failed"),
    EXPIRED: noted("expired"),
    REPLACED: noted("replaced"),
    NOT_MADE: noted("not made"),
}
"""What people call the states of a link."""


@dataclass(frozen=True, slots=True)
class TierOffer:
    """A tier beside the others. `features` has each line's name with what this tier holds of it; `more` what it costs above the one that
    the prospect has, where both cost in one currency as often."""

    name: str
    costs: Money | None
    every: str
    more: Money | None
    has_it: bool
    is_offered: bool
    features: tuple[tuple[str, str | bool], ...]


@dataclass(frozen=True, slots=True)
class UpgradeOffer:
    """What the dialog shows of one prospect. `tier` is the one that it has (empty where none), `offered` the one to sell; `thing` what
    needs that, as people call it. `why_no_link` says why none can be made; `grants` whether a payment grants the tier by itself."""

    prospect: RecordId
    company: str
    contact: str
    email: str
    owner: str
    tier: str
    offered: str
    thing: str
    used: int | None
    limit: int | None
    tiers: tuple[TierOffer, ...]
    link: PaymentLink | None
    why_no_link: str
    grants: bool

    @property
    def name(self) -> str:
        """The company, else the person."""
        return self.company or self.contact

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to upgrade to."""
        return is_below(self.tier, self.offered)


def upgrade_offer(
    context: Context, known: Connections, prospect: RecordId, thing: str = "", tier: str = ""
) -> UpgradeOffer | None:
    """What to show; None where the prospect is gone. `thing` is a key of `NEEDING` that is locked, `tier` one that a person chose."""
    settings = context.settings.upgrades
    with context.database.read() as connection:
        row = records.get(connection, "prospects", prospect)
        if row is None or row["deleted"]:
            return None
        has = str(row["tier"] or "")
        offered = tier or settings.needs.get(thing) or next_above(has)
        links = checkout_links.of_prospect(connection, prospect, offered)
        used, limit = _use(context, connection, prospect, has)
    link = links[0] if links else None
    return UpgradeOffer(
        prospect=prospect,
        company=str(row["company"] or ""),
        contact=str(row["contact_name"] or row["key"]),
        email=str(row["email"] or ""),
        owner=str(row["owner"] or ""),
        tier=has,
        offered=offered,
        thing=named(NEEDING[thing]) if thing in NEEDING else "",
        used=used,
        limit=limit,
        tiers=tuple(_offer(settings.tiers[name], settings.features, settings.tiers.get(has), has, offered) for name in TIERS),
        link=link,
        why_no_link=_why_no_link(context, known, has, offered, link),
        grants=TIER in context.settings.automation.on,
    )


def newest_links(context: Context, most: int = 50) -> list[PaymentLink]:
    """The links made last, of everybody."""
    with context.database.read() as connection:
        return checkout_links.newest(connection, most)


def needed_for(context: Context, prospect: RecordId, thing: str) -> str:
    """The tier that a thing needs where the prospect's is below it; empty where it may be used."""
    needed = context.settings.upgrades.needs.get(thing, "")
    if not needed:
        return ""
    with context.database.read() as connection:
        row = records.get(connection, "prospects", prospect)
    return needed if row is not None and is_below(str(row["tier"] or ""), needed) else ""


def refuse_locked(context: Context, prospect: RecordId, thing: str) -> None:
    """Raises UserError where a thing needs a higher tier than the prospect has."""
    needed = needed_for(context, prospect, thing)
    if needed:
        raise UserError(
            tr("“{thing}” needs {tier}. Offer it with: journeydesk upgrade", thing=named(NEEDING[thing]), tier=needed)
        )


def price_words(money: Money) -> str:
    """What a tier costs, without decimals that say nothing: €640, €9.50."""
    whole = money.minor % 10 ** exponent(money.currency) == 0
    return priced(sign(money.currency), figure(money.major, 0 if whole else exponent(money.currency)))


def headline(offer: UpgradeOffer) -> tuple[str, str]:
    """What is needed, and how the prospect stands."""
    if offer.thing and offer.is_needed:
        strong = tr("“{thing}” needs {tier}.", thing=offer.thing, tier=offer.offered)
    elif offer.is_needed:
        strong = tr("{tier} is the next tier.", tier=offer.offered)
    else:
        strong = tr("They have the highest tier.")
    if not offer.tier:
        return strong, tr("{name} has no tier yet.", name=offer.name)
    if offer.used is None:
        return strong, tr("{name} has {tier}.", name=offer.name, tier=offer.tier)
    if offer.limit is None:
        used = figure(offer.used)
        return strong, tr("{name} has {tier} and used {used} calls this month.", name=offer.name, tier=offer.tier, used=used)
    return strong, tr(
        "{name} has {tier} and used {used} of {limit} calls this month.",
        name=offer.name,
        tier=offer.tier,
        used=figure(offer.used),
        limit=figure(offer.limit),
    )


def held_words(value: str | bool) -> str:
    """What a tier holds of a line."""
    return value if isinstance(value, str) else tr("included") if value else tr("not included")


def _offer(tier: Tier, features: tuple[Feature, ...], had: Tier | None, has: str, offered: str) -> TierOffer:
    more = None
    if had is not None and tier.name == offered and tier.name != has and had.costs.minor and tier.costs.minor:
        alike = had.costs.currency == tier.costs.currency and had.every == tier.every and tier.costs.minor > had.costs.minor
        more = Money(tier.costs.minor - had.costs.minor, tier.costs.currency) if alike else None
    return TierOffer(
        name=tier.name,
        costs=tier.costs if tier.costs.minor else None,
        every=tier.every,
        more=more,
        has_it=tier.name == has,
        is_offered=tier.name == offered and tier.name != has,
        features=tuple((feature.name, feature.values[tier.name]) for feature in features),
    )


def _use(context: Context, connection: Connection, prospect: RecordId, tier: str) -> tuple[int | None, int | None]:
    """The calls of this month, and how many the tier holds; None where no line of the comparison counts them."""
    counting = next((feature for feature in context.settings.upgrades.features if feature.counts == "calls"), None)
    if counting is None or not tier:
        return None, None
    first = context.today().replace(day=1).isoformat()
    return sum(row.calls for row in usage_since(connection, prospect, first)), counting.limit(tier)


def _why_no_link(context: Context, known: Connections, has: str, offered: str, link: PaymentLink | None) -> str:
    settings = context.settings.upgrades
    if not is_below(has, offered):
        return tr("{tier} is what they have, so there is nothing to pay.", tier=has)
    if link is not None and link.state in (PAID, UNPAID):
        return ""
    if not settings.tiers[offered].is_sold:
        return tr("{tier} has no price yet. Enter it in Settings, Upgrades.", tier=offered)
    if not settings.paid_page:
        return tr("No page is set that customers see after paying. Enter it in Settings, Upgrades.")
    if not (known.stripe_checkout_key or is_set_up(context)):
        return tr("Payment links are not set up on this computer. See Settings, Integrations.")
    if works_offline(context):
        return tr("You work offline. A payment link needs Stripe; talking to sales works.")
    return ""
