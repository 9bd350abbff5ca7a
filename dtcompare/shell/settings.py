"""The global options, taken before and after the command, and the data set they lead to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click
from msgspec import Struct, field

from dtcompare.errors import WrongUsage

if TYPE_CHECKING:
    from pathlib import Path

    from dtcompare.model.dataset import Dataset
    from dtcompare.reading.stored_distributions import Encode
    from dtcompare.view.console import ColorChoice, Console

__all__ = ["Settings", "global_options", "pass_settings", "say"]

_BAR = 24  # columns of a bar of progress

AnyCallback = TypeVar("AnyCallback", bound=Callable[..., object])


class Settings(Struct):
    """What the global options say; the only state a run has.

    ``today`` is the clock's date, read once; ``notes`` are remarks for standard error and for the
    document's warnings. ``repeated`` tells that the command was begun before, with a copy that
    proved broken.
    """

    today: date
    lang: str = "en"
    data: str | None = None
    as_of_text: str | None = None
    color: ColorChoice = "auto"
    cache: bool = True
    debug: bool = False
    repeated: bool = False
    notes: list[str] = field(default_factory=list)

    @classmethod
    def from_clock(cls) -> Settings:
        """The settings of a run that starts now."""
        return cls(today=datetime.now().astimezone().date())

    @property
    def as_of(self) -> date:
        """The day that counts as today: --as-of, else SOURCE_DATE_EPOCH, else the clock's date."""
        if self.as_of_text is not None:
            try:
                return date.fromisoformat(self.as_of_text)
            except ValueError as error:
                raise WrongUsage("error.bad-date", text=self.as_of_text) from error
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        if epoch.isascii() and epoch.isdecimal():
            return datetime.fromtimestamp(min(int(epoch), 253402300799), UTC).date()
        return self.today

    def folder(self) -> Path:
        """The data set's folder. Raises NotADataset."""
        from pathlib import Path  # noqa: PLC0415 (slow to import, and seldom wanted)

        return Path(self.root())

    def root(self) -> str:
        """The same as a text. Raises NotADataset."""
        from dtcompare.reading import find_root  # noqa: PLC0415 (only commands that read)

        return find_root(self.data, os.environ.get("DTCOMPARE_DATA"), os.getcwd())  # noqa: PTH109

    def dataset(self) -> Dataset:
        """The data set, whole and without error. Raises NotADataset or DataBroken."""
        from dtcompare.reading import open_folder  # noqa: PLC0415 (only commands that read)

        return open_folder(self.root(), self.today, cache=self.cache, progress=self.progress)

    def with_distributions(self, dataset: Dataset, encode: Encode) -> Dataset:
        """Return a large data set with what ``encode`` makes of its indicators, stored once."""
        from dtcompare.reading.stored_distributions import (  # noqa: PLC0415 (only commands that read)
            with_distributions,
        )

        progress = partial(self.tell_progress, "comparing")
        return with_distributions(dataset, self.root(), self.today, encode, progress)

    def progress(self, done: int, of: int) -> None:
        """Says on a terminal how far the reading of many files is; -1 wipes that away."""
        self.tell_progress("reading", done, of)

    def tell_progress(self, key: str, done: int, of: int) -> None:
        """Draws a bar on a terminal with how far a job is, by the sentence ``key``.

        -1 wipes it away.
        """
        stream = sys.stderr
        if stream is None or stream.closed or not stream.isatty():
            return
        from dtcompare import words  # noqa: PLC0415 (only during a long job)

        full = done * _BAR // of if of else _BAR
        bar = f"{'█' * full}{'░' * (_BAR - full)}"
        text = words.say(self.lang, key, bar=bar, done=done, of=of) if done >= 0 else ""
        stream.write(f"\r\x1b[K{text}")
        stream.flush()

    def console(self) -> Console:
        """What standard output can show."""
        from dtcompare.view.console import decide  # noqa: PLC0415 (only commands that write)

        return decide(self.color, sys.stdout, os.environ, self.lang)


def say(settings: Settings, key: str, **facts: object) -> str:
    """A sentence that needs no data set, in the language of the run."""
    from dtcompare import words  # noqa: PLC0415 (few commands speak without a data set)

    return words.say(settings.lang, key, **facts)


pass_settings = click.make_pass_decorator(Settings)


def _setting(name: str) -> Callable[[click.Context, click.Parameter, object], None]:
    """A callback that keeps a global option where it was given, before or after the command."""

    def keep(ctx: click.Context, _: click.Parameter, value: object) -> None:
        settings = ctx.find_object(Settings)
        if value is not None and settings is not None:
            setattr(settings, name, value)

    return keep


_OPTIONS = (
    click.option(
        "--data",
        metavar="DIR",
        callback=_setting("data"),
        expose_value=False,
        help="The data set to use (else DTCOMPARE_DATA, a data/ folder upwards, the bundled one).",
    ),
    click.option(
        "--lang",
        type=click.Choice(["en", "vi"]),
        callback=_setting("lang"),
        expose_value=False,
        help="Language of every generated word: English or Vietnamese.",
    ),
    click.option(
        "--as-of",
        metavar="DATE",
        callback=_setting("as_of_text"),
        expose_value=False,
        help="Take this day for today: its provinces, and what was known by then.",
    ),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        callback=_setting("color"),
        expose_value=False,
        help="Colour on the terminal; auto follows NO_COLOR, FORCE_COLOR and the terminal.",
    ),
    click.option(
        "--no-cache",
        "cache",
        flag_value=False,
        type=bool,
        default=None,
        callback=_setting("cache"),
        expose_value=False,
        help="Read the files themselves, never a compiled copy.",
    ),
    click.option(
        "--debug",
        flag_value=True,
        type=bool,
        default=None,
        callback=_setting("debug"),
        expose_value=False,
        help="Show the traceback of an error.",
    ),
)


def global_options(callback: AnyCallback) -> AnyCallback:
    """Adds the global options to a command."""
    for option in reversed(_OPTIONS):
        callback = option(callback)
    return callback
