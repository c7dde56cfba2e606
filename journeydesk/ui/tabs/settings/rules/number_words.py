"""What each number of the alert rules is called on the page, and how it is written (SPEC section 6)."""

from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.ui.tabs.settings.shapes import SHARE, Shape, number, whole

NUMBERS: Mapping[str, tuple[str, Shape]] = MappingProxyType(
    {
        "alerts.expire_after_days": ("A pending alert expires after", whole("days")),
        "alerts.group_above": ("At once, one summary for more than", whole("alerts")),
        "alerts.catch_up_hours": ("One digest per rule when later than", whole("hours")),
        "alerts.stage_skip_from": ("A stage skip is a CTA ahead by at least", whole("stages")),
        "alerts.big_jump_from": ("A big jump is a CTA ahead by at least", whole("stages")),
        "alerts.error_rate_above": ("Error rate above", SHARE),
        "alerts.usage_down": ("Calls down week on week by", SHARE),
        "alerts.usage_up": ("Calls up week on week by", SHARE),
        "alerts.usage_least_calls": ("Only weeks of at least", whole("calls")),
        "alerts.usage_silent_days": ("No call for", whole("days")),
        "alerts.satisfaction_at_most": ("Satisfaction at most", whole("of 10")),
        "alerts.no_answer_days": ("Nothing from them for", whole("days")),
        "alerts.unanswered_hours": ("No contact after the confirmation for", whole("hours")),
        "alerts.access_minutes": ("No access after the payment for", whole("minutes")),
        "alerts.drop_off_minutes": ("No payment after checkout began for", whole("minutes")),
        "alerts.applications_below": ("Applications in a day below", whole()),
        "alerts.conversion_below": ("Accepted of those received below", SHARE),
        "alerts.conversion_days": ("Counted over", whole("days")),
        "alerts.tickets_times": ("Tickets of a day above the mean, times", number()),
        "alerts.tickets_days": ("The mean is of", whole("days")),
        "alerts.tickets_least": ("At least", whole("tickets")),
        "alerts.active_below": ("Customers with a call in the week below", SHARE),
        "alerts.pmf_answers_below": ("Surveys answered below", SHARE),
        "alerts.satisfaction_below": ("Mean satisfaction below", number("of 10")),
        "score.hot_above": ("Score above", whole("of 50")),
        "score.assign_above": ("Score above", whole("of 50")),
        "targets.forecast_month": ("Expected revenue of the month", number()),
    }
)

FOR_ALL = ("alerts.expire_after_days", "alerts.group_above", "alerts.catch_up_hours")
"""The numbers that hold for every rule."""
