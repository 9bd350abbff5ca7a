"""The global options, taken before and after the command, and the data set they lead to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click
from msgspec import Struct, field

from dtcompare import words
from dtcompare.errors import NotADataset, WrongUsage
from dtcompare.shell.config import (
    Config,
    find_config,
    preferred_language,
    read_config,
    typed_language,
)
from dtcompare.text import iso_text
from dtcompare.view.console import ColorChoice

if TYPE_CHECKING:
    from pathlib import Path

    from dtcompare.model.dataset import Dataset

_ALL = "dtcompare.all-options"
_BAR = 24  # columns of a progress bar
_EPOCH = date(1970, 1, 1)
_LAST_SECOND = 253402300799  # of the year 9999

AnyCallback = TypeVar("AnyCallback", bound=Callable[..., object])


class Settings(Struct):
    """What the global options say; the only state a run has.

    ``today`` is the clock's date, read once; ``notes`` are remarks for standard error and for the
    document's warnings. ``repeated`` tells that the command was begun before, with a copy that
    proved broken; ``config`` is what the user's file says.
    """

    today: date
    lang: str = "en"
    data: str | None = None
    as_of_text: str | None = None
    color: ColorChoice = "auto"
    cache: bool = True
    debug: bool = False
    repeated: bool = False
    config: Config = Config()
    notes: list[str] = field(default_factory=list)

    @classmethod
    def from_clock(cls) -> Settings:
        """Return the settings of a run that starts now."""
        return cls(
            today=datetime.now().astimezone().date(), lang=preferred_language(Config(), os.environ)
        )

    def read_config(self, typed: Sequence[str]) -> None:
        """Take what the user's file says, and the language from it, or from what was typed.

        A slip, or help, is told in the language that is asked for behind it too. Raises WrongUsage
        where the file is not right.
        """
        self.lang = typed_language(typed) or self.lang
        self.config = read_config(find_config(os.curdir))
        self.lang = typed_language(typed) or preferred_language(self.config, os.environ)

    @property
    def as_of(self) -> date:
        """Return the day that counts as today: --as-of, else SOURCE_DATE_EPOCH, else the clock's.

        Raises WrongUsage for a --as-of that is no date.
        """
        if self.as_of_text is not None:
            try:
                return date.fromisoformat(iso_text(self.as_of_text, self.lang))
            except ValueError as error:
                raise WrongUsage("error.bad-date", text=self.as_of_text) from error
        return _epoch_day() or self.today

    @property
    def day_typed(self) -> bool:
        """Tell whether the day is one that was asked for, not the clock's."""
        return self.as_of_text is not None or _epoch_day() is not None

    def root(self) -> str:
        """Find the data set's folder. Raises NotADataset."""
        from dtcompare.reading.folder import find_root

        environment = os.environ.get("DTCOMPARE_DATA") or self.config.data
        return find_root(self.data, environment, os.curdir)

    def folder(self) -> Path:
        """Find the data set's folder, for those who work with paths. Raises NotADataset."""
        from pathlib import Path

        return Path(self.root())

    def folder_at_hand(self) -> Path:
        """Find the data set's folder, for those who check or change its files.

        Our own data are not meant where the folder at hand has a ``data`` of another kind. Raises
        NotADataset.
        """
        from pathlib import Path

        root, here = Path(self.root()), Path.cwd()
        named = self.data or os.environ.get("DTCOMPARE_DATA") or self.config.data
        if not named and not here.is_relative_to(root.parent) and Path("data").is_dir():
            raise NotADataset("error.not-a-dataset", path=here / "data")
        return root

    def dataset(self) -> Dataset:
        """Open the data set, with no population published after the day that is asked for.

        Raises NotADataset or DataBroken.
        """
        from dtcompare.reading.opened import open_folder

        progress = partial(self.show_progress, "reading")
        dataset = open_folder(self.root(), self.today, cache=self.cache, progress=progress)
        if not self.day_typed:
            return dataset
        from dtcompare.analysis.known import with_known_extents

        return with_known_extents(dataset, self.as_of)

    def known_dataset(self) -> Dataset:
        """Open the data set as it was known on the day that is asked for.

        Raises NotADataset or DataBroken.
        """
        dataset = self.dataset()
        if not self.day_typed:
            return dataset
        from dtcompare.analysis.known import known_by

        return known_by(dataset, self.as_of)

    def show_progress(self, key: str, done: int, of: int) -> None:
        """Draw a bar on a terminal with how far a job is, by the sentence ``key``; -1 wipes it."""
        stream = sys.stderr
        if stream is None or stream.closed or not stream.isatty():
            return
        text = ""
        if done >= 0:
            full = done * _BAR // of if of else _BAR
            bar = "█" * full + "░" * (_BAR - full)
            text = self.say(key, bar=bar, done=done, of=of)
        stream.write(f"\r\x1b[K{text}")
        stream.flush()

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence that needs no data set, in the language of the run."""
        return words.say(self.lang, key, **facts)


def _epoch_day() -> date | None:
    """Return the day of SOURCE_DATE_EPOCH; None where it holds no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isascii() or not epoch.isdecimal():
        return None
    # Not by the system's clock functions, of which those of Windows end with the year 3000.
    return _EPOCH + timedelta(seconds=min(int(epoch), _LAST_SECOND))


class SharedOption(click.Option):
    """An option of many commands, which the help of one names where all are asked for."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and what it does; None in the short help of a command."""
        is_short = ctx.parent is not None and not ctx.meta.get(_ALL)
        return None if is_short else super().get_help_record(ctx)


def show_all_help(ctx: click.Context, _: click.Parameter, value: object) -> None:
    """Show the help of a command with the options that it shares with others, and leave."""
    if value and not ctx.resilient_parsing:
        ctx.meta[_ALL] = True
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


def add_options(
    callback: AnyCallback, options: tuple[Callable[[AnyCallback], AnyCallback], ...]
) -> AnyCallback:
    """Add options to a command in the order in which its help lists them."""
    for option in reversed(options):
        callback = option(callback)
    return callback


def _keep(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    """Keep a global option in the settings, wherever it was given."""
    settings = ctx.find_object(Settings)
    if value is not None and settings is not None:
        setattr(settings, parameter.name or "", value)


_option = partial(click.option, cls=SharedOption, callback=_keep, expose_value=False)
_flag = partial(_option, type=bool, default=None)
_OPTIONS = (
    _option(
        "--data",
        metavar="DIR",
        help="The data set to use (else DTCOMPARE_DATA, a data/ folder upwards, the bundled one).",
    ),
    _option(
        "--lang",
        type=click.Choice(words.LANGUAGES),
        help="Language of every generated word: English or Vietnamese.",
    ),
    _option(
        "--as-of",
        "as_of_text",
        metavar="DATE",
        help="Take this day for today: its provinces, and what was known by then.",
    ),
    _option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        help="Colour on the terminal; auto follows NO_COLOR, FORCE_COLOR and the terminal.",
    ),
    _flag(
        "--no-cache",
        "cache",
        flag_value=False,
        help="Read the files themselves, never a compiled copy.",
    ),
    _flag("--debug", flag_value=True, help="Show the traceback of an error."),
    click.option(
        "--help-all",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show_all_help,
        help="Show the options of output, charts and every command too.",
    ),
)


def global_options(callback: Callable[..., object]) -> Callable[..., object]:
    """Add the global options to a command, which is given the settings they make."""
    return add_options(click.make_pass_decorator(Settings)(callback), _OPTIONS)
