"""What an exchange suggests for the customer status: a suggestion with the words that it is made from, for a person to take or leave
(docs/rules.md, "Messages"). Nothing moves by itself."""

import re
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.statuses import CHURNED, CUSTOMER

_QUALIFIED, _EXHAUSTED = "LEAD_QUALIFIED", "LEAD_EXHAUSTED"
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        CHURNED,
        re.compile(
            r"cancel (?:our|my|the) (?:subscription|contract|plan|account)|terminate the (?:contract|agreement)|kündigen|kündigung"
            r"|dar de baja|résilier",
            re.IGNORECASE,
        ),
    ),
    (
        _EXHAUSTED,
        re.compile(
            r"not interested|no longer interested|no interest|please (?:do not|don't|stop) (?:contact|writ)|went with another"
            r"|decided (?:against|for another)|kein interesse|nicht (?:mehr )?interessiert|no nos interesa|pas intéressés?",
            re.IGNORECASE,
        ),
    ),
    (
        CUSTOMER,
        re.compile(
            r"signed (?:the )?(?:contract|order|offer)|purchase order|we(?:'ll| will| would like to) (?:buy|order|sign|go ahead)"
            r"|send (?:us|me) the invoice|auftrag erteil|wir bestellen|hemos firmado|bon de commande",
            re.IGNORECASE,
        ),
    ),
    (
        _QUALIFIED,
        re.compile(
            r"\b(?:price|pricing|quote|proposal|budget|references?|next steps?|a demo|trial)\b|angebot|preis|referenzen|presupuesto"
            r"|precio|devis|tarif",
            re.IGNORECASE,
        ),
    ),
)
_RANK = {"": 0, "PROSPECT": 1, _QUALIFIED: 2, CUSTOMER: 3}
_NEGATED = re.compile(r"\b(?:not|no|don't|do not|never|nicht|kein\w*|no)\b[^.!?\n]{0,12}$", re.IGNORECASE)
_AROUND = 40


@dataclass(frozen=True, slots=True)
class StatusSuggestion:
    """A customer status, and the words of the prospect's that suggest it."""

    status: str
    words: str


def suggested_status(answers: Sequence[str], current: str | None) -> StatusSuggestion | None:
    """What the prospect's answers, oldest first, suggest; the newest that says something counts. None where nothing does, or where it
    would not lead on from the status that stands."""
    for answer in reversed(answers):
        for status, sign in _SIGNS:
            match = sign.search(answer)
            if match is None or (status in (CUSTOMER, _QUALIFIED) and _NEGATED.search(answer[: match.start()])):
                continue
            if not _leads_on(status, current or ""):
                return None
            return StatusSuggestion(status, _quoted(answer, match))
    return None


def _leads_on(status: str, current: str) -> bool:
    if status == current or ((status == CHURNED) != (current == CUSTOMER) and status in (CHURNED, _EXHAUSTED)):
        return False
    if status in (CHURNED, _EXHAUSTED):
        return True
    return _RANK[status] > _RANK.get(current, 0)


def _quoted(answer: str, match: re.Match[str]) -> str:
    start, end = max(0, match.start() - _AROUND), min(len(answer), match.end() + _AROUND)
    words = " ".join(answer[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(answer) else ''}"
