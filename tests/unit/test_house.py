"""Rules of the house that no other tool checks."""

import importlib
import inspect
import pkgutil
from pathlib import Path

import journeydesk

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
