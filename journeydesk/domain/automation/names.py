"""The names of the automations: what the settings switch, the log is kept by and the registry finds."""

ONBOARDING = "onboarding tasks"
CHECK_IN = "check-in"
FOLLOW_UP = "follow-up"
OWNER = "owner"
TIER = "tier"
PLANNING = "planning review"

AUTOMATION_NAMES: frozenset[str] = frozenset({ONBOARDING, CHECK_IN, FOLLOW_UP, OWNER, TIER, PLANNING})
