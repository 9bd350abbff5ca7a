"""A page of HTML taken apart, for tests."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"br", "input", "link", "meta", "path", "rect", "circle"}


class Page(HTMLParser):
    """Checks that every element is closed in its turn; keeps tags, ids, links and headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self._texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self._texts.append((self._open[-1], data))

    def attributes(self, tag: str, name: str) -> list[str]:
        return [found[name] for element, found in self.elements if element == tag and name in found]

    def headings(self, tag: str) -> list[str]:
        return [text for element, text in self._texts if element == tag]

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    @property
    def all_ids(self) -> list[str]:
        return [found["id"] for _, found in self.elements if "id" in found]

    @property
    def ids(self) -> set[str]:
        return set(self.all_ids)

    @property
    def attribute_names(self) -> list[set[str]]:
        return [set(found) for _, found in self.elements]
