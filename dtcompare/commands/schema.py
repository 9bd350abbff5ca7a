"""``dtcompare schema``: the JSON Schemas of the data files and of the JSON output."""

from __future__ import annotations

from collections.abc import Mapping

import click

from dtcompare.errors import UnknownName, WrongUsage
from dtcompare.reading.json_schema import schema_text, schemas, write_schemas
from dtcompare.reading.load import load_declared
from dtcompare.shell.file_changes import refuse_bundled
from dtcompare.shell.lookup import nearest
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.console import write
from dtcompare.view.documents.schemas import DOCUMENTS, output_schema
from dtcompare.view.structured import json_text

_DATA = "data/"


@click.command("schema")
@click.argument("kind", required=False)
@click.option("--write", "renew", is_flag=True, help="Write those of the data files to schema/.")
@global_options
def command(settings: Settings, /, kind: str | None, *, renew: bool) -> None:
    """Print the JSON Schema of a data file (province, ...) or of a command's JSON (rank, ...).

    Without KIND: which there are. Those of data files are made for the data set at hand, so that
    an editor knows its indicators; data/NAME is always one of these.

    \b
    Examples:
      dtcompare schema
      dtcompare schema province
      dtcompare schema rank
    """
    if renew:
        if kind is not None:
            raise WrongUsage("error.out-of-place", option="--write")
        folder = settings.folder_at_hand()
        refuse_bundled(folder)
        write("".join(f"{path}\n" for path in write_schemas(folder, settings.lang)))
        return
    if kind is not None and kind in DOCUMENTS:
        write(json_text(output_schema(kind)))
        return
    of_files = schemas(load_declared(settings.folder()), settings.lang)
    if kind is None:
        write(_kinds(of_files))
        return
    name = kind.removeprefix(_DATA)
    if name not in of_files:
        known = {known: known for known in (*of_files, *DOCUMENTS)}
        raise UnknownName("error.unknown-schema", name=kind, matches=nearest(kind, known))
    write(schema_text(of_files[name]))


def _kinds(of_files: Mapping[str, Mapping[str, object]]) -> str:
    """Return a line for each schema, those of the data files first."""
    rows = [
        (f"{_DATA}{name}" if name in DOCUMENTS else name, str(schema["title"]))
        for name, schema in of_files.items()
    ]
    rows += [(name, f"dtcompare {name} -f json") for name in DOCUMENTS]
    width = max(len(name) for name, _ in rows)
    return "".join(f"{name:<{width}}  {title}\n" for name, title in rows)
