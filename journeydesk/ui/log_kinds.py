"""What can be logged: its name, its icon, and what it is called in the base."""

KINDS = (("Call", "phone"), ("Meeting", "users"), ("Email", "mail"), ("Demo", "screen"), ("Note", "pencil"))
STORED = {"Note": "Follow-up"}
"""Where the base has another name for it."""
