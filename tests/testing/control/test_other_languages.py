"""A program in JavaScript controls the server with what is in the language: ``fetch``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper

NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_node_drives_the_server() -> None:
    with FakeBeeper(world="empty", control=True) as fake:
        program = Path(__file__).with_name("drive.mjs")
        given = {"BEEPER_BASE_URL": fake.url, "BEEPER_FAKE_URL": fake.control_url}
        environment = {**os.environ, **given, "BEEPER_FAKE_TOKEN": fake.control_token}
        done = subprocess.run(
            [str(NODE), str(program)], env=environment, capture_output=True, text=True, timeout=60, check=False
        )
    assert done.stderr == ""
    assert json.loads(done.stdout) == {
        "received": "Hi from node 💬",
        "file": "a.txt",
        "failed": [503, 200],
        "hits": 1,
        "clock": "2026-01-02T08:04:05",
        "requests": [503, 200],
        "scope": "read",
        "withLogin": 200,
        "empty": 0,
        "afterReset": 401,
        "loaded": "Hi from node 💬",
        "mistake": "POST /world/receive: 422 receive has no argument 'txt'; did you mean 'text'?",
    }
