"""Record classes as ``dataclasses`` makes them, without what those cost at every start.

``dataclasses`` writes and compiles six methods a class when it is imported: 0.5 ms each for some
sixty classes is more than Python itself takes to start. Here a class gets its slots at once and
its methods when it has been used a few times. All that reads a dataclass from outside still works:
``dataclasses.fields``, ``replace``, ``asdict``, ``copy`` and ``pickle``; so does the type checker.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast, dataclass_transform

__all__ = ["dataclass", "field", "replace", "setters"]

_T = TypeVar("_T")
_MISSING: Any = object()
_OWN = "__record__"
_FEW = 40  # writing a method costs as much as doing without it this often


class _Made:
    """A default that is made anew for each object."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], _T]) -> _T:
    """A default that ``default_factory`` makes anew for each object."""
    return cast(_T, _Made(default_factory))


class _Shape:
    """The fields of a class by name: in order, with their defaults; ``keyed`` are keyword-only.

    ``puts`` set them in an object, frozen or not; they are looked up at the first use.
    """

    __slots__ = ("calls", "defaults", "keyed", "notes", "puts")

    def __init__(self) -> None:
        self.calls = {"__init__": 0, "__eq__": 0, "__hash__": 0}
        self.notes: dict[str, Any] = {}
        self.defaults: dict[str, Any] = {}
        self.keyed: set[str] = set()
        self.puts: Mapping[str, Callable[[Any, Any], None]] = {}


class _Fields:
    """``__dataclass_fields__``, made when somebody asks for it."""

    def __get__(self, instance: object, owner: type) -> Mapping[str, Any]:
        import dataclasses  # noqa: PLC0415 (what this module is there to save)

        shape: _Shape = getattr(owner, _OWN)
        listed: list[tuple[str, Any, Any]] = []
        for name, note in shape.notes.items():
            default = shape.defaults.get(name, _MISSING)
            keyed = name in shape.keyed
            if isinstance(default, _Made):
                spec = dataclasses.field(default_factory=default.make, kw_only=keyed)
            elif default is _MISSING:
                spec = dataclasses.field(kw_only=keyed)
            else:
                spec = dataclasses.field(default=default, kw_only=keyed)
            listed.append((name, note, spec))
        made: Any = dataclasses.make_dataclass(owner.__name__, listed)
        fields: Mapping[str, Any] = made.__dataclass_fields__
        home: Any = _home(owner)
        home.__dataclass_fields__ = fields
        return fields


@dataclass_transform(field_specifiers=(field,))
def dataclass(
    *, frozen: bool = False, slots: bool = True, kw_only: bool = False
) -> Callable[[type[_T]], type[_T]]:
    """What ``dataclasses.dataclass`` gives a class, always with slots."""
    assert slots

    def decorate(cls: type[_T]) -> type[_T]:
        return _decorated(cls, frozen=frozen, kw_only=kw_only)

    return decorate


def _decorated(cls: type[_T], *, frozen: bool, kw_only: bool) -> type[_T]:
    """The class anew, with slots, and with methods that are written at their first use."""
    shape = _Shape()
    for base in reversed(cls.__mro__[1:]):
        if inherited := base.__dict__.get(_OWN):
            shape.notes |= inherited.notes
            shape.defaults |= inherited.defaults
            shape.keyed |= inherited.keyed
    space = dict(cls.__dict__)
    notes = space.get("__annotations__", {})
    for name in notes:
        if name in space:
            shape.defaults[name] = space.pop(name)
    shape.notes |= notes
    if kw_only:
        shape.keyed |= set(notes)
    space.pop("__dict__", None)
    space.pop("__weakref__", None)
    space.update(_METHODS)
    if frozen:
        space.update(_FROZEN)
    space["__hash__"] = _first_hash if frozen else None
    space["__slots__"] = tuple(notes)
    space["__match_args__"] = tuple(name for name in shape.notes if name not in shape.keyed)
    space["__dataclass_fields__"] = _Fields()
    space[_OWN] = shape
    meta: Any = type(cls)
    made: type[_T] = meta(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    return made


def _write(cls: type, method: str) -> None:
    """Gives the class its own ``method``: ``__init__``, ``__eq__`` or ``__hash__``."""
    shape: _Shape = getattr(cls, _OWN)
    space: dict[str, Any] = {"NOT_GIVEN": _MISSING}  # a name no field has
    lines = _init_lines(cls, shape, space) if method == "__init__" else _LINES[method](shape)
    exec("\n".join(lines), space)  # noqa: S102 (names of this package's own classes, no data)
    space[method].__qualname__ = f"{cls.__qualname__}.{method}"
    setattr(cls, method, space[method])


def _init_lines(cls: type, shape: _Shape, space: dict[str, Any]) -> Sequence[str]:
    """The source of ``__init__``; what it needs besides is put into ``space``."""
    frozen = cls.__dict__["__hash__"] is not None
    first: list[str] = []
    keyed: list[str] = []
    body: list[str] = []
    for name, put in setters(cls).items():
        default = shape.defaults.get(name, _MISSING)
        space[f"set_{name}"] = put
        value, given = name, name
        if isinstance(default, _Made):
            space[f"make_{name}"] = default.make
            made = f"make_{name}() if {name} is NOT_GIVEN else {name}"
            value, given = made, f"{name}=NOT_GIVEN"
        elif default is not _MISSING:
            space[f"default_{name}"] = default
            given = f"{name}=default_{name}"
        (keyed if name in shape.keyed else first).append(given)
        body.append(f"    set_{name}(self, {value})" if frozen else f"    self.{name} = {value}")
    parameters = ", ".join(["self", *first, *(["*", *keyed] if keyed else [])])
    return [f"def __init__({parameters}):", *(body or ["    pass"])]


def _eq_lines(shape: _Shape) -> Sequence[str]:
    """The source of ``__eq__``."""
    mine = "".join(f"self.{name}, " for name in shape.notes)
    theirs = "".join(f"other.{name}, " for name in shape.notes)
    return [
        "def __eq__(self, other):",
        "    if other.__class__ is not self.__class__:",
        "        return NotImplemented",
        f"    return ({mine}) == ({theirs})",
    ]


def _hash_lines(shape: _Shape) -> Sequence[str]:
    """The source of ``__hash__``."""
    mine = "".join(f"self.{name}, " for name in shape.notes)
    return ["def __hash__(self):", f"    return hash(({mine}))"]


_LINES: Mapping[str, Callable[[_Shape], Sequence[str]]] = {
    "__eq__": _eq_lines,
    "__hash__": _hash_lines,
}


def setters(cls: type) -> Mapping[str, Callable[[Any, Any], None]]:
    """What sets each field in an object of a record class, frozen or not, by name and in order."""
    shape: _Shape = getattr(cls, _OWN)
    if not shape.puts:
        shape.puts = {name: getattr(cls, name).__set__ for name in shape.notes}
    return shape.puts


def _home(cls: type) -> type:
    """The class of the line of descent whose methods are not written yet."""
    return next(base for base in cls.__mro__ if _OWN in base.__dict__)


def _first_init(self: Any, *args: Any, **kwargs: Any) -> None:
    cls = type(self)
    shape: _Shape = getattr(cls, _OWN)
    shape.calls["__init__"] += 1
    if shape.calls["__init__"] > _FEW or not _set_few(self, shape, args, kwargs):
        _write(_home(cls), "__init__")
        self.__init__(*args, **kwargs)


def _set_few(self: Any, shape: _Shape, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    """Sets the fields one by one; False where the arguments do not fit, which is told elsewhere."""
    puts = setters(type(self))
    if kwargs or len(args) < len(puts) or shape.keyed:
        values = _arranged(shape, self.__match_args__, args, kwargs)
    else:
        values = args
    if len(values) != len(puts):
        return False
    for put, value in zip(puts.values(), values, strict=True):
        put(self, value)
    return True


def _arranged(
    shape: _Shape, names: Sequence[str], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Sequence[Any]:
    """The values of the fields in order, those left out by default; none where one does not fit."""
    given = dict(zip(names, args, strict=False)) | kwargs
    if len(given) != len(args) + len(kwargs):  # too many, or one twice
        return ()
    values = []
    for name in shape.notes:
        value = given.pop(name, _MISSING)
        if value is _MISSING:
            value = shape.defaults.get(name, _MISSING)
            if value is _MISSING:
                return ()
            value = value.make() if isinstance(value, _Made) else value
        values.append(value)
    return () if given else values


def _first_eq(self: Any, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    _count(self, "__eq__")
    return _getstate(self) == _getstate(other)


def _first_hash(self: Any) -> int:
    _count(self, "__hash__")
    return hash(tuple(_getstate(self)))


def _count(self: Any, method: str) -> None:
    """One more call of a method that is not written yet; of many it is written for the next."""
    home = _home(type(self))
    shape: _Shape = getattr(home, _OWN)
    shape.calls[method] += 1
    if shape.calls[method] > _FEW:
        _write(home, method)


def _repr(self: Any) -> str:
    names = getattr(self, _OWN).notes
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
    return f"{type(self).__qualname__}({said})"


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in getattr(self, _OWN).notes]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(getattr(self, _OWN).notes, state, strict=True):
        object.__setattr__(self, name, value)


def _refuse_set(_: object, name: str, __: object) -> None:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 (an error of the program alone)

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(_: object, name: str) -> None:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 (an error of the program alone)

    raise FrozenInstanceError(f"cannot delete field {name!r}")


_METHODS: Mapping[str, Any] = {
    "__init__": _first_init,
    "__eq__": _first_eq,
    "__repr__": _repr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
_FROZEN: Mapping[str, Any] = {"__setattr__": _refuse_set, "__delattr__": _refuse_delete}


def replace(record: _T, /, **changes: Any) -> _T:
    """A copy of a record with some fields changed."""
    kept = {name: getattr(record, name) for name in getattr(record, _OWN).notes}
    return type(record)(**(kept | changes))
