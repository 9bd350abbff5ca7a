"""What the documentation site adds to docs/: the page in Vietnamese, and links to the code host."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_HOST = "https://github.com/dtcompare/dtcompare/blob/main/"
_LINK = re.compile(r"(?<=]\()(?P<path>[^)\s:#]+)(?P<anchor>#[^)\s]+)?(?=\))")
_LEFT_OUT = ("broken", "libraries")  # folders of docs/ that are no part of the site


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return the files of the site with README.vi.md, which stands beside docs/, as vi.md."""
    from mkdocs.structure.files import File  # noqa: PLC0415 (the tests have no mkdocs)

    text = Path(config.config_file_path).with_name("README.vi.md").read_text(encoding="utf-8")
    files.append(File.generated(config, "vi.md", content=move_into_docs(text)))
    return files


def move_into_docs(markdown: str) -> str:
    """Return a page that stands beside docs/ with its links as they are in docs/."""
    return markdown.replace("](README.md)", "](../README.md)").replace("](docs/", "](")


def on_page_markdown(markdown: str, **_: object) -> str:
    """Return a page of docs/ with its links to other files of the project made absolute."""
    return _LINK.sub(_absolute, markdown)


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Return a built page, that in Vietnamese with its language: for search, voice and breaks."""
    return output.replace('lang="en"', 'lang="vi"', 1) if page.file.src_uri == "vi.md" else output


def _absolute(match: re.Match[str]) -> str:
    """Return a link as the site has it."""
    path = normpath(f"docs/{match['path']}")
    if path == "README.vi.md":
        return "vi.md"
    folders = path.split("/")
    is_inside = folders[0] == "docs" and folders[1] not in _LEFT_OUT and "." in folders[-1]
    return match[0] if is_inside else f"{_HOST}{path}{match['anchor'] or ''}"
