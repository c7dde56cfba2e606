"""Rules of PDF/UA-1 (ISO 14289-1) that a machine can check, after the ones that veraPDF has, on a file as pypdf reads it. Each gives
sentences on what is wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

_GROUPING = {"/Document", "/Part", "/Art", "/Sect", "/Div", "/NonStruct", "/Private"}
_PAINTING = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"Tj", b"TJ", b"'", b'"', b"Do", b"sh", b"BI"}
_HEADINGS = tuple(f"/H{level}" for level in range(1, 7))


def problems(path: Path) -> list[str]:
    """Everything that is wrong with a file."""
    reader = PdfReader(path)
    root: Any = reader.trailer["/Root"]
    return [*_catalogue(reader, root), *_structure(root), *_pages(reader), *_fonts(reader)]


def _catalogue(reader: PdfReader, root: Any) -> Iterator[str]:
    if reader.is_encrypted:
        yield "it is encrypted (7.16)"
    metadata = root.get("/Metadata")
    if metadata is None or b"<pdfuaid:part>1<" not in metadata.get_object().get_data().replace(b" ", b""):
        yield "the metadata do not say PDF/UA-1 (5)"
    if metadata is not None and b"<dc:title>" not in metadata.get_object().get_data():
        yield "the metadata have no title (7.1)"
    if not _is_true(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")):
        yield "the title is not shown (7.1)"
    marks = root.get("/MarkInfo", {})
    if not _is_true(marks.get("/Marked")) or _is_true(marks.get("/Suspects")):
        yield "it is not marked as tagged (7.1)"
    if not root.get("/Lang"):
        yield "it has no language (7.2)"
    if not reader.outline:
        yield "it has no bookmarks (7.17)"
    if "/AcroForm" in root and "/XFA" in root["/AcroForm"]:
        yield "it holds a dynamic form (7.15)"
    for name in root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])[1::2]:
        file = name.get_object()
        if "/F" not in file or "/UF" not in file:
            yield "an attached file has no name (7.11)"


def _is_true(value: Any) -> bool:
    return bool(getattr(value, "value", value))


def elements(root: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Every structure element with the kinds of those around it, in reading order."""

    def walk(node: Any, above: tuple[str, ...]) -> Iterator[tuple[Any, tuple[str, ...]]]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, ArrayObject | list):
            for each in node:
                yield from walk(each, above)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            kind = str(node["/S"])
            kind = str(root["/StructTreeRoot"].get("/RoleMap", {}).get(kind, kind))
            yield node, (*above, kind)
            if "/K" in node:
                yield from walk(node["/K"], (*above, kind))

    tree = root["/StructTreeRoot"]
    yield from walk(tree.get("/K", []), ())


def _structure(root: Any) -> Iterator[str]:
    if "/StructTreeRoot" not in root:
        yield "it has no structure (7.1)"
        return
    level = 0
    for node, kinds in elements(root):
        kind = kinds[-1]
        if kind == "/Figure" and not str(node.get("/Alt", "")).strip():
            yield "a figure has no alternative text (7.3)"
        if kind in _HEADINGS:
            now = _HEADINGS.index(kind) + 1
            if now > level + 1:
                yield f"a heading of level {now} follows one of level {level} (7.4.2)"
            level = now
        if kind in ("/TH", "/TD") and "/TR" not in kinds:
            yield "a cell stands in no row (7.5)"
        if kind == "/TR" and "/Table" not in kinds:
            yield "a row stands in no table (7.5)"
        if kind == "/TH" and not _scoped(node):
            yield "a head of a table does not say whose head it is (7.5)"
        if kind == "/LI" and "/L" not in kinds:
            yield "an item stands in no list (7.6)"
    tables = [list(elements_below(node)) for node, kinds in elements(root) if kinds[-1] == "/Table"]
    if any("/TH" not in kinds for kinds in tables):
        yield "a table has no heads (7.5)"
    if not level:
        yield "it has no headings (7.4)"


def elements_below(node: Any) -> Iterator[str]:
    """The kinds of the elements within one."""
    for child in node.get("/K", []) if isinstance(node.get("/K"), ArrayObject) else [node.get("/K")]:
        child = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(child, DictionaryObject) and "/S" in child:
            yield str(child["/S"])
            yield from elements_below(child)


def _scoped(node: Any) -> bool:
    held = node.get("/A")
    for each in held if isinstance(held, ArrayObject) else [held]:
        each = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(each, DictionaryObject) and "/Scope" in each:
            return True
    return False


def _pages(reader: PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, 1):
        if page.get("/Tabs") != "/S" and page.get("/Annots"):
            yield f"page {number} does not follow the structure by the tab key (7.18.3)"
        for note in page.get("/Annots", []):
            if note.get_object().get("/Subtype") == "/Link" and "/StructParent" not in note.get_object():
                yield f"a link of page {number} is not in the structure (7.18.5)"
        depth = 0
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in (b"BDC", b"BMC"):
                depth += 1
            elif operator == b"EMC":
                depth -= 1
            elif operator in _PAINTING and not depth:
                yield f"page {number} paints {operator.decode()} that is neither tagged nor an artifact (7.1)"
                break
            del operands


def _fonts(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        for name, font in page.get("/Resources", {}).get("/Font", {}).items():
            font = font.get_object()
            for inner in font.get("/DescendantFonts", [font]):
                descriptor = inner.get_object().get("/FontDescriptor")
                if descriptor is None or not {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.get_object().keys():
                    yield f"the font {name} is not embedded (7.21.4)"
            if "/ToUnicode" not in font:
                yield f"the font {name} does not say its letters (7.21.7)"
