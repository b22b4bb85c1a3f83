"""How memory and time grow with the length of a document, measured on children that read as the program has it done."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.reports.reading.papers import pdf, spread

ROOT = Path(__file__).resolve().parent.parent.parent
LONG, SHORT = 500, 50


def minutes(pages: int) -> bytes:
    """Minutes of so many full pages."""
    return pdf(
        *(
            spread(
                "WEXCOMBE COUNTY COUNCIL",
                f"{page}.|FAMILY CENTRES, PART {page}",
                *(
                    f"{page}.{number}|Members heard that {100 + page + number} children had used the centre in the "
                    f"year, {number} more than in the year before, and thanked the staff of the centre for their work."
                    for number in range(1, 12)
                ),
                f"{page}.12|RESOLVED: That the report on part {page} be noted.",
            )
            for page in range(1, pages + 1)
        )
    )


def read_in_child(content: bytes) -> tuple[float, float]:
    """How long a child works on a file, in seconds of a processor, and the most memory that it holds, in megabytes."""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-m", "reports.reading", "read"], stdin=file, stdout=subprocess.PIPE, cwd=ROOT, env={}
        )
        assert child.stdout is not None
        with child.stdout as out:
            said = out.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode or b'{"reading"' not in said:
            raise RuntimeError(f"The child ended with {child.returncode} and did not read the file.")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def long_and_short(long: bytes, short: bytes) -> tuple[float, float]:
    """The long document's peak memory in megabytes, and how many times as long as the short one's it is read."""
    seconds, megabytes = read_in_child(long)
    return megabytes, seconds / read_in_child(short)[0]
