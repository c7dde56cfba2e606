"""Files that are no lists, known by how they begin: a picture or a letter is named as what it is."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", tr("a picture (PNG)")),
    (b"\xff\xd8\xff", tr("a picture (JPEG)")),
    (b"GIF8", tr("a picture (GIF)")),
    (b"BM", tr("a picture (BMP)")),
    (b"II*\0", tr("a picture (TIFF)")),
    (b"MM\0*", tr("a picture (TIFF)")),
    (b"%PDF-", tr("a PDF")),
    (b"SQLite format 3\0", tr("a database")),
    (b"MZ", tr("a program")),
    (b"\x7fELF", tr("a program")),
    (b"\x1f\x8b", tr("a compressed file (gzip)")),
    (b"7z\xbc\xaf\x27\x1c", tr("a compressed file (7z)")),
    (b"Rar!\x1a\x07", tr("a compressed file (RAR)")),
    (b"ID3", tr("a sound file")),
    (b"OggS", tr("a sound file")),
    (b"fLaC", tr("a sound file")),
    (b"{\\rtf", tr("a letter (RTF)")),
    (b"\x00\x01\x00\x00\x00", tr("a font")),
)
_SHORT = 2
"""A beginning of so many letters may be that of a list, too: only bytes that no list has tell then."""


def kind_of(data: bytes) -> str:
    """What a file is that is no list, with its article; empty where it may be one."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning) and (len(beginning) > _SHORT or b"\0" in data[:64]):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return tr("a picture (WebP)")
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        return tr("a film or sound file")
    if data.startswith(b"PK\x03\x04"):
        return _of_archive(data[:4096])
    begin = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return tr("a web page") if begin.startswith((b"<!doctype html", b"<html")) else ""


def _of_archive(data: bytes) -> str:
    """Workbooks are archives of files that say what they are part of."""
    if b"word/" in data or b"application/vnd.oasis.opendocument.text" in data:
        return tr("a letter (DOCX or ODT)")
    if b"ppt/" in data or b"opendocument.presentation" in data:
        return tr("a presentation")
    known = (b"xl/", b"[Content_Types].xml", b"_rels/", b"docProps/", b"opendocument.spreadsheet", b"content.xml", b"mimetype")
    return "" if any(name in data for name in known) else tr("a compressed file (ZIP)")


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Raises UserError that says what a file is, where it is no list."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise UserError(
            tr(
                "{name} is empty: there is nothing to bring in. Export the list again from the program that it comes from.",
                name=name,
            )
        )
    kind = kind_of(data)
    if kind:
        raise UserError(
            tr(
                "{name} is {kind}, not a list of prospects. Export the list as CSV, XLSX, ODS or vCard from "
                "the program that it comes from, and choose that file.",
                name=name,
                kind=kind,
            )
        )
