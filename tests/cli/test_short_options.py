"""Short options reach Click in their long form; what it makes of the words is the same."""

from __future__ import annotations

from collections.abc import Sequence

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtcompare.cli import COMMANDS, root

_ODD = ["--", "-", "-fcsv", "-ofile", "--format=csv", "--nope", "-1", "", "x=y", "csv"]
_NAMES = [name for _, name, *_ in COMMANDS]


def _loaded(name: str, words: Sequence[str] = ()) -> tuple[click.Command, list[str]]:
    """A command and the words it is given."""
    with click.Context(root) as context:
        _, command, rest = root.resolve_command(context, [name, *words])
    assert command is not None
    return command, rest


def _understood(command: click.Command, words: Sequence[str]) -> object:
    """The values of the options and arguments as typed, or what is wrong."""
    try:
        return command.make_parser(click.Context(command)).parse_args(list(words))[:2]
    except click.UsageError as error:
        return error.format_message()


def test_a_short_option_with_its_value_is_spelled_out() -> None:
    words = ["5g", "-f", "csv", "--", "-f"]
    assert _loaded("rank", words)[1] == ["5g", "--format", "csv", "--", "-f"]
    assert _loaded("rank", ["--only", "-f", "-o", "-f"])[1] == ["--only", "-f", "--output", "-f"]
    assert _loaded("rank", ["-f"])[1] == ["-f"]


@pytest.mark.parametrize("name", _NAMES)
@given(data=st.data())
def test_it_means_the_same(name: str, data: st.DataObject) -> None:
    command, _ = _loaded(name)
    options = [option for one in command.params for option in (*one.opts, *one.secondary_opts)]
    words = data.draw(st.lists(st.sampled_from([*options, *_ODD]), max_size=6))
    assert _understood(command, _loaded(name, words)[1]) == _understood(command, words)


@pytest.mark.parametrize(
    "words", [["--changed", "--", "-f", "x"], ["--changed", "--lang", "-f", "x"]], ids=str
)
def test_an_option_without_its_value_takes_no_other_for_it(words: list[str]) -> None:
    assert _loaded("check", words)[1] == words
