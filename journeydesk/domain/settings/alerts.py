"""Which alert rules are on, and every number of theirs (SPEC section 6)."""

from dataclasses import dataclass

from journeydesk.domain.rules.names import RULE_NAMES
from journeydesk.domain.settings.reader import Reader


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """The table `alerts`. Shares are fractions; what ends in days, hours or minutes is of that unit.

    `on` are the rules that run, `silent` those of them that never notify. More than `group_above` at once become one
    summary or, where a rule catches up on what is older than `catch_up_hours`, one digest.
    """

    on: frozenset[str]
    silent: frozenset[str]
    expire_after_days: int
    group_above: int
    catch_up_hours: int
    stage_skip_from: int
    big_jump_from: int
    fortune_500: tuple[str, ...]
    error_rate_above: float
    usage_down: float
    usage_up: float
    usage_least_calls: int
    usage_silent_days: int
    satisfaction_at_most: int
    no_answer_days: int
    unanswered_hours: int
    access_minutes: int
    drop_off_minutes: int
    applications_below: int
    conversion_below: float
    conversion_days: int
    tickets_times: float
    tickets_days: int
    tickets_least: int
    active_below: float
    pmf_answers_below: float
    satisfaction_below: float


def read_alerts(reader: Reader) -> AlertSettings:
    """The table `alerts`."""
    return AlertSettings(
        on=reader.choices("on", RULE_NAMES),
        silent=reader.choices("silent", RULE_NAMES),
        expire_after_days=reader.whole("expire_after_days", 1, 365),
        group_above=reader.whole("group_above", 1, 100),
        catch_up_hours=reader.whole("catch_up_hours", 1, 168),
        stage_skip_from=reader.whole("stage_skip_from", 1, 10),
        big_jump_from=reader.whole("big_jump_from", 2, 20),
        fortune_500=reader.texts("fortune_500"),
        error_rate_above=reader.number("error_rate_above", 0, 1),
        usage_down=reader.number("usage_down", 0.01, 1),
        usage_up=reader.number("usage_up", 0.01, 100),
        usage_least_calls=reader.whole("usage_least_calls", 0, 1_000_000_000),
        usage_silent_days=reader.whole("usage_silent_days", 1, 28),
        satisfaction_at_most=reader.whole("satisfaction_at_most", 1, 10),
        no_answer_days=reader.whole("no_answer_days", 1, 365),
        unanswered_hours=reader.whole("unanswered_hours", 1, 720),
        access_minutes=reader.whole("access_minutes", 1, 1440),
        drop_off_minutes=reader.whole("drop_off_minutes", 1, 1440),
        applications_below=reader.whole("applications_below", 0, 100_000),
        conversion_below=reader.number("conversion_below", 0, 1),
        conversion_days=reader.whole("conversion_days", 1, 14),
        tickets_times=reader.number("tickets_times", 1, 100),
        tickets_days=reader.whole("tickets_days", 1, 21),
        tickets_least=reader.whole("tickets_least", 1, 100_000),
        active_below=reader.number("active_below", 0, 1),
        pmf_answers_below=reader.number("pmf_answers_below", 0, 1),
        satisfaction_below=reader.number("satisfaction_below", 1, 10),
    )
