"""What became of the mails that were sent, for the report “E-mail”."""

from collections.abc import Mapping

from journeydesk.domain.mail.rates import MailFact
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.mail.consents import consents

_FACTS = """
SELECT m.template,
  EXISTS (SELECT 1 FROM mail_received r WHERE r.item = m.id AND r.kind = 'reply'),
  EXISTS (SELECT 1 FROM mail_received r WHERE r.item = m.id AND r.kind = 'bounce'),
  coalesce((SELECT group_concat(DISTINCT json_extract(e.payload, '$.url')) FROM events e
    WHERE e.prospect = m.prospect AND e.event = 'link_clicked' AND e.deleted = 0 AND json_valid(e.payload)
      AND json_extract(e.payload, '$.message') = m.key), ''),
  m.recipient, m.key IN (SELECT message FROM tracked_link WHERE substr(target, 1, 5) = 'open ' AND sent_at IS NOT NULL),
  EXISTS (SELECT 1 FROM events e WHERE e.prospect = m.prospect AND e.event = 'email_opened' AND e.deleted = 0
    AND json_valid(e.payload) AND json_extract(e.payload, '$.message') = m.key)
FROM mail_item m
WHERE m.state = 'sent' AND m.sent_at >= ? AND m.sent_at < ? ORDER BY m.id
"""


def mail_facts(connection: Connection, since: str, until: str, names: Mapping[str, str] | None = None) -> list[MailFact]:
    """Every mail that was sent from `since` until before `until` (stored moments); `names` calls addresses of links, and without
    one a link is called by its address. Who consents had the picture in this very mail and still agrees: of others nobody can know."""
    called = names or {}
    agreed = {each.address for each in consents(connection)}
    return [
        MailFact(
            template,
            bool(replied),
            bool(bounced),
            frozenset(called.get(address, address) for address in clicked.split(",") if address),
            bool(has_picture) and recipient.casefold() in agreed,
            bool(opened),
        )
        for template, replied, bounced, clicked, recipient, has_picture, opened in sql.rows(connection, _FACTS, (since, until))
    ]
