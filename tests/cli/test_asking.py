"""What is asked in another way than a command has it: the answer itself, or the right command."""

import json

import pytest

from tests.conftest import DATA, Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "5g"), "5g is an indicator: dtcompare rank 5g"),
        (("show", "phủ sóng 5g"), "phủ sóng 5g is an indicator: dtcompare rank 5g"),
        (("compare", "quang-ninh", "fibre"), "fibre is an indicator: dtcompare rank fibre"),
        (("reporting", "dti"), "dti is an indicator: dtcompare rank dti"),
        (("rank", "Quảng Ninh"), "Quảng Ninh is a province: dtcompare show quang-ninh"),
        (("trend", "quang-ninh"), "quang-ninh is a province: dtcompare show quang-ninh"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_word_in_the_wrong_place_is_answered_with_the_right_command(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    """It is known, and means something else there."""
    code, out, err = run(*words)
    assert (code, out, err.strip()) == (2, "", f"dtcompare: {said}")


@pytest.mark.parametrize("command", ["show", "gap", "trend"])
def test_province_and_indicator_come_in_either_order(run: Run, command: str) -> None:
    one = run(command, "quang-ninh", "digital-economy", "-f", "json")
    other = run(command, "digital-economy", "quang-ninh", "-f", "json")
    assert one == other
    assert one[0] == 0


@pytest.mark.parametrize("name", ["vietnam", "Việt Nam", "national", "cả nước"])
def test_the_whole_country_is_a_subject(run: Run, name: str) -> None:
    """Of trend and gap, alone or beside provinces."""
    code, out, _ = run("trend", "digital-economy", name, "quang-ninh", "-f", "json")
    assert code == 0
    assert {series["province"] for series in json.loads(out)["series"]} == {
        "national",
        "quang-ninh",
    }
    code, out, _ = run("gap", name, "-f", "json")
    assert code == 0
    assert {row["province"] for row in json.loads(out)["rows"]} == {"national"}


def test_a_region_stands_for_its_provinces(run: Run) -> None:
    """The three of the Southeast, in ``compare`` and ``trend``, also beside another province."""
    words = ("--data", str(DATA), "-f", "json")
    three = ["dong-nai", "ho-chi-minh", "tay-ninh"]
    found = json.loads(run("compare", "southeast", *words)[1])
    assert found["filters"]["provinces"] == three
    found = json.loads(run("compare", "southeast", "hue", *words)[1])
    assert found["filters"]["provinces"] == [*three, "hue"]
    named = run("trend", "dti", "Southeast", *words)[1]
    assert named == run("trend", "dti", *three, *words)[1]
    assert named == run("trend", "Southeast", "dti", *words)[1]
    assert run("compare", "red-river-delta", "southeast", *words)[0] == 2  # nine are too many
