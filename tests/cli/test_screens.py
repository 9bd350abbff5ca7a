"""What every command says on a screen of 80 by 24; --full holds the rest."""

from __future__ import annotations

import pytest

from tests.conftest import DATA, Run

ASKED = (
    ("overview",),
    ("rank",),
    ("rank", "5g"),
    ("rank", "dti"),
    ("rank", "dti", "2022"),
    ("rank", "5g-stations", "--per", "people"),
    ("rank", "digital-economy", "--stats"),
    ("rank", "digital-economy", "--by", "region"),
    ("rank", "digital-economy", "--as-of", "2024-12-31"),
    ("show", "ha-noi"),
    ("show", "national"),
    ("show", "red-river-delta"),
    ("show", "former/phu-tho"),
    ("show", "quang-ninh", "digital-economy"),
    ("compare", "quang-ninh", "phu-tho"),
    ("compare", "national", "ha-noi"),
    ("compare", "hue", "ha-noi", "son-la", "lai-chau", "cao-bang", "lang-son"),
    ("peers", "quang-ninh"),
    ("gap",),
    ("gap", "5g"),
    ("gap", "national"),
    ("gap", "phu-tho", "--against", "national"),
    ("gap", "phu-tho", "digital-economy"),
    ("reporting",),
    ("reporting", "quang-ninh"),
    ("list", "scores"),
    ("list", "indicators", "5g"),
    ("trend", "dti"),
    ("trend", "digital-economy", "phu-tho"),
    ("trend", "dti", "da-nang", "quang-ninh"),
    ("trend", "5g", "hue"),
    ("score", "dti-2022"),
    ("score", "dti-2022", "--explain", "quang-ninh"),
    ("score", "dti-2022", "--method-card"),
    ("score", "dti-2022", "--compare", "dti-2020"),
    ("relate", "dti", "index766"),
)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_an_answer_fits_a_screen(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    command = (*words, "--data", str(DATA), "--lang", lang, "-f", "table")
    code, out, _ = run(*command, as_of=None)
    assert code == 0
    assert len(out.splitlines()) <= 23, out  # the last line is the prompt's
    assert max(map(len, out.splitlines())) <= 80
    _, whole, _ = run(*command, "--full", as_of=None)
    assert len(whole.splitlines()) >= len(out.splitlines())


def test_what_a_short_score_leaves_out_is_named(run: Run) -> None:
    """And stands in the full answer and in files."""
    words = ("score", "dti-2022", "--data", str(DATA))
    _, short, _ = run(*words, as_of=None)
    _, whole, _ = run(*words, "--full", as_of=None)
    for part in ("Other weights", "One indicator less", "Other methods", "No figure found (58)"):
        assert part in short.splitlines()[-1]
        assert f"\n{part}" in whole
    assert "An Giang" not in short
    assert "An Giang" in whole
