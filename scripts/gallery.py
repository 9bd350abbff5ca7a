"""docs/charts.md: the gallery, real charts with the command under each."""

from __future__ import annotations

import contextlib
import io
import shlex
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dtcompare.charts.kinds import CHARTS
from dtcompare.cli import main
from dtcompare.errors import Exit
from scripts import runs, terminal_picture

FOLDER = runs.ROOT / "docs" / "charts"


class Picture(NamedTuple):
    """A chart of the gallery: the file it is saved to, what it answers, and its command."""

    file: str
    question: str
    command: str

    @property
    def line(self) -> str:
        """The whole command line."""
        return f"dtcompare {self.command} -o {self.file}"


GALLERY = (
    Picture("rank.svg", "Who is ahead, and how sure is that?", "rank online-filing"),
    Picture("rank-unlike.svg", "What if no two figures compare?", "rank 5g"),
    Picture(
        "rank-vi.svg",
        "The same in Vietnamese, one province in the accent",
        'rank digital-economy --lang vi --highlight "Phú Thọ"',
    ),
    Picture(
        "rank-places.svg",
        "Places of an index, some not shown",
        "rank dti 2022 --first 9 --last 6",
    ),
    Picture("map.svg", "Is there a regional pattern?", "rank dti 2022 --chart map"),
    Picture("gap.svg", "How far from the targets, how fast must it go?", "gap digital-economy"),
    Picture("gap-province.svg", "And one province from its own?", "gap phu-tho"),
    Picture("scorecard.svg", "The whole picture on one page", "reporting"),
    Picture("show.svg", "Where does one province stand everywhere?", "show phu-tho"),
    Picture("detail.svg", "What is behind one number?", "show quang-ninh digital-economy"),
    Picture("compare.svg", "How do provinces compare?", "compare quang-ninh phu-tho"),
    Picture("trend.svg", "How did it change?", "trend digital-economy quang-ninh phu-tho"),
    Picture(
        "bump.svg",
        "How did places move?",
        "trend dti former/da-nang lang-son former/can-tho --chart bump",
    ),
    Picture(
        "score.svg",
        "What makes the score, how firm is the place?",
        "score dti-2022 --first 15 --last 5",
    ),
    Picture("relate.svg", "Do two orders go together?", "relate dti par-index"),
    Picture("column.svg", "For one of two columns", "rank 5g-speed --size column"),
)


def page() -> str:
    """Every chart under its question, with its command."""
    return "\n".join(
        f"### {picture.question}\n\n"
        f"![{picture.question}](charts/{picture.file})\n\n"
        f"```sh\n{picture.line}\n```\n"
        for picture in GALLERY
    )


def kinds() -> str:
    """A table of the charts that each command draws."""
    rows = [
        f"| `{_COMMANDS.get(name, name)}` | {', '.join(f'`{kind}`' for kind in found)} |"
        for name, found in CHARTS.items()
    ]
    return "\n".join(["| Command | `--chart` |", "|---|---|", *rows, ""])


_COMMANDS = {"detail": "show PROVINCE INDICATOR", "show": "show PROVINCE"}


@cache
def drawn() -> Mapping[str, bytes]:
    """Every chart and the terminal by the file's name. Raises RuntimeError where one fails."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for picture in GALLERY:
            path = Path(folder) / picture.file
            words = [*shlex.split(picture.command), "-o", str(path)]
            said = io.StringIO()
            with runs.surroundings(), contextlib.redirect_stdout(said):
                code = main(words)
            if code != Exit.DONE:
                raise RuntimeError(picture.line)
            found[picture.file] = path.read_bytes()
    found["terminal.svg"] = terminal_picture.draw()
    return found


def stale() -> tuple[Path, ...]:
    """The files of the gallery that are not as they would be drawn today, and those of no chart."""
    wanted = {FOLDER / name: data for name, data in drawn().items()}
    there = {path for path in FOLDER.glob("*") if path not in wanted}
    changed = {
        path for path, data in wanted.items() if not path.exists() or path.read_bytes() != data
    }
    return tuple(sorted(there | changed))


def write(path: Path) -> None:
    """Draws one file of the gallery anew, or removes it where it is no chart's."""
    data = drawn().get(path.name)
    if data is None:
        path.unlink()
        return
    FOLDER.mkdir(exist_ok=True)
    path.write_bytes(data)
