"""All files that are written, as one pure function, and the one place that writes or compares them."""

from __future__ import annotations

import difflib
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from scripts.compiler.render.client import render_client
from scripts.compiler.render.migration_docs import PAGE, render_page
from scripts.compiler.render.server import HEADER, render_server
from scripts.compiler.render.unasync import render_sync
from scripts.compiler.spec.document_rules import check
from scripts.compiler.spec.errors import SpecError, one_line
from scripts.compiler.spec.loading import load

SPEC = "openapi.yaml"
GENERATORS = ("datamodel-code-generator", "openapi-python-client", "ruff")
LINT = ["check", "--select", "F401,I", "--fix", "--preview", "--unsafe-fixes", "--quiet"]
"""Otherwise ruff leaves unused imports of an ``__init__.py``; what ours offer is in ``__all__``."""
FORMAT = ["format", "--quiet"]
RUFF = ["--isolated", "--no-cache", "--line-length", "120", "--target-version", "py311"]
README = """# Generated: do not edit

Everything in this folder is written by `scripts/regenerate.py` from `openapi.yaml`.

- `beeper_sdk_client/`: the operations as values (`api`), the classes that send them (`resources`), the models.
  Public: it follows the same versioning as `beeper_sdk`.
- `beeper_sdk_server/`: pydantic models, FastAPI routes and one service Protocol per tag, for the stand-in server
  in `beeper_sdk.testing`. Private.
- `manifest.json`: what wrote this, and the sha256 of the spec and of each file.

Wrong output is mended in `openapi.yaml`, in an option, in a template or in the compiler (`scripts/compiler/`).
Then run `python scripts/regenerate.py`.
"""


def render_all(root: Path) -> dict[str, bytes]:
    """Every written file, by its path below the project's folder."""
    spec = root / SPEC
    text = spec.read_text(encoding="utf-8")
    check(load(text))  # before the generators begin: what they say of a broken spec is harder to read
    with ThreadPoolExecutor() as pool:  # the server's generator is a process of its own
        server = pool.submit(render_server, spec)
        client = format_files(marked(render_client(text)))
        files = {f"generated/beeper_sdk_client/{path}": data for path, data in client.items()}
        files |= render_sync(root)
        files |= {f"generated/{path}": data for path, data in server.result().items()}
    files["generated/README.md"] = README.encode()
    files["generated/manifest.json"] = _manifest(text, files)
    files |= render_page(root, text)  # not in the manifest: most of the page is written by hand
    return dict(sorted(files.items()))


def marked(files: Mapping[str, str]) -> dict[str, str]:
    """The files with the line that says who wrote them."""
    return {path: f"{HEADER}\n\n{text}" if path.endswith(".py") else text for path, text in files.items()}


def format_files(files: Mapping[str, str]) -> dict[str, bytes]:
    """Drop unused imports and lay out every file, as part of rendering."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "beeper_sdk_client"
        _put(place, {path: text.encode() for path, text in files.items()})
        for command in (LINT, FORMAT):
            done = subprocess.run(
                [sys.executable, "-m", "ruff", *command, *RUFF, "beeper_sdk_client"],
                cwd=folder,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            if done.returncode:
                raise SpecError(f"ruff: {one_line(done.stdout + done.stderr)}")
        return {path: (place / path).read_bytes() for path in files}


def _manifest(spec: str, files: Mapping[str, bytes]) -> bytes:
    content = {
        "by": "scripts/regenerate.py",
        "generators": {name: version(name) for name in GENERATORS},
        "spec": {SPEC: _digest(spec.encode())},
        "files": {path: _digest(data) for path, data in sorted(files.items())},
    }
    return (json.dumps(content, indent=1) + "\n").encode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def fingerprint(files: Mapping[str, bytes]) -> str:
    """One word for a whole rendering."""
    return _digest(json.dumps([(path, _digest(data)) for path, data in sorted(files.items())]).encode())


def on_disk(root: Path) -> dict[str, bytes]:
    """What is there now where files are written."""
    found: dict[str, bytes] = {}
    for folder in ("generated", "beeper_sdk/_sync"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    page = root / PAGE
    return found | ({PAGE: page.read_bytes()} if page.exists() else {})


def write(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write what differs, remove what nothing writes any more; the paths that changed."""
    present = on_disk(root)
    changed = [path for path, data in files.items() if present.get(path) != data]
    orphans = [path for path in present if path not in files]
    _put(root, {path: files[path] for path in changed})
    for path in orphans:
        (root / path).unlink()
    return sorted((*changed, *orphans))


def _put(root: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def differences(root: Path, files: Mapping[str, bytes]) -> Iterable[str]:
    """A unified diff from what is committed to what would be written, and the orphans."""
    present = on_disk(root)
    for path in sorted({*files, *present}):
        old, new = present.get(path), files.get(path)
        if old == new:
            continue
        if new is None:
            yield f"orphan: {path} is written by nothing any more"
        else:
            before, after = (old or b"").decode().splitlines(), new.decode().splitlines()
            yield from difflib.unified_diff(before, after, path, f"{path} (regenerated)", lineterm="")
