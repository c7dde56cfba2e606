"""What the team sells by payment link: two tiers, their prices at Stripe, and what each holds."""

from typing import Any

TIER_PRICES = {"Explorer": ("price_OstrelleExplorer", 64_000), "Accelerator": ("price_OstrelleAccelerator", 128_000)}
"""The id of each tier's price, and what it costs a month in cents."""

_FEATURES: tuple[tuple[str, str | bool, str | bool], ...] = (
    ("Calls to the API", "50,000", "500,000"),
    ("People", "3", "25"),
    ("Sign and verify", True, True),
    ("E-mail support", "2 days", "4 hours"),
    ("Own content", False, True),
    ("Business case and roadmap", False, True),
    ("Named contact", False, True),
)

SOLD: dict[str, Any] = {
    "upgrades.tiers": {
        name: {"price": price, "amount": minor / 100, "currency": "EUR", "every": "month"}
        for name, (price, minor) in TIER_PRICES.items()
    },
    "upgrades.features": [
        {"name": name, "Explorer": explorer, "Accelerator": accelerator} | ({} if place else {"counts": "calls"})
        for place, (name, explorer, accelerator) in enumerate(_FEATURES)
    ],
    "upgrades.paid_page": "https://ostrelle.example/thanks",
    "upgrades.needs": {"business_case": "Accelerator"},
}
"""The settings of a team that sells them."""
