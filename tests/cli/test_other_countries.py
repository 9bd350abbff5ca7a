"""Data sets of other countries and of other units: nothing in the code has to know them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dtcompare import words
from dtcompare.model.label import Label
from dtcompare.reading.load import read_folder
from tests.conftest import AS_OF, Run
from tests.test_json_output import hold

STATES = 50

DATASET = """\
name: {en: Broadband in the states, es: Banda ancha en los estados}
unit: {en: state, es: estado}
units: {en: states, es: estados}
heading: {en: State, es: Estado}
languages: [en, es]
code: "US-[A-Z]{2}"
people: {en: residents, es: habitantes}
region: {en: division, es: división}
regions: {en: divisions, es: divisiones}
"""
INDICATORS = """\
groups:
  net: {en: Networks, es: Redes}
units:
  percent: {symbol: "%", min: 0, max: 100}
  count: {min: 0, whole: true, extensive: true}
methods:
  survey: {en: household survey, es: encuesta de hogares}
  filings: {name: {en: filings of the carriers, es: informes de los operadores}}
scopes:
  county: {text: {en: "{name} County", es: "condado de {name}"}}
  area:
    words:
      urban: {en: urban areas only, es: solo zonas urbanas}
      rural: {en: rural areas only, es: solo zonas rurales}
indicators:
  broadband:
    name: {en: Homes with broadband, es: Hogares con banda ancha}
    group: net
    unit: percent
    better: higher
    method: [survey, filings]
  masts:
    name: {en: Masts, es: Antenas}
    group: net
    unit: count
    better: higher
"""
PAGE = """\
sources:
  acs:
    title: American Community Survey
    publisher: Census Bureau
    published: 2026-01
    url: https://example.org/{}
"""


def code(number: int) -> str:
    """Two letters that no other unit has: US-AA, US-AB, ..."""
    return f"US-{chr(65 + number // 26)}{chr(65 + number % 26)}"


@pytest.fixture
def states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Fifty states with two figures each; the first has the most."""
    folder = tmp_path / "data"
    (folder / "provinces").mkdir(parents=True)
    (folder / "dataset.yaml").write_text(DATASET, encoding="utf-8")
    (folder / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
    (folder / "sources.yaml").write_text(
        PAGE.format("all").replace("acs", "census").replace("American", "Decennial"), "utf-8"
    )
    listed = "".join(
        f"  s{n}: {{name: State {n}, type: {'district' if n == 49 else 'state'}, "
        f"code: {code(n)}, region: {'east' if n % 2 else 'west'}, "
        f"population: {{value: {(n + 1) * 100000}, source: census}}}}\n"
        for n in range(STATES)
    )
    (folder / "register.yaml").write_text(
        "regions:\n  east: {en: East, es: Este}\n  west: {en: West, es: Oeste}\n"
        "types:\n  state: {en: State, es: Estado}\n  district: {en: District, es: Distrito}\n"
        f"provinces:\n{listed}",
        encoding="utf-8",
    )
    for n in range(STATES):
        (folder / "provinces" / f"s{n}.yaml").write_text(
            f"name: State {n}\n{PAGE.format(n)}values:\n"
            f"  broadband:\n    - {{period: 2025, value: {99 - n}, method: survey, source: acs}}\n"
            f"  masts:\n    - {{period: 2025, value: 1000, source: acs}}\n",
            encoding="utf-8",
        )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DTCOMPARE_DATA", str(folder))
    return folder


@pytest.mark.usefixtures("states")
def test_fifty_states_are_ranked(run: Run) -> None:
    assert run("check") == (0, "no problems in 54 files.\n", "")
    found = json.loads(run("rank", "broadband", "-f", "json")[1])
    (group,) = found["groups"]
    assert [row["rank"] for row in group["rows"]] == list(range(1, STATES + 1))
    assert group["rows"][0]["province"] == "s0"
    assert "50 states" in run("rank", "broadband", "--full")[1]


@pytest.mark.usefixtures("states")
def test_their_own_words_are_said(run: Run) -> None:
    """Type and code of a unit, its people, its region."""
    out = run("show", code(49))[1]
    assert "District" in out
    assert "US-BX" in out
    assert "per 100,000 residents" in run("rank", "masts", "--per", "people")[1]
    listed = run("list", "provinces", "-f", "table", "--full")[1]
    assert "Division" in listed
    assert "divisions" in run("list", "regions")[1].casefold()


def test_their_own_parts_are_said(run: Run, states: Path) -> None:
    """A county by its name, an area by one of the words there are; nothing else."""
    line = ("add", "s0", "broadband", "--value", "70", "--period", "2025", "--method", "filings")
    assert run(*line, "--source", "acs", "--scope", "county=Adams")[0] == 0
    assert run(*line, "--source", "acs", "--scope", "area=rural")[0] == 0
    out = run("show", "s0", "broadband", "--full")[1]
    assert "Adams County" in out
    assert "rural areas only" in out
    code, _, err = run(*line, "--source", "acs", "--scope", "ward=Adams")
    assert (code, "one of county, area" in err) == (2, True)
    code, _, err = run(*line, "--source", "acs", "--scope", "area=desert")
    assert (code, "[unknown-word]" in err) == (1, True)
    figures = json.loads(run("rank", "broadband", "--scope", "area=rural", "-f", "json")[1])
    assert figures["filters"]["scope"] == {"key": "area", "name": "rural"}
    hold(figures)
    assert read_folder(states, AS_OF).problems == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "register.yaml",
            "code: US-AA",
            "code: XX-AA",
            "code XX-AA is not of the form US-[A-Z]{2}",
        ),
        ("register.yaml", "code: US-AA", "code: NO", 'code NO must be in quotes: "NO"'),
        ("register.yaml", "type: district", "type: dristict", "did you mean 'district'"),
        ("dataset.yaml", "US-[A-Z]{2}", "(a+)+b", "code (a+)+b is no pattern of a code"),
        ("dataset.yaml", "US-[A-Z]{2}", "[9-0]", "code [9-0] is no pattern of a code"),
        ("dataset.yaml", "[en, es]", "[en, Spanish]", "'Spanish' is no code of a language"),
        ("indicators.yaml", "es: Antenas", "xx: Antenas", "add it to languages in dataset.yaml"),
    ],
)
def test_what_is_not_declared_is_an_error(
    run: Run, states: Path, file: str, old: str, new: str, told: str
) -> None:
    text = (states / file).read_text(encoding="utf-8")
    assert old in text
    (states / file).write_text(text.replace(old, new), encoding="utf-8")
    code, out, _ = run("check")
    assert code == 3
    assert told in out


def test_texts_of_a_third_language(states: Path) -> None:
    """Each is there, and one that is missing in a language is warned of."""
    dataset = read_folder(states, AS_OF).require()
    catalogue = dataset.catalogue
    assert catalogue.indicators["masts"].name.say("es") == "Antenas"
    assert catalogue.methods["survey"].label.say("es") == "encuesta de hogares"
    assert catalogue.methods["filings"].label.say("es") == "informes de los operadores"
    assert dataset.register.regions["east"].say("es") == "Este"
    assert dataset.about.unit.say("vi") == "state"
    file = states / "indicators.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{en: Masts, es: Antenas}", "{en: Masts}"), encoding="utf-8")
    assert [p.code for p in read_folder(states, AS_OF).problems] == ["untranslated"]


def test_a_label_falls_back_to_english_then_to_what_there_is() -> None:
    both = Label.of({"lo": "ແຂວງ", "en": "province"})
    assert [both.say(lang) for lang in ("en", "vi", "lo", "km")] == [
        "province", "province", "ແຂວງ", "province",
    ]  # fmt: skip
    assert Label.of({"lo": "ແຂວງ"}).say("en") == "ແຂວງ"


@pytest.fixture
def third(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A file of words of a third language, with three texts."""
    home = Path(words.__path__[0])
    folder = tmp_path / "words"
    folder.mkdir()
    for name in ("en.txt", "vi.txt", "keys.en.txt"):
        shutil.copy(home / name, folder)
    (folder / "es.txt").write_text(
        "diff.none = nada ha cambiado.\ndiff.count.moves = {n} {units} se mueven\n", "utf-8"
    )
    (folder / "keys.es.txt").write_text("line.note = Lo que hay que saber.\n", "utf-8")
    monkeypatch.setattr(words, "__path__", [str(folder)])
    words.catalogue.cache_clear()
    yield "es"
    words.catalogue.cache_clear()


def test_a_third_language_falls_back_to_english(third: str) -> None:
    """Also for one: the English form of one thing does not stand in for its own plain form."""
    assert words.say(third, "diff.none") == "nada ha cambiado."
    assert words.say(third, "diff.count.moves", n=1, units="estados") == "1 estados se mueven"
    assert words.say(third, "diff.title") == "what changed in the data"
    assert words.say(third, "diff.count.met", n=1) == "1 target became met"
    assert words.catalogue("keys.es")["line.note"] == "Lo que hay que saber."
    assert words.catalogue("keys.es")["line.value"] == "The number as printed."


def test_a_file_of_words_of_ones_own(
    states: Path, tmp_path: Path, program: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    """The folder is named in the environment; names come from the data, the rest is English."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "es.txt").write_text("rank.of = {rank} de {of}\n", "utf-8")
    env = {"DTCOMPARE_WORDS": str(tmp_path / "mine"), "DTCOMPARE_DATA": str(states)}
    done = program("rank", "broadband", "--lang", "es", "--full", env=env)
    out = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Hogares con banda ancha" in out
    assert "estados" in out
    assert "State 0" in out
    assert program("rank", "broadband", "--lang", "fr", env=env).returncode == 2
    env["DTCOMPARE_WORDS"] = str(tmp_path / "nowhere")
    assert program("rank", "broadband", "--lang", "es", env=env).returncode == 2
    assert program("rank", "broadband", env=env).returncode == 0


COMMUNES = """\
name: {en: Communes of one province, vi: Các xã của một tỉnh}
unit: {en: commune, vi: xã}
units: {en: communes, vi: xã}
heading: {en: Commune, vi: Xã}
code: "[0-9]{5}"
region: {en: former district, vi: huyện cũ}
regions: {en: former districts, vi: huyện cũ}
"""


def test_communes_of_a_province(run: Run, tmp_path: Path) -> None:
    """A level below: five digits, villages as parts, former districts as regions."""
    folder = tmp_path / "data"
    (folder / "provinces").mkdir(parents=True)
    (folder / "dataset.yaml").write_text(COMMUNES, encoding="utf-8")
    (folder / "indicators.yaml").write_text(
        "groups: {g: G}\nunits:\n  percent: {symbol: '%', min: 0, max: 100}\n"
        "scopes:\n  village: {text: {en: 'village {name}', vi: 'thôn {name}'}}\n"
        "indicators:\n  fibre: {name: Fibre, group: g, unit: percent, better: higher}\n",
        encoding="utf-8",
    )
    names = ("Yên Kỳ", "Hương Cần", "Thạch Khoán", "Khả Cửu")
    ids = ("yen-ky", "huong-can", "thach-khoan", "kha-cuu")
    (folder / "register.yaml").write_text(
        "regions: {ha-hoa: Hạ Hòa, thanh-son: Thanh Sơn}\nprovinces:\n"
        + "".join(
            f'  {id}: {{name: {name}, code: "0{8000 + n}", region: thanh-son}}\n'
            for n, (id, name) in enumerate(zip(ids, names, strict=True))
        ),
        encoding="utf-8",
    )
    page = ("--source", "p", "--title", "T", "--publisher", "P", "--published", "2026-01")
    for n, id in enumerate(ids):
        line = ("add", id, "fibre", "--value", str(90 - n), "--period", "2025", *page)
        address = ("--url", f"https://example.org/{id}", "--data", str(folder))
        assert run(*line, *address)[0] == 0
    data = ("--data", str(folder))
    assert run("check", *data)[0] == 0
    assert "4 communes" in run("rank", "fibre", "--full", *data)[1]
    assert "4 xã" in run("rank", "fibre", "--full", "--lang", "vi", *data)[1]
    assert "huyện cũ" in run("list", "regions", "--lang", "vi", *data)[1].casefold()
    village = ("--scope", "village=Đồng", "--source", "p")
    assert (
        run("add", "yen-ky", "fibre", "--value", "60", "--period", "2025", *village, *data)[0] == 0
    )
    assert "thôn Đồng" in run("show", "yen-ky", "fibre", "--full", "--lang", "vi", *data)[1]
