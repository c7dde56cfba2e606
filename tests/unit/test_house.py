"""Rules of the house that no other tool checks."""

import ast
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import journeydesk
from journeydesk.storage.schema.head import HEAD

_HOUSE = Path(journeydesk.__file__).parent
_OVERRIDES_FROM = "PySide6"


def _modules() -> list[str]:
    packages = pkgutil.walk_packages(journeydesk.__path__, "journeydesk.")
    return [module.name for module in packages if not module.name.endswith("__main__")]


def test_no_docstring_stands_on_a_qt_override() -> None:
    documented = []
    for name in _modules():
        for label, kind in inspect.getmembers(importlib.import_module(name), inspect.isclass):
            bases = [base for base in kind.__mro__[1:] if base.__module__.startswith(_OVERRIDES_FROM)]
            if kind.__module__ != name or not bases:
                continue
            documented += [
                f"{name}.{label}.{method}"
                for method, function in vars(kind).items()
                if inspect.isfunction(function)
                and function.__doc__
                and not method.startswith("__")
                and any(method in vars(base) for base in bases)
            ]
    assert documented == []


_MOST_FILES = 25
_MOST_LINES = 350


def test_no_folder_holds_more_than_25_files() -> None:
    folders = {module.parent for module in _HOUSE.rglob("*.py")}
    crowded = {str(folder): count for folder in folders if (count := len(list(folder.glob("*.py")))) > _MOST_FILES}
    assert crowded == {}


def test_no_module_is_longer_than_350_lines() -> None:
    lengths = {str(module): len(module.read_text(encoding="utf-8").splitlines()) for module in _HOUSE.rglob("*.py")}
    assert {module: length for module, length in lengths.items() if length > _MOST_LINES} == {}


_WRITTEN = (".md", ".py", ".toml", ".yaml", ".json", ".ts", ".txt", ".spec")
_UNSOLVED = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)


def test_no_file_says_two_things_in_one_place() -> None:
    root = _HOUSE.parent
    folders = (_HOUSE, *(root / name for name in ("docs", "migrations", "resources", "tests")))
    written = [file for folder in folders for file in folder.rglob("*")] + list(root.glob("*"))
    marked = [str(file) for file in written if file.suffix in _WRITTEN and _UNSOLVED.search(file.read_text(encoding="utf-8"))]
    assert marked == []


def _imports() -> dict[str, set[str]]:
    """Which modules of ours each module imports, wherever in it: at its top, in a function, or for types alone."""
    names = {".".join(module.relative_to(_HOUSE.parent).with_suffix("").parts): module for module in _HOUSE.rglob("*.py")}
    known = {name.removesuffix(".__init__"): module for name, module in names.items()}
    imports: dict[str, set[str]] = {}
    for name, module in known.items():
        imports[name] = set()
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imports[name] |= {alias.name for alias in node.names if alias.name in known}
            elif isinstance(node, ast.ImportFrom) and node.module in known:
                inside = {f"{node.module}.{alias.name}" for alias in node.names}
                imports[name] |= {target if target in known else str(node.module) for target in inside | {str(node.module)}}
                if inside <= known.keys():
                    imports[name].discard(str(node.module))
    return imports


def test_no_files_import_each_other_in_a_circle() -> None:
    imports = _imports()
    # What imports nothing that is left is in no circle; what remains in the end is one, or leads into one.
    while leaves := {name for name, targets in imports.items() if not targets & imports.keys()}:
        imports = {name: targets for name, targets in imports.items() if name not in leaves}
    assert {name: targets & imports.keys() for name, targets in imports.items()} == {}


_BELOW_THE_DOMAIN = {"config.py"}
_STANDARD_DATACLASS = re.compile(r"^from dataclasses import .*\bdataclass\b", re.M)


def test_frozen_classes_are_made_quickly_and_small() -> None:
    slow = {
        module.relative_to(_HOUSE).as_posix()
        for module in _HOUSE.rglob("*.py")
        if "@dataclass(frozen=True, slots=True" in (text := module.read_text(encoding="utf-8"))
        and _STANDARD_DATACLASS.search(text)
    }
    assert slow == _BELOW_THE_DOMAIN, "take dataclass from journeydesk/domain/frozen_data.py"


def test_every_tests_name_is_a_short_sentence() -> None:
    tests = Path(__file__).resolve().parents[1]
    long = [
        f"{path.relative_to(tests)}: {node.name}"
        for path in tests.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and len(node.name) > len("test_") + 60
    ]
    assert long == []


def test_the_steps_of_the_schema_follow_one_another() -> None:
    steps = sorted(path.name for path in (_HOUSE.parent / "migrations" / "versions").glob("[0-9]*.py"))
    assert [name[:4] for name in steps] == [f"{number:04}" for number in range(1, HEAD + 1)]


_PAINTED_AS_IT_IS = {
    "ui/mirror.py": "it is what mirrors",
    "ui/picture.py": "the frame of a picture of the window, with its title in the middle",
    "ui/window/farewell.py": "one colour",
    "ui/tabs/alerts/list_pane.py": "lines from edge to edge",
    "ui/tabs/kanban/ghost.py": "a picture of what was mirrored, with a text in its middle",
    "ui/dialogs/sheet.py": "a frame that is the same on both sides",
}
_PLAIN = re.compile(r"\.drawText\(|= QPainter\(self\)")


def test_what_is_painted_can_be_mirrored() -> None:
    modules = {module.relative_to(_HOUSE).as_posix(): module for module in (_HOUSE / "ui").rglob("*.py")}
    plain = {name for name, module in modules.items() if _PLAIN.search(module.read_text(encoding="utf-8"))}
    assert plain <= _PAINTED_AS_IT_IS.keys(), "paint with painter_on and draw_text of journeydesk/ui/mirror.py"
