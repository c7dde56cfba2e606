"""The fictional team's scenarios, with what they did lately."""

from typing import Any

from journeydesk.sandbox.make.store import ERROR, SUCCESS, WARNING, MakeStore, Scenario

SALES, WEBSITE = 4021, 4088
_KEY = {"name": "application_id", "label": "Application ID", "type": "text", "required": True}
_COMPANY = {"name": "company", "label": "Company", "type": "text"}
_WELCOME: list[dict[str, Any]] = [
    _KEY,
    _COMPANY,
    {"name": "email", "label": "E-mail", "type": "text", "required": True},
    {
        "name": "tier",
        "label": "Tier",
        "type": "select",
        "default": "Starter",
        "options": [{"label": tier, "value": tier} for tier in ("Starter", "Growth", "Scale")],
    },
    {"name": "seats", "label": "Seats", "type": "uinteger", "default": 5},
    {"name": "greeting", "label": "Greeting", "type": "text", "multiline": True},
]
_CONTENT: list[dict[str, Any]] = [
    _KEY,
    _COMPANY,
    {"name": "industry", "label": "Industry", "type": "text"},
    {"name": "draft_only", "label": "Draft only", "type": "boolean", "default": True},
]


def seed_scenarios(store: MakeStore) -> None:
    """Puts them in."""
    store.teams |= {SALES: "Sales", WEBSITE: "Website"}
    for scenario in (
        Scenario(30_311, SALES, "Welcome pack for a new customer", inputs=list(_WELCOME), takes_s=6),
        Scenario(30_312, SALES, "Content for a customer’s page", inputs=list(_CONTENT), takes_s=9),
        Scenario(30_318, SALES, "Weekly figures to the channel", "weekly", takes_s=3),
        Scenario(30_320, SALES, "Website to Airtable", "immediately", takes_s=1),
        Scenario(30_327, SALES, "Reminder of unpaid invoices", "daily", active=False, invalid=True, dlq=3, takes_s=2),
        Scenario(30_331, SALES, "Look up in the trade register", paused=True, takes_s=2),
        Scenario(30_340, SALES, "Newsletter of last year", "monthly", active=False, takes_s=2),
        Scenario(30_402, WEBSITE, "Publish the landing pages", inputs=[], takes_s=5),
    ):
        store.scenarios[scenario.id] = scenario
    hour = 3_600
    past: dict[int, tuple[tuple[float, int, str], ...]] = {
        30_311: ((2 * hour, SUCCESS, "manual"), (26 * hour, SUCCESS, "manual"), (49 * hour, WARNING, "manual")),
        30_312: ((5 * hour, SUCCESS, "manual"), (30 * hour, ERROR, "manual"), (31 * hour, SUCCESS, "manual")),
        30_318: tuple((60 * hour + week * 168 * hour, SUCCESS, "auto") for week in range(4)),
        30_320: tuple((hour * (3 + 4 * each), SUCCESS, "auto") for each in range(12)),
        30_327: tuple((20 * hour + 24 * hour * day, ERROR if day < 2 else SUCCESS, "auto") for day in range(5)),
    }
    for number, runs in past.items():
        for ago, status, kind in runs:
            author = store.user if kind == "manual" else None
            made = store.begin(store.scenarios[number], {}, kind=kind, author=author, ago_s=ago, status=status)
            made.error = "The address was refused by the mail server" if status == ERROR else ""
