"""Make the sample documents from their sources: `python -m tests.samples.make [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.samples.blocks import read_source
from tests.samples.pdf_paper import PdfPaper
from tests.samples.word_paper import WordPaper

HERE = Path(__file__).resolve().parent
FORMS = {"pdf": PdfPaper, "docx": WordPaper}


def made(path: Path) -> tuple[str, bytes]:
    """The name and the bytes of the document that one source describes."""
    source = read_source(path.read_text(encoding="utf-8"))
    form = source.settings["form"]
    return f"{path.stem}.{form}", FORMS[form](source).made()


def make(folder: Path = HERE) -> list[Path]:
    paths = []
    for path in sorted((HERE / "sources").glob("*.txt")):
        name, content = made(path)
        (folder / name).write_bytes(content)
        paths.append(folder / name)
    return paths


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE):
        print(path.name)
