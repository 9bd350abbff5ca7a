"""The way in from the shell: what Click imports but a run never asks for is put off.

``inspect``, with the parser of Python behind it, is a fifth of the time Click takes to import; it
is wanted for the texts of a help page alone. Only the program does this, never the library.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

__all__ = ["run"]


class _Later(ModuleType):
    """Stands for ``inspect`` until something in it is asked for that is not here."""

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

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # the import system looks, and means nothing by it
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def run() -> None:
    """The entry point: leaves with the exit code of the command line."""
    sys.modules.setdefault("inspect", _Later("inspect"))
    cli = import_module("dtcompare.cli")
    cli.run()
