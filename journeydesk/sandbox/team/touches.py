"""What the reps did: calls, mails, meetings and demos with each prospect."""

import random
from collections.abc import Iterator

from journeydesk.sandbox.team.applicant import DAY_MS, HOUR_MS, MINUTE_MS, Applicant, Touch
from journeydesk.sandbox.team.cast import OWNERS

_OUTCOMES = (
    "Reached",
    "Reached",
    "Reached",
    "No answer",
    "No answer",
    "Voicemail",
    "Call back",
    "Meeting booked",
    "Not interested",
)
_SUMMARIES = {
    "Reached": (
        "Wants the rollout in two depots, asked for references.",
        "Catalogue required before Friday; sends the list of picture desks.",
        "Likes the audit trail, worried about the change in the newsroom.",
        "Compares us with one other vendor, decides with purchasing.",
        "Asked for prices per month and per year, and what happens at the limit.",
        "Talked through signing at the camera; technical call comes next.",
    ),
    "No answer": ("No answer, tried the switchboard too.", "Rang out twice."),
    "Voicemail": ("Left a message with the offer to call back.", "Voicemail, said we would write."),
    "Call back": ("In a meeting, asks to be called next week.", "Call back after the board met."),
    "Meeting booked": ("Meeting booked with the head of archive.", "Wants to show it to two colleagues, date is set."),
    "Not interested": ("Has no budget this year.", "Decided for another vendor."),
    "Email": (
        "Agenda for the demo.",
        "Sent the offer and the data processing agreement.",
        "Answered three questions about storage.",
        "Thanked for the application, asked about volume.",
        "Sent two references in the same trade.",
    ),
    "Meeting": (
        "Went through the pilot plan, owners named for each step.",
        "Met the buyers, they want the price table.",
        "Roadmap for the next quarter, one open point about exports.",
    ),
    "Demo": ("Dispatch board and depot view.", "Signed and verified a picture live.", "Showed the search and the audit trail."),
    "Support": ("Helped with the first upload.", "Reset the key, works again."),
    "Follow-up": ("Asked whether the test went well.", "Reminded of the open offer."),
}
_NEXT = ("Send references.", "Call on Monday.", "Prepare the offer.", "Invite to a demo.", "Ask legal about the contract.")
_FIRST = ("Email", "Call", "Call", "Email")
_LATER = ("Call", "Email", "Call", "Meeting", "Demo", "Follow-up", "Email", "Support")


class TouchWriter:
    """Writes interactions; nothing lies in the future, and the cast's last one is as told."""

    def __init__(self, rng: random.Random, now_ms: int) -> None:
        self._rng = rng
        self._now_ms = now_ms

    def write(self, applicant: Applicant) -> None:
        """Fill in the prospect's interactions, oldest first."""
        applicant.touches = sorted(self._touches(applicant), key=lambda touch: touch.at_ms)
        if not applicant.answers.fixed:
            return
        early = applicant.applied_ms + 72 * HOUR_MS
        applicant.touches = [touch for touch in applicant.touches if not touch.reaches or touch.at_ms > early]
        if applicant.answers.answers_mail:
            at = min(applicant.applied_ms + 5 * HOUR_MS, self._now_ms - MINUTE_MS)
            call = Touch(at, "Call", "Reached", 9, _SUMMARIES["Reached"][5], None, applicant.owner or OWNERS[0], "Positive")
            applicant.touches = sorted([call, *applicant.touches], key=lambda touch: touch.at_ms)

    def _touches(self, applicant: Applicant) -> Iterator[Touch]:
        rng = self._rng
        latest = self._now_ms - 20 * MINUTE_MS
        last = self._last(applicant)
        if last is not None:
            latest = last.at_ms - 12 * HOUR_MS
        first = applicant.applied_ms + int(rng.lognormvariate(2.9, 0.8) * HOUR_MS)
        if applicant.open:
            count = 1 + applicant.stage + rng.randrange(2 + applicant.stage + 6 * applicant.paying)
        else:
            count = (0, 1, 1, 1, 1, 1, 2, 2, 2, 3)[rng.randrange(10)] + applicant.churned * 6
        span = max(0, latest - first) if applicant.open or applicant.churned else min(30 * DAY_MS, max(0, latest - first))
        offsets = sorted(rng.random() for _ in range(count))
        if offsets:
            offsets[0] = 0.0
        for number, offset in enumerate(offsets):
            at = _in_working_hours(first + int(span * offset)) if number else first
            if at <= latest:
                yield self._touch(applicant, at, (_FIRST if number == 0 else _LATER)[rng.randrange(4 if number == 0 else 8)])
        if last is not None:
            yield last

    def _last(self, applicant: Applicant) -> Touch | None:
        if not applicant.last:
            return None
        kind, outcome, days = applicant.last.split("/")
        at = min(_in_working_hours(self._now_ms - int(days) * DAY_MS), self._now_ms - HOUR_MS)
        touch = self._touch(applicant, at, kind)
        summary = _SUMMARIES[outcome or kind][0]
        duration = {"Demo": 45, "Meeting": 40, "Call": 14 if outcome == "Reached" else 1}.get(kind)
        return Touch(at, kind, outcome or None, duration, summary, touch.next_steps, touch.owner, touch.sentiment)

    def _touch(self, applicant: Applicant, at_ms: int, kind: str) -> Touch:
        bits = self._rng.getrandbits(32)
        outcome = _OUTCOMES[(bits & 255) % len(_OUTCOMES)] if kind == "Call" else None
        texts = _SUMMARIES[outcome or kind]
        duration = None
        if kind in {"Meeting", "Demo"}:
            duration = (30, 45, 45, 60)[bits >> 8 & 3]
        elif kind == "Call":
            duration = 4 + (bits >> 8) % 22 if outcome in {"Reached", "Meeting booked", "Not interested"} else 1
        sentiment = ("Positive", "Neutral", "Neutral", "Negative", None, None, None, None)[bits >> 14 & 7]
        return Touch(
            at_ms,
            kind,
            outcome,
            duration,
            texts[(bits >> 17 & 255) % len(texts)],
            _NEXT[(bits >> 25) % len(_NEXT)] if bits >> 30 & 1 else None,
            applicant.owner or OWNERS[0],
            sentiment,
        )


def _in_working_hours(at_ms: int) -> int:
    """The same day between 8 and 18 h UTC, later where it was later."""
    midnight = at_ms - at_ms % DAY_MS
    return midnight + 8 * HOUR_MS + (at_ms - midnight) * 10 // 24
