"""The drawn pages in a browser: a click on a value, and an address that names a place, show it on its page."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.inspection import draw_document
from pipeline.inspection.values import list_values
from pipeline.model import DocumentRecord

TRUTH = Path(__file__).resolve().parents[2] / "samples" / "truth"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--virtual-time-budget=3000", "--dump-dom")  # fmt: skip

pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")


@pytest.fixture(scope="module")
def record() -> DocumentRecord:
    return DocumentRecord.model_validate_json((TRUTH / "fa-sai-2566-report.json").read_bytes())


def open_page(html: str, folder: Path, address: str = "", then: str = "") -> str:
    """The page as the browser has it once its script and `then` have run."""
    file = folder / "page.html"
    file.write_text(html.replace("</html>", f"<script>{then}</script></html>"), encoding="utf-8")
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={folder / 'profile'}", file.as_uri() + address]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True).stdout


def find_spots(dom: str) -> dict[int, list[tuple[int, ...]]]:
    """Page → boxes (x0, y0, x1, y1) that are shown on it; they are drawn four pixels larger."""
    spots: dict[int, list[tuple[int, ...]]] = {}
    for number, section in re.findall(r'id="page-(\d+)">(.*?)</section>', dom, re.DOTALL):
        for tag in re.findall(r'<rect class="spot"[^>]*>', section):
            x, y, width, height = (int(re.search(rf'{key}="(\d+)"', tag)[1]) for key in ("x", "y", "width", "height"))  # type: ignore[index]
            spots.setdefault(int(number), []).append((x + 4, y + 4, x + width - 4, y + height - 4))
    return spots


def test_a_click_on_a_value_shows_its_place(record: DocumentRecord, tmp_path: Path) -> None:
    values = list_values(record)
    index = next(index for index, value in enumerate(values) if value.name == "มาตรการ" and value.where[0].page == 2)
    click = f'document.querySelectorAll("tr.value")[{index}].click()'
    dom = open_page(draw_document(record, lambda number: None), tmp_path, then=click)
    assert find_spots(dom) == {2: [place.bbox for place in values[index].where]}


def test_an_address_shows_the_places_it_names(record: DocumentRecord, tmp_path: Path) -> None:
    dom = open_page(draw_document(record, lambda number: None), tmp_path, address="#at=1,100,200,300,240;2,10,20,30,40")
    assert find_spots(dom) == {1: [(100, 200, 300, 240)], 2: [(10, 20, 30, 40)]}


def test_only_doubted_values_can_be_left_in_view(record: DocumentRecord, tmp_path: Path) -> None:
    dom = open_page(
        draw_document(record, lambda number: None), tmp_path, then='document.getElementById("only").click()'
    )
    rows = re.findall(r'<tr class="value[^>]*>', dom)
    assert rows
    assert all(("review" in row) != ("hidden" in row) for row in rows)
