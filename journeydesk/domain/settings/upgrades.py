"""What the team sells: tiers with their price at Stripe, what each holds, what needs which (docs/rules.md, "Upgrades")."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from urllib.parse import urlsplit

from journeydesk.domain.catalogue import TIERS
from journeydesk.domain.errors import SettingError, ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mail.templates import Template, check_template
from journeydesk.domain.money import Money, of_major
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.territories import CURRENCIES
from journeydesk.domain.words import noted, tr

NEEDING: Mapping[str, str] = {
    "business_case": noted("Business case"),
    "cost_calculator": noted("Cost calculator"),
    "planning_review": noted("Planning review"),
}
"""What may need a tier, by the key that settings name it with, and what people call it."""

EVERY: Mapping[str, str] = {"month": noted("month"), "year": noted("year")}
"""How often a price is paid, and what people call it."""

MOST_HOURS = 24
"""Stripe closes a session after a day at the latest."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier as the team sells it. `price` is the id of its recurring price at Stripe, empty where none is sold; `costs` what that
    price is, so that a person sees it offline and another amount at Stripe is noticed."""

    name: str
    price: str
    costs: Money
    every: str

    @property
    def is_sold(self) -> bool:
        """Whether a payment link can be made for it."""
        return bool(self.price)


@dataclass(frozen=True, slots=True)
class Feature:
    """A line of the comparison. `values` has what each tier holds of it: True, False, or how much in words. Where `counts` is
    `calls` the words are the most calls to the API in a month."""

    name: str
    values: Mapping[str, str | bool]
    counts: str = ""

    def limit(self, tier: str) -> int | None:
        """How many a tier holds; None where it is no number."""
        value = self.values.get(tier)
        digits = value.replace(",", "").replace(" ", "").replace(".", "") if isinstance(value, str) else ""
        return int(digits) if digits.isascii() and digits.isdigit() else None


_PRICE = re.compile(r"price_[A-Za-z0-9_]{1,100}")
_MOST_FEATURES = 20
_LONGEST = 60
_HIGHEST = 10_000_000


@dataclass(frozen=True, slots=True)
class UpgradeSettings:
    """The table `upgrades`. A payment link works for `hours`; the customer sees `paid_page` after paying, and `left_page` after giving
    up. `needs` has the tier that a thing of ours needs, by its key; what needs none is not in it."""

    tiers: Mapping[str, Tier]
    features: tuple[Feature, ...]
    needs: Mapping[str, str]
    hours: int
    paid_page: str
    left_page: str
    mail: Template


LINK_FIELDS = ("payment_link", "until")
"""The merge fields that the mail with a link has besides those of every template."""


def read_upgrades(reader: Reader, team_currency: str) -> UpgradeSettings:
    """The table `upgrades`, checked; a tier without a currency costs in the team's. Raises SettingError naming the key."""
    tiers = reader.table("tiers")
    return UpgradeSettings(
        tiers=MappingProxyType({name: _tier(tiers.table(name), name, team_currency) for name in TIERS}),
        features=_features(reader),
        needs=_needs(reader.table("needs")),
        hours=reader.whole("hours", 1, MOST_HOURS),
        paid_page=_page(reader, "paid_page"),
        left_page=_page(reader, "left_page"),
        mail=_mail(reader.table("mail")),
    )


def _tier(reader: Reader, name: str, team_currency: str) -> Tier:
    given = dict(reader.items())
    price, currency, every = given.get("price", ""), given.get("currency") or team_currency, given.get("every", "month")
    if not isinstance(price, str) or (price and not _PRICE.fullmatch(price)):
        raise SettingError(reader.key("price"), price, tr("the id of a price at Stripe, which begins with price_, or none"))
    if currency not in CURRENCIES:
        raise SettingError(reader.key("currency"), currency, tr("an ISO 4217 code like EUR"))
    if every not in EVERY:
        raise SettingError(reader.key("every"), every, tr("one of {choices}", choices=", ".join(EVERY)))
    amount = reader.number("amount", 0, _HIGHEST) if "amount" in given else 0.0
    exact = Decimal(repr(amount))
    costs: Money = of_major(exact, currency)
    if costs.major != exact:
        raise SettingError(
            reader.key("amount"), amount, tr("an amount with no more decimals than {currency} has", currency=currency)
        )
    if price and not costs.minor:
        raise SettingError(reader.key("amount"), amount, tr("what the price costs, above 0"))
    return Tier(name, price, costs, every)


def _features(reader: Reader) -> tuple[Feature, ...]:
    features = tuple(_feature(table) for table in reader.tables("features"))
    if len(features) > _MOST_FEATURES:
        raise SettingError(reader.key("features"), len(features), tr("at most {most} features", most=_MOST_FEATURES))
    names = [feature.name.casefold() for feature in features]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise SettingError(reader.key("features"), twice, tr("features of different names"))
    return features


def _feature(reader: Reader) -> Feature:
    name, given = reader.text("name"), dict(reader.items())
    if not name.strip() or len(name) > _LONGEST:
        raise SettingError(reader.key("name"), name[:80], tr("a name of at most {most} characters", most=_LONGEST))
    counts = given.get("counts", "")
    if counts not in ("", "calls"):
        raise SettingError(reader.key("counts"), counts, tr("calls, or nothing"))
    values: dict[str, str | bool] = {}
    for tier in TIERS:
        value = given.get(tier, False)
        if not isinstance(value, bool | str) or len(str(value)) > _LONGEST:
            raise SettingError(
                reader.key(tier), value, tr("true, false, or how much in at most {most} characters", most=_LONGEST)
            )
        values[tier] = value.strip() or False if isinstance(value, str) else value
    return Feature(name.strip(), MappingProxyType(values), counts)


def _needs(reader: Reader) -> Mapping[str, str]:
    needs = {}
    for thing, tier in reader.items():
        if thing not in NEEDING:
            raise SettingError(reader.key(thing), tier, tr("one of {choices}", choices=", ".join(NEEDING)))
        if tier not in ("", *TIERS):
            raise SettingError(reader.key(thing), tier, tr("one of {choices}", choices=", ".join(TIERS)))
        if tier:
            needs[thing] = tier
    return MappingProxyType(needs)


def _page(reader: Reader, name: str) -> str:
    value = dict(reader.items()).get(name, "")
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
        good = parts is not None and (not value or (parts.scheme == "https" and bool(parts.hostname) and not parts.username))
    except ValueError:
        good = False
    if not good or not str(value).isprintable() or len(str(value)) > 2_000:
        raise SettingError(reader.key(name), value, tr("an address that begins with https://, or none"))
    return str(value)


def _mail(reader: Reader) -> Template:
    template = Template(reader.text("subject"), reader.text("body"))
    try:
        check_template(tr("Payment link"), template, LINK_FIELDS)
    except ValueRefused as problem:
        raise SettingError("upgrades.mail", template.subject[:60], str(problem)) from problem
    if "{payment_link}" not in template.body:
        raise SettingError("upgrades.mail", template.subject[:60], tr("a text with {field} in it", field="{payment_link}"))
    return template
