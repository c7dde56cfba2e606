"""`dataclass` for what is loaded before the window's first paint: the same classes, made in a third of the time.

The standard decorator compiles six methods for each frozen class, about a millisecond each on a small computer, and a hundred and
thirty of them stand between a double click and the list. Here equality, hash and representation are closures over the fields' names,
and the one method that has to be compiled, `__init__`, is compiled when the first instance is made. A type checker sees the standard
decorator, and `fields`, `replace`, `asdict` and `match` work as with it. `make bench` measures the start.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    from dataclasses import MISSING, FrozenInstanceError, fields
    from dataclasses import dataclass as _standard
    from operator import attrgetter

    _set = object.__setattr__

    def dataclass(cls=None, /, *, frozen=False, slots=False, **others):
        """As the standard library's, quicker for `frozen=True, slots=True` without further wishes; every other goes to that one."""

        def make(plain):
            if not (frozen and slots) or others:
                return _standard(frozen=frozen, slots=slots, **others)(plain)
            return _quick(plain)

        return make if cls is None else make(cls)

    def _quick(plain):
        if not plain.__doc__:
            # The standard decorator would work out a signature for it.
            plain.__doc__ = plain.__name__
        own = vars(plain)
        chosen = {name: own[name] for name in ("__eq__", "__hash__", "__repr__") if own.get(name) is not None}
        made = _standard(init=False, repr=False, eq=False, slots=True)(plain)
        known = fields(made)
        compared = [each.name for each in known if each.compare]
        hashed = [each.name for each in known if (each.compare if each.hash is None else each.hash)]
        shown = [each.name for each in known if each.repr]
        values, hashed_values = _values_of(compared), _values_of(hashed)

        def equals(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return self is other or values(self) == values(other)

        def hashes(self):
            return hash(hashed_values(self))

        def told(self):
            words = ", ".join([f"{name}={getattr(self, name)!r}" for name in shown])
            return f"{self.__class__.__qualname__}({words})"

        def refuse_setting(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def refuse_deleting(self, name):
            raise FrozenInstanceError(f"cannot delete field {name!r}")

        def first(self, *args, **named):
            # Once: from now on the class has its own.
            made.__init__ = _compiled(made, known)
            made.__init__(self, *args, **named)

        def state(self):
            return [getattr(self, each.name) for each in known]

        def take_state(self, state):
            for each, value in zip(known, state, strict=True):
                _set(self, each.name, value)

        methods = {
            "__init__": first,
            "__eq__": equals,
            "__hash__": hashes,
            "__repr__": told,
            "__setattr__": refuse_setting,
            "__delattr__": refuse_deleting,
            "__getstate__": state,
            "__setstate__": take_state,
        }
        for name, method in methods.items():
            if name not in chosen:
                method.__name__, method.__qualname__ = name, f"{made.__qualname__}.{name}"
                setattr(made, name, method)
        return made

    def _values_of(names):
        if not names:
            return lambda _self: ()
        # One name alone gives the value itself, which equals and hashes as well as a tuple of it.
        return attrgetter(*names)

    def _compiled(made, known):
        takes, sets = ["self"], []
        values = {"_set": _set, "_missing": MISSING}
        keywords_only = False
        for number, each in enumerate(known):
            name, default, factory = each.name, f"_default{number}", f"_factory{number}"
            if not each.init:
                if each.default_factory is not MISSING:
                    values[factory] = each.default_factory
                    sets.append(f"_set(self, {name!r}, {factory}())")
                elif each.default is not MISSING:
                    values[default] = each.default
                    sets.append(f"_set(self, {name!r}, {default})")
                continue
            if each.kw_only and not keywords_only:
                keywords_only = True
                takes.append("*")
            if each.default_factory is not MISSING:
                values[factory] = each.default_factory
                takes.append(f"{name}=_missing")
                sets.append(f"_set(self, {name!r}, {factory}() if {name} is _missing else {name})")
                continue
            if each.default is not MISSING:
                values[default] = each.default
            takes.append(name if each.default is MISSING else f"{name}={default}")
            sets.append(f"_set(self, {name!r}, {name})")
        if hasattr(made, "__post_init__"):
            sets.append("self.__post_init__()")
        source = f"def __init__({', '.join(takes)}):\n " + "\n ".join(sets or ["pass"])
        exec(source, values)  # noqa: S102 - made of field names only, as the standard decorator does
        init = values["__init__"]
        init.__qualname__ = f"{made.__qualname__}.__init__"
        init.__module__ = made.__module__
        return init
