"""What ``check`` finds beside the files: dead pages, stale schemas, indices without meaning."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dtcompare.errors import WrongUsage
from dtcompare.reading.json_schema import write_schemas
from dtcompare.reading.page_status import read_page_status
from tests.conftest import ROOT, Run

LIBRARIES = ROOT / "docs" / "libraries"
HARBOUR = "https://example.org/harbour-2025"


@pytest.fixture
def libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the libraries, in the working folder."""
    shutil.copytree(LIBRARIES, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DTCOMPARE_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


# --- dead pages


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (f"404 {HARBOUR}", "404"),
        (f"{HARBOUR} 404 Not Found", "404"),
        (f"{HARBOUR},404", "404"),
        (f'"{HARBOUR}";"2025-01-02";"timeout"', "timeout"),
        (f"[410] <{HARBOUR}> | Gone", "410"),
        (f"  ✗ [ERROR] {HARBOUR} | Failed", "error"),
        (f"OK {HARBOUR}", "ok"),
        (f'{{"url": "{HARBOUR}", "status": 404}}', "404"),
        (f'{{"url": "{HARBOUR}", "status": {{"code": 404, "text": "x"}}}}', "404"),
        (f'{{"fail_map": {{"a.md": [{{"url": "{HARBOUR}", "status": {{"text": "x"}}}}]}}}}', "x"),
        (f'{{"url": "{HARBOUR}", "status": 404}}\n{{"url": "{HARBOUR}", "status": 200}}', "200"),
        (f"000 {HARBOUR}", "000"),
        (f"[ERR] <{HARBOUR}>", "err"),
        (f"* [404] <{HARBOUR}> | Rejected status code: 404 Not Found", "404"),
        (f"{HARBOUR};ConnectionError: Pool(host='example.org', port=443)", "connectionerror"),
        (f"id,url,note,status\n101,{HARBOUR},250 pages,404", "404"),
        (f'{{"url": "{HARBOUR}", "status": "200 OK"}}', "200"),
        (f'{{"url": "{HARBOUR}", "status": {{"code": null, "text": "Failed: DNS"}}}}', "failed"),
        (f'[{{"url": "a", "links": [{{"url": "{HARBOUR}", "error": "404"}}]}}]', "404"),
    ],
)
def test_what_link_checkers_write_is_read(line: str, status: str, tmp_path: Path) -> None:
    """A line each, in whatever order, CSV, or JSON."""
    (tmp_path / "links").write_text(f"{line}\n", "utf-8")
    assert read_page_status(tmp_path / "links")[HARBOUR] == status


@pytest.mark.parametrize(
    "line",
    [
        f"[EXCLUDED] {HARBOUR}",
        f'{{"url": "{HARBOUR}", "status": {{"text": "Excluded"}}}}',
        f'{{"url": "{HARBOUR}", "status": 0, "state": "SKIPPED"}}',
    ],
)
def test_a_page_that_nobody_asked_for_is_not_dead(line: str, tmp_path: Path) -> None:
    (tmp_path / "links").write_text(line, "utf-8")
    with pytest.raises(WrongUsage) as caught:
        read_page_status(tmp_path / "links")
    assert caught.value.key == "error.pages-empty"


def test_a_comma_may_stand_in_an_address(tmp_path: Path) -> None:
    (tmp_path / "links").write_text("https://example.org/a,404.html 200\n", "utf-8")
    assert read_page_status(tmp_path / "links")["https://example.org/a,404.html"] == "200"


def test_an_address_without_status_is_named(tmp_path: Path) -> None:
    (tmp_path / "links").write_text(f"404 https://example.org/x\n{HARBOUR}\n", "utf-8")
    with pytest.raises(WrongUsage) as caught:
        read_page_status(tmp_path / "links")
    assert (caught.value.key, caught.value.facts["line"]) == ("error.pages-status", 2)
    (tmp_path / "links").write_text("nothing\n", "utf-8")
    with pytest.raises(WrongUsage):
        read_page_status(tmp_path / "links")


def test_what_stands_on_a_dead_page_is_named(run: Run, libraries: Path) -> None:
    """At its address; a page with a lasting copy is not dead, and one that moved is alive."""
    links = libraries.parent / "links.txt"
    links.write_text(f"404 {HARBOUR}/\n301 https://example.org/hill-2025\n", encoding="utf-8")
    code, out, _ = run("check", "--pages", str(links))
    assert code == 0
    file = libraries / "provinces" / "harbour.yaml"
    text = file.read_text(encoding="utf-8").splitlines()
    row = next(n for n, line in enumerate(text, 1) if HARBOUR in line)
    (dead,) = (line for line in out.splitlines() if line.endswith("[dead-page]"))
    assert dead.startswith(
        f"provinces/harbour.yaml:{row}:10: warning: this page does not open (404); "
    )
    for words in ("e-loans 2025", "open-hours 2025", "e-loans 2027 (provinces/harbour.yaml:"):
        assert words in dead
    assert out.count("[not-archived]") == 2
    copy = "    archived: https://web.archive.org/web/2026/https://example.org/harbour-2025\n"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines[:row], copy, *lines[row:]]), encoding="utf-8")
    assert "[dead-page]" not in run("check", "--pages", str(links))[1]
    assert "[not-archived]" not in run("check")[1]


# --- schemas


def test_stale_schemas_are_noticed(run: Run, libraries: Path) -> None:
    """Written in either language they are fresh; a new indicator makes those of lines stale."""
    for lang in ("en", "vi"):
        assert run("schema", "--write", "--lang", lang)[0] == 0
        assert run("check")[:2] == (0, "no problems in 6 files.\n")
    catalogue = libraries / "indicators.yaml"
    more = "  seats: {name: Seats, group: use, unit: count, better: higher}\n"
    catalogue.write_text(catalogue.read_text(encoding="utf-8") + more, encoding="utf-8")
    code, out, _ = run("check")
    assert code == 0
    assert [line.partition(":")[0] for line in out.splitlines() if "[stale-schema]" in line] == [
        f"schema/{name}.schema.json" for name in ("indicators", "national", "province", "score")
    ]
    assert "dtcompare schema --write" in out
    assert run("schema", "--write")[0] == 0
    assert run("check")[1] == "no problems in 6 files.\n"


def test_schemas_in_a_language_of_the_data_are_fresh(run: Run, libraries: Path) -> None:
    """Whether or not the program has its file of words by now."""
    with (libraries / "dataset.yaml").open("a", encoding="utf-8") as file:
        file.write("languages: [en, fr]\n")
    catalogue = (libraries / "indicators.yaml").read_text(encoding="utf-8")
    french = catalogue.replace("vi: Lượt đến trong năm", "fr: Entrées par an")
    (libraries / "indicators.yaml").write_text(french, encoding="utf-8")
    write_schemas(libraries, "fr")
    assert "Entrées par an" in (libraries / "schema" / "province.schema.json").read_text("utf-8")
    assert "[stale-schema]" not in run("check")[1]


def test_a_data_set_without_schemas_needs_none(run: Run, libraries: Path) -> None:
    assert not (libraries / "schema").exists()
    assert run("check")[1] == "no problems in 6 files.\n"


# --- indices


def test_check_refuses_the_index_that_score_refuses(run: Run, libraries: Path) -> None:
    """Hours of 52 and 40, then 40 and 40: a scale from the lowest to the highest tells nothing."""
    index = libraries / "scores" / "own.yaml"
    index.write_text(
        "name: Own\nmissing: skip\ncoverage: {overall: 0}\ntree:\n  aggregate: arithmetic\n"
        "  children:\n    open-hours: {weight: 1, scale: minmax}\n",
        encoding="utf-8",
    )
    assert (run("check")[0], run("score", "own")[0]) == (0, 0)
    harbour = libraries / "provinces" / "harbour.yaml"
    text = harbour.read_text(encoding="utf-8")
    harbour.write_text(text.replace("value: 52", "value: 40"), encoding="utf-8")
    code, out, _ = run("check")
    assert code == 3
    assert "scores/own.yaml:7:36: error: all 2 figures of 'open-hours' are alike" in out
    assert run("score", "own")[0] == 1
    for path in (libraries / "provinces").glob("*.yaml"):
        path.unlink()
    assert run("check")[0] == 0
