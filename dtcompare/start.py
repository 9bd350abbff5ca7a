"""The way in from the shell: what Click imports but a run never asks for is put off.

``inspect``, with the parser of Python behind it, ``uuid``, ``gettext``, ``threading``, ``weakref``
and the checking of typed dictionaries are a good third of the time Click takes to import, each for
one small thing. Only the program does this, never the library.
"""

from __future__ import annotations

import gc
import os
import sys
import typing
from _thread import _local
from contextlib import suppress
from importlib import import_module
from types import ModuleType

__all__ = ["prepare", "run", "settle"]

# Where one of these is loaded, something is left to be done when Python ends.
_WAITED_FOR = frozenset({"concurrent.futures.process", "coverage", "matplotlib", "logging"})


class _Later(ModuleType):
    """Stands for a module until something in it is asked for that is not here."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # the import system looks, and means nothing by it
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


class _Inspect(_Later):
    """What Click asks ``inspect`` for whenever it makes an option."""

    @staticmethod
    def cleandoc(doc: str) -> str:
        """``inspect.cleandoc``: a text without its indentation and the empty lines around it."""
        first, *rest = doc.expandtabs().split("\n")
        margin = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
        lines = [first.lstrip(), *(line[margin:] for line in rest)]
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            lines.pop(0)
        return "\n".join(lines)


class _Uuid(_Later):
    """What Click asks ``uuid`` for at its start: a name for a kind of option that is not used."""

    class UUID:
        """Stands for ``uuid.UUID``."""


class _Gettext(_Later):
    """What Click asks ``gettext`` for: its own words, which stay in English."""

    @staticmethod
    def gettext(message: str) -> str:
        """The message."""
        return message

    @staticmethod
    def ngettext(one: str, several: str, n: int) -> str:
        """The message for one thing, or that for several."""
        return one if n == 1 else several


class _Threading(_Later):
    """What Click asks ``threading`` for at its start."""

    local = _local


class _Weakref(_Later):
    """What Click asks ``weakref`` for at its start: to know the streams it has wrapped."""

    WeakKeyDictionary = dict


class _TypedDict(dict[str, object]):
    """Stands for ``typing.TypedDict``, which compiles the type of every key."""

    def __init_subclass__(cls, *, total: bool = True) -> None:
        """Takes what a typed dictionary does."""


_STANDING: tuple[type[_Later], ...] = (_Inspect, _Gettext, _Threading)
_FOR_CLICK_ALONE: tuple[type[_Later], ...] = (_Uuid, _Weakref)
_typed_dict = typing.TypedDict


def prepare() -> None:
    """Puts off what can be put off, and lets the garbage collector look less often."""
    gc.set_threshold(1_000_000, 20, 50)
    for kind in (*_STANDING, *_FOR_CLICK_ALONE):
        name = kind.__name__[1:].lower()
        sys.modules.setdefault(name, kind(name))
    typing.TypedDict = _TypedDict  # type: ignore[assignment]
    if sys.version_info < (3, 12):  # runs a second datetime, in Python, and throws it away
        with suppress(ImportError):
            sys.modules.setdefault("datetime", import_module("_datetime"))


def settle() -> None:
    """Takes back, once Click is there, what must stand for nothing else."""
    typing.TypedDict = _typed_dict
    for kind in _FOR_CLICK_ALONE:
        name = kind.__name__[1:].lower()
        if isinstance(sys.modules.get(name), kind):
            del sys.modules[name]


def run() -> None:
    """The entry point: leaves with the exit code of the command line."""
    prepare()
    main = import_module("dtcompare.cli").main
    settle()
    code = int(main())
    if not _WAITED_FOR.intersection(sys.modules):
        with suppress(AttributeError, OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)  # taking every module apart would take longer than a ranking
    sys.exit(code)
