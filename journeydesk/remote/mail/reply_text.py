"""What a person wrote in an answer, without what it quotes and the signature."""

_LANGUAGES = ["en", "de", "es", "fr", "it", "nl"]


def reply_text(text: str) -> str:
    """The answer alone; the whole text where nothing of it would be left."""
    from mailparser_reply import EmailReplyParser

    parsed = EmailReplyParser(languages=_LANGUAGES).parse_reply(text=text[:50_000])
    return (parsed or "").strip() or text.strip()
