"""What people write in a storm, and where."""

from journeydesk.domain.catalogue import INTERACTION_TYPES
from journeydesk.domain.values import Stored

TEXTS = ("Acme", "Bolt & Sons", " padded ", "ümläut", "two\nlines", "a\nb\nc\nd\n", "", "A\nb\nc\nd\n", "a\nb\nc\nD\n")
STATUSES = ("New", "Reviewing", "Accepted", "Rejected")
FIELDS: dict[str, dict[str, tuple[Stored, ...]]] = {
    "prospects": {
        "company": (*TEXTS[:4], "Corvus"),
        "phone": ("1", "2", "3", None),
        "status": STATUSES,
        "notes": (*TEXTS[4:], None),
        "estimated_revenue": (0, 1250, 99, 100_000, None),
        "next_follow_up": ("2026-06-01", "2026-06-02", None),
        "deal_probability": (0.1, 0.25, None),
    },
    "interactions": {"summary": TEXTS, "type": INTERACTION_TYPES, "duration": (5, 10, None)},
    "usage": {"date": ("2026-05-01", "2026-05-02", None), "api_calls": (0, 7, 90, None), "error_rate": (0.01, 0.5, None)},
    "surveys": {"testimonial": TEXTS, "satisfaction": (1, 5, None), "case_study": (1, None)},
    "assets": {"icp_content": TEXTS, "origin": ("Claude", "Template", "Manual")},
    "progress": {"tool": (*TEXTS[:4], None), "sessions": (1, 2, None), "last_active": ("2026-05-01T10:00:00.000Z", None)},
    "events": {"cta": (*TEXTS[:4], None), "payload": TEXTS},
    "alerts": {"note": TEXTS, "priority": ("Urgent", "High", "Normal")},
    "tasks": {"title": TEXTS[:4], "owner": ("Amaia", "Tomasz", None), "done_at": ("2026-05-01T10:00:00.000Z", None)},
    "settings": {"value": TEXTS, "changed_by": ("Amaia", "Tomasz")},
}
"""What people write where, in stored form; a status of a prospect may be one that the service does not know."""

SELECTS = ("prospects", "interactions", "assets", "alerts")
"""The tables with a select of which people write the options."""

OFTEN = ("prospects", "prospects", "prospects", "interactions", "interactions")
"""The tables in which most of the work is done, beside all of them."""
