"""The child process that recognises text: it limits itself, then becomes the program that it is told to be.

python -m reports.recognising /usr/bin/ocrmypdf --mode skip scanned.pdf with-text.pdf
"""

from __future__ import annotations

import os
import resource
import sys

MEMORY = 3 * 1024**3
SECONDS = 900
LARGEST_FILE = 500 * 1024**2
FILES = 256


def main(command: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execv(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
