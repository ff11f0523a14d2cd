"""examples/docker/Dockerfile: what it runs is valid, and not as root; its health check needs a server."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from beeper_sdk.testing import FakeBeeper, cli

FILE = Path(__file__).parents[3] / "examples/docker/Dockerfile"
INSTRUCTIONS = [
    line.split(maxsplit=1)
    for line in FILE.read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    if line and not line.startswith("#")
]


def words(instruction: str) -> list[str]:
    """The arguments of the only instruction with this name, which are JSON: then no shell is between."""
    (text,) = (text for name, text in INSTRUCTIONS if name == instruction)
    found: list[str] = json.loads(text[text.index("[") :])
    return found


def test_its_command_line_is_valid_and_options_can_follow() -> None:
    python, *_, command = words("ENTRYPOINT")[:4]
    assert (python, command) == ("python", "serve")
    options = words("ENTRYPOINT")[4:]
    chosen = cli._parser().parse_args([*options, "--token", "another-token", "--world", "small"])
    assert (chosen.host, chosen.port, chosen.token) == ("0.0.0.0", 23373, "another-token")
    exposed = dict(INSTRUCTIONS)["EXPOSE"]
    FakeBeeper(host=chosen.host, port=int(exposed), token=cli._parser().parse_args(options).token, world="small")


def test_it_does_not_run_as_root() -> None:
    names = [name for name, _ in INSTRUCTIONS]
    user = dict(INSTRUCTIONS)["USER"]
    assert names.index("RUN") < names.index("USER") < names.index("ENTRYPOINT")
    assert re.search(rf"\buseradd .*\b{user}$", dict(INSTRUCTIONS)["RUN"])


def test_it_is_healthy_while_the_server_runs_and_the_check_is_no_request() -> None:
    _, *arguments = words("HEALTHCHECK")
    with FakeBeeper(world="empty") as fake:
        port = fake.url.rpartition(":")[2]
        check = [sys.executable, "-I", *(each.replace("23373", port) for each in arguments)]
        assert subprocess.run(check, check=False).returncode == 0
        assert list(fake.requests) == []
    assert subprocess.run(check, stderr=subprocess.DEVNULL, check=False).returncode == 1
