"""What is asked in another way than a command has it: the answer itself, or the right command."""

import json

import pytest

from tests.conftest import DATA, Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "5g"), "5g is an indicator: dtcompare rank 5g"),
        (("show", "phủ sóng 5g"), "phủ sóng 5g is an indicator: dtcompare rank 5g"),
        (
            ("compare", "quang-ninh", "fibre"),
            "fibre is an indicator: dtcompare show quang-ninh fibre",
        ),
        (
            ("compare", "5g", "quang-ninh", "phu-tho"),
            "5g is an indicator: dtcompare rank 5g --only quang-ninh,phu-tho",
        ),
        (("rank", "quang-ninh", "5g"), "quang-ninh is a province: dtcompare show quang-ninh 5g"),
        (("rank", "5g", "dti"), "dti is an indicator: dtcompare relate 5g dti"),
        (("rank", "2024"), "2024 is a period: dtcompare list indicators"),
        (
            ("rank", "5g", "southeast"),
            "southeast is a region: dtcompare rank 5g --region south-east",
        ),
        (
            ("show", "southeast", "5g"),
            "southeast is a region: dtcompare rank 5g --region south-east",
        ),
        (("show", "dti", "2022"), "2022 is a period: dtcompare rank dti 2022"),
        (
            ("show", "phu-tho", "quang-ninh"),
            "quang-ninh is a province: dtcompare compare phu-tho quang-ninh",
        ),
        (("gap", "phu-tho", "2025"), "2025 is a period: dtcompare show phu-tho"),
        (("trend", "2025", "5g"), "2025 is a period: dtcompare rank 5g 2025"),
        (("relate", "5g", "phu-tho"), "phu-tho is a province: dtcompare show phu-tho 5g"),
        (("peers", "VIETNAM"), "VIETNAM is the whole country: dtcompare show national"),
        (("reporting", "southeast"), "southeast is a region: dtcompare show south-east"),
        (("score", "quang ninh"), "quang ninh is a province: dtcompare show quang-ninh"),
        (("rank", "dti-2022"), "dti-2022 is a composite index: dtcompare score dti-2022"),
        (("reporting", "dti"), "dti is an indicator: dtcompare rank dti"),
        (("rank", "Quảng Ninh"), "Quảng Ninh is a province: dtcompare show quang-ninh"),
        (("trend", "quang-ninh"), "quang-ninh is a province: dtcompare show quang-ninh"),
        # A word too many.
        (("overview", "dti"), "dti is an indicator: dtcompare rank dti"),
        (("overview", "Quảng Ninh"), "Quảng Ninh is a province: dtcompare show quang-ninh"),
        (
            ("score", "dti-2022", "quang-ninh"),
            "quang-ninh is a province: dtcompare score dti-2022 --explain quang-ninh",
        ),
        (
            ("rank", "dti", "2022", "quang-ninh"),
            "quang-ninh is a province: dtcompare show quang-ninh dti",
        ),
        (
            ("peers", "quang-ninh", "phu-tho"),
            "phu-tho is a province: dtcompare compare quang-ninh phu-tho",
        ),
        # Options that ask for something else.
        (("rank", "--region", "phu-tho"), "phu-tho is a province: dtcompare show phu-tho"),
        (("rank", "dti", "--region", "phu-tho"), "phu-tho is a province: dtcompare show phu-tho"),
        (("rank", "--region", "south-east"), "south-east is a region: dtcompare show south-east"),
        (
            ("rank", "--top", "5"),
            "name the indicator to rank; dtcompare rank lists what can be ranked",
        ),
        (
            ("compare", "hue"),
            "compare takes 2 provinces or more; the nearest to this one: dtcompare peers hue",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_word_in_the_wrong_place_is_answered_with_the_right_command(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    """It is known, and means something else there."""
    code, out, err = run(*words, "--data", str(DATA))
    assert (code, out, err.strip()) == (2, "", f"dtcompare: {said}")


def test_indicator_period_and_provinces_come_in_any_order(run: Run) -> None:
    assert run("rank", "2022", "dti", "-f", "csv") == run("rank", "dti", "2022", "-f", "csv")
    assert run("trend", "ha-noi", "hue", "dti", "-f", "csv") == run(
        "trend", "dti", "ha-noi", "hue", "-f", "csv"
    )
    assert run("gap", "5g", "southeast", "-f", "csv") == run("gap", "southeast", "5g", "-f", "csv")


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
