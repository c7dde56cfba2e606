"""Links that are texts in the remote, looked at again once prospects came, were renamed or went (docs/sync.md, "Links as names")."""

from collections.abc import Iterator, Sequence

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.field_kinds.link_names import Name, linked
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import update_many
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.bases import touch
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.named_links import (
    Linking,
    NamedLink,
    is_chosen_here,
    named_links,
    names_before,
    names_state,
    read_names,
    unsettled_links,
)
from journeydesk.sync.sync_pass import SyncPass

_RESOLVED = "names_resolved "
"""Meta key by table slug: how names stood when its links were last looked at."""

_PAGE = 500
_SHOWN = 3


def resolve_named_links(sync_pass: SyncPass) -> None:
    """Links what was not known by name when it came and is by now, and says what is still not; nothing is read where no name changed."""
    for slug in sync_pass.maps:
        with sync_pass.database.read() as connection:
            links = named_links(connection, slug)
            state = names_state(connection, slug) if links else None
            known = get_meta(connection, _RESOLVED + slug) if links else None
        if not links or (state == known and slug not in sync_pass.agreed):
            continue
        sync_pass.agreed.discard(slug)
        texts = []
        for link in links:
            unknown: dict[str, int] = {}
            for page in _pages(sync_pass, slug, link):
                _resolve(sync_pass, slug, link, page, unknown)
            texts += [_sentence(slug, link, unknown)] if unknown else []
        with sync_pass.database.write(counted=False) as connection:
            set_meta(connection, _RESOLVED + slug, names_state(connection, slug))
            sync_notes.settle(connection, sync_notes.NAMES, slug, sync_pass.now(), tuple(texts))
            for text in texts:
                if sync_notes.add(connection, sync_notes.NAMES, slug, None, text, sync_pass.now()):
                    sync_pass.tally.notes.append(text)
                    sync_pass.tally.kinds.add("sync")


def look_again(connection: Connection, sync_pass: SyncPass) -> None:
    """What was sent since may say another link here than the one that it says there: the next pass looks."""
    for slug in sync_pass.agreed:
        set_meta(connection, _RESOLVED + slug, None)


def _pages(sync_pass: SyncPass, slug: str, link: NamedLink) -> Iterator[Sequence[Linking]]:
    with sync_pass.database.read() as connection:
        unsettled = unsettled_links(connection, slug, link)
    for start in range(0, len(unsettled), _PAGE):
        sync_pass.check()
        yield unsettled[start : start + _PAGE]


def _resolve(sync_pass: SyncPass, slug: str, link: NamedLink, page: Sequence[Linking], unknown: dict[str, int]) -> None:
    """Sets the links of a page that are others by now; counts in `unknown` by name those that name nobody, or not one alone."""
    with sync_pass.database.write(counted=False) as connection:
        names = read_names(connection, link.target, [str(each.agreed) for each in page])
        edits: dict[RecordId, dict[str, int]] = {}
        for each in page:
            found: Sequence[Name] = names[str(each.agreed)]
            if each.stored is not None and is_chosen_here(connection, slug, link, each.record):
                if linked(found) not in (None, each.stored):
                    # Somebody here chose another than whom the text means by now: it is written so that all mean that one.
                    touch(connection, slug, each.record)
                continue
            if each.stored is not None:
                # Whoever is named before the one that we have is meant first; behind it others may stand.
                found = names_before(connection, link.target, str(each.agreed), found, each.stored)
            target = linked(found)
            if target is not None:
                edits[each.record] = {link.field: target}
            elif each.stored is None and found:
                name = next((name for name in found if name.records), found[0])
                unknown[name.text] = max(unknown.get(name.text, 0), len(name.records))
        if edits:
            update_many(connection, slug, edits, sync_pass.author())
            for record in edits:
                sync_pass.touch(connection, slug, record)


def _sentence(slug: str, link: NamedLink, unknown: dict[str, int]) -> str:
    shown = [
        tr("“{name}” ({count} are called so)", name=name, count=figure(count))
        if count
        else tr("“{name}” (nobody is called so)", name=name)
        for name, count in list(unknown.items())[:_SHOWN]
    ]
    if len(unknown) > _SHOWN:
        shown[-1] = tr("{name} and {count} more", name=shown[-1], count=figure(len(unknown) - _SHOWN))
    return tr(
        "{name}, {field}: it is not known whom {shown} means. The text is kept as it is there and linked once one prospect "
        "alone is called so; an e-mail address or a key tells two apart.",
        name=BY_SLUG[slug].name,
        field=BY_SLUG[slug].by_slug[link.field].name,
        shown=", ".join(shown),
    )
