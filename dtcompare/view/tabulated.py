"""The faces whose tables tabulate draws: Markdown, LaTeX, reStructuredText, wikis and grids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape

from tabulate import tabulate

from dtcompare.view.console import Console
from dtcompare.view.plain import one_line, text_width
from dtcompare.view.sheet import Cell, Remark, Rendering, Row, Sheet, Table

__all__ = ["render"]

_Escape = Callable[[str], str]

_MARKDOWN = frozenset({"markdown", "github", "pipe"})


def render(rendering: Rendering, format: str, _console: Console) -> str:
    """The sheet in ``format``: tables drawn by tabulate, all else in the marks of the format."""
    if format in _MARKDOWN:
        blocks = _markdown(rendering.sheet, "pipe" if format == "markdown" else format)
    elif format.startswith("latex"):
        blocks = _latex(rendering.sheet, "latex_booktabs" if format == "latex" else format)
    else:
        blocks = _text(rendering.sheet, format)
    return "\n\n".join(filter(None, blocks)) + "\n"


def _drawn(table: Table, tablefmt: str, escaped: _Escape) -> str:
    """The columns and rows of ``table``; a heading row is its text in the first cell."""
    width = len(table.columns)
    rows = [[escaped(cell.text) for cell in _filled(row, width)] for row in table.rows]
    names = [escaped(column.name) for column in table.columns]
    return tabulate(
        rows,
        headers=names if any(names) or tablefmt in _MARKDOWN else (),
        tablefmt=tablefmt,
        disable_numparse=True,
        colalign=[column.align for column in table.columns],
    )


def _filled(row: Row, width: int) -> Iterable[Cell]:
    """The cells of ``row``, with empty ones where it has too few."""
    return (*row.cells, *(Cell() for _ in range(width - len(row.cells))))


# Markdown

_MARKDOWN_SIGNS = re.compile(
    r"(?P<url>https?://[^\s<>]*[^\s<>.,;:)])"
    r"|[\\`*\[<>|~]"
    r"|(?<!\w)_|_(?!\w)"
    r"|&(?=#?\w+;)"
)
_MARKDOWN_START = re.compile(r"^(\d+(?=[.)])|(?=[-+#=:>]))")


def _markdown(sheet: Sheet, tablefmt: str) -> Iterator[str]:
    """The sheet as blocks of GitHub's Markdown."""
    yield f"## {_md(sheet.title)}"
    yield _md_aside(sheet.aside)
    yield from map(_md_paragraph, sheet.sentences)
    for part in sheet.parts:
        if isinstance(part, Remark):
            yield from _md_remark(part)
        else:
            yield part.heading and f"### {_md(part.heading)}"
            yield _md_aside(part.aside)
            yield _drawn(part, tablefmt, _md_cell)
    yield "\n".join(f"- {_md(letter)}: {_md(text)}" for letter, text in sheet.notes)
    if sheet.sources:
        yield sheet.source_label and f"**{_md(sheet.source_label)}**"
        yield "\n".join(f"- {_md(f'[{number}]')} {_md(text)}" for number, text in sheet.sources)


def _md_aside(text: str) -> str:
    return text and f"*{_md(text)}*"


def _md_remark(remark: Remark) -> Iterator[str]:
    """The label with a single text or command beside it, or with the texts in a list."""
    command = _md_code(remark.command) if remark.command else ""
    label = f"**{_md(remark.label)}**" if remark.label else ""
    begins = _md if label and len(remark.lines) < 2 else _md_paragraph
    texts = [begins(line) for line in remark.lines]
    if len(texts) > 1:
        yield label
        yield "\n".join(f"- {text}" for text in filter(None, [*texts, command]))
    else:
        beside = "  \n".join(filter(None, [*texts, command]))
        yield ": ".join(filter(None, [label, beside]))


def _md_code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


def _md(text: str) -> str:
    """``text`` on one line, its signs meaning themselves, its addresses links."""
    return _MARKDOWN_SIGNS.sub(_md_sign, one_line(text))


def _md_sign(found: re.Match[str]) -> str:
    return f"<{found[0].replace('|', '%7C')}>" if found["url"] else f"\\{found[0]}"


def _md_paragraph(text: str) -> str:
    """``text`` as a paragraph, even where it begins as a list or a heading would."""
    return _MARKDOWN_START.sub(r"\1\\", _md(text))


def _md_cell(text: str) -> str:
    return "<br>".join(_md(line) for line in text.split("\n"))


# LaTeX

_LATEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\ensuremath{<}",
    ">": r"\ensuremath{>}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
# Signs that no text font of pdfLaTeX has.
_LATEX_MATHS = str.maketrans(
    {
        "≥": r"\ensuremath{\geq}",
        "≤": r"\ensuremath{\leq}",
        "≈": r"\ensuremath{\approx}",
        "−": r"\ensuremath{-}",
        "→": r"\ensuremath{\rightarrow}",
    }
)
_LATEX_OPTION = re.compile(r"^( *)([\[*])", re.MULTILINE)
_LATEX_NEEDS = "% \\usepackage{booktabs}\n% \\usepackage[T5]{fontenc}"


def _latex(sheet: Sheet, tablefmt: str) -> Iterator[str]:
    """The sheet as blocks of LaTeX to put into a document."""
    for block in _latex_blocks(sheet, tablefmt):
        yield block.translate(_LATEX_MATHS)


def _latex_blocks(sheet: Sheet, tablefmt: str) -> Iterator[str]:
    yield _LATEX_NEEDS
    yield f"\\section*{{{_tex(sheet.title)}}}"
    yield sheet.aside and f"\\noindent\\emph{{{_tex(sheet.aside)}}}"
    yield from map(_tex_paragraph, sheet.sentences)
    for part in sheet.parts:
        if isinstance(part, Remark):
            yield _tex_remark(part)
        else:
            yield _tex_heading(part)
            yield f"\\noindent\n{_tex_table(part, tablefmt)}"
    yield _tex_listed((letter, text) for letter, text in sheet.notes)
    if sheet.sources:
        yield sheet.source_label and f"\\noindent\\textbf{{{_tex(sheet.source_label)}}}"
        yield _tex_listed((f"[{number}]", text) for number, text in sheet.sources)


def _tex_table(table: Table, tablefmt: str) -> str:
    """The table; tabulate escapes the cells, but for latex_raw.

    A bracket or star after the end of a row would be read as an option of it.
    """
    drawn = _drawn(table, tablefmt, _tex if tablefmt == "latex_raw" else one_line)
    return _LATEX_OPTION.sub(r"\1{\2}", drawn)


def _tex_heading(table: Table) -> str:
    aside = f"\\emph{{{_tex(table.aside)}}}" if table.aside else ""
    heading = f"\\textbf{{{_tex(table.heading)}}}" if table.heading else ""
    texts = " \\hfill ".join(filter(None, (heading, aside)))
    return texts and f"\\noindent {texts}"


def _tex_paragraph(text: str) -> str:
    return f"\\noindent {_tex(text)}"


def _tex_remark(remark: Remark) -> str:
    """The label with a single text or command beside it, or with the texts in a list."""
    command = [f"\\texttt{{{_tex(remark.command)}}}"] if remark.command else []
    label = f"\\textbf{{{_tex(remark.label)}}}" if remark.label else ""
    if len(remark.lines) > 1:
        lines = [f"\\noindent {label}", "\\begin{itemize}"]
        lines += [f"\\item[--] {text}" for text in [*map(_tex, remark.lines), *command]]
        return "\n".join([*lines, "\\end{itemize}"])
    beside = " \\\\\n".join([*map(_tex, remark.lines), *command])
    return f"\\noindent {': '.join(filter(None, [label, beside]))}"


def _tex_listed(found: Iterable[tuple[str, str]]) -> str:
    """A list of (mark, text); nothing where there is none."""
    items = [f"\\item[{{{_tex(mark)}}}] {_tex(text)}" for mark, text in found]
    return "\n".join(["\\begin{description}", *items, "\\end{description}"]) if items else ""


def _tex(text: str) -> str:
    return "".join(_LATEX_SIGNS.get(sign, sign) for sign in one_line(text))


# All others


def _entities(more: Mapping[str, str] | None = None) -> _Escape:
    table = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", **(more or {})})
    return lambda text: text.translate(table)


_ESCAPES: Mapping[str, _Escape] = {
    "asciidoc": lambda text: text.replace("|", "\\|"),
    "jira": _entities({"[": "&#91;", "{": "&#123;", "\\": "&#92;"}),
    "mediawiki": _entities({"{": "&#123;"}),
    "moinmoin": _entities(),
    "orgtbl": lambda text: text.replace("|", "\\vert{}"),
    "rst": lambda text: re.sub(r"([\\*`|]|_(?!\w))", r"\\\1", text),
    "textile": _entities(),
    "unsafehtml": escape,
    "youtrack": _entities(),
}


def _text(sheet: Sheet, tablefmt: str) -> Iterator[str]:
    """The sheet as blocks of text around tables of tabulate; marked-up formats are escaped."""
    escaped = _ESCAPES.get(tablefmt, str)

    def said(text: str) -> str:
        return escaped(one_line(text))

    # Lines one under the other would run into one paragraph where the text is marked up.
    gap = "\n\n" if tablefmt in _ESCAPES else "\n"
    title = said("  ".join(filter(None, (sheet.title, sheet.aside))))
    yield f"{title}\n{'=' * text_width(title)}" if tablefmt == "rst" else title
    yield gap.join(map(said, sheet.sentences))
    for part in sheet.parts:
        if isinstance(part, Remark):
            yield gap.join(_said_remark(part, said))
        else:
            yield said("  ".join(filter(None, (part.heading, part.aside))))
            yield _drawn(part, tablefmt, said)
    yield gap.join(said(f"{letter}  {text}") for letter, text in sheet.notes)
    yield said(sheet.source_label) if sheet.sources else ""
    yield gap.join(said(f"[{number}] {text}") for number, text in sheet.sources)


def _said_remark(remark: Remark, said: _Escape) -> Sequence[str]:
    texts = [said(text) for text in [*remark.lines, *filter(None, [remark.command])]]
    if len(remark.lines) < 2:
        first = ": ".join(filter(None, [said(remark.label), *texts[:1]]))
        return [first, *texts[1:]]
    return [said(remark.label), *texts]
