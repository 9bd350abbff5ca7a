"""Pages in headless Chromium: axe-core finds nothing, light or dark, on a wide or narrow window.

Needs Chromium and the environment variable AXE, the path of axe.min.js; skipped without them.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from shutil import which

import pytest

from dtcompare.model.dataset import Dataset
from tests.conftest import AS_OF

pytest.importorskip("jinja2", reason="Jinja2 is not installed")

from dtcompare.report.formats import encode_document
from dtcompare.report.library import Library
from dtcompare.report.province import province_report
from dtcompare.report.site import list_pages, write_page

CHROMIUM = which("chromium") or which("google-chrome") or which("chromium-browser")
AXE = os.environ.get("AXE", "")

pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed"),
    pytest.mark.skipif(not AXE, reason="AXE does not name axe.min.js"),
]

_RUN = (
    'axe.run().then(found => document.documentElement.setAttribute("data-axe",'
    'found.violations.map(one => one.id).join(" ") || "none"))'
)


@pytest.fixture(scope="module")
def folder(articles: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page of each kind of the site, and a report."""
    folder = tmp_path_factory.mktemp("site")
    library = Library(articles, "vi", AS_OF)
    files = {"report.html": encode_document(province_report(library, "phu-tho"), "html")}
    first = {page.kind: page for page in list_pages(articles, AS_OF) if page.lang != "en"}
    for page in first.values():
        files |= write_page(library, page)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def find_violations(file: Path, width: int, scheme: int) -> str:
    """Return the names of the rules that a page breaks; "none" without any."""
    script = Path(AXE).read_text(encoding="utf-8").replace("</script", "<\\/script")
    page = file.read_text(encoding="utf-8")
    copy = file.with_suffix(".axe.htm")
    copy.write_text(
        page.replace("</body>", f"<script>{script}</script><script>{_RUN}</script></body>"), "utf-8"
    )
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000"]
    options += [f"--window-size={width},900", f"--blink-settings=preferredColorScheme={scheme}"]
    done = subprocess.run(
        [CHROMIUM or "", *options, "--dump-dom", copy.as_uri()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    found = re.search(r'<html[^>]*data-axe="([^"]*)"', done.stdout)
    return found[1] if found else "axe did not run"


@pytest.mark.parametrize(("width", "scheme"), [(1280, 1), (390, 0)], ids=["light", "dark"])
def test_axe_finds_nothing(folder: Path, width: int, scheme: int) -> None:
    """Scheme 0 is dark, 1 light."""
    found = {
        str(file.relative_to(folder)): find_violations(file, width, scheme)
        for file in sorted(folder.rglob("*.html"))
    }
    assert {name: rules for name, rules in found.items() if rules != "none"} == {}
