"""The data set as a Data Package: the rows as CSV with a description of every column, zipped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dtcompare.view.archives import zipped
from dtcompare.view.citations import citation
from dtcompare.view.export_sqlite import NUMBERS, TRUTHS, WHOLE
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records
from dtcompare.view.structured import csv_text, json_text

_TYPES = (
    dict.fromkeys(NUMBERS, "number") | dict.fromkeys(WHOLE, "integer")
    | dict.fromkeys(TRUTHS, "boolean")
)  # fmt: skip


def package_files(
    rows: Iterable[Mapping[str, object]],
    columns: Mapping[str, str],
    phrases: Phrases,
    licence: bytes | None = None,
) -> bytes:
    """Return the archive: datapackage.json, README.md, data.csv, and the text of the licence."""
    about = phrases.dataset.about
    files = {
        "datapackage.json": json_text(_description(columns, phrases)).encode(),
        "README.md": _readme(columns, phrases).encode(),
        "data.csv": csv_text(Records(tuple(columns), list(rows))).encode(),
    }
    if licence is not None:
        files["LICENSE"] = licence
    elif about.licence:
        files["LICENSE"] = f"{about.licence}\n".encode()
    return zipped(files)


def _description(columns: Mapping[str, str], phrases: Phrases) -> dict[str, object]:
    """Return what datapackage.json says (https://specs.frictionlessdata.io/data-package)."""
    about = phrases.dataset.about
    fields = [
        {"name": name, "type": _TYPES.get(name, "string"), "description": text}
        for name, text in columns.items()
    ]
    resource = {
        "name": "data",
        "path": "data.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }
    facts: dict[str, object] = {
        "name": "dtcompare-data",
        "title": about.name.say(phrases.lang),
        "profile": "tabular-data-package",
        "version": about.release,
        "created": about.date,
        "licenses": [{"name": about.licence}] if about.licence else None,
        "resources": [resource],
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def _readme(columns: Mapping[str, str], phrases: Phrases) -> str:
    """Return the page that explains the columns and says how the data are cited."""
    name = phrases.dataset.about.name.say(phrases.lang)
    lines = [f"# {name}", "", citation(phrases), "", phrases.say("export.readme"), ""]
    lines += [f"- `{column}`: {text}" for column, text in columns.items()]
    return "\n".join(lines) + "\n"
