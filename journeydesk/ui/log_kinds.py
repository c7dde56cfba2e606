"""What can be logged: its name, its icon, and what it is called in the base."""

from journeydesk.domain.words import noted

KINDS = (("Call", "phone"), ("Meeting", "users"), ("Email", "mail"), ("Demo", "screen"), (noted("Note"), "pencil"))
STORED = {"Note": "Follow-up"}
"""Where the base has another name for it."""
