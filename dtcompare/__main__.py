"""The way in from the shell: ``dtcompare`` and ``python -m dtcompare``."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Run the command line and leave with its exit code.

    A run is short and frees nothing worth the search: no garbage is looked for while it imports and
    works, nor in what is left when Python ends. A program that runs this one inside goes on as it
    was.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    from dtcompare.cli import main

    code = main()
    gc.freeze()
    if was_enabled:
        gc.enable()
    sys.exit(code)


if __name__ == "__main__":
    run()
