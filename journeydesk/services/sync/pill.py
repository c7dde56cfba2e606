"""The words of the sync pill: a pure function of the database's facts (docs/interface.md, "Sync pill";
docs/interface.md, "Look")."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from journeydesk.services.rows.sync import SyncStatus

Tone = Literal["ok", "busy", "quiet", "warn", "danger"]


@dataclass(frozen=True, slots=True)
class PillWords:
    """What the pill says, its tone, its icon, the share done while it is at work, and the key that answers it."""

    text: str
    tone: Tone
    icon: str
    share: float | None = None
    key: str = ""


def ago(then: datetime, now: datetime) -> str:
    """How long ago, in words."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    hours = minutes // 60
    return f"{hours} h ago" if hours < 48 else f"{hours // 24} days ago"


def _resumes(until: datetime | None, now: datetime) -> str:
    """When a pause ends, in the zone of `now`: a time today, else the day."""
    if until is None:
        return ""
    local = until.astimezone(now.tzinfo)
    return f", resumes {local:%H:%M}" if local.date() == now.date() else f", resumes {local.day} {local:%b}"


def pill(status: SyncStatus, now: datetime) -> PillWords:
    """Paused before conflict before offline before syncing before synced; never "synced" while anything waits.

    `now` is in the zone in which times are shown.
    """
    if not status.connected:
        return PillWords("Not connected", "quiet", "cloud-off")
    if status.token_refused:
        return PillWords("Sign-in needed", "danger", "x-square")
    if status.paused_reason:
        return PillWords(f"Paused · {status.paused_reason}{_resumes(status.paused_until, now)}", "danger", "x-square")
    if status.conflicts:
        words = f"{status.conflicts:,} conflict" + ("" if status.conflicts == 1 else "s")
        return PillWords(words, "warn", "split", key="Ctrl+R")
    if status.needs_attention:
        needs = "needs" if status.needs_attention == 1 else "need"
        return PillWords(f"{status.needs_attention:,} {needs} you", "warn", "warn")
    if status.offline_since is not None:
        waiting = f" · {status.waiting:,} waiting" if status.waiting else ""
        return PillWords(f"Offline{waiting}", "quiet", "cloud-off")
    if status.trouble and not status.running:
        waiting = f" · {status.waiting:,} waiting" if status.waiting else ""
        return PillWords(f"Sync trouble{waiting}", "warn", "warn")
    if status.running and status.total:
        share = min(1.0, status.done / status.total)
        return PillWords(f"Syncing {status.done:,}/{status.total:,}", "busy", "refresh", share)
    if status.running:
        return PillWords("Syncing", "busy", "refresh")
    if status.waiting:
        return PillWords(f"{status.waiting:,} waiting", "busy", "cloud")
    if status.last_success is None:
        return PillWords("Not synced yet", "quiet", "cloud")
    return PillWords(f"Synced {ago(status.last_success, now)}", "ok", "cloud-ok")


def pill_words(status: SyncStatus, now: datetime) -> str:
    """Only the text."""
    return pill(status, now).text
