"""The report as pages: PDF/UA-1 through Typst, and a page as a picture for the preview."""

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from journeydesk.config import resources
from journeydesk.domain.errors import UserError
from journeydesk.reports.document import Paper, document, figures_csv
from journeydesk.reports.report import Report


def _compile(report: Report, form: Literal["pdf", "png"], paper: Paper, ppi: float | None) -> list[bytes]:
    import typst

    template = resources() / "reports" / f"{report.page}.typ"
    data = document(report, paper) | {"csv": figures_csv(report)}
    inputs = {"report": json.dumps(data, ensure_ascii=False), "paper": paper}
    options: dict[str, Any] = {"ppi": ppi} if form == "png" else {"pdf_standards": ["ua-1"]}
    try:
        compiled = typst.compile(
            str(template),
            None,
            format=form,
            sys_inputs=inputs,
            timestamp=datetime.fromtimestamp(report.head.stamp, UTC),
            **options,
        )
    except typst.TypstError as problem:
        raise UserError(f"The report could not be set: {problem}. The figures themselves are on the screen.") from problem
    return list(compiled) if isinstance(compiled, list) else [compiled]


def write_pdf(report: Report, path: Path, paper: Paper = "a4") -> Path:
    """Writes the report; the same figures give the same bytes. The file is whole or not there."""
    pages = _compile(report, "pdf", paper, None)
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(pages[0])
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as problem:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(f"{path} cannot be written: {problem.strerror}. Choose another folder.") from problem
    return path


def page_images(report: Report, paper: Paper = "a4", ppi: float = 110) -> list[bytes]:
    """Each page as PNG, set from the same template as the PDF: for the preview."""
    return _compile(report, "png", paper, ppi)
