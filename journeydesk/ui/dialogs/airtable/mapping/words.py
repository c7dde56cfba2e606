"""Marks and words of the mapping: shape and word always stand together, colour is extra."""

from collections.abc import Sequence
from types import MappingProxyType

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.mapping.offer import State
from journeydesk.domain.words import figure, retold, tr
from journeydesk.services.rows.common import StageMark
from journeydesk.services.sync.mapping.applying import MappingDraft
from journeydesk.services.sync.mapping.rows import FieldDraft, TableDraft

MARKS = MappingProxyType(
    {
        State.DECIDE: ("warn", "warn"),
        State.LIKELY: ("question", "accent"),
        State.READ_ONLY: ("lock", "text2"),
        State.CREATE: ("plus", "accent"),
        State.LEFT_OUT: ("minus", "text2"),
        State.MATCHED: ("ok-circle", "ok"),
    }
)
"""The icon of each state and the token of its colour, in the order in which a person needs them."""

STATE_WORDS = MappingProxyType(
    {
        State.DECIDE: tr("to decide"),
        State.LIKELY: tr("likely"),
        State.READ_ONLY: tr("read only"),
        State.CREATE: tr("will be created"),
        State.LEFT_OUT: tr("left out"),
        State.MATCHED: tr("matched"),
    }
)

TABLE_NAMES = MappingProxyType(
    {
        "prospects": tr("Prospects"),
        "interactions": tr("Interactions"),
        "usage": tr("Usage"),
        "surveys": tr("Surveys"),
        "assets": tr("Customer assets"),
        "progress": tr("User progress"),
        "events": tr("Journey events"),
        "alerts": tr("Alerts"),
        "tasks": tr("Tasks"),
        "settings": tr("Team settings"),
    }
)
"""Our tables as the window calls them."""

TABLE_ICONS = MappingProxyType(
    {
        "prospects": "users",
        "interactions": "phone",
        "usage": "chart",
        "surveys": "star",
        "tasks": "ok-circle",
        "events": "cursor",
        "alerts": "bell",
        "assets": "file",
        "progress": "trend",
        "settings": "sliders",
    }
)

_KIND_ICONS = MappingProxyType(
    {
        "single select": "ok-circle",
        "multiple select": "tag",
        "e-mail": "mail",
        "phone": "phone",
        "web address": "globe",
        "date": "calendar",
        "date and time": "calendar",
        "created time": "clock",
        "last modified": "clock",
        "duration": "hourglass",
        "rating": "star",
        "check box": "check",
        "link": "link",
        "lookup": "search",
        "formula": "formula",
        "rollup": "formula",
        "count": "formula",
        "auto number": "formula",
        "currency": "card",
        "number": "chart",
        "percent": "chart",
        "collaborator": "user",
        "collaborators": "users",
        "created by": "user",
        "last modified by": "user",
        "attachments": "file",
    }
)


def kind_icon(kind: str) -> str:
    """The icon of a field's kind; text where nothing says more."""
    return _KIND_ICONS.get(kind, "text")


def stage_slugs(draft: MappingDraft) -> frozenset[str]:
    """The fields whose words are the stages of a journey."""
    return frozenset(slug for slug, _ in draft.known.words)


def stage_mark(words: Sequence[str], name: str) -> StageMark:
    """A stage out of the words of its journey, which stand in their order."""
    return StageMark(words.index(name) + 1 if name in words else 1, name, "", 0)


def listed(names: Sequence[str], most: int = 2) -> str:
    """Names in a sentence: the first few, and how many more there are."""
    if len(names) > most:
        return tr("{names} and {count} more", names=", ".join(names[:most]), count=len(names) - most)
    return tr(" and ").join(names)


def records_words(table: TableDraft) -> str:
    """How many records their table has, with a plus where not all were counted."""
    if table.remote is None:
        return ""
    return f"{figure(table.record_count)}{('+' if table.remote.has_more else '')}"


def remote_words(table: TableDraft) -> str:
    """What stands for our table in the base."""
    if table.remote is not None:
        return f"{table.remote.name} · {records_words(table)}"
    return {State.CREATE: tr("will be created"), State.LEFT_OUT: tr("left out")}.get(table.state, tr("choose a table"))


def state_words(field: FieldDraft) -> tuple[str, str]:
    """How a field stands: what is said in its state's colour, and the reason beside it."""
    if field.state is State.DECIDE:
        undecided = any(option.state is State.DECIDE for option in field.options)
        return (field.reason, "") if undecided else (tr("choose or leave out"), field.reason)
    if field.state is State.LIKELY:
        share = (
            tr("likely")
            if any(option.state is State.LIKELY for option in field.options)
            else tr("likely ({confidence} %)", confidence=round(field.confidence * 100))
        )
        return share, field.reason
    if field.state is State.READ_ONLY:
        return retold(field.reason) if field.reason.startswith("read only") else tr("read only"), ""
    if field.state is State.MATCHED:
        return tr("matched"), field.reason
    return STATE_WORDS[field.state], ""


def no_field_words(field: FieldDraft) -> str:
    """What stands where none of their fields is chosen."""
    if field.state is State.LEFT_OUT:
        return tr("Left out")
    names = [candidate.name for candidate in field.candidates]
    if field.state is State.DECIDE and len(names) == 1:
        return tr("One fits: {name}", name=names[0])
    if field.state is State.DECIDE and names:
        return tr("{two} fit: {names}", two=tr("Two") if len(names) == 2 else len(names), names=", ".join(names))
    return tr("Choose a field…") if names else tr("No field fits")


def decision_words(draft: MappingDraft) -> str:
    """What is left to decide, the first two in words; empty where nothing is."""
    parts = []
    stages = stage_slugs(draft)
    for table in draft.tables:
        fields = {field.slug: field for field in table.fields}
        for problem in draft.problems(table.slug):
            field = fields.get(problem.field_slug)
            options = [option.name for option in field.options if option.state is State.DECIDE] if field else []
            if field is None:
                parts.append(tr("which table holds {table_names}", table_names=TABLE_NAMES[table.slug]))
            elif options:
                parts.append(
                    tr(
                        "{stage} for {listed}",
                        stage=tr("a stage") if field.slug in stages else tr("a choice"),
                        listed=listed(options),
                    )
                )
            else:
                parts.append(tr("which field is {name}", name=title_of_spec(field.spec)))
    if len(parts) > 2:
        return tr("{parts}, and {count} more", parts=", ".join(parts[:2]), count=len(parts) - 2)
    return tr(", and ").join(parts)


def no_table_words(table: TableDraft) -> str:
    """What it means that our table has none in the base, and what to do."""
    name, reason = TABLE_NAMES[table.slug], table.reason[:1].upper() + table.reason[1:]
    if table.state is State.CREATE:
        return tr(
            "The base has no table for {name} yet. It will be created with its fields at the last step. "
            "If there is one already, choose it above.",
            name=name,
        )
    if table.state is State.LEFT_OUT:
        return tr(
            "{name} is left out: it stays on this computer and is never sent. Choose a table above to sync it.", name=name
        )
    return tr(
        "Choose the table of the base that holds {name}, have one created, or leave it out. {reason}.", name=name, reason=reason
    )
