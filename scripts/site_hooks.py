"""What the documentation site changes in a page: links out of docs/ lead to the code host."""

from __future__ import annotations

import re
from posixpath import normpath

_HOST = "https://github.com/dtcompare/dtcompare/blob/main/"
_LINK = re.compile(r"(?<=]\()(?P<path>[^)\s:#]+)(?P<anchor>#[^)\s]+)?(?=\))")
_LEFT_OUT = ("broken", "libraries")  # folders of docs/ that are no part of the site


def on_page_markdown(markdown: str, **_: object) -> str:
    """Return a page of docs/ with its links to other files of the project made absolute."""
    return _LINK.sub(_absolute, markdown)


def _absolute(match: re.Match[str]) -> str:
    """Return a link as the site has it."""
    path = normpath(f"docs/{match['path']}")
    folders = path.split("/")
    is_inside = folders[0] == "docs" and folders[1] not in _LEFT_OUT and "." in folders[-1]
    return match[0] if is_inside else f"{_HOST}{path}{match['anchor'] or ''}"
