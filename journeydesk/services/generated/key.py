"""Claude's key: in the keyring, or from the environment; asked for once to see whether it is taken."""

import contextlib

from journeydesk import credentials
from journeydesk.config import Connections
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.integrations import CLAUDE
from journeydesk.services.set_up_checks import note_answered_at_set_up
from journeydesk.storage.sync.meta import get_meta, set_meta

CLAUDE_SERVICE, CLAUDE_ADDRESS = "claude", "https://api.anthropic.com"
SMALL, LARGE = "claude-haiku-5-5", "claude-sonnet-5-5"
"""The models of drafts and of business cases."""


@dataclass(frozen=True, slots=True)
class ClaudeAccess:
    """How to reach Claude: an address in place of its own, or None, and the key."""

    url: str | None
    key: str


def claude_access(context: Context, known: Connections) -> ClaudeAccess | None:
    """The environment's key first, then the keyring's; None where there is none: then every text is the template's."""
    if known.claude_key:
        return ClaudeAccess(known.claude_url, known.claude_key)
    with contextlib.suppress(WorldError):
        key = credentials.token_for(context.database.folder, CLAUDE_SERVICE, known.claude_url or CLAUDE_ADDRESS, CLAUDE_ADDRESS)
        if key:
            return ClaudeAccess(known.claude_url, key)
    return None


def is_connected(context: Context) -> bool:
    """Whether a key was set up on this computer; the keyring is not asked."""
    with context.database.read() as connection:
        return get_meta(connection, "claude_connected") is not None


def connect_claude(context: Context, known: Connections, text: str) -> str:
    """Asks a question with the key, and keeps it in the keyring if it is taken, unless it is the environment's; what came of it in a
    sentence. Raises UserError, ClaudeRefused, ClaudeLate, KeyringMissing; then nothing is kept."""
    key = "".join(text.split()) or known.claude_key or ""
    if not key or not key.isascii() or len(key) > 500:
        raise UserError(tr("This is no key of Claude. Make one at console.anthropic.com, API keys; it begins with sk-ant-."))
    words = check_claude(ClaudeAccess(known.claude_url, key))
    if key != known.claude_key:
        credentials.keep_token(context.database.folder, CLAUDE_SERVICE, known.claude_url or CLAUDE_ADDRESS, key)
    _note(context, "1", words)
    return words


def forget_claude(context: Context) -> bool:
    """Takes the key out of the keyring. Returns whether there was one. Raises KeyringMissing."""
    there = bool(credentials.forget(context.database.folder, (CLAUDE_SERVICE,)))
    _note(context, None)
    return there


def check_claude(access: ClaudeAccess) -> str:
    """Asks for one word. Raises ClaudeRefused, ClaudeLate; an answer of another shape is said."""
    from journeydesk.domain.generated.cleaning import NoAnswer
    from journeydesk.remote.claude.client import ask
    from journeydesk.remote.claude.problems import ClaudeLate

    schema = {
        "type": "object",
        "properties": {"word": {"type": "string"}},
        "required": ["word"],
        "additionalProperties": False,
    }
    try:
        ask(access.key, access.url, SMALL, "Answer with the word ready.", {"question": "ready?"}, schema)
    except NoAnswer as problem:
        raise ClaudeLate(tr("Claude's answer could not be used: {why}.", why=problem)) from problem
    return tr("The test prompt was answered")


def _note(context: Context, value: str | None, words: str = "") -> None:
    with context.database.write() as connection:
        set_meta(connection, "claude_connected", value)
        if words:
            note_answered_at_set_up(context, connection, CLAUDE, words)
    context.publish(Change(frozenset({"settings"})))
