"""What an editor marks in the bad files: yaml-language-server, driven over its own protocol.

It runs where the server is installed (``npm install --global yaml-language-server``); the schemas
are read from the disk, nothing is fetched.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dtcompare.reading.json_schema import write_schemas
from tests.conftest import DATA, SHIPPED
from tests.reading.country import COUNTRY, SHARED, fresh
from tests.reading.slips_in_lines import LINES
from tests.reading.test_json_schema import _UNSEEN

SERVER = shutil.which("yaml-language-server")
CASES = SHARED / "badinput" / "cases.csv"

# Numbers to YAML, and so to the editor; not to the reader.
_NUMBERS = {"a plus sign", "hexadecimal", "an exponent", "dot first", "dot last"}

pytestmark = pytest.mark.skipif(
    SERVER is None,
    reason="yaml-language-server is not installed: npm install --global yaml-language-server"
    if shutil.which("npm")
    else "npm, and so yaml-language-server, is not available",
)


class Editor:
    """One server, asked about one text after the other."""

    def __init__(self, schema: Path | None) -> None:
        assert SERVER is not None
        self._process = subprocess.Popen(
            [SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._number = 0
        capabilities: dict[str, Any] = {"textDocument": {"publishDiagnostics": {}}}
        start = {"processId": None, "rootUri": None, "capabilities": capabilities}
        self._send("initialize", start, id=1)
        self._wait(lambda message: message.get("id") == 1)
        self._send("initialized", {})
        yaml = {
            "schemas": {schema.as_uri(): "*.yaml"} if schema is not None else {},
            "validate": True,
            "completion": True,
            "hover": True,
            "schemaStore": {"enable": False},
            "kubernetesCRDStore": {"enable": False},
        }
        self._settings = {"yaml": yaml}
        self._send("workspace/didChangeConfiguration", {"settings": self._settings})

    def marks(self, text: str, folder: str = "file://") -> list[str]:
        """The messages about a text in ``folder``; none where nothing is wrong."""
        uri, found = self._open(text, folder)
        self._send("textDocument/didClose", {"textDocument": {"uri": uri}})
        return [entry["message"] for entry in found["params"]["diagnostics"]]

    def ask(self, what: str, text: str) -> Any:
        """What is offered (completion) or told (hover) where ``text`` has a bar."""
        before, _, rest = text.partition("|")
        uri, _ = self._open(before + rest, "file://")
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        asked = {"textDocument": {"uri": uri}, "position": place}
        self._send(f"textDocument/{what}", asked, id=f"ask-{self._number}")
        return self._wait(lambda message: message.get("id") == f"ask-{self._number}")["result"]

    def _open(self, text: str, folder: str) -> tuple[str, Any]:
        """Opens a text in a file of its own, and waits for what is said of it."""
        self._number += 1
        uri = f"{folder}/case-{self._number}.yaml"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send("textDocument/didOpen", {"textDocument": document})
        found = self._wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
            )
        )
        return uri, found

    def close(self) -> None:
        """Ends the server."""
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()
        self._process.terminate()
        self._process.wait(10)

    def _send(self, method: str, params: object, **more: object) -> None:
        self._write({"jsonrpc": "2.0", "method": method, "params": params, **more})

    def _write(self, message: object) -> None:
        assert self._process.stdin is not None
        body = json.dumps(message).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _wait(self, wanted: Any) -> Any:
        """The next message that is wanted; questions of the server are answered on the way."""
        while True:
            message = self._read()
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                result = self._answer(message)
                self._write({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _answer(self, message: Any) -> object:
        if message["method"] != "workspace/configuration":
            return None
        items = message["params"]["items"]
        return [self._settings.get(item.get("section", "")) for item in items]

    def _read(self) -> Any:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        return json.loads(self._process.stdout.read(length))


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """A server with the schema of the made-up country's provinces."""
    folder = fresh(tmp_path_factory.mktemp("editor"))
    write_schemas(folder)
    server = Editor(folder / "schema" / "province.schema.json")
    yield server
    server.close()


def test_slips_are_marked(editor: Editor, tmp_path: Path) -> None:
    """Nothing in a good file; something in each slip of a line that a schema can see."""
    file = "provinces/north.yaml"
    assert editor.marks((COUNTRY / file).read_text(encoding="utf-8")) == []
    silent = []
    for number, slip in enumerate(slip for slip in LINES if slip.name not in _UNSEEN):
        if slip.file == file:
            folder = fresh(tmp_path / str(number))
            slip.make(folder)
            if not editor.marks((folder / file).read_text(encoding="utf-8")):
                silent.append(slip.name)
    assert sorted(set(silent) - _NUMBERS) == []


def test_shipped_files_name_their_schema(tmp_path: Path) -> None:
    """The first line alone finds it: nothing is marked in a file, and a key too much is."""
    copy = shutil.copytree(SHIPPED, tmp_path / "data")
    write_schemas(copy)
    server = Editor(None)
    single = [*copy.glob("*.yaml"), *(copy / "scores").glob("*.yaml")]
    provinces = sorted((copy / "provinces").rglob("*.yaml"))
    for path in (*single, *provinces[::12]):
        text = path.read_text(encoding="utf-8")
        assert server.marks(text, path.parent.as_uri()) == [], path
        assert server.marks(f"{text}colour: red\n", path.parent.as_uri()), path
    server.close()


@pytest.mark.parametrize(
    ("lang", "about", "period"),
    [
        ("en", "Share of the province that a 5G signal reaches", "When it was true"),
        ("vi", "Tỷ lệ được phủ sóng 5G", "Số liệu đúng vào thời gian nào"),
    ],
)
def test_what_may_stand_there_is_offered_and_explained(
    tmp_path: Path, lang: str, about: str, period: str
) -> None:
    """Indicators, keys and bases on completion; on hover what they mean, in the language asked."""
    copy = shutil.copytree(DATA, tmp_path / "data")
    write_schemas(copy, lang)
    server = Editor(copy / "schema" / "province.schema.json")

    def offered(text: str) -> set[str]:
        items = server.ask("completion", f"name: A\nvalues:\n{text}\n")["items"]
        return {item["label"] for item in items}

    def told(text: str) -> str:
        found: str = server.ask("hover", f"name: A\nvalues:\n{text}\n")["contents"]["value"]
        return found

    assert {"5g", "dti", "online-filing"} <= offered("  |")
    assert {"about", "period", "basis"} <= offered("  5g:\n    - {|}")
    assert offered("  5g:\n    - {value: 1, basis: |}") >= {"area", "population", "unstated"}
    assert about in told("  5|g:\n    - {period: 2025, value: 1, basis: area}")
    assert period in told("  5g:\n    - {per|iod: 2025, value: 1, basis: area}")
    server.close()


@pytest.mark.skipif(not CASES.exists(), reason="the corpus is not beside this copy of the project")
def test_the_corpus_is_marked(tmp_path: Path) -> None:
    """At least as many of the bad files as were counted when the corpus was made: 59."""
    shutil.copytree(SHARED / "model", tmp_path / "model", copy_function=shutil.copyfile)
    for folder in (tmp_path / "model", *(tmp_path / "model").rglob("*/")):
        folder.chmod(0o755)
    write_schemas(tmp_path / "model")
    server = Editor(tmp_path / "model" / "schema" / "province.schema.json")
    with CASES.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] != "ok"]
    marked = 0
    for row in rows:
        text = (CASES.parent / f"{row['id']}.yaml").read_bytes().decode("utf-8", "replace")
        if len(text) < 40_000:  # 25,000 nested lists end many a parser
            marked += bool(server.marks(text))
    server.close()
    assert marked >= 59
