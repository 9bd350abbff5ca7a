"""``dtcompare schema``: the JSON Schemas of the data files and of the JSON output."""

from __future__ import annotations

from importlib.resources import files

import click

from dtcompare.errors import UnknownName, WrongUsage
from dtcompare.reading.json_schema import schema_text, schemas, write_schemas
from dtcompare.reading.load import load_catalogue
from dtcompare.shell.file_changes import refuse_bundled
from dtcompare.shell.lookup import nearest
from dtcompare.shell.settings import Settings, global_options, pass_settings
from dtcompare.view.console import write

__all__ = ["command"]

_SUFFIX = ".schema.json"
_DATA = "data/"


@click.command("schema")
@click.argument("kind", required=False)
@click.option("--write", "renew", is_flag=True, help="Write those of the data files to schema/.")
@global_options
@pass_settings
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
        refuse_bundled(settings.folder())
        write("".join(f"{path}\n" for path in write_schemas(settings.folder())))
        return
    outputs = _outputs()
    if kind in outputs:
        write(outputs[kind])
        return
    of_files = schemas(load_catalogue(settings.folder()))
    if kind is None:
        names = [name if name not in outputs else f"{_DATA}{name}" for name in of_files]
        width = max(len(name) for name in (*names, *outputs))
        titles = [str(schema["title"]) for schema in of_files.values()]
        rows = [*zip(names, titles, strict=True), *((o, f"dtcompare {o} -f json") for o in outputs)]
        write("".join(f"{name:<{width}}  {title}\n" for name, title in rows))
        return
    name = kind.removeprefix(_DATA)
    if name not in of_files:
        known = {known: known for known in (*of_files, *outputs)}
        raise UnknownName("error.unknown-schema", name=kind, matches=nearest(kind, known))
    write(schema_text(of_files[name]))


def _outputs() -> dict[str, str]:
    """The schema of each command's JSON, by the command's name."""
    folder = files("dtcompare") / "schemas"
    found = [file for file in folder.iterdir() if file.name.endswith(_SUFFIX)]
    names = sorted((file.name.removesuffix(_SUFFIX), file) for file in found)
    return {name: file.read_text(encoding="utf-8") for name, file in names}
