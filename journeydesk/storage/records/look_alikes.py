"""Whom somebody that is being typed may be: found by index in milliseconds, however many there are."""

from collections.abc import Sequence
from itertools import product

from journeydesk.domain.folding import NAME_MARK, fold
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.layout import HAS_EMAIL, HAS_PHONE, LIVING, MAIL_DOMAIN, PHONE_END

_EACH = 40
"""So many are looked at by each road: who shares a clue with more is told by another."""

_ENOUGH = 120
"""From so many on no other road is asked: they go from what tells most to single words."""

_WORDS = 3
_BEGINNING = 3


def candidates(
    connection: Connection, company: Sequence[str], person: Sequence[str], email: str, domain: str, phone: str
) -> list[RecordId]:
    """Living prospects with the address, a mailbox at its domain (empty: not asked), the last digits of the number, or the names.

    Names are words as they are written; their beginnings together find who has a slip of the pen.
    """
    found: dict[int, None] = {}

    def take(statement: str, *values: object) -> None:
        found.update(dict.fromkeys(sql.scalars(connection, f"{statement} LIMIT {_EACH}", values)))

    if email:
        take(f"SELECT lid FROM prospects WHERE email = ? COLLATE NOCASE AND {LIVING}", email)
    if domain:
        take(f"SELECT lid FROM prospects WHERE {MAIL_DOMAIN} = ? AND {HAS_EMAIL}", domain)
    if phone:
        take(f"SELECT lid FROM prospects WHERE {PHONE_END} = ? AND {HAS_PHONE}", phone)
    for terms in _terms([fold(word) for word in company], [fold(word) for word in person]):
        if len(found) >= _ENOUGH:
            break
        take("SELECT rowid FROM prospect_search WHERE prospect_search MATCH ?", f"words : ({terms})")
    return [RecordId(record) for record in found]


def _terms(company: Sequence[str], person: Sequence[str]) -> list[str]:
    by_length = sorted(company, key=len, reverse=True)[:_WORDS]
    people = sorted(person, key=len, reverse=True)[:_WORDS]
    terms = []
    if len(people) > 1:
        terms.append(f"{_is(people[0])} AND {_begins(people[1], 1)}")
    if len(by_length) > 1:
        terms.append(f"{_is(by_length[0])} AND {_begins(by_length[1])}")
        terms.append(f"{_begins(by_length[0], 5)} AND {_is(by_length[1])}")
    terms += [f"{_begins(one)} AND {_begins(other)}" for one, other in product(by_length[:2], people[:2])]
    terms += [_is(word) for word in by_length[:2] if len(word) > 2]
    return terms


def _is(word: str) -> str:
    return f'"{NAME_MARK}{word}"'


def _begins(word: str, letters: int = _BEGINNING) -> str:
    return f'"{NAME_MARK}{word[:letters]}"*'
