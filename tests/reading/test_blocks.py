"""A data set in blocks: what is asked for is read, and a bounded part of it is held."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dtcompare.analysis.comparison import compare
from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.listing import KINDS, listing
from dtcompare.analysis.profile import profile
from dtcompare.analysis.reporting import reporting
from dtcompare.model.dataset import Dataset, Parted
from dtcompare.model.figure import NATIONAL
from dtcompare.model.tally import COUNTED
from dtcompare.reading import blocks, load_dataset, many, open_folder
from dtcompare.reading.blocks import Lost, blocks_of, dataset_of

from .country import COUNTRY, TODAY

DATA = Path(__file__).parents[2] / "data"


def _never() -> Dataset:
    raise AssertionError("read anew")


def _whole(folder: Path) -> Dataset:
    dataset = load_dataset(folder, TODAY)
    return dataset_of(blocks_of(dataset).__getitem__, _never)


def _in_parts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Dataset:
    monkeypatch.setenv("DTCOMPARE_CACHE_DIR", "/proc/x")
    monkeypatch.setattr(many, "is_large", lambda _: True)
    monkeypatch.setattr(many, "_FILES", 7)
    return open_folder(folder, TODAY, progress=lambda _, __: None)


def _ids(dataset: Dataset) -> list[str]:
    return [*dataset.register.provinces, NATIONAL, "nowhere"]


@pytest.mark.parametrize("folder", [DATA, COUNTRY], ids=["real", "small"])
@pytest.mark.parametrize("parts", [False, True], ids=["whole", "parts"])
def test_the_lines_of_one_province_are_the_same_from_files_and_from_blocks(
    folder: Path, parts: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = load_dataset(folder, TODAY)
    found = _in_parts(folder, monkeypatch) if parts else _whole(folder)
    assert isinstance(found.lines, Parted)
    assert not isinstance(plain.lines, Parted)
    for id in _ids(plain):
        own = list(found.lines_about(id))
        assert own == list(plain.lines_about(id))
        assert [lines for _, lines in own] == [lines.of(id) for _, lines in plain.all_lines()]


@pytest.mark.parametrize("field", COUNTED)
@pytest.mark.parametrize("folder", [DATA, COUNTRY], ids=["real", "small"])
@pytest.mark.parametrize("parts", [False, True], ids=["whole", "parts"])
def test_lines_are_counted_the_same_from_files_and_from_blocks(
    folder: Path, parts: bool, field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = load_dataset(folder, TODAY)
    found = _in_parts(folder, monkeypatch) if parts else _whole(folder)
    assert dict(found.tallies(field)) == plain.tallies(field)


@pytest.mark.parametrize("parts", [False, True], ids=["whole", "parts"])
@pytest.mark.parametrize("day", [date(2023, 7, 1), TODAY], ids=str)
def test_every_question_is_answered_the_same_from_files_and_from_blocks(
    parts: bool, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = load_dataset(DATA, TODAY)
    found = _in_parts(DATA, monkeypatch) if parts else _whole(DATA)
    monkeypatch.setattr(blocks, "_KEPT", 500)
    for kind in KINDS:
        assert listing(found, kind, as_of=day) == listing(plain, kind, as_of=day)
    for id in ("quang-ninh", "da-nang", "phu-tho", "former/ben-tre"):
        assert profile(found, id, as_of=day) == profile(plain, id, as_of=day)
        for against in (None, "national"):
            asked = {"as_of": day, "province": id, "against": against}
            assert gaps(found, **asked) == gaps(plain, **asked)  # type: ignore[arg-type]
        for coverage in (False, True):
            told = reporting(plain, as_of=day, province=id, coverage=coverage)
            assert reporting(found, as_of=day, province=id, coverage=coverage) == told
        pair = (id, "ca-mau")
        assert compare(found, pair, as_of=day) == compare(plain, pair, as_of=day)


def test_what_was_counted_is_not_counted_again() -> None:
    kept = blocks_of(load_dataset(DATA, TODAY))
    asked: list[str] = []

    def fetch(name: str) -> bytes:
        asked.append(name)
        return kept[name]

    found = dataset_of(fetch, _never)
    assert found.tallies("province")
    assert [name for name in asked if name.startswith("lines/")] == []


def test_one_province_is_read_from_its_part_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = _in_parts(DATA, monkeypatch)
    asked: list[str] = []
    fetch = dataset.lines._fetch  # type: ignore[attr-defined]  # noqa: SLF001 (watched)

    def watched(name: str) -> bytes:
        asked.append(name)
        found: bytes = fetch(name)
        return found

    monkeypatch.setattr(dataset.lines, "_fetch", watched)
    own = dict(dataset.lines_about("quang-ninh"))
    assert sum(len(lines.figures) for lines in own.values()) > 10
    assert len({name.rpartition("/")[2] for name in asked}) == 1
    assert dict(dataset.lines_about("quang-ninh")) == own
    assert len(asked) == len(set(asked))


def test_no_more_than_so_many_lines_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = load_dataset(DATA, TODAY)
    monkeypatch.setattr(blocks, "_KEPT", 300)
    found = _whole(DATA)
    for _ in range(2):
        for id, lines in plain.lines.items():
            assert found.lines[id] == lines
            assert found.lines[id] is found.lines[id]
            recent = found.lines._whole  # type: ignore[attr-defined]  # noqa: SLF001 (counted)
            held = [read for read, _ in recent._kept.values()]  # noqa: SLF001 (counted)
            sizes = [len(read.figures) + len(read.targets) for read in held]
            assert sum(sizes) <= max(300, sizes[-1])
        for province in _ids(plain):
            assert list(found.lines_about(province)) == list(plain.lines_about(province))


@pytest.mark.parametrize("lost", ["lines/5g/0", "tally/source/0"])
def test_a_lost_block_is_read_from_the_files(lost: str) -> None:
    plain = load_dataset(DATA, TODAY)
    kept = blocks_of(plain)

    def fetch(name: str) -> bytes:
        if name == lost:
            raise Lost(name)
        return kept[name]

    found = dataset_of(fetch, lambda: plain)
    assert list(found.lines_about("quang-ninh")) == list(plain.lines_about("quang-ninh"))
    assert found.tallies("source") == plain.tallies("source")
