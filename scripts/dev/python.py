"""Finds a Python that is new enough for the project, or says in one line that there is none.

Imported first by the commands, in whatever `python3` is: only what Python 3.6 knows, and nothing but the standard
library. It is not about packages: that is environment.py.
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
    """Does this program start, and is it a Python that the project runs in?"""
    code = f"import sys; sys.exit(sys.version_info < {LOWEST!r})"
    quiet = subprocess.DEVNULL
    try:
        return subprocess.call([program, "-c", code], stdin=quiet, stdout=quiet, stderr=quiet) == 0
    except OSError:
        return False


def newer() -> "Optional[str]":
    """A newer Python on PATH, None when there is none."""
    for name in NAMES:
        found = shutil.which(name)
        if found and is_new_enough(found):
            return found
    return None


def run(arguments: "List[str]") -> "NoReturn":
    """Become another program (on Windows, where that does not exist, wait for it and end as it does)."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(arguments))
    os.execv(arguments[0], arguments)


def require() -> None:
    """Go on, start again in a newer Python, or end with one clear line."""
    if sys.version_info >= LOWEST:
        return
    found = newer()
    if found is None:
        name, wanted, mine = os.path.basename(sys.argv[0]), ".".join(map(str, LOWEST)), sys.version.split()[0]
        sys.exit(f"{name} needs Python {wanted} or newer; this is {mine}, and PATH has no newer one")
    run([found, *sys.argv])
