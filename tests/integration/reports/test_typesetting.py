"""The typesetter in a process of its own: it stays for the next report, ends by itself, and its end is said in words."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.reports.typesetting import Refused, Typesetter, _cut, _ended, _fitted


@pytest.fixture
def typesetter() -> Iterator[Typesetter]:
    setter = Typesetter()
    yield setter
    setter.stop()


def _request(tmp_path: Path, text: str) -> dict[str, Any]:
    template = tmp_path / "page.typ"
    template.write_text(text, encoding="utf-8")
    return {"template": str(template), "format": "png", "sys_inputs": {"word": "Łąkowisko"}, "timestamp": 0, "ppi": 72.0}


def test_each_page_comes_whole_and_in_order(typesetter: Typesetter, tmp_path: Path) -> None:
    pages = typesetter.pages(_request(tmp_path, "#sys.inputs.word #pagebreak() two #pagebreak() three"))
    assert len(pages) == 3
    assert all(page.startswith(b"\x89PNG") and page.endswith(b"IEND\xaeB`\x82") for page in pages)
    assert len(set(pages)) == 3


def test_what_cannot_be_set_is_refused_and_the_next_is_set(typesetter: Typesetter, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nonsense"):
        typesetter.pages(_request(tmp_path, "#nonsense"))
    assert len(typesetter.pages(_request(tmp_path, "sense"))) == 1


def test_the_child_is_kept_for_the_next_report(typesetter: Typesetter, tmp_path: Path) -> None:
    typesetter.pages(_request(tmp_path, "one"))
    child = typesetter._child
    typesetter.pages(_request(tmp_path, "two"))
    assert typesetter._child is child


def test_the_child_ends_when_nothing_more_is_asked(tmp_path: Path) -> None:
    typesetter = Typesetter(kept_seconds=0.1)
    typesetter.pages(_request(tmp_path, "one"))
    child = typesetter._child
    assert child is not None
    until = time.monotonic() + 10
    while child.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    assert not typesetter.runs
    assert child.poll() is not None


def test_a_child_that_was_killed_is_started_again(typesetter: Typesetter, tmp_path: Path) -> None:
    typesetter.pages(_request(tmp_path, "one"))
    assert typesetter._child is not None
    typesetter._child.kill()
    typesetter._child.wait()
    assert len(typesetter.pages(_request(tmp_path, "two"))) == 1


def test_a_child_that_ends_within_an_answer_is_said(
    typesetter: Typesetter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/true")
    with pytest.raises(UserError, match="typesetter ended"):
        typesetter.pages(_request(tmp_path, "one"))
    assert not typesetter.runs
    monkeypatch.undo()
    assert len(typesetter.pages(_request(tmp_path, "one"))) == 1


def test_the_program_that_asks_never_loads_the_typesetter(
    typesetter: Typesetter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given back afterwards: a process can load it only once.
    monkeypatch.delitem(sys.modules, "typst", raising=False)
    typesetter.pages(_request(tmp_path, "one"))
    assert "typst" not in sys.modules


def test_a_child_that_was_made_ready_is_the_one_that_answers(typesetter: Typesetter, tmp_path: Path) -> None:
    typesetter.make_ready()
    child = typesetter._child
    assert child is not None
    typesetter.make_ready()
    assert len(typesetter.pages(_request(tmp_path, "one"))) == 1
    assert typesetter._child is child


def test_a_child_that_was_made_ready_for_nobody_ends(tmp_path: Path) -> None:
    typesetter = Typesetter(kept_seconds=0.1)
    typesetter.make_ready()
    child = typesetter._child
    assert child is not None
    child.wait(10)
    assert not typesetter.runs


_PAGE = """#set page(width: 200pt, height: 200pt, margin: 0pt)
#let fit = float(sys.inputs.fit)
#for _ in range(NUMBER) { block(height: 10pt, spacing: 2pt * fit)[-] }
#context [#metadata((here().page(), here().position().y / 200pt))<end>]"""


@pytest.mark.parametrize("lines", range(17, 60, 3))
def test_pages_are_set_few_times_and_the_last_is_filled(lines: int, tmp_path: Path) -> None:
    compiler = Counting(tmp_path, _PAGE.replace("NUMBER", str(lines)))
    filled = {}
    for fit in (1.0, 0.86, 0.72, 0.6, 1.14, 1.28):
        compiler.compile(sys_inputs={"fit": str(fit)}, format="png", ppi=20)
        filled[fit] = _ended(compiler)[1]
    compiler.fits.clear()
    _fitted(compiler, {"sys_inputs": {}, "format": "png", "ppi": 20})
    chosen = max(compiler.fits, key=lambda fit: (filled[fit] >= 0.4, -abs(fit - 1) if filled[fit] >= 0.4 else filled[fit]))
    assert filled[chosen] >= min(0.4, max(filled.values()))
    assert len(compiler.fits) <= 5
    assert compiler.fits == [1.0] or filled[1.0] < 0.4


class Counting:
    """A compiler that notes at which fits it was asked for pages."""

    def __init__(self, folder: Path, text: str) -> None:
        import typst

        (folder / "page.typ").write_text(text, encoding="utf-8")
        self._compiler = typst.Compiler(str(folder / "page.typ"))
        self.eval = self._compiler.eval
        self.fits: list[float] = []

    def compile(self, **request: Any) -> Any:
        self.fits.append(float(request["sys_inputs"]["fit"]))
        return self._compiler.compile(**request)


_PARTS = """
#set page(width: 100pt, height: 200pt, margin: 10pt)
#let share() = (here().position().y - 10pt) / 180pt
#let cut = sys.inputs.at("cut", default: "")
#for part in range(6) {
  if cut == str(part) { pagebreak(weak: true) }
  context [#metadata((str(part), here().page(), share()))<part>]
  block(height: 38pt, spacing: 0pt, breakable: false)[part]
}
#context [#metadata((here().page(), share()))<end>]
"""


def test_where_no_fit_fills_the_last_page_a_part_more_goes_there(tmp_path: Path) -> None:
    """Six parts on pages of four: two alone would fill a fifth of the last less than it has to be filled by."""
    compiler = Counting(tmp_path, _PARTS)
    pages = _fitted(compiler, {"sys_inputs": {}, "format": "png", "ppi": 20})
    assert len(pages) == 2
    number, filled = _ended(compiler)
    assert (number, filled >= 0.4) == (2, True)


@pytest.mark.parametrize(
    ("parts", "drawn", "cut"),
    [
        ([("a", 1, 0.0), ("b", 1, 0.5), ("c", 1, 0.7), ("d", 2, 0.0)], 1.2, "c"),
        ([("a", 1, 0.0), ("b", 1, 0.5), ("c", 1, 0.9), ("d", 2, 0.0)], 1.2, "b"),
        ([("a", 1, 0.0), ("b", 1, 0.2), ("d", 2, 0.0)], 1.1, ""),
        ([], 1.1, ""),
    ],
)
def test_the_latest_part_that_fills_both_pages_begins_the_last(
    parts: list[tuple[str, int, float]], drawn: float, cut: str
) -> None:
    assert _cut(parts, drawn) == cut
