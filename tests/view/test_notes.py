"""What the data note of a line and of its page, in the language asked for."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from dtcompare.analysis.ranking import Ranking, rank
from dtcompare.commands.rank import PRESENTER
from dtcompare.model.dataset import Dataset
from dtcompare.model.label import Label
from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.presenter import build_rendering
from tests.analysis.build import AS_OF, country, figure

ASSUMED = Label("the year is assumed", "năm do suy đoán")
PORTS = Label("ports", "cảng")


@pytest.fixture
def land() -> Dataset:
    """Three figures, the first with a remark and a note, read in a copy."""
    first = figure("an", "2025", "90")
    first = replace(first, remarks=("year-assumed",), note=Label("on air", "đã phát sóng"))
    lines = [first, figure("ba", "2025", "80"), figure("da", "2025", "70")]
    made = country(lines)
    page = made.sources["an/page"]
    copied = replace(page, copy=True, original="https://original.example/page")
    return replace(
        made,
        catalogue=replace(made.catalogue, remarks={"year-assumed": ASSUMED}),
        sources={**made.sources, "an/page": copied},
    )


def _shown(land: Dataset, lang: str, format: str) -> str:
    ranking: Ranking = rank(land, "share", as_of=AS_OF)
    rendering = build_rendering(ranking, PRESENTER, Phrases(land, lang), "full")
    return render(rendering, format, Console())


@pytest.mark.parametrize(
    ("lang", "notes", "copy"),
    [
        ("en", ("the year is assumed", "on air"), "paper (copy), "),
        ("vi", ("năm do suy đoán", "đã phát sóng"), "paper (bản sao), "),
    ],
)
def test_remarks_stand_before_the_note_in_the_language_asked(
    land: Dataset, lang: str, notes: tuple[str, str], copy: str
) -> None:
    shown = _shown(land, lang, "markdown")
    assert shown.index(notes[0]) < shown.index(notes[1])
    assert copy in shown
    assert "https://original.example/page" in shown


@pytest.mark.parametrize(("lang", "note"), [("en", "on air"), ("vi", "đã phát sóng")])
def test_json_has_the_note_in_the_language_and_the_ids_of_remarks(
    land: Dataset, lang: str, note: str
) -> None:
    document = json.loads(_shown(land, lang, "json"))
    first, second, _ = document["groups"][0]["rows"]
    assert (first["note"], first["remarks"]) == (note, ["year-assumed"])
    assert (second["note"], second["remarks"]) == (None, [])
    pages = document["sources"]
    assert (pages["an/page"]["copy"], pages["an/page"]["original"]) == (
        True,
        "https://original.example/page",
    )
    assert (pages["ba/page"]["copy"], pages["ba/page"]["original"]) == (False, None)


def test_a_part_and_a_reason_are_said_in_the_language(land: Dataset) -> None:
    line = replace(
        figure("an", "2025", "9"), scope=(("places", PORTS),), reject=Label("a slip", "nhầm")
    )
    english, vietnamese = Phrases(land, "en"), Phrases(land, "vi")
    assert (english.scope(line.scope), vietnamese.scope(line.scope)) == ("ports only", "riêng cảng")
    assert english.scope_names(line.scope) == {"places": "ports"}
    assert english.scope_names(()) is None
    assert english.rejection(line) == "rejected: a slip"
    assert vietnamese.rejection(line) == "không dùng: nhầm"
