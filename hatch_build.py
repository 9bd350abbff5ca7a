"""Compiles the data set into the wheel, so that a first run need not read YAML."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCopy(BuildHookInterface):  # type: ignore[type-arg]
    """Puts ``dtcompare/data.sqlite`` beside ``dtcompare/data``.

    An editable install reads the data set in the source tree, which changes; it gets none. Without
    PyYAML, as in a build that is not isolated, the wheel is made without: it is slower at its first
    run, and says the same.
    """

    _room: TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles the copy and adds it to the files of the wheel."""
        if version == "editable":
            return
        self._room = TemporaryDirectory()
        sys.path.insert(0, self.root)
        try:
            shipped = import_module("dtcompare.reading.shipped")
            target = Path(self._room.name) / shipped.NAME
            shipped.compile_copy(Path(self.root) / "data", target)
        except ImportError as error:
            self.app.display_warning(f"no compiled copy of the data set: {error}")
        else:
            build_data["force_include"][str(target)] = f"dtcompare/{shipped.NAME}"
        finally:
            sys.path.remove(self.root)

    def finalize(self, _version: str, _build_data: dict[str, Any], _artifact: str) -> None:
        """Clears away what was compiled."""
        if self._room is not None:
            self._room.cleanup()
