"""Every question that two copies of the program are asked: words, settings, what is compared.

A question runs in a folder that holds ``data`` (the shipped data), ``example`` (docs/example),
``word`` (tests/data/every_word), ``broken`` (data sets with a slip) and ``git`` (a repository).
What it writes it writes into ``out``, or into ``edit``, a new copy of ``word``.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, cycle, pairwise, product
from pathlib import Path

import yaml

from benchmarks.typed import ADDED, CHART_OPTIONS, PICKS, SLIPS, TYPED

FORMATS = ("plain", "table", "csv", "tsv", "json", "jsonl", "markdown", "html", "latex", "rst")
LANGUAGES = ("en", "vi")
SIZES = ("a4", "column", "slide", "square")
LISTS = ("provinces", "indicators", "sources", "bases", "methods", "regions", "scores")
KINDS = (
    *("dataset", "indicators", "register", "sources", "data/score", "province", "national"),
    *("check", "compare", "diff", "gap", "list", "rank", "reporting", "score", "show", "trend"),
    *("data/province", "nonsense"),
)


@dataclass(frozen=True)
class Question:
    """A command, the environment it runs in, and the folder ("", out, edit) that it writes to."""

    words: tuple[str, ...]
    place: str = ""
    env: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return the question as somebody would type it."""
        settings = [f"{name}={value}" for name, value in self.env.items()]
        return " ".join(
            [*settings, *(word if " " not in word else repr(word) for word in self.words)]
        )


@dataclass(frozen=True)
class Folder:
    """A data set by name, with what there is to ask it for."""

    name: str
    day: str
    indicators: tuple[str, ...]
    provinces: tuple[str, ...]
    former: tuple[str, ...]
    scores: tuple[str, ...]

    def ask(self, *words: str, place: str = "") -> Question:
        """Return a question to this data set on its day."""
        return Question((*words, "--data", self.name, "--as-of", self.day), place)


def _lines(text: str) -> list[tuple[str, ...]]:
    """Return the words of each line, split as a shell does."""
    return [tuple(shlex.split(line)) for line in text.splitlines()]


def read_folder(root: Path, name: str, day: str) -> Folder:
    """Return the ids of the data set in ``root/name``."""
    catalogue = yaml.safe_load((root / name / "indicators.yaml").read_text("utf-8"))
    register = yaml.safe_load((root / name / "register.yaml").read_text("utf-8"))
    return Folder(
        name,
        day,
        tuple(catalogue["indicators"]),
        tuple(register["provinces"]),
        tuple(register.get("former", ())),
        tuple(sorted(path.stem for path in (root / name / "scores").glob("*.yaml"))),
    )


def all_questions(root: Path, broken: Sequence[str]) -> list[Question]:
    """Return all questions, each once, for the data sets in ``root``."""
    word = read_folder(root, "word", "2026-09-30")
    example = read_folder(root, "example", "2026-06-30")
    data = read_folder(root, "data", "2026-11-21")
    parts: tuple[Iterable[Question], ...] = (
        _every_face(word),
        _every_face(example),
        _each_subject(word, (2,)),
        _each_subject(example, (1,)),
        _each_subject(data, (0, 1)),
        _pick(word),
        _pick_days(data),
        _two_subjects(word),
        _scores(word),
        _scores(data),
        _charts(word, SIZES),
        _charts(example, ("column",)),
        _charts(data, ("a4",)),
        _other_charts(word),
        _whole(word),
        _whole(data),
        _whole(example),
        _maintain(word),
        _check(broken),
        _diff(),
        _surroundings(word),
        _slips(word),
    )
    found = {question.text: question for part in parts for question in part}
    return list(found.values())


def _every_face(folder: Folder) -> Iterator[Question]:
    """Ask a few subjects of every command in every format and language."""
    indicators, provinces = folder.indicators, folder.provinces
    subjects = [
        *(("rank", indicator) for indicator in (indicators[0], indicators[3], indicators[-2])),
        *(("show", province) for province in provinces[:2]),
        ("show", provinces[0], indicators[3]),
        ("compare", *provinces[:2]),
        ("compare", *provinces[:4]),
        ("gap",),
        ("gap", provinces[0]),
        ("gap", indicators[0]),
        ("gap", "--against", "national"),
        ("trend", indicators[3]),
        ("trend", indicators[3], *provinces[:3]),
        ("reporting",),
        ("reporting", provinces[1]),
        *(("score", name, "--draws", "20") for name in folder.scores[:2]),
        *(("list", what) for what in LISTS),
    ]
    for subject, format, lang in product(subjects, FORMATS, LANGUAGES):
        yield folder.ask(*subject, "-f", format, "--lang", lang)


def _each_subject(folder: Folder, faces: Sequence[int]) -> Iterator[Question]:
    """Ask every command of every indicator and province.

    ``faces``: in how many formats beside JSON, in turn; each time others.
    """
    turn, others = cycle(product(LANGUAGES, FORMATS)), cycle(faces)

    def ask(*words: str) -> Iterator[Question]:
        yield folder.ask(*words, "-f", "json")
        for _ in range(next(others)):
            lang, format = next(turn)
            yield folder.ask(*words, "-f", format, "--lang", lang)

    for indicator in folder.indicators:
        for command in ("rank", "gap", "trend"):
            yield from ask(command, indicator)
    for province in (*folder.provinces, *folder.former[:8]):
        for command in ("show", "gap", "reporting"):
            yield from ask(command, province)
    for one, other in pairwise(folder.provinces):
        yield from ask("compare", one, other)
    for number in (3, 4, 5, 6):
        yield from ask("compare", *folder.provinces[:number])


def _pick(folder: Folder) -> Iterator[Question]:
    """Ask for rankings with every option that picks or arranges."""
    turn = cycle(("plain", "json", "csv", "table"))
    for indicator, pick in product(folder.indicators, _lines(PICKS)):
        yield folder.ask("rank", indicator, *pick, "-f", next(turn))
    for indicator in folder.indicators:
        yield folder.ask("rank", indicator, "--list-all", "--lang", "vi")
    yield from _pick_days(folder)


def _pick_days(folder: Folder) -> Iterator[Question]:
    """Ask as of other days, before and after the merger."""
    turn = cycle(("json", "plain"))
    for indicator in folder.indicators:
        yield Question(("rank", indicator, "--as-of", "2024-12-31", "--data", folder.name))
    days = ("2023-12-31", "2025-06-30", "2025-07-01", "2026-01-31")
    for day, indicator in product(days, folder.indicators[:12]):
        for command in ("rank", "gap", "trend"):
            words = (command, indicator, "--as-of", day, "--data", folder.name)
            yield Question((*words, "-f", next(turn)))
    for day, province in product(days, (*folder.provinces[:4], *folder.former[:3])):
        for command in ("show", "gap", "reporting"):
            words = (command, province, "--as-of", day, "--data", folder.name)
            yield Question((*words, "-f", next(turn)))


def _two_subjects(folder: Folder) -> Iterator[Question]:
    """Ask about every province and indicator together, and about every pair of provinces."""
    turn = cycle(("json", "plain", "csv", "table"))
    everybody = (*folder.provinces, *folder.former)
    for province, indicator in product(everybody, folder.indicators):
        lang = LANGUAGES[(len(province) + len(indicator)) % 2]
        yield folder.ask("show", province, indicator, "-f", next(turn), "--lang", lang)
        yield folder.ask("gap", province, indicator, "-f", next(turn), "--scope", "all")
    for pair in combinations(everybody, 2):
        yield folder.ask("compare", *pair, "-f", next(turn))
    for indicator, province in product(folder.indicators, folder.provinces[:3]):
        yield folder.ask("trend", indicator, province, "-f", next(turn))


def _scores(folder: Folder) -> Iterator[Question]:
    """Ask for composite indices in every way."""
    ways: list[tuple[str, ...]] = [
        (),
        ("--draws", "0"),
        ("--draws", "100", "--seed", "7"),
        ("--method-card",),
        *(("--explain", province) for province in folder.provinces[:6]),
        *(("--compare", other) for other in folder.scores),
        ("--weights", "league-networks=5"),
        ("--weights", "networks=5,economy=0"),
        ("--weights", "nonsense=5"),
        ("--sources", "full"),
    ]
    faces = cycle((("plain", "vi"), ("json", "en"), ("csv", "en"), ("table", "en")))
    for name, way, (format, lang) in (
        (name, way, next(faces)) for name, way in product(folder.scores, (*ways, *ways, *ways[:1]))
    ):
        draws = () if "--draws" in way else ("--draws", "30")
        yield folder.ask("score", name, *way, *draws, "-f", format, "--lang", lang)
    for name in folder.scores:
        words = ("score", name, "--replay", "weights.csv", "--replay-ranks", "out/places.csv")
        yield folder.ask(*words, place="out")
        yield folder.ask(*words, "-f", "json", place="out")
        yield folder.ask("score", f"{folder.name}/scores/{name}.yaml", "--draws", "10")
    yield folder.ask("score")


def _charts(folder: Folder, sizes: Sequence[str]) -> Iterator[Question]:
    """Draw the charts of every subject as SVG, whose texts are compared."""
    indicators, provinces = folder.indicators, folder.provinces
    subjects: list[tuple[str, ...]] = [
        *(("rank", indicator) for indicator in indicators),
        *(("gap", indicator) for indicator in indicators),
        *(("trend", indicator) for indicator in indicators),
        *(("rank", indicator, "--chart", "map") for indicator in indicators[:4]),
        *(("trend", indicator, "--chart", "bump") for indicator in indicators[-8:]),
        *(("show", province) for province in provinces[:10]),
        *(("show", provinces[0], indicator) for indicator in indicators[:20]),
        *(("gap", province) for province in provinces[:10]),
        *(("reporting", province) for province in provinces[:5]),
        ("gap",),
        ("reporting",),
        *(("compare", *provinces[:number]) for number in (2, 3, 4, 5, 6)),
        *(("score", name, "--draws", "20") for name in folder.scores),
    ]
    languages = cycle(LANGUAGES)
    for size, subject in product(sizes, subjects):
        words = (*subject, "--size", size, "-o", "out/a.svg", "--lang", next(languages))
        yield folder.ask(*words, place="out")


def _other_charts(folder: Folder) -> Iterator[Question]:
    """Draw with every option of charts, and in the other formats."""
    ask, rank = folder.ask, ("rank", "coverage")
    for format in ("png", "pdf"):
        for subject in (rank, ("show", "alpha"), ("trend", "fibre"), ("compare", "alpha", "bravo")):
            yield ask(*subject, "-o", f"out/a.{format}", "--dpi", "72", place="out")
    subjects = (rank, ("rank", "masts"), ("gap", "alpha"), ("show", "alpha"), ("trend", "fibre"))
    for subject, option in product(subjects, _lines(CHART_OPTIONS)):
        yield ask(*subject, *option, "-o", "out/a.svg", place="out")
    for province, size in product(folder.provinces, ("square", "slide")):
        yield ask(
            "gap", province, "--chart", "scorecard", "--size", size, "-o", "out/a.svg", place="out"
        )
    for suffix in ("json", "csv", "tsv", "md", "html", "tex", "txt", "jsonl", "nonsense"):
        for answer in (rank, ("gap",), ("show", "alpha"), ("list", "sources")):
            yield ask(*answer, "-o", f"out/a.{suffix}", place="out")
        yield ask(*rank, "-o", f"out/a.{suffix}", "--bom", "--lang", "vi", place="out")
    yield ask(*rank, "-o", "nowhere/a.svg", place="out")
    yield ask("chart-all", "out/all", "-f", "svg", place="out")
    yield ask("chart-all", "out/all", "-f", "svg", "--of", "provinces", "--lang", "vi", place="out")


def _whole(folder: Folder) -> Iterator[Question]:
    """Take the whole data set along, list it, describe it, and all without the compiled copy."""
    for format in ("csv", "tsv", "jsonl"):
        yield folder.ask("export", "-f", format)
        yield folder.ask("export", "-o", f"out/all.{format}", place="out")
    yield folder.ask("export", "-o", "out/all.sqlite", place="out")
    yield folder.ask("export", "--lang", "vi")
    for what, lang in product(LISTS, LANGUAGES):
        yield folder.ask("list", what, "--lang", lang, "-f", "json")
    for kind in KINDS:
        yield folder.ask("schema", kind)
    for words in (
        *(("rank", indicator) for indicator in folder.indicators[:20]),
        *(("show", province) for province in folder.provinces[:4]),
        ("compare", *folder.provinces[:3]),
        ("gap",),
        ("reporting",),
        ("trend", folder.indicators[3]),
        ("export",),
    ):
        yield folder.ask(*words)
        yield folder.ask(*words, "--no-cache")
    for format, lang in product(("text", "json", "github"), LANGUAGES):
        yield folder.ask("check", "-f", format, "--lang", lang)
        yield folder.ask("check", "--strict", "-f", format, "--lang", lang)


def _maintain(folder: Folder) -> Iterator[Question]:
    """Add lines, begin files and write schemas, in a copy that is new each time."""
    page = (
        "--source",
        "new-page",
        "--title",
        "A: new",
        "--publisher",
        "P",
        "--published",
        "2026-08",
    )
    new = (*page, "--url", "https://example.org/new")
    old = ("--source", "post-2026")
    edit = ("--data", "edit", "--as-of", folder.day)
    pages: tuple[tuple[str, ...], ...] = (new, old, ())
    for line, source in product(_lines(ADDED), pages):
        yield Question(("add", *line, *source, *edit), "edit")
    for line in _lines(ADDED)[:16]:
        yield Question(("add", *line, *new, "--dry-run", "--lang", "vi", *edit), "edit")
    full = (
        "--quoting",
        "Q",
        "--number",
        "7/KH",
        "--read-in",
        "fr",
        "--archived",
        "https://a.org/x",
    )
    yield Question(
        ("add", *_lines(ADDED)[0], *new, *full, "--accessed", "2026-09-01", *edit), "edit"
    )
    for province in ("silent", "hotel", "alpha", "former/hotel", "nobody", "Đen Ta"):
        yield Question(("new", province, *edit), "edit")
        yield Question(("new", province, "--dry-run", "--lang", "vi", *edit), "edit")
    yield Question(("schema", "--write", *edit), "edit")


def _check(broken: Sequence[str]) -> Iterator[Question]:
    """Check data sets with a slip in them; now and then ask them something."""
    formats, languages = cycle(("text", "json", "github")), cycle((*LANGUAGES, "en"))
    for number, name in enumerate(broken):
        yield Question(("check", name, "-f", next(formats), "--lang", next(languages)))
        if number % 10 == 0:
            yield Question(("rank", "fibre", "--data", name))
    for path in ("word/provinces/alpha.yaml", "word/provinces", "word", "word/scores", "nowhere"):
        yield Question(("check", path))
        yield Question(("check", path, "--strict", "--lang", "vi"))
    yield Question(("check", "word/provinces/alpha.yaml", "word/national.yaml"))


def _diff() -> Iterator[Question]:
    """Ask what changed in a repository: in the files, since the last commit, between two."""
    revisions = ((), ("HEAD",), ("HEAD~1",), ("HEAD~1", "--to", "HEAD"), ("HEAD", "--to", "HEAD"))
    formats = ("table", "plain", "markdown", "json", "github")
    words = ("--data", "git", "--as-of", "2026-09-30")
    for revision, format, lang in product(revisions, formats, LANGUAGES):
        yield Question(("diff", *revision, "-f", format, "--lang", lang, *words))
    for more in (("--fail-on-change",), ("HEAD", "--to", "HEAD", "--fail-on-change"), ("nowhere",)):
        yield Question(("diff", *more, *words))
    yield Question(("diff", "--data", "word"))
    yield Question(("check", "--changed", *words))
    yield Question(("check", "--changed", "HEAD~1", "-f", "json", *words))


def _surroundings(folder: Folder) -> Iterator[Question]:
    """Ask under other settings of the environment, and as shells do that complete words."""
    widths = ("30", "45", "60", "80", "120", "200")
    subjects = (("rank", "coverage"), ("gap",), ("show", "alpha"), ("compare", "alpha", "bravo"))
    for width, subject, format in product(widths, subjects, ("table", "plain")):
        words = folder.ask(*subject, "-f", format).words
        yield Question(words, env={"COLUMNS": width})
    for setting, format in product(
        (
            {"FORCE_COLOR": "1"},
            {"NO_COLOR": "1"},
            {"DTCOMPARE_LANG": "vi"},
            {"LANG": "vi_VN.UTF-8"},
        ),
        ("table", "plain"),
    ):
        yield Question(folder.ask("rank", "coverage", "-f", format).words, env=setting)
    for color in ("always", "never", "auto"):
        for subject in subjects:
            yield folder.ask(*subject, "-f", "table", "--color", color)
    epoch = {"SOURCE_DATE_EPOCH": "1780000000", "DTCOMPARE_DATA": "word"}
    yield Question(("rank", "fibre"), env=epoch)
    for text in TYPED.split("|"):
        typed = f"dtcompare {text}"
        settings = {"COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
        for shell in ("bash", "zsh", "fish"):
            complete = {"_DTCOMPARE_COMPLETE": f"{shell}_complete", "DTCOMPARE_DATA": "word"}
            yield Question((), env={**settings, **complete})
    for command in (
        *("rank", "show", "compare", "gap", "trend", "reporting", "score", "list", "chart-all"),
        *("export", "check", "new", "add", "diff", "schema", "cache"),
    ):
        yield Question((command, "--help"))
        yield Question((command,), env={"DTCOMPARE_DATA": "word"})
    yield from (Question(words) for words in ((), ("--help",), ("--version",), ("schema",)))


def _slips(folder: Folder) -> Iterator[Question]:
    """Ask with wrong names, wrong words and wrong options, in both languages."""
    for slip, lang in product(_lines(SLIPS), LANGUAGES):
        words = slip if "--lang" in slip else (*slip, "--lang", lang)
        more = () if "--data" in slip else ("--data", folder.name)
        yield Question((*words, *more), env={"SOURCE_DATE_EPOCH": "1790000000"})
