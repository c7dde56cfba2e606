"""The words of the sync pill: a pure function of the database's facts (docs/interface.md, "Sync pill";
docs/interface.md, "Look")."""

from datetime import datetime
from typing import Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import day_and_month
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.rows.sync import SyncStatus

Tone = Literal["ok", "busy", "quiet", "warn", "danger"]


CONFLICT_KEY = "conflicts"
"""Stands for the key that reviews conflicts; which one that is, the window knows."""


@dataclass(frozen=True, slots=True)
class PillWords:
    """What the pill says, its tone, its icon, the share done while it is at work, and whether a key answers it (`CONFLICT_KEY`)."""

    text: str
    tone: Tone
    icon: str
    share: float | None = None
    key: str = ""


def ago(then: datetime, now: datetime) -> str:
    """How long ago, in words."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    if minutes < 1:
        return tr("just now")
    if minutes < 60:
        return tr("{minutes} min ago", minutes=minutes)
    hours = minutes // 60
    return tr("{hours} h ago", hours=hours) if hours < 48 else tr("{hours} days ago", hours=hours // 24)


def _resumes(until: datetime | None, now: datetime) -> str:
    """When a pause ends, in the zone of `now`: a time today, else the day."""
    if until is None:
        return ""
    local = until.astimezone(now.tzinfo)
    return (
        tr(", resumes {local}", local=f"{local:%H:%M}")
        if local.date() == now.date()
        else tr(", resumes {local}", local=day_and_month(local.date()))
    )


def pill(status: SyncStatus, now: datetime) -> PillWords:
    """Paused before offline before what asks for a person before trouble before syncing before synced; never "synced" while anything
    waits, and what waits or asks is said whatever else is.

    `now` is in the zone in which times are shown.
    """
    if not status.connected:
        return PillWords(tr("Not connected"), "quiet", "cloud-off")
    if status.token_refused:
        return PillWords(tr("Sign-in needed"), "danger", "x-square")
    if status.paused_reason:
        return PillWords(
            tr(
                "Paused · {paused_reason}{resumes}",
                paused_reason=status.paused_reason,
                resumes=_resumes(status.paused_until, now),
            ),
            "danger",
            "x-square",
        )
    asks, waits, key = _asks(status), _waits(status), CONFLICT_KEY if status.conflicts else ""
    offline = tr("Working offline") if status.works_offline else "Offline" if status.offline_since is not None else ""
    if offline:
        return PillWords(_joined(offline, asks, waits), "warn" if asks else "quiet", "cloud-off", key=key)
    if asks:
        return PillWords(_joined(asks, waits), "warn", "split" if status.conflicts else "warn", key=key)
    if status.trouble and not status.running:
        return PillWords(_joined(tr("Sync trouble"), waits), "warn", "warn")
    if status.running and status.total:
        share = min(1.0, status.done / status.total)
        return PillWords(
            tr("Syncing {done}/{total}", done=figure(status.done), total=figure(status.total)), "busy", "refresh", share
        )
    if status.running:
        return PillWords("Syncing", "busy", "refresh")
    if status.waiting:
        return PillWords(waits, "busy", "cloud")
    if status.last_success is None:
        return PillWords(tr("Not synced yet"), "quiet", "cloud")
    return PillWords(tr("Synced {ago}", ago=ago(status.last_success, now)), "ok", "cloud-ok")


def _asks(status: SyncStatus) -> str:
    """How many records ask for a person: by their conflicts where that is all, else whatever it is about."""
    count = status.conflicts + status.needs_attention
    if not count:
        return ""
    if not status.needs_attention:
        return tr_count("{count} conflict", "{count} conflicts", count)
    return tr_count("{count} needs you", "{count} need you", count)


def _waits(status: SyncStatus) -> str:
    return tr("{waiting} waiting", waiting=figure(status.waiting)) if status.waiting else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def pill_words(status: SyncStatus, now: datetime) -> str:
    """Only the text."""
    return pill(status, now).text
