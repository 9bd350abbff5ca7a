"""Which id a typed name means: exact id, exact name, folded name, alias, code. Never a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct

from dtcompare.model.indicator import Catalogue
from dtcompare.model.province import FORMER, Register
from dtcompare.text import exact_key, fold, strip_type

__all__ = ["Names", "indicator_names", "province_names"]

_OLD = "cu"  # "phú thọ cũ", folded


class Names(Struct, frozen=True):
    """An index of names; each step maps a key to the ids that bear it, in order of preference."""

    ids: Mapping[str, object]
    exact: Mapping[str, tuple[str, ...]]
    folded: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, tuple[str, ...]]

    def find(self, word: str) -> str | None:
        """The id that ``word`` means, or None."""
        if word in self.ids:
            return word
        for table, key in ((self.exact, exact_key), (self.folded, fold), (self.aliases, fold)):
            if found := table.get(key(word)):
                return found[0]
        return None

    def keys(self) -> Mapping[str, str]:
        """Folded key to id, for suggestions."""
        pairs = {fold(id): id for id in self.ids}
        for table in (self.aliases, self.folded):
            pairs |= {key: ids[0] for key, ids in table.items()}
        return pairs


def _table(
    pairs: Iterable[tuple[str, str]], key: Callable[[str], str]
) -> dict[str, tuple[str, ...]]:
    """Every key with the ids that bear it, first come first; a name of signs alone has no key."""
    table: dict[str, tuple[str, ...]] = {}
    for name, id in pairs:
        folded = key(name)
        found = table.get(folded, ())
        if folded and id not in found:
            table[folded] = (*found, id)
    return table


def province_names(register: Register, day: date) -> Names:
    """Names of provinces: the one that exists on ``day`` comes before the former one."""
    ordered = sorted(register.provinces.values(), key=lambda p: not p.exists(day))
    names = [
        (name, p.id)
        for p in ordered
        for name in (p.name, p.label.vi, p.label.en, *(old for old, _ in p.former_names))
    ]
    others = [(alias, p.id) for p in ordered for alias in p.aliases]
    others += [(p.code, p.id) for p in ordered if p.code]
    others += [
        (f"{prefix}{name}{suffix}", p.id)
        for p in ordered
        if p.id.startswith(FORMER)
        for name in (p.name, strip_type(p.name))
        for prefix, suffix in (("", f" {_OLD}"), ("former ", ""), ("old ", ""))
    ]
    return Names(
        register.provinces, _table(names, exact_key), _table(names, fold), _table(others, fold)
    )


def indicator_names(catalogue: Catalogue) -> Names:
    """Names of indicators in both languages, and their aliases."""
    indicators = catalogue.indicators.values()
    names = [(name, i.id) for i in indicators for name in (i.id, i.name.en, i.name.vi)]
    aliases = [(alias, i.id) for i in indicators for alias in i.aliases]
    return Names(
        catalogue.indicators, _table(names, exact_key), _table(names, fold), _table(aliases, fold)
    )
