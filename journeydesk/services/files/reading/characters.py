"""Which characters the bytes of a file stand for: known where the file says so or is UTF-8, else the likeliest reading, shown with
the lines that prove it."""

import codecs

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.files.reading.plausible import plausibility

_SAMPLE = 256 * 1024
_PROOFS = 5
_PIECE = 1024 * 1024
_CLEARLY = 0.25
"""How much more plausible a reading must be for another one to be out of the question."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITHOUT_MARK = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")

CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859-2", "iso8859-15",
    "cp850", "cp852", "cp437", "cp866", "mac_roman", "mac_latin2", "koi8-r", "gb18030", "shift_jis", "big5", "euc_kr", "euc_jp",
)  # fmt: skip
"""What is tried where a file says nothing; of two that read alike the first is named."""

NAMES = {
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32", "utf-32-be": "UTF-32", "cp1250": "Windows-1250", "cp1251": "Windows-1251", "cp1252": "Windows-1252",
    "cp1253": "Windows-1253", "cp1254": "Windows-1254", "cp1255": "Windows-1255", "cp1256": "Windows-1256",
    "cp1257": "Windows-1257", "mac_roman": "Mac Roman", "mac_latin2": "Mac Central European", "cp437": "DOS 437",
    "cp850": "DOS 850", "cp852": "DOS 852", "cp866": "DOS 866", "gb18030": "GB 18030", "shift_jis": "Shift JIS", "big5": "Big5",
    "euc_kr": "EUC-KR", "euc_jp": "EUC-JP", "koi8-r": "KOI8-R", "iso8859-2": "ISO 8859-2", "iso8859-15": "ISO 8859-15",
}  # fmt: skip
"""What people call an encoding."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text, kept in UTF-8 (`data`). `certain` where nothing was guessed; `proofs` are lines in which the guess shows, `rivals`
    the encodings that are nearly as plausible and read one of those lines otherwise."""

    data: bytes
    encoding: str
    certain: bool
    proofs: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole text; bytes that are no UTF-8 are surrogates in it."""
        return self.data.decode("utf-8", "surrogateescape")

    @property
    def name(self) -> str:
        """The encoding as people call it."""
        return NAMES.get(self.encoding, self.encoding)


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file; `encoding` where somebody said it.

    Raises UserError for an encoding that does not exist, bytes that it cannot hold (with their line), and data that are no text.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, name), name, True)
    # A nought here and there is a fault of its cell; where every other byte is one, it is half of each character.
    if data[:_SAMPLE].count(0) * 20 > len(data[:_SAMPLE]):
        return _without_mark(data)
    try:
        return Decoded(_in_utf8(data, "utf-8"), "utf-8", True)
    except UnicodeDecodeError:
        return _nearly_utf8(data) or _guessed(data)


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding.strip().replace("Windows-", "cp").replace("windows-", "cp")).name
    except LookupError:
        raise UserError(
            tr("There is no encoding “{encoding}”. Name one such as utf-8, cp1252 or shift_jis.", encoding=encoding)
        ) from None
    if name == "utf-8":
        name = "utf-8-sig"
    return Decoded(_strictly(data, name), name, True)


def _in_utf8(data: bytes, encoding: str) -> bytes:
    """The same text in UTF-8, piece by piece: a whole text may take four bytes for each character. Raises UnicodeDecodeError."""
    decoder = codecs.getincrementaldecoder(encoding)()
    pieces = bytearray()
    for start in range(0, len(data), _PIECE):
        try:
            text = decoder.decode(data[start : start + _PIECE], start + _PIECE >= len(data))
        except UnicodeDecodeError as problem:
            # Where it is in the file, not in its piece.
            before = start + len(data[start : start + _PIECE]) - len(problem.object)
            raise UnicodeDecodeError(encoding, data, before + problem.start, before + problem.end, problem.reason) from None
        if encoding != "utf-8":
            pieces += text.encode("utf-8", "surrogatepass")
    return data if encoding == "utf-8" else bytes(pieces)


def _strictly(data: bytes, encoding: str) -> bytes:
    try:
        return _in_utf8(data, encoding)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise UserError(
            tr(
                "Line {line} holds bytes that are no {get}. Save the file as UTF-8, or name its encoding.",
                line=line,
                get=NAMES.get(encoding, encoding),
            )
        ) from None


def _without_mark(data: bytes) -> Decoded:
    for name in _WITHOUT_MARK:
        try:
            text = _in_utf8(data, name)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE].decode("utf-8", "ignore")
        if b"\0" not in text and (b"\n" in text or b"\r" in text or len(text) < 200) and plausibility(sample) > 0:
            return Decoded(text, name, True)
    raise UserError(tr("The file holds binary data and is no table of text. Export it as CSV or XLSX and try again."))


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes is UTF-8: those stay as marks in their cells, which are then refused with their rows."""
    bad = good = 0
    for line in data.splitlines():
        if not line.isascii():
            text = line.decode("utf-8", "surrogateescape")
            strange = sum("\udc80" <= letter <= "\udcff" for letter in text)
            bad += strange
            good += sum(not letter.isascii() for letter in text) - strange
    if good < 3 or bad * 3 > good:
        return None
    return Decoded(data, "utf-8", True)


def _guessed(data: bytes) -> Decoded:
    lines = [line for line in data[:_SAMPLE].splitlines()[:-1] or data.splitlines() if not line.isascii()]
    if not lines:
        lines = [line for line in data.splitlines() if not line.isascii()][:200]
    sample = b"\n".join(lines[:400])
    readings = []
    for place, name in enumerate(CANDIDATES):
        try:
            readings.append((plausibility(sample.decode(name)), -place, name))
        except UnicodeDecodeError:
            continue
    readings.sort(reverse=True)
    for _, _, name in readings:
        try:
            text = _in_utf8(data, name)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise UserError(tr("The file is no text in any encoding that is known here. Save it as UTF-8 and try again."))
    best = next(score for score, _, reading in readings if reading == name)
    proof = sample.decode(name)
    near = [other for score, _, other in readings if other != name and best - score < _CLEARLY]
    rivals = tuple(other for other in near if sample.decode(other) != proof)
    return Decoded(text, name, False, tuple(proof.split("\n")[:_PROOFS]), rivals)
