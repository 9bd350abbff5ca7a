"""What is told of a catalogue, a register, pages and indices that are another than before."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from dtcompare.analysis.changes import changes
from dtcompare.analysis.renames import Rename, find_renames
from dtcompare.analysis.word_changes import WordChange, word_changes
from dtcompare.model.dataset import Dataset
from dtcompare.model.label import Label
from dtcompare.reading.load import read_folder
from tests.analysis.build import AS_OF, country, figures, province, share
from tests.conftest import DATA, ROOT

LIBRARIES = ROOT / "docs" / "libraries"
LINES = figures(("an", "2025", "40"), ("ba", "2025", "50"), ("ca", "2025", "60"))


def told(old: Dataset, new: Dataset) -> list[tuple[str, ...]]:
    """What changed, without what is None."""
    return [
        tuple(str(part) for part in (c.part, c.id, c.word, c.old, c.new) if part is not None)
        for c in word_changes(old, new)
    ]


def test_nothing_is_told_of_a_data_set_and_itself() -> None:
    for folder in (DATA, LIBRARIES, ROOT / "docs" / "example"):
        one, other = read_folder(folder, AS_OF).require(), read_folder(folder, AS_OF).require()
        assert word_changes(one, other) == ()
        assert changes(one, other, as_of=AS_OF).empty


def test_a_word_of_an_indicator() -> None:
    """Which indicator, which word, what it was and is; a word added, a name in one language."""
    old = country(LINES, share())
    new = country(LINES, share(better="lower", breaks=(2024,), name=Label("share", "tỷ lệ")))
    assert told(old, new) == [
        ("indicators", "share", "name.en", "share"),
        ("indicators", "share", "name.vi", "tỷ lệ"),
        ("indicators", "share", "better", "higher", "lower"),
        ("indicators", "share", "breaks", "2024"),
        ("indicators", "share", "name", "share"),
    ]


def test_a_unit_is_told_once_however_many_indicators_have_it() -> None:
    old = read_folder(LIBRARIES, AS_OF).require()
    units = {**old.catalogue.units}
    units["hours"] = replace(units["hours"], maximum=Decimal(100))
    new = replace(old, catalogue=replace(old.catalogue, units=units))
    assert told(old, new) == [("units", "hours", "max", "168", "100")]


def test_what_came_and_went_in_the_register() -> None:
    old, new = country(LINES), country(LINES)
    listed = {**new.register.provinces, "fa": province("fa")}
    del listed["em"]
    listed["an"] = replace(listed["an"], code="01", kind="city")
    new = replace(new, register=replace(new.register, provinces=listed))
    assert word_changes(old, new) == (
        WordChange("register.yaml", "provinces", "an", "type", None, "city"),
        WordChange("register.yaml", "provinces", "an", "code", None, "01"),
        WordChange("register.yaml", "provinces", "fa", None, None, "fa"),
        WordChange("register.yaml", "provinces", "em", None, "em", None),
    )


def test_a_weight_of_an_index_and_a_title_of_a_page() -> None:
    old = read_folder(LIBRARIES, AS_OF).require()
    file = old.scores["service"]
    heavy = replace(file.tree.children[0], weight=Decimal(3))
    tree = replace(file.tree, children=(heavy, *file.tree.children[1:]))
    scores = {"service": replace(file, precision=2, tree=tree)}
    key = "harbour/report-2025"
    pages = {**old.sources, key: replace(old.sources[key], title="Another")}
    new = replace(old, scores=scores, sources=pages)
    assert word_changes(old, new) == (
        WordChange(
            "provinces/harbour.yaml", "sources", "report-2025", "title",
            "Annual report of the Harbour library", "Another",
        ),
        WordChange("scores/service.yaml", "index", "", "precision", "1", "2"),
        WordChange("scores/service.yaml", "tree", "e-loans", "weight", "1", "3"),
    )  # fmt: skip


# --- ids


def renamed(old: Dataset, *, province: str = "", indicator: str = "") -> Dataset:
    """The libraries with "harbour" or "e-loans" called otherwise."""
    lines = dict(old.lines)
    catalogue, register, sources = old.catalogue, old.register, dict(old.sources)
    if indicator:
        found = lines.pop("e-loans")
        lines[indicator] = replace(
            found,
            figures=tuple(replace(line, indicator=indicator) for line in found.figures),
            targets=tuple(replace(line, indicator=indicator) for line in found.targets),
        )
        declared = dict(catalogue.indicators)
        declared[indicator] = replace(declared.pop("e-loans"), id=indicator)
        catalogue = replace(catalogue, indicators=declared)
    if province:
        listed = dict(register.provinces)
        listed[province] = replace(listed.pop("harbour"), id=province)
        register = replace(register, provinces=listed)
        page = sources.pop("harbour/report-2025")
        key = f"{province}/report-2025"
        sources[key] = replace(page, key=key)
        for id, found in lines.items():
            own = {"province": province, "source": key, "file": f"provinces/{province}.yaml"}
            lines[id] = replace(
                found,
                figures=tuple(
                    replace(line, **own) if line.province == "harbour" else line
                    for line in found.figures
                ),
                targets=tuple(
                    replace(line, **own) if line.province == "harbour" else line
                    for line in found.targets
                ),
            )
    return replace(old, catalogue=catalogue, register=register, sources=sources, lines=lines)


def test_a_renamed_province_is_not_gone_and_come_again() -> None:
    """Its figures and pages are the same; the new id is told once."""
    old = read_folder(LIBRARIES, AS_OF).require()
    result = changes(old, renamed(old, province="port"), as_of=AS_OF)
    assert result.renames == (
        Rename("province", "harbour", "port"),
        Rename("source", "harbour/report-2025", "port/report-2025"),
    )
    assert (result.lines, result.sources, result.moves) == ((), (), ())
    assert not result.empty


def test_a_renamed_indicator_is_the_same_one() -> None:
    old = read_folder(LIBRARIES, AS_OF).require()
    new = renamed(replace(old, scores={}), indicator="lent-online")
    result = changes(replace(old, scores={}), new, as_of=AS_OF)
    assert result.renames == (Rename("indicator", "e-loans", "lent-online"),)
    assert (result.lines, result.words) == ((), ())


def test_another_province_in_place_of_one_is_no_renaming() -> None:
    """Nothing but its code is the same."""
    old, new = country(LINES), country(LINES)
    before, after = dict(old.register.provinces), dict(new.register.provinces)
    before["em"] = replace(before["em"], code="09")
    del after["em"]
    after["fa"] = province("fa", code="09")
    old = replace(old, register=replace(old.register, provinces=before))
    new = replace(new, register=replace(new.register, provinces=after))
    assert find_renames(old, new) == ()
