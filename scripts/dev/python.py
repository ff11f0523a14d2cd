"""Finds a Python that is new enough for the project, or exits with one line if there is none.

The commands import this module first, in any `python3`, so it uses only the syntax of Python 3.6 and the standard
library. Packages are installed by environment.py.
"""

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import List, NoReturn, Optional

LOWEST = (3, 11)
NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")


def is_new_enough(program: str) -> bool:
    """Whether this program starts and is a Python that is new enough."""
    code = f"import sys; sys.exit(sys.version_info < {LOWEST!r})"
    quiet = subprocess.DEVNULL
    try:
        return subprocess.call([program, "-c", code], stdin=quiet, stdout=quiet, stderr=quiet) == 0
    except OSError:
        return False


def newer() -> "Optional[str]":
    """A newer Python on PATH, or None if there is none."""
    for name in NAMES:
        found = shutil.which(name)
        if found and is_new_enough(found):
            return found
    return None


def run(arguments: "List[str]") -> "NoReturn":
    """Replace this process with another program. Windows has no exec: there, run it and exit with its status."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(arguments))
    os.execv(arguments[0], arguments)


def require() -> None:
    """Return if this Python is new enough; otherwise restart in a newer one, or exit with one line."""
    if sys.version_info >= LOWEST:
        return
    found = newer()
    if found is None:
        name, wanted, mine = os.path.basename(sys.argv[0]), ".".join(map(str, LOWEST)), sys.version.split()[0]
        sys.exit(f"{name} needs Python {wanted} or newer; this is {mine}, and there is no newer one on PATH")
    run([found, *sys.argv])
