"""Do two copies of the program answer alike? ``python -m benchmarks.equal OLD [NEW]``.

Asks every command of both, one process a copy and both at once, and compares what they print, how
they end and what they write: byte for byte, of charts the texts and the height. NEW is this copy
where it is left out. ``--only rank,show`` asks some commands alone, ``--tenth`` every tenth
question, ``--corpus DIR`` adds the bad files of a folder that has ``model`` and ``badinput``;
``--all`` prints every difference. The exit code is 1 where an answer differs, but for those that
``benchmarks/named_changes.txt`` names: a pattern of the question, a tab, and what changed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

from benchmarks.questions import Question, all_questions

ROOT = Path(__file__).resolve().parent.parent
NAMED = Path(__file__).with_name("named_changes.txt")
DATA = {"data": "data", "example": "docs/example", "word": "tests/data/every_word"}
SHOWN = 8
SLIPS = 200
WEIGHTS = "league-networks,networks,economy,dti-awareness\n1,2,3,4\n5,1,1,50\n0,1,4,200\n"

Answer = dict[str, object]


def set_up(folder: Path, corpus: Path | None) -> list[str]:
    """Lay out the data sets that are asked in an empty folder; return those that are broken."""
    folder.mkdir()
    for name, source in DATA.items():
        shutil.copytree(ROOT / source, folder / name)
    (folder / "weights.csv").write_text(WEIGHTS, encoding="utf-8")
    _make_repository(folder / "git")
    broken = list(_make_slips(folder))
    if corpus is not None:
        broken += _copy_corpus(folder, corpus)
    return [*broken, *_copy_broken(folder)]


def _copy_broken(folder: Path) -> Iterator[str]:
    shutil.copytree(ROOT / "docs/broken", folder / "broken/docs")
    yield "broken/docs"


def _make_slips(folder: Path) -> Iterator[str]:
    """Change a line of the made-up data set at random, the same way every time."""
    draw = random.Random(12)  # noqa: S311 (slips, no secrets)
    paths = sorted((ROOT / DATA["word"]).rglob("*.yaml"))
    for number in range(SLIPS):
        name = f"broken/{number:03}"
        shutil.copytree(folder / "word", folder / name, copy_function=os.link)
        path = folder / name / draw.choice(paths).relative_to(ROOT / DATA["word"])
        lines = path.read_text("utf-8").splitlines(keepends=True)
        _slip(lines, draw)
        path.unlink()
        path.write_text("".join(lines), encoding="utf-8", newline="")
        yield name


def _slip(lines: list[str], draw: random.Random) -> None:
    """Make one slip of the kinds that people make."""
    at = draw.randrange(len(lines))
    line = lines[at]
    place = draw.randrange(len(line))
    match draw.randrange(8):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, line)
        case 2:
            lines[at] = f"  {line}"
        case 3:
            lines[at] = line[:place] + line[place + 1 :]
        case 4:
            lines[at] = line[:place] + draw.choice(",:{}[]\"'&*#~ \tđ0") + line[place:]
        case 5:
            lines[at] = re.sub(r"\d+", lambda found: str(int(found[0]) * 7 + 1), line)
        case 6:
            lines[at] = re.sub(r"\b(\w)(\w)(\w+)", r"\2\1\3", line, count=1)
        case _:
            other = draw.randrange(len(lines))
            lines[at], lines[other] = lines[other], line


def _copy_corpus(folder: Path, corpus: Path) -> Iterator[str]:
    """Put each bad file of the corpus into a copy of its model."""
    shutil.copytree(corpus / "model", folder / "model", copy_function=shutil.copyfile)
    for path in (folder / "model", *(folder / "model").rglob("*/")):
        path.chmod(0o755)
    for path in sorted((corpus / "badinput").glob("*.yaml")):
        name = f"broken/{path.stem}"
        shutil.copytree(folder / "model", folder / name, copy_function=os.link)
        bad = folder / name / "provinces/phu-tho.yaml"
        bad.unlink()
        shutil.copyfile(path, bad)
        yield name


def _make_repository(folder: Path) -> None:
    """Make a repository of the made-up data set: two commits and a change that is in neither."""
    shutil.copytree(ROOT / DATA["word"], folder)
    _git(folder, "init", "-q", "-b", "main")
    _commit(folder)
    _replace(folder / "provinces/alpha.yaml", "value: 98.4", "value: 87.1")
    _replace(folder / "provinces/bravo.yaml", "rank: 3", "rank: 4")
    _replace(folder / "provinces/echo.yaml", "over: 92", "over: 80")
    (folder / "provinces/hotel.yaml").unlink()
    _commit(folder)
    _replace(
        folder / "provinces/charlie.yaml",
        "value: 0.75, source: league-2025",
        "value: 0.15, source: league-2025",
    )
    _replace(folder / "provinces/delta.yaml", "Đen Ta 2026", "Đen Ta, 2026")
    _replace(folder / "indicators.yaml", "season: P3M", "season: P1Y")
    _replace(
        folder / "provinces/golf.yaml", "value: 84.5, source: leaf}\n", "value: 95, source: leaf}\n"
    )


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def _commit(folder: Path) -> None:
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "Data")


def _git(folder: Path, *words: str) -> None:
    """Run git with a fixed author and day, so that the ids of commits are the same every time."""
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", "2026-09-01T00:00Z"))
    }
    subprocess.run(["git", "-C", folder, *words], check=True, env={**os.environ, **who})  # noqa: S607


def start(tree: Path, folder: Path, questions: Sequence[Question]) -> subprocess.Popen[bytes]:
    """Start the process that asks the copy in ``tree``; its questions are read from a file."""
    asked = folder.with_suffix(".json")
    asked.write_text(json.dumps([vars(question) for question in questions]), encoding="utf-8")
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DTCOMPARE_", "LC_", "LANG", "NO_COLOR", "FORCE_COLOR", "PYTHON"))
    }
    settings = {
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
        "DTCOMPARE_CACHE_DIR": str(folder / "cache"),
        "XDG_CONFIG_HOME": str(folder),
    }
    with asked.open(encoding="utf-8") as questions_file:
        return subprocess.Popen(
            [sys.executable, ROOT / "benchmarks/answering.py", tree, folder],
            stdin=questions_file,
            stdout=folder.with_suffix(".answers").open("w", encoding="utf-8"),
            env={**plain, **settings},
        )


def answers_of(process: subprocess.Popen[bytes], folder: Path) -> list[Answer]:
    """Wait for a copy and return its answers."""
    if process.wait():
        sys.exit(f"{process.args!r} ended with {process.returncode}")
    found: list[Answer] = json.loads(folder.with_suffix(".answers").read_text("utf-8"))
    return found


def named_changes() -> list[re.Pattern[str]]:
    """Return the patterns of the questions that are meant to be answered otherwise."""
    lines = NAMED.read_text("utf-8").splitlines() if NAMED.exists() else []
    return [re.compile(line.split("\t")[0]) for line in lines if line and line[0] != "#"]


def lines_of(answer: Answer) -> list[str]:
    """Return an answer as lines to hold against another."""
    lines = [f"exit {answer['code']}"]
    for name in ("stdout", "stderr"):
        lines += [f"{name}: {line}" for line in str(answer[name]).splitlines()]
    files = answer.get("files", {})
    assert isinstance(files, dict)
    for path, content in files.items():
        parts = content.splitlines() if isinstance(content, str) else content
        lines += [f"{path}: {part}" for part in parts]
    return lines


def differences(
    questions: Sequence[Question], old: Sequence[Answer], new: Sequence[Answer]
) -> dict[str, list[str]]:
    """Return what differs, by question: old against new, and new against itself without a cache."""
    pairs = {question.text: both for question, *both in zip(questions, old, new, strict=True)}
    for text in [text for text in pairs if text.endswith(" --no-cache")]:
        cached = text.removesuffix(" --no-cache")
        if cached in pairs:
            pairs[f"{cached} (against --no-cache)"] = [pairs[text][1], pairs[cached][1]]
    found = {}
    for text, (one, other) in pairs.items():
        if one != other:
            diff = unified_diff(lines_of(one), lines_of(other), "old", "new", lineterm="", n=0)
            found[text] = list(diff)[2:] or ["only in white space or line ends"]
    return found


def tell(found: dict[str, list[str]], shown: int) -> None:
    """Print the first differences and how many there are of each command."""
    for text, lines in list(found.items())[:shown]:
        print(f"\n$ dtcompare {text}")
        print("\n".join(line[:240] for line in lines[: 12 if shown == SHOWN else None]))
    counts = Counter(command_of(text) for text in found)
    print("\n" + ", ".join(f"{command} {count}" for command, count in counts.most_common()))


def command_of(text: str) -> str:
    """Return the command of a question: its first word that is no setting."""
    return next((word for word in text.split() if "=" not in word), "none")


def main() -> None:
    """Ask both copies and tell where they differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--only", default="")
    parser.add_argument("--tenth", action="store_true")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        sides = [Path(name).resolve() / "old", Path(name).resolve() / "new"]
        broken, _ = (set_up(side, options.corpus) for side in sides)
        questions = all_questions(sides[0], broken)
        if options.only:
            wanted = options.only.split(",")
            questions = [one for one in questions if command_of(one.text) in wanted]
        questions = questions[:: 10 if options.tenth else 1]
        trees = [options.old.resolve(), options.new.resolve()]
        processes = [start(tree, side, questions) for tree, side in zip(trees, sides, strict=True)]
        old, new = map(answers_of, processes, sides)
    found = differences(questions, old, new)
    named = named_changes()
    meant = {text for text in found if any(pattern.search(text) for pattern in named)}
    left = {text: lines for text, lines in found.items() if text not in meant}
    if left:
        tell(left, len(left) if options.all else SHOWN)
    seconds = time.perf_counter() - begun
    print(f"{len(questions)} questions, {len(left)} differ, {len(meant)} as named, {seconds:.0f} s")
    sys.exit(bool(left))


if __name__ == "__main__":
    main()
