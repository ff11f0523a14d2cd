"""The command around the compiler: what it prints, and how it lays out what it writes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.compiler.render.client import render_client
from scripts.compiler.render.output import format_files, marked
from tests.compiler.mini import STRING, dump, obj, spec

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As much of the project as regenerating takes, with one operation that lacks its effect."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    document = spec({"A": obj({"id": STRING})})
    del document["paths"]["/A"]["get"]["x-beeper-effect"]
    (root / "openapi.yaml").write_text(dump(document), encoding="utf-8")
    shutil.copy(ROOT / "requirements.lock", root)
    return root


def test_checking_prints_it_and_writes_nothing(project: Path) -> None:
    # Writing is tested in test_broken.py, without a process of its own: it takes a second to load the generators.
    command = [sys.executable, str(project / "scripts" / "regenerate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=project)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "nothing was written: GET /A: x-beeper-effect is missing\n"
    assert not (project / "generated").exists()


def test_what_is_rendered_is_laid_out_and_marked() -> None:
    files = format_files(marked(render_client(dump(spec({"A": obj({"id": STRING}, "id")})))))
    first = b"# @generated\n"
    assert all(data.startswith(first) for path, data in files.items() if path.endswith(".py"))
    for path in ("models/all.py", "api/all.py", "resources/all.py"):
        options = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select", "F", "-"]
        done = subprocess.run(options, input=files[path], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout.decode()
