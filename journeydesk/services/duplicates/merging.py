"""What two prospects become when they are made one: for every field which value stays, and what belongs to either of them.

The preview and the merge are the same function.
"""

from collections.abc import Mapping, Sequence
from enum import Enum

from journeydesk.domain.catalogue import PROSPECTS, FieldSpec, FieldType
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.merge import join_both
from journeydesk.domain.values import Stored
from journeydesk.services.commands.stages.moving import STAGE_FIELDS
from journeydesk.services.context import Context

_FOLLOWS = frozenset({"key", "score", "journey_points", "entry_point"})
"""What no choice is made of: the key is the survivor's, the others follow from the events of both."""

_FURTHER = ("New", "Reviewing", "Rejected", "Accepted", "Onboarding", "Churned", "Active")
_BETTER_STATUS = ("PROSPECT", "LEAD_EXHAUSTED", "LEAD_QUALIFIED", "CHURNED", "CUSTOMER")


class Take(Enum):
    """Whose value a field gets."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One field of both: their values, the one that is preselected, and whether both may stand."""

    field: FieldSpec
    left: Stored
    right: Stored
    take: Take
    joinable: bool

    @property
    def same(self) -> bool:
        """Whether there is nothing to choose."""
        return self.left == self.right

    def value(self, take: Take | None = None) -> Stored:
        """What will be."""
        take = take or self.take
        if take is Take.BOTH and self.left and self.right:
            return join_both(str(self.left), str(self.right)) if self.left != self.right else self.left
        return self.right if take is Take.RIGHT or (take is Take.BOTH and not self.left) else self.left


def choices(context: Context, left: Mapping[str, Stored], right: Mapping[str, Stored]) -> tuple[FieldChoice, ...]:
    """Every field of two prospects by slug, with the fuller value preselected."""
    return tuple(
        _choice(context, spec, left[spec.slug], right[spec.slug]) for spec in PROSPECTS.fields if spec.slug not in _FOLLOWS
    )


def _choice(context: Context, spec: FieldSpec, left: Stored, right: Stored) -> FieldChoice:
    joinable = spec.type is FieldType.LONG_TEXT
    if joinable and left and right and left != right:
        return FieldChoice(spec, left, right, Take.BOTH, True)
    return FieldChoice(spec, left, right, Take.RIGHT if _fuller(context, spec, left, right) else Take.LEFT, joinable)


def _fuller(context: Context, spec: FieldSpec, left: Stored, right: Stored) -> bool:
    """Whether the right value says more."""
    if _empty(left) or _empty(right):
        return _empty(left) and not _empty(right)
    if spec.slug in STAGE_FIELDS:
        return _place(context, spec.slug, right) > _place(context, spec.slug, left)
    ranked = {"status": _FURTHER, "customer_status": _BETTER_STATUS}.get(spec.slug)
    if ranked is not None:
        return _rank(ranked, right) > _rank(ranked, left)
    if spec.slug in ("applied_on", "next_follow_up"):
        return str(right) < str(left)
    if spec.is_text:
        return spec.slug not in ("owner", "stripe_customer") and _said(right) > _said(left)
    if spec.type in (FieldType.NUMBER, FieldType.CURRENCY, FieldType.PERCENT):
        return float(right or 0) > float(left or 0)
    return False


def _empty(value: Stored) -> bool:
    return value is None or value == ""


def _said(text: Stored) -> tuple[int, int]:
    """How much a text says: an initial less than the name, capitals that shout no more."""
    words = str(text).replace(".", " ").split()
    return sum(len(word) > 1 for word in words), len(str(text))


def _rank(order: Sequence[str], value: Stored) -> int:
    return order.index(str(value)) if value in order else -1


def _place(context: Context, slug: str, value: Stored) -> int:
    journey = context.settings.journey(STAGE_FIELDS[slug])
    stage = journey.find(str(value)) if journey else None
    return journey.stages.index(stage) if journey and stage else -1


def merged(fields: Sequence[FieldChoice], taken: Mapping[str, Take]) -> dict[str, Stored]:
    """The values of the one that both become, by slug; `taken` where somebody chose otherwise than is preselected."""
    return {choice.field.slug: choice.value(taken.get(choice.field.slug)) for choice in fields}
