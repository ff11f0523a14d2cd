"""Finds hand-written code that does not type-check with a new spec: the errors of mypy with the output for that spec.

It works in a temporary copy and changes nothing. It cannot find code whose types are still correct but whose meaning
changed, for example because of another default.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from scripts.compiler.render.output import SPEC, render_all
from scripts.compiler.spec.parsed_spec import SpecError

_COPIED = ("beeper_sdk", "scripts")
_WRITTEN = ("beeper_sdk/_sync/", "beeper_sdk/_transport/_sync/")
_ERROR = re.compile(r"^(?P<path>[^:]+):(?P<line>\d+): error: (?P<text>.*)$")
_MISSING = re.compile(r"^(?P<path>[^:]+): error: (?P<text>.*)$")


def places(root: Path, spec: str | None = None, files: Mapping[str, bytes] | None = None) -> list[str]:
    """Lines ``path:line: error`` of mypy, for `spec` instead of the project's own, or for files already rendered.

    Raises:
        SpecError: The spec cannot be compiled, or mypy failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        ignored = shutil.ignore_patterns("__pycache__")
        for name in _COPIED:
            shutil.copytree(root / name, tree / name, ignore=ignored)
        shutil.copy(root / "pyproject.toml", tree)
        text = (root / SPEC).read_text(encoding="utf-8") if spec is None else spec
        (tree / SPEC).write_text(text, encoding="utf-8")
        for path, data in (files or render_all(tree)).items():
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            (tree / path).write_bytes(data)
        return _checked(tree, root / ".mypy_cache" / "touched")


def _checked(tree: Path, cache: Path) -> list[str]:
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(cache), "--no-error-summary", "--no-pretty"]
    done = subprocess.run(
        [*command, "--hide-error-context", "--no-color-output", "beeper_sdk"],
        cwd=tree,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode > 1:
        raise SpecError(f"mypy: {' '.join((done.stderr or done.stdout).split())[:500]}")
    return found(done.stdout)


def found(output: str) -> list[str]:
    """The errors in hand-written files."""
    lines: list[str] = []
    for line in output.splitlines():
        match = _ERROR.match(line) or _MISSING.match(line)
        path = match["path"].replace("\\", "/") if match else ""
        if match and path.startswith("beeper_sdk/") and not path.startswith(_WRITTEN):
            number = match.groupdict().get("line")
            lines.append(f"{path}{f':{number}' if number else ''}: {match['text']}")
    return lines
