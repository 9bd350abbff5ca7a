"""new, add, diff, schema and check as a maintainer uses them, from an article to a merge."""

from __future__ import annotations

import io
import json
import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dtcompare.reading.load import read_folder
from dtcompare.shell.check import check_targets
from tests.cli.conftest import Git
from tests.conftest import AS_OF, DATA, ROOT, SHIPPED, Run
from tests.test_json_output import hold

LIBRARIES = ROOT / "docs" / "libraries"
E_RESULTS = ("add", "phu-tho", "e-results", "--value", "91", "--period", "2026-01")
KNOWN = ("--source", "dnvn-2026-02")
PAGE = (
    "--source", "bpt-2026-07", "--title", "Chuyển đổi số: bước tiến", "--publisher", "Báo Phú Thọ",
    "--published", "2026-07-02", "--url", "https://baophutho.vn/buoc-tien.htm",
)  # fmt: skip
LATER = date(2040, 1, 1)
AS_OF_DAY = ("--as-of", "2026-11-21")
NUMBER = re.compile(r"(value|about|over|nearly): ([0-9.]+)")


def document(run: Run, *words: str) -> Any:
    """The parsed JSON of a command, which keeps to its schema."""
    code, out, err = run(*words, "-f", "json")
    assert (code, err) == (0, "")
    hold(json.loads(out, parse_float=Decimal))
    return json.loads(out)


# --- add


@pytest.mark.usefixtures("committed")
def test_a_figure_is_one_line_in_git(run: Run, git: Git) -> None:
    """The git diff is the line, and the shown diff is git's."""
    code, out, err = run(*E_RESULTS, *KNOWN)
    assert (code, err) == (0, "")
    assert git("diff", "--numstat").split() == ["1", "0", "data/provinces/phu-tho.yaml"]
    added = [line for line in out.splitlines() if line.startswith("+") and line[1] != "+"]
    assert added == ["+    - {period: 2026-01, value: 91, source: dnvn-2026-02}"]
    assert run("check")[0] == 0


def test_the_shown_diff_can_be_applied(run: Run, committed: Path, git: Git) -> None:
    """What --dry-run shows is what a run without it writes."""
    file = committed / "provinces" / "phu-tho.yaml"
    before = file.read_bytes()
    code, out, err = run(*E_RESULTS, *KNOWN, "--dry-run")
    assert (code, err) == (0, "dtcompare: nothing written (dry run)\n")
    assert file.read_bytes() == before
    (committed / "change.diff").write_bytes(out.encode())
    git("apply", str(committed / "change.diff"))
    applied = file.read_bytes()
    file.write_bytes(before)
    assert run(*E_RESULTS, *KNOWN)[0] == 0
    assert file.read_bytes() == applied


def test_a_new_source_comes_along(run: Run, small: Path) -> None:
    """A line and its page: six lines more, the rest as it was."""
    before = (small / "provinces" / "phu-tho.yaml").read_text(encoding="utf-8").splitlines()
    assert run(*E_RESULTS, *PAGE, "--read-in", "en")[0] == 0
    after = (small / "provinces" / "phu-tho.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before] == before
    assert len(after) == len(before) + 7
    assert '    title: "Chuyển đổi số: bước tiến"' in after


def test_every_kind_of_number_and_a_target(run: Run, small: Path) -> None:
    kinds = (
        ("--about", "45"), ("--over", "46"), ("--nearly", "47"), ("--at-least", "48"),
        ("--at-most", "49"), ("--between", "50", "51"),
    )  # fmt: skip
    for month, kind in enumerate(kinds, 1):
        words = ("add", "Phú Thọ", "5g", *kind, "--period", f"2025-{month + 6:02}")
        code, _, err = run(*words, "--basis", "area", *KNOWN, "--reject", "a test")
        assert (code, err) == (0, "")
    target = ("add", "phu tho", "5g", "--target", "--by", "2030", "--value", "99.5")
    assert run(*target, "--basis", "area", *KNOWN, "--note", "so far, so good")[0] == 0
    text = (small / "provinces" / "phu-tho.yaml").read_text(encoding="utf-8")
    assert "{period: 2025-12, between: [50, 51], basis: area, reject: a test, " in text
    assert (
        '{by: 2030, value: 99.5, basis: area, source: dnvn-2026-02, note: "so far, so good"}'
    ) in text
    assert run("check")[0] == 0


def test_how_a_figure_changed(run: Run, small: Path) -> None:
    """What the source itself says of the change stands in the line."""
    words = ("add", "phu-tho", "4g", "--value", "99", "--basis", "area", "--period", "2026-01")
    change = ("--change", "points=1.5", "--change", "since=2025-07-01")
    assert run(*words, *KNOWN, *change, "--status", "estimated")[0] == 0
    text = (small / "provinces" / "phu-tho.yaml").read_text(encoding="utf-8")
    assert (
        "{period: 2026-01, value: 99, basis: area, status: estimated, "
        "change: {points: 1.5, since: 2025-07-01}, source: dnvn-2026-02}"
    ) in text
    code, out, err = run(*words, *KNOWN, "--change", "times=six")
    assert (code, out) == (1, "")
    assert "[want-number]" in err


def test_a_note_in_both_languages_a_remark_and_a_copy(run: Run, small: Path) -> None:
    with (small / "indicators.yaml").open("a", encoding="utf-8") as file:
        file.write("remarks:\n  year-assumed: {en: the year is assumed, vi: năm do suy đoán}\n")
    words = ("--note", "late, it says", "--note-vi", "công bố muộn", "--remark", "year-assumed")
    copy = ("--copy", "--original", "https://baophutho.vn/goc.htm", "--reject", "a slip")
    assert run(*E_RESULTS, *PAGE, *words, *copy, "--reject-vi", "nhầm")[0] == 0
    text = (small / "provinces" / "phu-tho.yaml").read_text(encoding="utf-8")
    assert (
        "{period: 2026-01, value: 91, reject: {en: a slip, vi: nhầm}, source: bpt-2026-07, "
        'remarks: [year-assumed], note: {en: "late, it says", vi: công bố muộn}}'
    ) in text
    assert "    original: https://baophutho.vn/goc.htm\n    copy: true\n" in text
    assert run("check")[0] == 0
    code, out, err = run(*E_RESULTS, *KNOWN, "--remark", "year-asumed")
    assert (code, out) == (1, "")
    assert "remarks 'year-asumed' is not declared; did you mean 'year-assumed'?" in err


def test_a_place_of_an_index_of_the_country(run: Run, small: Path) -> None:
    words = ("add", "national", "dti", "--rank", "71", "--of", "193", "--period", "2024")
    code, _, err = run(*words, *PAGE)
    assert (code, err) == (0, "")
    text = (small / "national.yaml").read_text(encoding="utf-8")
    assert "- {period: 2024, rank: 71, of: 193, source: bpt-2026-07}" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*E_RESULTS[:3], "--value", "86,6", "--period", "2026-01"), "write 86.6 [want-number]"),
        ((*E_RESULTS[:3], "--value", "98%", "--period", "2026-01"), "write 98 [want-number]"),
        ((*E_RESULTS[:3], "--value", "980", "--period", "2026-01"), "[out-of-range]"),
        ((*E_RESULTS[:3], "--value", "98", "--period", "01/2026"), "[bad-date]"),
        ((*E_RESULTS[:3], "--value", "98", "--period", "2026-09"), "[after-source]"),
        ((*E_RESULTS[:3], "--value", "98", "--period", "2020"), "[before-merger]"),
        ((*E_RESULTS[:3], "--value", "12", "--period", "2025"), "[conflict]"),
        ((*E_RESULTS, "--basis", "area"), "[basis-fixed]"),
        ((*E_RESULTS, "--about", "91"), "[two-numbers]"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_would_be_wrong_is_not_written(
    run: Run, small: Path, words: tuple[str, ...], told: str
) -> None:
    """The reader's own line tells what to write; the file stays as it was."""
    file = small / "provinces" / "phu-tho.yaml"
    before = file.read_bytes()
    code, out, err = run(*words, *KNOWN)
    assert (code, out) == (1, "")
    assert told in err.splitlines()[0]
    assert err.endswith("dtcompare: nothing was written\n")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "phu-tho"), "INDICATOR is missing"),
        ((*E_RESULTS[:3], *KNOWN, "--value", "1"), "--period is missing"),
        ((*E_RESULTS[:3], *KNOWN, "--period", "2025"), "--value is missing; one of value, about"),
        (("add", "phu-tho", "5g", "--value", "1", "--period", "2025"), "--basis is missing"),
        (E_RESULTS, "--source is missing"),
        ((*E_RESULTS, "--source", "dnvn-2026-2"), "near: dnvn-2026-02"),
        ((*E_RESULTS, "--source", "x-1"), "new one needs --title, --publisher, --published"),
        ((*E_RESULTS, "--source", "x-1", "--title", "T"), "--published, --url is missing"),
        ((*E_RESULTS, *KNOWN, "--title", "T"), "source 'dnvn-2026-02' is there already"),
        ((*E_RESULTS, *KNOWN, "--by", "2030"), "--period does not go with the rest"),
        ((*E_RESULTS, *KNOWN, "--scope", "planet=Mars"), "'planet=Mars' is no scope"),
        ((*E_RESULTS, *KNOWN, "--scope", "ward=A", "--scope", "ward=B"), "--scope ward is given a"),
        ((*E_RESULTS, *KNOWN, "--change", "more=6"), "'more=6' is no change; write KEY=N"),
        ((*E_RESULTS, *KNOWN, "--change", "times="), "one of since, times, points, percent"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
@pytest.mark.usefixtures("small")
def test_what_is_missing_is_named_and_never_asked_for_without_a_terminal(
    run: Run, words: tuple[str, ...], told: str
) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert told in err


@pytest.mark.usefixtures("small")
def test_what_is_missing_is_asked_for_at_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Choices come from the catalogue, by any name or a number; what does not fit is asked again.

    A name that is unknown is answered with what it may have meant.
    """
    answers = ("Phu Toh", "Phú Thọ", "phủ sóng 5G", "about", "45%", "45", "soon", "2026-06", "2",
               "New 1", "new-1", "Tin", "Báo", "7/2026", "2026-07", "example.org/x",
               "https://example.org/x")  # fmt: skip
    monkeypatch.setattr("dtcompare.shell.prompts.at_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
    code, out, err = run("add")
    assert code == 0, err
    basis = [line.split()[1] for line in err.splitlines() if line.startswith("    2  ")][-1]
    assert f"+    - {{period: 2026-06, about: 45, basis: {basis}, source: new-1}}" in out
    assert "Share of what" in err
    assert "did you mean phu-tho (Phú Thọ)" in err
    for answer in ("45%", "soon", "New 1", "7/2026", "example.org/x"):
        assert f"'{answer}' does not fit" in err
    assert "about  about N" in err


@pytest.mark.usefixtures("small")
def test_questions_are_asked_in_vietnamese(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also the bases, which the catalogue names in both languages."""
    answers = ("between", "50", "50 55", "2026-01", "area", "new-1", "Tin", "Báo", "unknown",
               "https://example.org/x")  # fmt: skip
    monkeypatch.setattr("dtcompare.shell.prompts.at_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
    code, out, err = run("add", "phu-tho", "5g", "--lang", "vi")
    assert code == 0, err
    assert "between: [50, 55], basis: area, source: new-1" in out
    assert "area  diện tích" in err
    assert "'50' không đúng dạng" in err


def test_a_page_that_waits_for_its_line_is_no_hindrance(run: Run, small: Path) -> None:
    """Pasted first and not cited yet: the line mends that; any other error is told at once."""
    file = small / "provinces" / "phu-tho.yaml"
    page = "  pasted:\n    title: T\n    publisher: P\n    published: 2026-02\n"
    page += "    url: https://example.org/pasted\n"
    text = file.read_text(encoding="utf-8").replace("sources:\n", f"sources:\n{page}", 1)
    file.write_text(text, encoding="utf-8")
    assert "[unused-source]" in run("check")[1]
    assert "[unused-source]" in run(*E_RESULTS, *KNOWN)[2]
    assert run(*E_RESULTS, "--source", "pasted")[0] == 0
    assert run("check")[0] == 0


@pytest.mark.parametrize("key", ["--note", "--title"])
@pytest.mark.usefixtures("small")
def test_an_invisible_letter_beside_a_new_source_is_named(run: Run, key: str) -> None:
    """And nothing is said of the page, which is right."""
    code, out, err = run(*E_RESULTS, *PAGE, key, "so\u200bfar")
    assert (code, out) == (1, "")
    assert "invisible character U+200B" in err
    assert len(err.splitlines()) == 2


def test_a_broken_data_set_takes_nothing(run: Run, small: Path) -> None:
    (small / "provinces" / "hung-yen.yaml").write_text("name: Hưng Yên\nvalue: 1\n", "utf-8")
    code, out, err = run(*E_RESULTS, *KNOWN)
    assert (code, out) == (1, "")
    assert "[unknown-key]" in err


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_line_ends_stay(run: Run, small: Path, end: str) -> None:
    """Also where the last line has none."""
    file = small / "provinces" / "phu-tho.yaml"
    text = file.read_text(encoding="utf-8").rstrip("\n").replace("\n", end)
    file.write_bytes(text.encode())
    assert run(*E_RESULTS, *PAGE)[0] == 0
    after = file.read_bytes().decode()
    assert after.count("\n") == after.count(end) == text.count(end) + 6
    assert not after.endswith("\n")


def test_what_came_with_the_program_is_left_alone(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update would undo a change of the installed data; a dry run shows it all the same."""
    monkeypatch.setattr("dtcompare.__file__", str(small.parent / "__init__.py"))
    before = {path: path.read_bytes() for path in small.rglob("*.yaml")}
    for words in ((*E_RESULTS, *KNOWN), ("new", "an-giang"), ("schema", "--write")):
        code, out, err = run(*words)
        assert (code, out) == (1, "")
        assert "came with dtcompare" in err
    assert {path: path.read_bytes() for path in small.rglob("*.yaml")} == before
    assert run(*E_RESULTS, *KNOWN, "--dry-run")[0] == 0


@pytest.mark.parametrize(
    "words", [("add", "national", "visits", "--value", "9"), ("new", "national")]
)
def test_the_name_of_the_whole_is_nothing_to_guess(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A data set without national.yaml says nowhere what all its provinces are together."""
    shutil.copytree(LIBRARIES, tmp_path / "data")
    more = ("--period", "2025", *PAGE) if words[0] == "add" else ()
    code, out, err = run(*words, *more, "--data", str(tmp_path / "data"))
    assert (code, out) == (2, "")
    assert "there is no national.yaml; begin it with a line 'name: ...'" in err


# --- new


def test_new_begins_a_file_and_never_overwrites(run: Run, small: Path) -> None:
    code, out, err = run("new", "tỉnh An Giang")
    file = small / "provinces" / "an-giang.yaml"
    assert (code, err) == (0, "")
    assert out.startswith("--- /dev/null\n+++ b/data/provinces/an-giang.yaml\n")
    text = file.read_bytes()
    assert run("check")[0] == 0
    code, out, err = run("new", "an-giang")
    assert (code, out, file.read_bytes()) == (2, "", text)
    assert "is there already; dtcompare add an-giang adds to it" in err
    assert run("new", "former/an-giang")[0] == 0
    assert (small / "provinces" / "former" / "an-giang.yaml").is_file()
    assert run("new", "atlantis")[0] == 2


def test_add_begins_the_file_it_needs(run: Run, small: Path) -> None:
    """From an article to a valid file with ``add`` alone."""
    words = ("add", "an-giang", "e-results", "--value", "91", "--period", "2026-01")
    assert run(*words, *PAGE)[0] == 0
    assert (small / "provinces" / "an-giang.yaml").is_file()
    assert run("check")[0] == 0


# --- diff


@pytest.mark.usefixtures("committed")
def test_nothing_changed(run: Run) -> None:
    code, out, _ = run("diff", "--fail-on-change")
    assert code == 0
    assert "Nothing changed." in out


def test_moving_a_line_is_no_change(run: Run, committed: Path) -> None:
    """Where a line stands, and comments, are no part of the data."""
    file = committed / "provinces" / "phu-tho.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("values:\n", "# more\n\nvalues:\n"), encoding="utf-8")
    assert document(run, "diff")["lines"] == []


def test_a_change_is_told_in_every_format(run: Run, committed: Path) -> None:
    assert run(*E_RESULTS, *PAGE)[0] == 0
    code, out, _ = run("diff", "-f", "markdown", "--fail-on-change")
    assert code == 3
    assert "1 figure added, 1 source added; " in out
    assert "phu-tho/bpt-2026-07: Báo Phú Thọ, 2 Jul 2026" in out
    code, out, _ = run("diff", "-f", "github", "--lang", "vi")
    row = (committed / "provinces" / "phu-tho.yaml").read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(row, 1) if "source: bpt-2026-07" in text)
    assert out.startswith(f"::notice file=data/provinces/phu-tho.yaml,line={line},title=thêm::")
    assert "Thêm 1 số liệu" in run("diff", "--lang", "vi")[1]
    found = document(run, "diff")
    assert (found["filters"]["from"], found["filters"]["to"]) == ("HEAD", None)
    assert found["lines"][0]["new"]["value"] == 91
    assert found["pages"] == [{"source": "phu-tho/bpt-2026-07", "change": "added"}]


def test_old_and_new_value_basis_and_source(run: Run, committed: Path) -> None:
    file = committed / "provinces" / "phu-tho.yaml"
    text = file.read_text(encoding="utf-8")
    old = "value: 98, basis: area"
    assert old in text
    file.write_text(text.replace(old, "over: 97, basis: population"), encoding="utf-8")
    (line,) = document(run, "diff")["lines"]
    assert (line["change"], line["indicator"]) == ("changed", "4g")
    sides = [(side["word"], side["value"], side["basis"]) for side in (line["old"], line["new"])]
    assert sides == [("value", 98, "area"), ("over", 97, "population")]


@pytest.mark.parametrize(
    ("words", "english", "vietnamese"),
    [
        ("recast: true", "for today's borders", "theo địa giới hiện nay"),
        ("change: {points: -1.5}", "down 1.5 points", "giảm 1,5 điểm"),
        ("change: {percent: 20, since: 2024}", "up 20% since 2024", "tăng 20% so với 2024"),
        ("change: {times: 6}", "6 times the number before", "gấp 6 lần"),
        ("status: estimated", "98% of land area (estimated)", "98% diện tích (ước tính)"),
    ],
)
def test_what_else_of_a_line_changed(
    run: Run, committed: Path, words: str, english: str, vietnamese: str
) -> None:
    """The number is the same on both sides; what is not stands beside it."""
    file = committed / "provinces" / "phu-tho.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value: 98, ", f"value: 98, {words}, "), encoding="utf-8")
    assert english in run("diff", "-f", "plain")[1]
    assert vietnamese in run("diff", "-f", "plain", "--lang", "vi")[1]
    (line,) = document(run, "diff")["lines"]
    assert line["old"] != line["new"]


@pytest.mark.usefixtures("committed")
def test_contradicting_places_are_told_as_places(run: Run) -> None:
    """Not as the score that both pages give."""
    words = ("add", "national", "dti", "--value", "0.7", "--of", "193", "--period", "2024")
    assert run(*words, "--rank", "71", *PAGE)[0] == 0
    assert run(*words, "--rank", "86", "--source", "bpt-2026-07", "--reject", "a slip")[0] == 0
    told = run("diff", "-f", "plain")[1]
    assert "71 of 193 (national/bpt-2026-07) against 86 of 193 (national/bpt-2026-07)" in told


@pytest.mark.usefixtures("committed")
def test_a_target_of_each_year(run: Run) -> None:
    """What it asks for each year is said, not only to when."""
    words = ("add", "phu-tho", "e-results", "--target", "--by", "2030", "--value", "99")
    assert run(*words, "--every", "year", *KNOWN)[0] == 0
    assert "99% each year to 2030" in run("diff", "-f", "plain")[1]


@pytest.mark.usefixtures("committed")
def test_a_target_met_and_a_contradiction(run: Run) -> None:
    """Phú Thọ wants 90% filed online by 2026: 91% in January meets it."""
    words = ("add", "phu-tho", "online-filing", "--period", "2026-01", *KNOWN)
    assert run(*words, "--value", "91", "--prefer")[0] == 0
    assert run(*words, "--value", "50", "--reject", "one department")[0] == 0
    found = document(run, "diff")
    assert [(v["province"], v["old"], v["new"]) for v in found["verdicts"]] == [
        ("phu-tho", "short", "met")
    ]
    (contradiction,) = found["contradictions"]
    assert (contradiction["chosen"]["value"], contradiction["other"]["value"]) == (91, 50)
    assert "1 target became met, 1 new contradiction." in run("diff")[1]


def places(run: Run, indicator: str, folder: Path) -> dict[tuple[str, ...], dict[str, int]]:
    """Who stands where in each ranking, by ``rank``."""
    found: dict[tuple[str, ...], dict[str, int]] = {}
    for group in document(run, "rank", indicator, "--data", str(folder))["groups"]:
        if group["ranked"]:
            key: tuple[str, ...] = (
                str(group["basis"]),
                str(group["method"]),
                str(group["edition"]),
            )
            while key in found:
                key = (*key, "older")
            found[key] = {row["province"]: row["rank"] for row in group["rows"]}
    return found


# Of the shipped data: a figure, and what it becomes.
ALTERED = (
    ("provinces/quang-ninh.yaml", 7), ("provinces/ha-noi.yaml", 3), ("provinces/hue.yaml", 5),
    ("provinces/da-nang.yaml", 3), ("provinces/son-la.yaml", 4), ("provinces/phu-tho.yaml", 9),
)  # fmt: skip


@pytest.mark.parametrize(("file", "step"), ALTERED)
def test_diff_names_just_who_moves(run: Run, repository: Path, file: str, step: int) -> None:
    """Figures changed one at a time; ``rank`` on both sides has the same moves."""
    path = repository / file
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = [n for n, line in enumerate(lines) if line.startswith("    - {period:")]
    compared = 0
    for row in rows[::step]:
        altered = [*lines]
        altered[row] = NUMBER.sub(lambda m: f"{m[1]}: {12 if float(m[2]) > 50 else 97}", lines[row])
        path.write_text("\n".join(altered), encoding="utf-8", newline="\n")
        code, out, _ = run("diff", "-f", "json")
        if code != 0 or not json.loads(out)["lines"]:
            continue  # the change broke a rule of the data, or was none
        told = json.loads(out)
        hold(json.loads(out, parse_float=Decimal))
        indicator = told["lines"][0]["indicator"]
        now = places(run, indicator, repository)
        before = places(run, indicator, DATA)
        wanted = {
            (province, before.get(key, {}).get(province), now.get(key, {}).get(province))
            for key in before.keys() | now.keys()
            for province in before.get(key, {}).keys() | now.get(key, {}).keys()
        }
        wanted = {move for move in wanted if move[1] != move[2]}
        moves = {(m["province"], m["old_rank"], m["new_rank"]) for m in told["moves"]}
        assert moves == wanted, lines[row]
        assert {move["indicator"] for move in told["moves"]} <= {indicator}
        compared += 1
    assert compared


def shifts(run: Run, score: str, before: Path, now: Path, *more: str) -> set[tuple[object, ...]]:
    """Who stands where and with how much in an index, by ``score`` on both sides, if another."""
    sides = []
    for folder in (before, now):
        code, out, _ = run("score", score, "-f", "json", "--data", str(folder), *more, as_of=None)
        assert code == 0
        rows = json.loads(out)["rows"]
        sides.append({row["province"]: (row["rank"], row["score"]) for row in rows})
    old, new = sides
    none = (None, None)
    return {
        (province, *old.get(province, none), *new.get(province, none))
        for province in old.keys() | new.keys()
        if old.get(province) != new.get(province)
    }


# A file of the shipped data, what is changed in it, and the score that is asked about.
RESCORED = (
    ("provinces/quang-ninh.yaml", "value: 0.9581", "value: 0.5", "dti-2022", ()),
    ("provinces/quang-ninh.yaml", "value: 0.9581", "value: 0.9582", "dti-2022", ()),
    ("provinces/quang-ninh.yaml", "value: 0.9581", "over: 0.99", "dti-2022", AS_OF_DAY),
    ("provinces/hue.yaml", None, None, "dti-2022", AS_OF_DAY),
    ("provinces/former/da-nang.yaml", None, None, "dti-2022", ()),
    ("scores/dti-2022.yaml", "weight: 200", "weight: 900", "dti-2022", ()),
    ("scores/dti-2022.yaml", "period: 2022", "period: 2021", "dti-2022", ()),
    ("scores/dti-2020.yaml", "bounds: [0, 1]", "bounds: [0.2, 1]", "dti-2020", ()),
)  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "score", "more"), RESCORED)
def test_diff_names_just_whose_score_shifts(
    run: Run, repository: Path, file: str, old: str | None, new: str | None,
    score: str, more: tuple[str, ...],
) -> None:  # fmt: skip
    """A figure, all of a province's figures, or the method changed: ``score`` agrees."""
    path = repository / file
    text = path.read_text(encoding="utf-8")
    if old is None or new is None:
        changed = f"name: {text.partition('name: ')[2].partition(chr(10))[0]}\n"
    else:
        assert old in text
        changed = text.replace(old, new)
    path.write_text(changed, encoding="utf-8", newline="\n")
    code, out, _ = run("diff", "-f", "json", *more, as_of=None)
    assert code == 0
    hold(json.loads(out, parse_float=Decimal))
    (index,) = (entry for entry in json.loads(out)["scores"] if entry["id"] == score)
    told = {
        (e["province"], e["old_rank"], e["old_score"], e["new_rank"], e["new_score"])
        for e in index["shifts"]
    }
    assert told == shifts(run, score, DATA, repository, *more)
    assert told
    assert index["change"] == ("changed" if file.startswith("scores/") else None)
    for form in ("table", "plain", "markdown", "github"):
        text = run("diff", "-f", form, "--full", *more, as_of=None)[1]
        for entry in index["shifts"]:
            assert entry["name"] in text


def test_a_score_file_that_came_went_or_was_redefined(run: Run, repository: Path) -> None:
    """Which it is stands in every form; a comment is nothing; --fail-on-change finds it."""
    official, own = (repository / "scores" / name for name in ("dti-2022.yaml", "own.yaml"))
    text = official.read_text(encoding="utf-8")
    official.write_text(f"# more\n\n{text}", encoding="utf-8")
    assert "Nothing changed." in run("diff", "--fail-on-change")[1]
    official.write_text(text.replace("precision: 2", "precision: 1"), encoding="utf-8")
    own.write_text(text.replace("2022, vi", "of our own, vi"), encoding="utf-8")
    (repository / "scores" / "dti-2020.yaml").unlink()
    code, out, _ = run("diff", "--fail-on-change")
    assert code == 3
    assert (
        "1 composite index added, 1 composite index redefined, 1 composite index removed; " in out
    )
    assert "Composite indices added:" in out
    assert "(scores/own.yaml)" in out
    assert {entry["id"]: entry["change"] for entry in document(run, "diff")["scores"]} == {
        "dti-2020": "removed", "dti-2022": "changed", "own": "added",
    }  # fmt: skip
    notices = run("diff", "-f", "github", "--lang", "vi")[1].splitlines()
    assert notices[0].startswith("::notice file=data/scores/dti-2020.yaml,line=1,title=")
    messages = [line.rpartition("::")[2] for line in notices]
    assert [message.partition(";")[0] for message in messages[:3]] == [
        "bỏ", "định nghĩa lại", "thêm",
    ]  # fmt: skip
    assert (
        "Thêm 1 chỉ số tổng hợp, định nghĩa lại 1 chỉ số tổng hợp, bỏ 1 chỉ số tổng hợp"
        in notices[3]
    )


def test_an_index_that_a_change_leaves_without_meaning(run: Run, repository: Path) -> None:
    """It is told on either side, and costs no exit code."""
    own = repository / "scores" / "own.yaml"
    own.write_text(
        "name: Own\nperiod: 2022\nas_of: 2024-12-31\nmissing: skip\ntree:\n"
        "  aggregate: arithmetic\n  children:\n"
        "    dti-awareness: {weight: 1, scale: {target: {from: worst, to: 0.1}}}\n",
        encoding="utf-8",
    )
    code, out, _ = run("diff")
    assert code == 0
    assert "1 composite index cannot be worked out" in out
    (index,) = document(run, "diff")["scores"]
    assert [problem["code"] for problem in index["new"]["problems"]] == ["constant-column"]
    assert (index["new"]["rank_of"], index["shifts"]) == (0, [])


@pytest.mark.usefixtures("committed")
def test_a_shallow_clone_says_what_to_fetch(run: Run, git: Git, tmp_path: Path) -> None:
    """The tip works; what lies deeper is named with the words that fetch it."""
    assert run(*E_RESULTS, *KNOWN)[0] == 0
    git("commit", "-q", "-a", "-m", "More")
    git("clone", "-q", "--depth", "1", tmp_path.as_uri(), str(tmp_path / "clone"))
    data = str(tmp_path / "clone" / "data")
    assert "Nothing changed." in run("diff", "--data", data)[1]
    for revision, told in (("HEAD^", "git fetch --deepen=50"), ("v1", "fetch --depth=1 origin v1")):
        code, out, err = run("diff", revision, "--data", data)
        assert (code, out) == (2, "")
        assert "shallow clone" in err
        assert told in err
    git("fetch", "-q", "--deepen=50", folder=tmp_path / "clone")
    assert document(run, "diff", "HEAD^", "--to", "HEAD", "--data", data)["lines"]


def test_a_clone_without_its_files_says_what_to_fetch(
    run: Run, repository: Path, git: Git, tmp_path: Path
) -> None:
    """A partial clone has the revision and not what stood in it; nothing is fetched unasked."""
    git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    git("clone", "-q", "--filter=blob:none", "--no-checkout", tmp_path.as_uri(), str(clone))
    shutil.copytree(repository, clone / "data")
    data = str(clone / "data")
    code, out, err = run("diff", "--data", data)
    assert (code, out) == (2, "")
    assert "the files of HEAD are not in this clone; fetch them: git fetch --refetch" in err
    git("fetch", "-q", "--refetch", "--no-filter", folder=clone)
    assert "Nothing changed." in run("diff", "--data", data)[1]


def test_a_hook_in_another_worktree(
    run: Run, repository: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git names its folder to the hooks it runs; the data set's own place still counts."""
    git("worktree", "add", "-q", str(tmp_path / "other"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / ".git" / "worktrees" / "other"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / ".git" / "worktrees" / "other" / "index"))
    (repository / "provinces" / "hue.yaml").unlink()
    data = tmp_path / "other" / "data"
    assert "Nothing changed." in run("diff", "--data", str(data))[1]
    assert "no problems in 0 files" in run("check", "--changed", "--data", str(data))[1]


@pytest.mark.parametrize("revision", ["--output=x", "", "no such", "HEAD:data", "HEAD\n"])
def test_what_is_no_revision_is_refused(run: Run, committed: Path, revision: str) -> None:
    code, out, err = run("diff", "--", revision, as_of=None)
    assert (code, out) == (2, "")
    assert "there is no revision" in err
    assert sorted(path.name for path in committed.parent.iterdir()) == [".git", "data"]


def test_outside_of_git(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.parent.parent))
    code, _, err = run("diff")
    assert (code, "is in no git repository" in err) == (2, True)


def test_a_broken_revision_is_told(run: Run, committed: Path, git: Git) -> None:
    """The files of a revision are read as strictly as those on the disk."""
    file = committed / "provinces" / "phu-tho.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("about: 960000", "about: 960.000"), encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Broken")
    file.write_text(text, encoding="utf-8")
    code, out, err = run("diff")
    assert (code, out) == (1, "")
    assert "[dot-thousands]" in err


# --- check


def test_check_of_what_changed(run: Run, committed: Path) -> None:
    assert run("check", "--changed")[1] == "no problems in 0 files.\n"
    assert json.loads(run("check", "--changed", "-f", "json")[1])["files"] == 0
    file = committed / "provinces" / "phu-tho.yaml"
    text = file.read_bytes()
    file.write_bytes(text.replace(b"\n", b"\r\n"))
    assert run("check", "--changed=HEAD")[1] == "no problems in 0 files.\n"
    file.write_bytes(text.replace(b"about: 960000", b"about: 960.000"))
    code, out, _ = run("check", "--changed", "HEAD")
    assert (code, out.count("[dot-thousands]")) == (3, 1)
    file.unlink()
    assert run("check", "--changed")[1].startswith("no problems in 8 files")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_check_of_what_changed_follows_no_link_out_of_the_data_set(
    run: Run, committed: Path
) -> None:
    """One to a device would be read without an end."""
    file = committed / "provinces" / "phu-tho.yaml"
    file.unlink()
    file.symlink_to("/dev/zero")
    code, out, err = run("check", "--changed")
    assert (code, err) == (3, "")
    assert "provinces/phu-tho.yaml:1:1: error: a link out of the data set" in out


MOVED = "    - {period: 2025, value: 4, basis: area, source: s}\n"
WARNED = {
    "moved": ("    - {period: 2024, value: 40, basis: area, source: s}\n" + MOVED, ""),
    "looser-target": (
        MOVED, "    - {by: 2030, at_least: 3, basis: area, source: s}\n",
    ),
    "same-page": (
        MOVED + "    - {period: 2024, value: 5, basis: people, source: t}\n", "",
    ),
}  # fmt: skip


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """The made-up country of the reader's tests."""
    folder = tmp_path / "country"
    shutil.copytree(ROOT / "tests" / "reading" / "data" / "country", folder)
    return folder


@pytest.mark.parametrize("code", WARNED)
def test_warnings_and_strict(run: Run, country: Path, code: str) -> None:
    """A warning is one line and blocks nothing; --strict makes an error of it; a note explains."""
    values, targets = WARNED[code]
    page = "    title: A year\n    publisher: P\n    published: 2026-01\n    url: https://{}\n"
    sources = "sources:\n  s:\n" + page.format("www.example.org/a/")
    if code == "same-page":
        sources += "  t:\n" + page.format("example.org/a")
    aims = f"targets:\n  signal:\n{targets}" if targets else ""
    file = country / "provinces" / "south.yaml"
    text = f"name: Nam Hồ\n{sources}values:\n  signal:\n{values}{aims}"
    file.write_text(text, "utf-8")
    exit_code, out, _ = run("check", str(file))
    assert (exit_code, out.count(f"[{code}]"), "warning" in out) == (0, 1, True), out
    exit_code, out, _ = run("check", str(file), "--strict")
    assert (exit_code, f"[{code}]" in out) == (3, True)
    assert "No command uses" not in out
    if code != "same-page":
        file.write_text(text.replace("source: s}", "source: s, note: so it is}"), "utf-8")
        assert f"[{code}]" not in run("check", str(file), "--strict")[1]


def test_no_error_comes_with_time(country: Path) -> None:
    """Fourteen years on the same problems are told, and passed deadlines with --strict alone."""
    file = country / "provinces" / "south.yaml"
    text = file.read_text(encoding="utf-8")
    aim = "targets:\n  fibre:\n    - {by: 2030, value: 99, source: decree-9}\n"
    file.write_text(text + aim, encoding="utf-8", newline="\n")
    assert read_folder(country, AS_OF).problems == read_folder(country, LATER).problems
    for day, codes in ((AS_OF, set()), (LATER, {"overdue"})):
        plain = check_targets({country: frozenset({"provinces/south.yaml"})}, day)
        assert [problem.level for problem in plain.problems] == []
        strict = check_targets({country: frozenset({"provinces/south.yaml"})}, day, strict=True)
        assert {problem.code for problem in strict.problems} == codes
        assert "error" not in {problem.level for problem in strict.problems}


def test_the_shipped_data_warn_of_little(run: Run) -> None:
    """What check says of the shipped data is true, and short enough to be read."""
    code, out, _ = run("check", str(SHIPPED))
    assert code == 0
    assert set(out.splitlines()[:-1]) == {
        line for line in out.splitlines() if line.endswith(" [looser-target]")
    }
    assert len(out.splitlines()) <= 6


# --- schema


def test_schemas_are_listed_and_printed(run: Run, tmp_path: Path) -> None:
    names = [line.split()[0] for line in run("schema", as_of=None)[1].splitlines()]
    assert {"province", "national", "rank", "diff", "check"} <= set(names)
    for name in names:
        assert json.loads(run("schema", name, as_of=None)[1])["type"] == "object"
    assert run("schema", "provinc", as_of=None)[0] == 2
    shutil.copytree(LIBRARIES, tmp_path / "libraries")
    libraries = ("--data", str(tmp_path / "libraries"))
    code, out, _ = run("schema", "--write", *libraries, as_of=None)
    assert (code, len(out.splitlines())) == (0, 7)
    written = (tmp_path / "libraries" / "schema" / "province.schema.json").read_text("utf-8")
    assert run("schema", "province", *libraries, as_of=None)[1] == written


def test_editors_find_the_schemas(run: Run, tmp_path: Path) -> None:
    """What the settings and each data file of the repository name is there once it is written."""
    copy = shutil.copytree(SHIPPED, tmp_path / "data", ignore=shutil.ignore_patterns("schema"))
    assert run("schema", "--write", "--data", str(copy))[0] == 0
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert (tmp_path / schema).is_file()
        assert pattern.startswith("data/")
    for file in copy.rglob("*.yaml"):
        mark, _, schema = file.read_text(encoding="utf-8").partition("\n")[0].rpartition("=")
        assert mark == "# yaml-language-server: $schema"
        assert (file.parent / schema).is_file()


def test_a_file_that_is_begun_names_its_schema_as_the_catalogue_does(
    run: Run, tmp_path: Path
) -> None:
    """In a clone where nobody has written the schemas yet, too."""
    copy = shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("schema"))
    begun = copy / "provinces" / "lai-chau.yaml"
    begun.unlink(missing_ok=True)
    assert run("new", "lai-chau", "--data", str(copy))[0] == 0
    assert begun.read_text("utf-8").startswith("# yaml-language-server: $schema=../schema/")


# --- a data set about something else


def test_a_data_set_that_is_not_about_viet_nam(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: Git
) -> None:
    """Libraries of a town: begun, filled, ranked, compared with what they were; no code touched."""
    shutil.copytree(LIBRARIES, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "All")
    assert run("schema", "--write")[0] == 0
    assert run("new", "Park")[0] == 0
    text = (tmp_path / "data" / "provinces" / "park.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/province.schema.json\n")
    page = ("--source", "r", "--title", "Park", "--publisher", "Council", "--published", "2026-04",
            "--url", "https://example.org/park")  # fmt: skip
    words = ("add", "park", "e-loans", "--value", "35", "--basis", "members", "--period", "2025")
    assert run(*words, *page)[0] == 0
    assert run("check")[:2] == (0, "no problems in 7 files.\n")
    found = document(run, "diff")
    assert found["ranked"] == ["e-loans"]
    assert [(m["province"], m["old_rank"], m["new_rank"]) for m in found["moves"]] == [
        ("park", None, 1), ("harbour", None, 2), ("hill", None, 3),
    ]  # fmt: skip
    assert "3 libraries move in a ranking" in run("diff")[1]
    assert "3 of 3 libraries" in run("reporting")[1]
    (gap,) = document(run, "gap", "harbour")["rows"]
    assert gap["gap"] == 9
    hours = ("add", "park", "open-hours", "--value", "48", "--period", "2025", "--source", "r")
    assert run(*hours)[0] == 0  # (35 + 60) / 2 lies between 48 and 40
    (index,) = document(run, "diff")["scores"]
    assert [
        (e["province"], e["old_rank"], e["new_rank"], e["new_score"]) for e in index["shifts"]
    ] == [("park", None, 2, 47.5), ("hill", 2, 3, 40.0)]
    rows = document(run, "score", "service", "--draws", "0")["rows"]
    assert [(row["province"], row["score"]) for row in rows] == [
        ("harbour", 48.0), ("park", 47.5), ("hill", 40.0),
    ]  # fmt: skip
