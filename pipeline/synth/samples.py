"""`python -m pipeline.synth.samples`: write the sample scans and their truth, or a set that is kept from tuning."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import MemoError
from pipeline.model import DocumentRecord, to_json
from pipeline.synth.content import library
from pipeline.synth.describe import describe_set
from pipeline.synth.fonts import fetch_fonts
from pipeline.synth.reconciliation import true_reconciliation
from pipeline.synth.scan import make_document
from pipeline.synth.spec import Document, Pair

_KEPT_OUT = ("held-out", "trials", "hard", "worn", "ruled", "layouts", "layouts-held-out")
FOLDERS = {"samples": Path("samples")} | {name: Path(".cache") / name for name in _KEPT_OUT}


def write_set(documents: Sequence[Document], pairs: Sequence[Pair], folder: Path, only: Sequence[str] = ()) -> None:
    """Write each document beside ``truth/<name>.json``, then the pairs' ``truth/<pair>.reconcile.json``."""
    truth = folder / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    for document in documents:
        if only and document.name not in only:
            continue
        record = make_document(document, folder)
        (truth / f"{document.name}.json").write_text(to_json(record), encoding="utf-8")
        print(f"{folder / record.source.name}  {record.source.page_count} pages", file=sys.stderr)  # noqa: T201
    for pair in pairs:
        names = [truth / f"{document.name}.json" for document in (pair.plan, pair.report)]
        if all(name.exists() for name in names):
            plan, report = (DocumentRecord.model_validate_json(name.read_text(encoding="utf-8")) for name in names)
            result = true_reconciliation(pair, plan, report)
            (truth / f"{pair.name}.reconcile.json").write_text(to_json(result), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=tuple(FOLDERS), default="samples", dest="which")
    parser.add_argument("--out", type=Path, help="another folder than the set's own")
    parser.add_argument("only", nargs="*", help="names of the documents to write; all when none is given")
    options = parser.parse_args(arguments)
    try:
        fetch_fonts()
        documents, pairs = library.load_set(options.which)
        folder = options.out or FOLDERS[options.which]
        write_set(documents, pairs, folder, options.only)
        (folder / "README.md").write_text(describe_set(documents, pairs), encoding="utf-8")
    except MemoError as e:
        print(e.message, file=sys.stderr)  # noqa: T201
        return int(e.exit_code)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
