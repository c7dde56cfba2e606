"""Drawings stay as they were looked at: each line of a file in `drawings/` is a shape.

`python -m tests.unit.reports.test_drawings` writes them anew; look at the pictures before keeping them.
"""

from pathlib import Path

import pytest

from journeydesk.reports.blocks.drawn import Drawn
from tests.report_samples import FIT, FLOWS, FORECAST, HEAT_MAP, SERIES, WATERFALL

FOLDER = Path(__file__).with_name("drawings")
DRAWINGS: dict[str, Drawn] = {
    "waterfall": WATERFALL,
    "heat_map": HEAT_MAP,
    "series": SERIES,
    "levels": FIT,
    "forecast": FORECAST,
    "flows": FLOWS,
}


def lines(block: Drawn) -> list[str]:
    drawing = block.draw(560, block.tall)
    shapes = [" ".join(f"{name}={value}" for name, value in shape.items()) for shape in drawing.page()["shapes"]]
    parts = [f"part {part.x:.1f} {part.y:.1f} {part.width:.1f} {part.height:.1f} {part.words}" for part in drawing.parts]
    return shapes + parts


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_as_it_was_looked_at(name: str) -> None:
    assert lines(DRAWINGS[name]) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, block in DRAWINGS.items():
        (FOLDER / f"{name}.txt").write_text("\n".join(lines(block)) + "\n", encoding="utf-8")
