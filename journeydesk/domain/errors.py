"""Every error that Journeydesk raises on purpose, as one tree of three branches.

JourneydeskError
├── WorldError        the world's fault: network, disk, quota, another program
├── UserError         a wrong value, a wrong file, a wrong command; str() says what was wrong, where, and what to do
└── Bug               ours: a state that the code promised could not be

The text of an error is the sentence that a person reads.
"""

from journeydesk.domain.words import tr


class JourneydeskError(Exception):
    """The root; catch this at the edges only."""


class WorldError(JourneydeskError):
    """Something outside failed; trying again later may help."""


class NotNow(WorldError):
    """What was asked has to wait for something that ends by itself; everything is kept, and asking again will do."""


class UserError(JourneydeskError):
    """What was asked cannot be done as asked; nothing was changed."""


class Bug(JourneydeskError):
    """A promise of the code was broken; please report it."""


class ValueRefused(UserError):
    """A value does not fit its field; `field` is the field's name as people know it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class SettingError(UserError):
    """A setting has a wrong value; `key`, `value` and `allowed` say which, what and what instead, `span` least and most of a number."""

    def __init__(self, key: str, value: object, allowed: str, span: tuple[float, float] | None = None) -> None:
        super().__init__(
            tr(
                "The setting {key} is {value}; allowed is {allowed}. The default is used until it is corrected.",
                key=key,
                value=f"{value!r}",
                allowed=allowed,
            )
        )
        self.key = key
        self.value = value
        self.allowed = allowed
        self.span = span


class DatabaseUnreadable(UserError):
    """The file is there but cannot be read with this key, or is no database."""


class DatabaseGone(UserError):
    """There is no file, but copies of one stand beside its place."""


class KeyringMissing(WorldError):
    """This system has no keyring that keeps secrets safely."""


class KeyLost(UserError):
    """The database is encrypted and its key is in no keyring of this computer."""
