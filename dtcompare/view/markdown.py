"""The sheet as GitHub's Markdown."""

from __future__ import annotations

import re

from dtcompare.view.dialect import Heading, ItemTemplate
from dtcompare.view.tabulated import Tabulated

_SIGNS = re.compile(
    r"(?P<url>https?://[^\s<>]*[^\s<>.,;:)])"
    r"|[\\`*\[<>|~]"
    r"|(?<!\w)_|_(?!\w)"
    r"|&(?=#?\w+;)"
)
_START = re.compile(r"^(\d+(?=[.)])|(?=[-+#=:>]))")


class Markdown(Tabulated):
    """Writes headings, bold labels and lists; tables as tabulate's "pipe" or "github"."""

    always_names = True
    title = Heading("## {}", "*{}*", "\n\n")
    heading = Heading("### {}", "*{}*", "\n\n")
    sentences = ItemTemplate("{}", "\n\n")
    label = "**{}**"
    beside = ItemTemplate("{}", "  \n")
    under = ItemTemplate("- {}", "\n", "{}\n\n{}")
    notes = ItemTemplate("- {}: {}", "\n")
    source_label = "**{}**\n\n"
    sources = ItemTemplate("- {} {}", "\n")

    def escape(self, text: str) -> str:
        """Return ``text`` on one line, its signs meaning themselves, its addresses links."""
        return _SIGNS.sub(_escape_sign, super().escape(text))

    def escape_cell(self, text: str) -> str:
        """Return the text of a cell, its line ends kept."""
        return "<br>".join(self.escape(line) for line in text.split("\n"))

    def escape_line(self, text: str) -> str:
        """Return ``text`` as a paragraph, even where it begins as a list or a heading would."""
        return _START.sub(r"\1\\", self.escape(text))

    def write_command(self, text: str) -> str:
        """Write a command as code, in which signs need no escape."""
        fence = "``" if "`" in text else "`"
        return f"{fence}{text}{fence}"


def _escape_sign(found: re.Match[str]) -> str:
    return f"<{found[0].replace('|', '%7C')}>" if found["url"] else f"\\{found[0]}"
