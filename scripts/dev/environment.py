"""Creates the environments of the commands in scripts/ and runs a module in one of them.

`.venv` has everything that development needs. `.venv-demo` has what the SDK and its `testing` extra need and nothing
else: scripts/demo is a newcomer's first command, and most of the time of creating `.venv` goes into linters and type
checkers. `.venv-docs` has what builds the documentation site, which reads the sources of the SDK and does not import
them.

Standard library only: nothing else is installed when this starts. The lock files hold `name==version` lines; pip's own
configuration decides which index they come from. Users of the SDK do not need this: they install a wheel.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
import venv
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from scripts.dev import python

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Environment:
    """A virtual environment in a folder of this project, created from a lock file."""

    name: str
    """The folder."""
    lock: str
    """The lock file."""
    duration: str
    """How long creating it takes, for the line that is printed meanwhile."""
    minimal: bool
    """Ready as soon as possible: the source folders are put on its path instead of an editable install, which needs
    hatchling."""

    @property
    def home(self) -> Path:
        """The folder."""
        return ROOT / self.name

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """The file that holds the fingerprint of what the environment was created from."""
        return self.home / "made-from"

    def fingerprint(self) -> str:
        """A hash of what the environment depends on, the folder included: an environment cannot be moved."""
        files = [ROOT / self.lock, ROOT / "pyproject.toml"]
        parts = [*(path.read_bytes() for path in files), sys.version.encode(), bytes(ROOT)]
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    def is_fresh(self) -> bool:
        """Whether the environment was created from what is here now."""
        return self.stamp.is_file() and self.stamp.read_text() == self.fingerprint() and self.python.exists()

    def is_reusable(self) -> bool:
        """Whether it belongs to the Python that runs now, so that it can be updated in place."""
        code = f"import sys{'' if has_pip() else ', pip'}; print(sys.version)"
        try:
            out = subprocess.run([self.python, "-c", code], capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            return False
        return out.strip() == sys.version.strip()

    def ensure(self) -> None:
        """Create or update the environment unless it is fresh."""
        if not self.is_fresh():
            self.make()

    def make(self) -> None:
        """Create the environment, or update it, and stamp it."""
        started = time.monotonic()
        if self.is_reusable():
            print(f"updating {self.name} from {self.lock} ...", flush=True)
        else:
            print(f"creating {self.name} from {self.lock} (once; about {self.duration}) ...", flush=True)
            self.create()
        self.stamp.unlink(missing_ok=True)
        self.install_lock()
        if self.minimal:
            self.add_source_folders()
        else:
            self.pip("install", "--no-deps", "--no-build-isolation", "--editable", ".")
        self.stamp.write_text(self.fingerprint())
        print(f"{self.name} is ready ({time.monotonic() - started:.0f} s)", flush=True)

    def create(self) -> None:
        """Create an empty environment."""
        try:
            venv.create(self.home, clear=True, symlinks=os.name != "nt", with_pip=not has_pip())
        except (OSError, subprocess.CalledProcessError) as error:
            hint = "(on Debian and Ubuntu the module is in the package python3-venv)"
            sys.exit(f"could not create {self.name}: {error}\n{hint}")

    def install_lock(self) -> None:
        """Install what the lock file names, in two processes: pip needs 35 s of CPU time for `.venv`."""
        lines = [line for line in (ROOT / self.lock).read_text("utf-8").splitlines() if not line.startswith("#")]
        # Without --no-compile, pip compiles modules that are never imported. The lock file names all dependencies.
        options = ["install", "--no-compile", "--no-deps"]
        with ThreadPoolExecutor(2) as both:
            for done in [both.submit(self.pip, *options, *half) for half in (lines[::2], lines[1::2])]:
                done.result()

    def pip(self, *arguments: str) -> None:
        """Run pip quietly. Its output is shown only when it fails."""
        outer = [sys.executable, "-m", "pip", "--python", str(self.python)]
        pip = outer if has_pip() else [str(self.python), "-m", "pip"]
        command = [*pip, "--quiet", "--disable-pip-version-check", "--no-input", *arguments]
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{done.stdout}{done.stderr}\ncould not install: pip {' '.join(arguments)}")

    def add_source_folders(self) -> None:
        """Put the project's two source folders on the path, which takes no build backend."""
        code = "import sysconfig; print(sysconfig.get_path('purelib'))"
        out = subprocess.run([self.python, "-c", code], capture_output=True, text=True, check=True).stdout
        packages = Path(out.strip())
        # Relative, which is plain ASCII wherever the project is: Python 3.11 and 3.12 read the file in the encoding of
        # the locale, which on Windows is not UTF-8.
        lines = [os.path.relpath(folder, packages) for folder in (ROOT, ROOT / "generated")]
        (packages / "beeper_sdk_source.pth").write_text("".join(f"{line}\n" for line in lines), encoding="ascii")

    def run(self, module: str, arguments: Sequence[str]) -> NoReturn:
        """Ensure the environment, and become `module` in it."""
        self.ensure()
        os.chdir(ROOT)
        os.environ.pop("PYTHONHOME", None)
        os.environ.pop("VIRTUAL_ENV", None)
        # Containers often set it. Without compiled modules each Python that a test starts compiles the whole SDK again.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        python.run([str(self.python), "-m", module, *arguments])


def has_pip() -> bool:
    """Whether the Python that runs now has a pip that can install into other environments, which came with 22.3."""
    try:
        return int(version("pip").partition(".")[0]) >= 23
    except PackageNotFoundError:
        return False


DEV = Environment(".venv", "requirements.lock", duration="a minute", minimal=False)
DEMO = Environment(".venv-demo", "requirements-demo.lock", duration="15 seconds", minimal=True)
DOCS = Environment(".venv-docs", "requirements-docs.lock", duration="30 seconds", minimal=True)


def for_demo() -> Environment:
    """The environment of scripts/demo: `.venv` where it is fresh, which saves creating another one."""
    return DEV if DEV.is_fresh() else DEMO
