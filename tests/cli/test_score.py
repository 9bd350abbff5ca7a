"""``dtcompare score`` from the command line: files, weights, seeds, replays, wrong words."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA, Run
from tests.reading.country import fresh

OFFICIAL = DATA / "scores" / "dti-2022.yaml"
HEAD = "name: Own\nperiod: 2022\nas_of: 2024-12-31\nmissing: skip\ntree:\n"


def document(run: Run, *words: str) -> Any:
    """The JSON that the shipped data answer with."""
    code, out, _ = run("score", *words, "-f", "json", "--data", str(DATA), as_of=None)
    assert code == 0
    return json.loads(out)


def own(folder: Path, *leaves: str, aggregate: str = "arithmetic") -> str:
    """A score file outside of any data set."""
    path = folder / "own.yaml"
    lines = "".join(f"    {leaf}\n" for leaf in leaves)
    path.write_text(f"{HEAD}  aggregate: {aggregate}\n  children:\n{lines}", encoding="utf-8")
    return str(path)


def test_a_name_a_title_and_a_path_are_the_same(run: Run) -> None:
    by_name, by_title, by_path = (
        document(run, word)
        for word in ("dti-2022", "chỉ số chuyển đổi số cấp tỉnh 2022", str(OFFICIAL))
    )
    assert by_name == by_title
    assert by_name["rows"] == by_path["rows"]
    assert by_name["method"]["sha256"] == hashlib.sha256(OFFICIAL.read_bytes()).hexdigest()


def test_the_file_says_the_day_and_as_of_overrides_it(run: Run) -> None:
    assert document(run, "dti-2022")["as_of"] == "2024-12-31"
    today = document(run, "dti-2022", "--as-of", "2026-11-21")
    assert {row["province"] for row in today["rows"]} == {"quang-ninh", "hue"}
    assert today["existing"] == 34


def test_without_a_name_the_last_is_shown_and_the_others_named(run: Run) -> None:
    code, out, err = run("score", "--data", str(DATA), as_of=None)
    assert (code, "Index 2022" in out) == (0, True)
    assert err == "dtcompare: note: dti-2022 is shown; there are also dti-2020\n"


def test_seeds_can_be_repeated_and_draws_left_out(run: Run) -> None:
    one, again, other = (
        document(run, "dti-2022", "--seed", seed)["rows"] for seed in ("3", "3", "4")
    )
    assert one == again
    assert one != other
    assert document(run, "dti-2022", "--draws", "0")["rows"][0]["rank_median"] is None


def test_other_weights_are_tried_and_told(run: Run) -> None:
    """Awareness alone: Đà Nẵng has all of it, and Quảng Ninh 0.9581."""
    ids = [line.partition(":")[0].strip() for line in OFFICIAL.read_text("utf-8").splitlines()]
    zero = ",".join(f"{id}=0" for id in ids if id.startswith("dti-") and id != "dti-awareness")
    told = document(run, "dti-2022", "--weights", zero)
    assert [(row["province"], row["score"]) for row in told["rows"][:2]] == [
        ("former/da-nang", 100.0),
        ("quang-ninh", 95.81),
    ]
    assert told["filters"]["weights"]["dti-security"] == 0


def test_places_are_replayed_and_saved(run: Run, tmp_path: Path) -> None:
    weights, ranks = tmp_path / "weights.csv", tmp_path / "ranks.csv"
    weights.write_text("dti-society-activity,dti-awareness\n150,100\n3000,0\n", encoding="utf-8")
    told = document(
        run, "dti-2022", "--replay", str(weights), "--replay-ranks", str(ranks), "--draws", "0"
    )
    with ranks.open(encoding="utf-8", newline="") as file:
        saved = list(csv.DictReader(file))
    assert told["replay"]["sets"] == len(saved) == 2
    assert saved[0] == {row["province"]: str(row["rank"]) for row in told["rows"]}
    assert saved[1]["quang-ninh"] == "2"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("dti-2202",), "there is no score 'dti-2202'; did you mean dti-2022"),
        (("nowhere.yaml",), "there is no nowhere.yaml"),
        (("dti-2022", "--weights", "dti-awarenes=2"), "did you mean dti-awareness"),
        (("dti-2022", "--weights", "dti-awareness=-2"), "'dti-awareness=-2' is no weight"),
        (("dti-2022", "--weights", "dti-awareness"), "'dti-awareness' is no weight"),
        (
            ("dti-2020", "--weights", "dti-government=0,dti-economy=0,dti-society=0"),
            "every weight of dti-government, dti-economy, dti-society would be 0",
        ),
        (("dti-2022", "--replay-ranks", "x.csv"), "--replay-ranks goes with --replay"),
    ],
)
def test_wrong_words_are_told(run: Run, words: tuple[str, ...], told: str) -> None:
    code, out, err = run("score", *words, "--data", str(DATA), as_of=None)
    assert (code, out) == (2, "")
    assert told in err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dti-awarenes\n1\n", ":1: 'dti-awarenes' is no node of the tree"),
        ("dti-security,dti-security\n1,1\n", ":1: 'dti-security' is no node"),
        ("dti-security\n1\n-1\n", ":3: '-1' is no weight"),
        ("dti-security\nx\n", ":2: 'x' is no weight"),
        ("dti-security\n1,2\n", ":2: 2 weights where there are 1 columns"),
        ("", "has no weight sets"),
    ],
)
def test_wrong_weight_sets_are_told(run: Run, tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "weights.csv"
    path.write_text(text, encoding="utf-8")
    code, out, err = run("score", "dti-2022", "--replay", str(path), "--data", str(DATA))
    assert (code, out) == (2, "")
    assert told in err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_weight_sets_are_not_read_from_a_device_without_end(run: Run) -> None:
    """It has one line, which never ends."""
    code, out, err = run("score", "dti-2022", "--replay", "/dev/zero", "--data", str(DATA))
    assert (code, out) == (2, "")
    assert "/dev/zero has no weight sets" in err


GOOD = "dti-awareness: {weight: 1, scale: {bounds: [0, 1]}}"
BAD = [
    ("dti-awareness: {weight: -1, scale: minmax}", "8:29", "out-of-range"),
    ("dti-awarenes: {weight: 1, scale: minmax}", "8:5", "unknown-indicator"),
    ("dti-awareness: {weight: 0, scale: minmax}", "7:3", "no-weight"),
    ("dti-awareness: {weight: 1, scale: {bounds: [1, 1]}}", "8:48", "bad-span"),
    ("dti-awareness: {weight: 1, scale: {target: {from: 1, to: 1}}}", "8:62", "bad-span"),
    ("5g-stations: {weight: 1, scale: minmax}", "8:5", "unscored"),
    ("g: {weight: 1, aggregate: arithmetic, children: {}}", "8:43", "empty-value"),
    (
        f"g: {{weight: 1, aggregate: arithmetic, children: {{{GOOD}}}}}\n    {GOOD}",
        "9:5",
        "double-key",
    ),
    (f"{GOOD}\n    dti-security: {{weight: 1, scale: zscore}}", "9:38", "zscore-mixed"),
    (f"{GOOD}\n    {GOOD}", "9:5", "double-key"),
]


@pytest.mark.parametrize(("leaves", "place", "code"), BAD, ids=[code for _, _, code in BAD])
def test_a_bad_file_is_one_line(
    run: Run, tmp_path: Path, leaves: str, place: str, code: str
) -> None:
    """File, line, column, what is wrong and what to write; nothing else is printed."""
    path = own(tmp_path, leaves)
    left, out, err = run("score", path, "--data", str(DATA))
    assert (left, out) == (1, "")
    first, count = err.splitlines()
    assert first.startswith(f"{path}:{place}: error: ")
    assert first.endswith(f"[{code}]")
    assert count


def test_a_constant_column_is_one_line(run: Run, tmp_path: Path) -> None:
    """Two of three institutions indices are 0.9 in 2022 data of today's provinces."""
    path = own(tmp_path, "dti-institutions: {weight: 1, scale: minmax}")
    words = ("score", path, "--data", str(DATA), "--as-of", "2026-11-21")
    left, out, err = run(*words, as_of=None)
    assert (left, out) == (1, "")
    assert err.startswith(f"{path}:8:42: error: all 2 figures of 'dti-institutions' are alike")
    assert "write fixed bounds [constant-column]" in err


def test_a_score_of_a_data_set_is_read_with_it(run: Run, tmp_path: Path) -> None:
    """A path inside a data set takes the catalogue and the figures around it."""
    path = fresh(tmp_path) / "scores" / "digital.yaml"
    code, out, err = run("score", str(path), as_of=None)
    assert (code, out) == (1, "")
    assert err.startswith(f"{path}:17:35: error: there is only one figure of 'fibre'")
    assert "[constant-column]" in err
    text = path.read_text("utf-8")
    path.write_text(text.replace("scale: minmax", "scale: {bounds: [0, 100]}"), "utf-8")
    code, out, err = run("score", str(path), as_of=None)
    assert "[constant-column]" in err or code == 0


def test_both_languages_say_the_same_numbers(run: Run) -> None:
    one, other = (document(run, "dti-2022", "--lang", lang) for lang in ("en", "vi"))
    assert [row["score"] for row in one["rows"]] == [row["score"] for row in other["rows"]]
    assert one["sentence"] != other["sentence"]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("format", ["plain", "csv", "markdown", "html"])
@pytest.mark.parametrize(
    "words",
    [
        ("--explain", "Đà Nẵng"),
        ("--explain", "ha-noi"),
        ("--compare", "dti-2020"),
        ("--method-card",),
    ],
    ids=" ".join,
)
def test_every_question_has_every_face(
    run: Run, words: tuple[str, ...], format: str, lang: str
) -> None:
    asked = ("score", "dti-2022", *words, "-f", format, "--lang", lang, "--data", str(DATA))
    code, out, err = run(*asked, as_of=None)
    assert (code, err) == (0, "")
    assert out


def test_other_weights_are_said_first(run: Run) -> None:
    """Weights that are not the file's stand before what they bring about."""
    _, out, _ = run("score", "dti-2022", "--weights", "dti-society-activity=300", "--draws", "0")
    assert "With other weights: " in out.partition("\n\n")[2].partition("\n\n")[0]
    _, out, _ = run("score", "dti-2022", "--draws", "0")
    assert "With other weights" not in out


def test_a_score_against_itself_and_against_another_method(run: Run) -> None:
    """DTI 2022 has no indicator of 2020: 80.02 less 48.74 is no change."""
    _, out, _ = run("score", "dti-2022", "--compare", "dti-2022", as_of=None)
    assert "No place and no score of the 5 provinces differs." in out
    assert "-0" not in out
    _, out, _ = run("score", "dti-2022", "--compare", "dti-2020", as_of=None)
    assert "by different methods" in out
    assert "31.28" not in out
    _, out, _ = run("score", "dti-2022", "--compare", "dti-2020", "-f", "json", as_of=None)
    assert json.loads(out)["compare"]["comparable"] is False
