"""What a person types or chooses for a field, as it is stored."""

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.values import Stored, parse_text
from journeydesk.services.context import Context


def entered(context: Context, table: str, spec: FieldSpec, text: str) -> Stored:
    """The stored form; of a choice by the word that the team's base has for it, or by ours. Raises ValueRefused with a sentence naming
    field and remedy."""
    if spec.type is FieldType.SELECT and text.strip():
        return context.words.parsed(table, spec, text)
    return parse_text(spec, text)
