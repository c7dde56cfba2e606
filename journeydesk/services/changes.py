"""What changed, and who began it: the one message that crosses from a write to the screens."""

from collections.abc import Callable
from dataclasses import field

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class Change:
    """Kinds are table slugs, or `sync` (the pill's facts), `views`, `settings`, `money`, `positions`, `messages`, `mail`,
    `scenarios`.

    `prospects` names the prospects touched; None means any. `origin` is `user`, `sync`, `receiver` or `stripe`.
    """

    kinds: frozenset[str]
    prospects: frozenset[RecordId] | None = field(default=None)
    origin: str = "user"

    def touches(self, prospect: RecordId | None, kinds: frozenset[str]) -> bool:
        """Whether something of these kinds may be another for a prospect since; new settings touch everybody."""
        if "settings" in self.kinds:
            return True
        return bool(self.kinds & kinds) and (self.prospects is None or prospect in self.prospects)

    def and_then(self, later: "Change") -> "Change":
        """Both as one, for who reads once for several; begun by a person where one of them was."""
        both = None if self.prospects is None or later.prospects is None else self.prospects | later.prospects
        return Change(self.kinds | later.kinds, both, "user" if "user" in (self.origin, later.origin) else later.origin)


Listener = Callable[[Change], None]
