"""Whose fault a refusal is, read from the service's own words."""

from collections.abc import Mapping

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.values import Wire
from journeydesk.storage.sync.table_maps import TableMap


def fields_named_in(table_map: TableMap, sent: Mapping[str, Wire], reason: str) -> set[str]:
    """The fields that the reason names, by value, id or name; empty where it names none of them.

    Airtable, for one, quotes an unknown option (`create new select option "X"`), names a field (`Field "X" cannot accept`), or a linked
    record's id (docs/services.md, "Airtable: writing").
    """
    by_slug = BY_SLUG[table_map.slug].by_slug
    named = set()
    for slug, value in sent.items():
        shown = table_map.theirs(slug, value) if isinstance(value, str) else value
        texts = [shown] if isinstance(shown, str) else list(shown) if isinstance(shown, list) else []
        if (
            any(f'"{text}"' in reason for text in texts)
            or table_map.fields[slug] in reason
            or f'"{by_slug[slug].name}"' in reason
        ):
            named.add(slug)
    return named
