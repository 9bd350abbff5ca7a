"""The settings of a user, from dtcompare.toml: what holds where nothing is typed."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence

import click
import msgspec
from msgspec import Struct

from dtcompare.errors import WrongUsage
from dtcompare.words import LANGUAGES

_NAME = "dtcompare.toml"


class Config(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What dtcompare.toml says; None or empty where it says nothing.

    ``data`` is a folder, seen from that of the file; ``size`` and ``highlight`` (provinces) are of
    charts; ``safe_csv``: cells that a spreadsheet takes for formulas are written as texts.
    """

    lang: str | None = None
    data: str | None = None
    size: str | None = None
    highlight: tuple[str, ...] = ()
    safe_csv: bool = False


def find_config(start: str) -> str | None:
    """Return the file that holds for ``start``: of the nearest folder upwards, else the user's."""
    folder = os.path.abspath(start)
    while True:
        path = os.path.join(folder, _NAME)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    own = os.path.join(click.get_app_dir("dtcompare"), _NAME)
    return own if os.path.isfile(own) else None


def read_config(path: str | None) -> Config:
    """Read a configuration file; an empty one for None. Raises WrongUsage where it is not right."""
    if path is None:
        return Config()
    try:
        with open(path, "rb") as file:
            config = msgspec.toml.decode(file.read(), type=Config)
    except (msgspec.DecodeError, OSError) as error:
        raise WrongUsage("error.bad-config", path=path, reason=error) from error
    if config.lang is not None and config.lang not in LANGUAGES:
        raise WrongUsage("error.bad-config", path=path, reason=f"lang: {config.lang}")
    if config.data is None:
        return config
    folder = os.path.join(os.path.dirname(path), os.path.expanduser(config.data))
    return msgspec.structs.replace(config, data=folder)


def typed_language(typed: Sequence[str]) -> str | None:
    """Return the last --lang that was typed, wherever; None without one that we speak."""
    line = " ".join(typed).replace("--lang=", "--lang ")
    found = [lang for lang in re.findall(r"--lang (\S+)", line) if lang in LANGUAGES]
    return found[-1] if found else None


def preferred_language(config: Config, environ: Mapping[str, str]) -> str:
    """Return the language where none is typed: DTCOMPARE_LANG's, the file's, the system's."""
    own = environ.get("DTCOMPARE_LANG", "").lower()
    if own in LANGUAGES:
        return own
    if config.lang is not None:
        return config.lang
    system = environ.get("LC_ALL") or environ.get("LANG") or ""
    code = system.lower().partition("_")[0].partition(".")[0]
    return code if code in LANGUAGES else LANGUAGES[0]
