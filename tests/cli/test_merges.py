"""Two branches with one figure each merge without a conflict; nothing tracked counts figures."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest

from dtcompare.model.dataset import Dataset
from scripts import docs
from tests.cli.conftest import Git
from tests.conftest import ROOT, Run

OWN = ("--title", "T", "--publisher", "P", "--published", "2026-02")
PAGE = ("--source", "s-1", *OWN, "--url", "https://example.org/1")
OTHER = ("--source", "s-2", *OWN, "--url", "https://example.org/2")
PUBLISHERS = (
    "baochinhphu", "baodautu", "baophutho", "congthuong", "dnvn", "ictvn", "mic", "nhandan",
    "nld", "sggp", "thanhnien", "tuoitre", "vietnamnet", "vjst", "vneconomy", "vov",
)  # fmt: skip
LONG_FILES = ("provinces/phu-tho.yaml", "provinces/quang-ninh.yaml")
FIGURE = ("--value", "91", "--period", "2026-01")


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("phu-tho", "e-results"), ("hung-yen", "e-results")),
        (("phu-tho", "e-results"), ("phu-tho", "online-filing")),
        (("an-giang", "e-results"), ("bac-ninh", "e-results")),
    ],
    ids=["two provinces", "one province", "two new files"],
)
def test_two_branches_merge_and_pass(
    run: Run, git: Git, one: tuple[str, str], other: tuple[str, str]
) -> None:
    """Each adds a figure with a page; where both write to one file the pages are known ones."""
    known = ("--source", "dnvn-2026-02") if one[0] == other[0] else None
    git("checkout", "-q", "-b", "one")
    assert run("add", *one, *FIGURE, *(known or PAGE))[0] == 0
    git("add", ".")
    git("commit", "-q", "-m", "One")
    git("checkout", "-q", "-b", "other", "main")
    assert run("add", *other, *FIGURE, *(known or OTHER))[0] == 0
    git("add", ".")
    git("commit", "-q", "-m", "Other")
    git("merge", "-q", "--no-edit", "one")
    assert run("check")[0] == 0
    assert "2 figures added" in run("diff", "main")[1]


def random_figure(dataset: Dataset, dice: random.Random, day: int) -> list[str]:
    """The words of a figure of any share, by a page of any publisher, for ``add``."""
    shares = [one for one in dataset.catalogue.indicators.values() if one.unit.id == "percent"]
    indicator = dice.choice(shares)
    source = dice.choice(PUBLISHERS) + f"-2026-11-{day}"
    words = [indicator.id, "--source", source, "--url", f"https://example.org/{source}", *OWN[:4]]
    words += ["--published", f"2026-11-{day}", "--value", str(dice.randint(50, 99))]
    words += ["--period", f"2026-10-{day}"] if dice.random() < 0.7 else ["--target", "--by", "2031"]
    if indicator.bases and not indicator.fixed_basis:
        words += ["--basis", dice.choice(indicator.bases)]
    return words


def test_most_pairs_in_one_file_merge_and_pass(
    run: Run, git: Git, repository: Path, dataset: Dataset
) -> None:
    """Of 50 pairs, each a new figure by a new page in a file of eight or twelve pages, over half.

    What merges has all that both brought, and no error; the others are conflicts that git tells.
    """
    for path in (repository / "provinces").rglob("*.yaml"):
        if path.relative_to(repository).as_posix() not in LONG_FILES:
            path.unlink()
    git("commit", "-q", "-a", "-m", "Two")
    dice = random.Random(17)  # noqa: S311 (pairs to try)
    merged = 0
    for pair in range(50):
        province = Path(dice.choice(LONG_FILES)).stem
        for branch, day in ((f"a{pair}", 10), (f"b{pair}", 11)):
            git("checkout", "-q", "-b", branch, "main")
            code, _, told = run("add", province, *random_figure(dataset, dice, day))
            assert code == 0, told
            git("commit", "-q", "-a", "-m", branch)
        try:
            git("merge", "-q", "--no-edit", f"a{pair}")
        except subprocess.CalledProcessError:
            git("merge", "--abort")
            continue
        merged += 1
        code, told, _ = run("diff", "main")
        assert (code, "2 sources added" in told) == (0, True), told
    assert merged > 25


def test_no_tracked_page_is_written_from_the_data_that_grow() -> None:
    """Commands on the pages run on the data that do not move; no page shows another file."""
    found = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    ).stdout.split()
    parts: set[str] = set()
    for path in docs.pages():
        parts |= set(re.findall(r"<!-- begin: (.+?) -->", path.read_text(encoding="utf-8")))
    assert [part for part in parts if part.startswith(("file data/", "data "))] == []
    assert [part for part in parts if "--data data" in part] == []
    assert [path for path in found if path.startswith("data/") and not is_written(path)] == []


def is_written(path: str) -> bool:
    """Whether people write the file."""
    name = path.removeprefix("data/")
    return Path(name).suffix in (".yaml", ".md", "")
