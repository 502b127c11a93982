"""The rooms of the package know each other only along the arrows of the house plan."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ANYTHING = frozenset({"*"})
RECORDS = frozenset({"model", "page", "passage", "orders", "settings", "errors", "thai"})

# Room → rooms it may import. A room that does not exist yet is harmless; a room that is not listed is an error.
MAY_IMPORT: dict[str, frozenset[str]] = {
    "": frozenset(),  # the package itself
    "__main__": frozenset({"cli"}),
    "cli": RECORDS | {"batch"},
    "inspection": RECORDS,
    "batch": RECORDS | {"recipe", "ingest", "reading", "reconcile", "workbook", "inspection"},
    "recipe": RECORDS | {"ingest", "layout", "reading", "tables", "memo"},
    "ingest": RECORDS | {"pieces"},
    "layout": RECORDS | {"pieces"},
    "reading": RECORDS | {"pieces"},
    "tables": RECORDS,
    "memo": RECORDS | {"tables.records"},
    "reconcile": RECORDS,
    "workbook": RECORDS,
    "passage": frozenset({"model", "page", "settings", "thai"}),
    "orders": frozenset({"model"}),
    "page": frozenset({"model"}),
    "pieces": frozenset(),
    "model": frozenset(),
    "settings": frozenset(),
    "errors": frozenset(),
    "thai": frozenset(),
    "synth": ANYTHING,
    "training": ANYTHING,
}


def room_of(module: str) -> str:
    """ "pipeline.thai.dates" → "thai"; the package itself is ""."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imported_modules(source: str, module: str, is_package: bool) -> Iterator[str]:
    """Absolute names of everything of `pipeline` that a module imports, inside functions and TYPE_CHECKING too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "pipeline")
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.split(".")
                above = above[: len(above) - node.level + is_package]
                base = ".".join([*above, base] if base else above)
            if base == "pipeline":
                # "from pipeline import recipe" names a room; "from pipeline import __version__" the package.
                yield from (
                    f"pipeline.{alias.name}" if alias.name in MAY_IMPORT else "pipeline" for alias in node.names
                )
            elif base.split(".")[0] == "pipeline":
                # The names may be modules: "from pipeline.tables import records".
                yield from (f"{base}.{alias.name}" for alias in node.names)


def is_allowed(module: str, imported: str) -> bool:
    room, other = room_of(module), room_of(imported)
    if room == other:
        return True
    allowed = MAY_IMPORT.get(room, frozenset())
    if allowed == ANYTHING:
        return True
    below = imported.removeprefix("pipeline").lstrip(".")
    return any(other == name or below == name or ("." in name and below.startswith(f"{name}.")) for name in allowed)


def wrong_arrows(package: Path) -> list[str]:
    found = []
    for path in sorted(package.rglob("*.py")):
        parts = ["pipeline", *path.relative_to(package).with_suffix("").parts]
        is_package = parts[-1] == "__init__"
        module = ".".join(parts[:-1] if is_package else parts)
        if room_of(module) not in MAY_IMPORT:
            found.append(f"{module}: a room without a place in the house")
        for imported in imported_modules(path.read_text(encoding="utf-8"), module, is_package):
            if not is_allowed(module, imported):
                found.append(f"{module} → {imported}")
    return found


def test_every_arrow_points_the_agreed_way() -> None:
    assert wrong_arrows(ROOT / "pipeline") == []


def test_thai_needs_the_standard_library_only() -> None:
    import sys

    for path in sorted((ROOT / "pipeline" / "thai").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                top = name.split(".")[0]
                assert top in sys.stdlib_module_names or top == "pipeline", f"{path.name} imports {name}"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("tables/cells.py", "from pipeline.memo import understand_memos"),
        ("tables/cells.py", "import pipeline.layout.rules"),
        ("memo/rows.py", "from pipeline.tables.stitching import stitch"),
        ("memo/rows.py", "from pipeline.tables import stitching"),
        ("thai/dates.py", "from pipeline.model import Precision"),
        ("thai/dates.py", "from ..model import Precision"),
        ("model.py", "from pipeline.page import PageImage"),
        ("reconcile/match.py", "from pipeline.recipe import understand"),
        ("reconcile/match.py", "def f():\n    from pipeline import recipe"),
        ("ingest/pdf.py", "from pipeline.synth import pages"),
        ("recipe.py", "from pipeline.batch import run"),
        ("garage/car.py", "import json"),
    ],
)
def test_a_wrong_arrow_is_caught(tmp_path: Path, path: str, line: str) -> None:
    module = tmp_path / path
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(line + "\n", encoding="utf-8")
    assert len(wrong_arrows(tmp_path)) == 1


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("memo/rows.py", "from pipeline.tables.records import Tables"),
        ("memo/rows.py", "from pipeline.tables import records"),
        ("passage.py", "from pipeline.page import Doubt"),
        ("thai/dates.py", "from .months import MONTHS"),
        ("recipe.py", "from pipeline.layout import find_layout"),
        ("synth/pages.py", "from pipeline.recipe import read_document"),
    ],
)
def test_a_right_arrow_is_let_through(tmp_path: Path, path: str, line: str) -> None:
    module = tmp_path / path
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(line + "\n", encoding="utf-8")
    assert wrong_arrows(tmp_path) == []
