"""The names of the alert rules: what the settings switch, the inbox filters by and the registry finds (SPEC section 6)."""

STAGE_SKIP = "stage skip"
BIG_JUMP = "big jump"
HOT_APPLICATION = "hot application"
AUTO_ASSIGNED = "auto-assigned"
FORTUNE_500 = "Fortune 500"
INTEGRATION_TROUBLE = "integration trouble"
CHURN_RISK = "churn risk"
USAGE_SPIKE = "usage spike"
NO_ANSWER = "no answer"
UNANSWERED_APPLICATION = "unanswered application"
ACCESS_LATE = "access late"
PAYMENT_DROP_OFF = "payment drop-off"
DAILY_APPLICATIONS = "daily: applications"
DAILY_CONVERSION = "daily: conversion"
DAILY_SUPPORT = "daily: support"
WEEKLY_USAGE = "weekly: usage"
WEEKLY_PMF = "weekly: PMF answers"
WEEKLY_SATISFACTION = "weekly: satisfaction"
WEEKLY_FORECAST = "weekly: forecast"
ROTTING = "rotting"

RULE_NAMES: frozenset[str] = frozenset(
    {
        STAGE_SKIP,
        BIG_JUMP,
        HOT_APPLICATION,
        AUTO_ASSIGNED,
        FORTUNE_500,
        INTEGRATION_TROUBLE,
        CHURN_RISK,
        USAGE_SPIKE,
        NO_ANSWER,
        UNANSWERED_APPLICATION,
        ACCESS_LATE,
        PAYMENT_DROP_OFF,
        DAILY_APPLICATIONS,
        DAILY_CONVERSION,
        DAILY_SUPPORT,
        WEEKLY_USAGE,
        WEEKLY_PMF,
        WEEKLY_SATISFACTION,
        WEEKLY_FORECAST,
        ROTTING,
    }
)
