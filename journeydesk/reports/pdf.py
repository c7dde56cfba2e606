"""The report as pages: PDF/UA-1 through Typst, and a page as a picture for the preview."""

import json
import re
from pathlib import Path
from typing import Any, Literal

from journeydesk.config import resources
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.reports.document import Paper, document, figures_csv
from journeydesk.reports.page_words import page_words
from journeydesk.reports.report import Report
from journeydesk.reports.typesetting import Refused, typesetter
from journeydesk.storage.engine.files import write_file


def _compile(report: Report, form: Literal["pdf", "png"], paper: Paper, ppi: float | None) -> list[bytes]:
    data = document(report, paper) | {"csv": figures_csv(report), "say": page_words(report.head)}
    options: dict[str, Any] = {"ppi": ppi} if form == "png" else {"pdf_standards": ["ua-1"]}
    shown = data
    unseen = ""
    while True:
        try:
            return typesetter.pages(
                {
                    "template": str(resources() / "reports" / f"{report.page}.typ"),
                    "format": form,
                    "sys_inputs": {"report": json.dumps(shown, ensure_ascii=False), "paper": paper},
                    "timestamp": report.head.stamp,
                    **options,
                }
            )
        except Refused as problem:
            # An accessible PDF refuses a character that no font has; a name with one costs a box, not the report.
            missing = "".join(letter for letter in _letters_without_glyph(str(problem)) if letter not in unseen)
            if not missing:
                raise UserError(
                    tr("The report could not be set: {problem}. The figures themselves are on the screen.", problem=problem)
                ) from problem
            unseen += missing
            shown = _boxed(data, unseen)
            shown["method"] = [*data["method"], _NO_GLYPH.format(", ".join(f"U+{ord(letter):04X}" for letter in unseen))]


_REFUSED = re.compile(r'the text `?"(.+?)"`? could not be displayed', re.S)
_NO_GLYPH = tr("A box stands for characters that no font of this computer has: {}.")
_BOX = "□"


def _letters_without_glyph(problem: str) -> str:
    """The characters that a refusal of the typesetter names; what is written as `\\u{1f680}` is read back."""
    named = "".join(_REFUSED.findall(problem))
    named = re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda code: chr(int(code[1], 16)), named)
    return "".join(letter for letter in named if letter != _BOX and not letter.isspace())


def _boxed(value: Any, letters: str) -> Any:
    """The data with a box in the place of each of these characters."""
    if isinstance(value, str):
        boxed = value.translate(dict.fromkeys(map(ord, letters), _BOX))
        # What joined or varied such a character has nothing left to join.
        return boxed if boxed == value else re.sub("[\u200d\ufe0f]", "", boxed)
    if isinstance(value, list):
        return [_boxed(item, letters) for item in value]
    if isinstance(value, dict):
        return {key: _boxed(item, letters) for key, item in value.items()}
    return value


def make_ready() -> None:
    """For whoever will ask for pages soon: the typesetter starts meanwhile."""
    typesetter.make_ready()


def write_pdf(report: Report, path: Path, paper: Paper = "a4", workspace: Path | None = None) -> Path:
    """Writes the report; the same figures give the same bytes. The file is whole or not there, and for its owner only. `workspace`
    is the folder whose own files are never written over."""
    pages = _compile(report, "pdf", paper, None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserError(
            tr("{path} cannot be written: {strerror}. Choose another folder.", path=path, strerror=problem.strerror)
        ) from problem
    write_file(path, pages[0], workspace)
    return path


def write_files(report: Report, path: Path, paper: Paper = "a4", workspace: Path | None = None) -> Path:
    """Writes the report and, beside it under the same name, its figures as CSV. Returns the path of the PDF. Raises as
    `write_pdf` does."""
    write_pdf(report, path, paper, workspace)
    write_file(path.with_suffix(".csv"), f"\ufeff{figures_csv(report)}".encode(), workspace)
    return path


def page_images(report: Report, paper: Paper = "a4", ppi: float = 110) -> list[bytes]:
    """Each page as PNG, set from the same template as the PDF: for the preview."""
    return _compile(report, "png", paper, ppi)
