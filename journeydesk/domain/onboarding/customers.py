"""Test customers: who is one is told by key or address alone, on every machine, so that none ever becomes a prospect or a figure."""

PREFIX = "TEST-"
"""How the Application ID of a test customer begins; keys made here begin otherwise."""

MAIL_DOMAIN = "test.journeydesk.invalid"
"""The domain of their addresses: no mail to it can arrive anywhere (RFC 2606)."""

_PREFIX, _AT_DOMAIN = PREFIX.casefold(), f"@{MAIL_DOMAIN}"
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_test_customer() -> str:
    """A key for one."""
    # Who only asks whether somebody is one, for each row of a file, needs none of this.
    import secrets

    return PREFIX + "".join(secrets.choice(_LETTERS) for _ in range(8))


def address_of(key: str) -> str:
    """The address of a test customer."""
    return f"{key.casefold()}@{MAIL_DOMAIN}"


def is_test_customer(key: object, email: object = None) -> bool:
    """Whether a customer with this key, or this address, exists for checks only."""
    named = str(key or "").strip().casefold()
    address = str(email or "").strip().casefold()
    return named.startswith(_PREFIX) or named.endswith(_AT_DOMAIN) or address.endswith(_AT_DOMAIN)
