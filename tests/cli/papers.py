"""Files that a batch may meet: small scans, and everything that is none."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
TRUTH = SAMPLES / "truth"

# Name → issue code. Each of these is written by `write_bad_files`.
BAD_FILES = {
    "empty.pdf": "file-empty",
    "encrypted.pdf": "pdf-encrypted",
    "no-pages.pdf": "pdf-no-pages",
    "picture.png": "image-damaged",
    "text.pdf": "not-a-document",
    "truncated.pdf": "pdf-damaged",
    "letter.docx": "unsupported-type",
}
_LOCK = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'6d' * 32}> /U <{'65' * 32}> >> "
    f"/ID [<{'00' * 16}> <{'00' * 16}>]"
)


def write_scan(path: Path, pages: int = 1, seed: int = 1) -> Path:
    """So many small pages with two rectangles, different for each seed; the suffix of the path says which format."""
    chance = random.Random(f"{seed}")
    pictures = []
    for _ in range(pages):
        picture = Image.new("L", (300, 420), 255)
        pen = ImageDraw.Draw(picture)
        for _ in range(2):
            x, y = chance.randrange(20, 200), chance.randrange(20, 300)
            pen.rectangle((x, y, x + 60, y + 12), fill=0)
        pictures.append(picture)
    more = {"save_all": True, "append_images": pictures[1:]} if path.suffix in {".pdf", ".tif"} else {}
    pictures[0].save(path, dpi=(100, 100), **more)
    return path


def write_bad_files(folder: Path) -> None:
    (folder / "empty.pdf").touch()
    (folder / "encrypted.pdf").write_bytes(_bare_pdf("[3 0 R] /Count 1", _LOCK))
    (folder / "no-pages.pdf").write_bytes(_bare_pdf("[] /Count 0"))
    (folder / "text.pdf").write_text("Dear colleague, the scan follows by mail.", encoding="utf-8")
    (folder / "letter.docx").write_bytes(b"PK\x03\x04 not a scan")
    _cut(write_scan(folder / "picture.png"))
    _cut(write_scan(folder / "truncated.pdf", pages=3))


def _cut(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3])


def _bare_pdf(kids: str, trailer: str = "") -> bytes:
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids {kids} >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )
    text = "%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(f"{len(text):010d} 00000 n \n")
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = f"xref\n0 4\n0000000000 65535 f \n{''.join(places)}"
    return f"{text}{table}trailer\n<< /Size 4 /Root 1 0 R {trailer} >>\nstartxref\n{len(text)}\n%%EOF\n".encode()
