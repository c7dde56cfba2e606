"""Which of our choices or stages each option of theirs is: by name, by what it is called elsewhere, by order."""

from collections.abc import Sequence
from itertools import pairwise
from types import MappingProxyType

from journeydesk.domain.catalogue import FieldSpec
from journeydesk.domain.mapping.names import squeezed
from journeydesk.domain.mapping.offer import Guess, State
from journeydesk.domain.words import tr

ORDERED = frozenset(
    {"status", "customer_status", "deal_stage", "journey_stage", "lifecycle_stage", "onboarding_step", "tier"}
    | {"priority_level", "priority", "outcome"}
)
"""Fields whose words mean something to the rules: an option that is none of them must be decided. In the others it stays as it is."""

_STEPS = frozenset({"deal_stage", "journey_stage", "lifecycle_stage", "status"})
"""Fields whose words follow one another, so that place alone is a hint."""

_ASIDE = frozenset(
    map(
        squeezed,
        ("parked", "nurture", "on hold", "lost", "dead", "disqualified", "archived", "unqualified", "geparkt", "verloren"),
    )
)
"""Options that lie beside the way and not on it."""

_ELSEWHERE = MappingProxyType(
    {
        "Closed Won": "won|gewonnen|gagne|ganado|sold|signed",
        "Closed Lost": "lost|verloren|perdu|perdido|no deal",
        "Qualified Lead": "qualified|sql|qualifiziert",
        "New Application": "new|neu|nouveau|nuevo|inbound|applied",
        "Technical Review": "review|evaluation|prufung",
        "Commitment": "demo booked|demo|demo scheduled|committed",
        "Construction": "won|gewonnen|building|implementation|umsetzung",
        "Call to Discovery": "discovery|first call|erstgesprach",
        "Planning": "planung",
        "Mastery": "power user|expert",
        "New": "neu|nouveau|nuevo|open|offen|inbound|applied",
        "Reviewing": "in review|review|contacted|in prufung|in progress|en cours",
        "Accepted": "approved|angenommen|accepte|aceptado|qualified",
        "Rejected": "declined|abgelehnt|refuse|rechazado|disqualified|unqualified",
        "Active": "aktiv|actif|activo|live|customer|kunde|won",
        "Churned": "cancelled|canceled|gekundigt|lost|inactive",
        "CUSTOMER": "paying|customer|kunde|client|cliente|active|won",
        "PROSPECT": "prospect|interessent|trial",
        "LEAD_QUALIFIED": "qualified|lead|sql",
        "CHURNED": "cancelled|canceled|gekundigt|lost",
        "Urgent": "critical|p0|dringend|highest",
        "High": "p1|hoch|haute|alta",
        "Normal": "medium|low|p2|p3|mittel|niedrig",
        "Critical": "urgent|highest|p0|kritisch|critique",
        "Important": "high|p1|wichtig|hoch",
        "Nice-to-have": "medium|low|p2|mittel|niedrig",
        "Call": "phone|phone call|anruf|telefonat|appel|llamada",
        "Email": "e mail|mail|courriel|correo",
        "Meeting": "termin|treffen|reunion|visit",
        "No answer": "not reached|nicht erreicht|no reply",
        "Reached": "answered|connected|erreicht|spoke",
        "Voicemail": "left message|mailbox",
    }
)


def guess_options(spec: FieldSpec, words: Sequence[str], options: Sequence[tuple[str, str]]) -> dict[str, Guess]:
    """The guess for each option by its id: which of `words`, our choices or stages in their order, it is.

    Several options may be one of ours. What is none of ours stays as it is, or has to be decided where the words carry a meaning.
    """
    by_name = {squeezed(word): word for word in reversed(words)}
    elsewhere = {
        squeezed(other): word for word in reversed(words) for other in _ELSEWHERE.get(word, "").split("|") if squeezed(other)
    }
    guesses: dict[str, Guess] = {}
    for identifier, name in options:
        title = squeezed(name)
        if title in by_name:
            guesses[identifier] = Guess(by_name[title], State.MATCHED, 1.0, tr("by name"))
        elif title in elsewhere:
            guesses[identifier] = Guess(elsewhere[title], State.LIKELY, 0.7, "likely")
    if spec.slug in _STEPS:
        guesses |= _by_order(words, options, guesses)
    for identifier, _name in options:
        if identifier not in guesses and spec.slug in ORDERED:
            guesses[identifier] = Guess(None, State.DECIDE, 0.0, "choose")
        elif identifier not in guesses:
            guesses[identifier] = Guess(None, State.LEFT_OUT, 0.0, "kept as it is")
    return guesses


def _by_order(words: Sequence[str], options: Sequence[tuple[str, str]], guesses: dict[str, Guess]) -> dict[str, Guess]:
    """Between two options that are known, or before the first and after the last, as many of theirs as of ours are taken in turn."""
    steps = [(identifier, name) for identifier, name in options if squeezed(name) not in _ASIDE or identifier in guesses]
    place = {word: number for number, word in enumerate(words)}
    anchors = [(-1, -1)]
    for number, (identifier, _name) in enumerate(steps):
        word = guesses[identifier].chosen if identifier in guesses else None
        if word is not None and place[word] > anchors[-1][1]:
            anchors.append((number, place[word]))
    anchors.append((len(steps), len(words)))
    by_order: dict[str, Guess] = {}
    for (first, from_word), (last, to_word) in pairwise(anchors):
        between = steps[first + 1 : last]
        free = words[from_word + 1 : to_word]
        if between and len(between) == len(free) and not any(identifier in guesses for identifier, _ in between):
            for (identifier, _name), word in zip(between, free, strict=True):
                by_order[identifier] = Guess(word, State.LIKELY, 0.6, tr("by order"))
    return by_order
