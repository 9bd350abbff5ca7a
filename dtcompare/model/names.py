"""Which id a typed name means: exact id, exact name, folded name, alias, code. Never a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct

from dtcompare.model.indicator import Catalogue
from dtcompare.model.province import FORMER, Register
from dtcompare.text import exact_key, fold, strip_type

_OLD = "cu"  # "phú thọ cũ", folded


class Names(Struct, frozen=True):
    """An index of names; each step maps a key to the ids that bear it, in order of preference."""

    ids: Mapping[str, object]
    exact: Mapping[str, tuple[str, ...]]
    folded: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, tuple[str, ...]]

    def find(self, word: str) -> str | None:
        """Return the id that ``word`` means, of several the first, or None."""
        return next(iter(self.find_all(word)), None)

    def find_all(self, word: str) -> tuple[str, ...]:
        """Return the ids that ``word`` may mean alike, in order of preference."""
        if word in self.ids:
            return (word,)
        for table, key in ((self.exact, exact_key), (self.folded, fold), (self.aliases, fold)):
            if found := table.get(key(word)):
                return found
        return ()

    def keys(self) -> Mapping[str, str]:
        """Return the id of each folded key, for suggestions."""
        pairs = {fold(id): id for id in self.ids}
        for table in (self.aliases, self.folded):
            pairs |= {key: ids[0] for key, ids in table.items()}
        return pairs


def _table(
    pairs: Iterable[tuple[str, str]], key: Callable[[str], str]
) -> dict[str, tuple[str, ...]]:
    """Return every key with the ids that bear it; a name of signs alone has no key."""
    table: dict[str, tuple[str, ...]] = {}
    for name, id in pairs:
        folded = key(name)
        found = table.get(folded, ())
        if folded and id not in found:
            table[folded] = (*found, id)
    return table


def province_names(register: Register, day: date) -> Names:
    """Return the names of provinces: the one that exists on ``day`` before the former one."""
    names: list[tuple[str, str]] = []
    aliases: list[tuple[str, str]] = []
    codes: list[tuple[str, str]] = []
    former: list[tuple[str, str]] = []
    for province in sorted(register.provinces.values(), key=lambda p: not p.exists(day)):
        id, name, label = province.id, province.name, province.label
        names += [(one, id) for one in (name, label.vi, label.en)]
        names += [(old, id) for old, _ in province.former_names]
        aliases += [(alias, id) for alias in province.aliases]
        if province.code:
            codes.append((province.code, id))
        if id.startswith(FORMER):
            for one in (name, strip_type(name)):
                former += [(f"{one} {_OLD}", id), (f"former {one}", id), (f"old {one}", id)]
    others = aliases + codes + former
    return Names(
        register.provinces, _table(names, exact_key), _table(names, fold), _table(others, fold)
    )


def indicator_names(catalogue: Catalogue) -> Names:
    """Return the names of indicators in both languages, and their aliases."""
    names: list[tuple[str, str]] = []
    aliases: list[tuple[str, str]] = []
    for indicator in catalogue.indicators.values():
        id, name = indicator.id, indicator.name
        names += [(id, id), (name.en, id), (name.vi, id)]
        aliases += [(alias, id) for alias in indicator.aliases]
        if indicator.short is not None:
            aliases += [(indicator.short.en, id), (indicator.short.vi, id)]
    return Names(
        catalogue.indicators, _table(names, exact_key), _table(names, fold), _table(aliases, fold)
    )
