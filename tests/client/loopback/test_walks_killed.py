"""Iteration goes on where it was, wherever its process died: nothing is repeated, nothing is missed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import pytest

from beeper_sdk._core.util.override import override
from tests.client.loopback import dying
from tests.core.paging.listings import history
from tests.scripted_server import chat
from tests.sweeps import examples

ROOT = Path(__file__).parents[3]
KILLS = examples(64)
"""Eight for each way to walk."""
TOTAL = 250
OTHERS = 100
"""Messages of the second member of the merged chat; the first one is the chat that is read by itself."""
SERVE = history(TOTAL, 7, overlap=2, stuck=True)
SERVE_OTHERS = history(OTHERS, 7, overlap=2, stuck=True)


def answer(url: SplitResult) -> dict[str, Any]:
    """The answer to a request."""
    chat_id, of_messages = unquote(url.path.split("/")[3]), url.path.endswith("/messages")
    if not of_messages:
        return {**chat(chat_id), "merge": {"chatIDs": ["!a:x", "!b:x"]}}
    if chat_id == dying.MERGED:
        return {"items": [], "hasMore": False, "oldestCursor": None, "newestCursor": None}
    page = (SERVE if chat_id == "!a:x" else SERVE_OTHERS)(dict(parse_qsl(url.query))).to_dict()
    if chat_id == "!b:x":
        for item in page["items"]:
            item["id"] = f"b{item['id']}"
    return page


class Handler(BaseHTTPRequestHandler):
    """A server as bad as they were seen to be: pages overlap, and none is said to be the last (rows 3 and 4)."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """A page of messages, or the merged chat."""
        body = json.dumps(answer(urlsplit(self.path))).encode()
        head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        self.wfile.write(head.encode() + body)


class Server(ThreadingHTTPServer):
    """Does not mind clients that are killed."""

    daemon_threads = True

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """They went away."""


@pytest.fixture
def url() -> Iterator[str]:
    """Of a server in this process."""
    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked, and killed with SIGKILL")
def test_a_process_killed_at_random_many_times_walks_every_list_whole(url: str, tmp_path: Path) -> None:
    sources = {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generated")])}
    command = [sys.executable, "-m", dying.__name__, url, str(tmp_path), str(KILLS), "1"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **sources}, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"{KILLS}\n", "")
    records = sorted(tmp_path.iterdir())
    assert {path.name.partition("-")[2] for path in records} == set(dying.NAMES)
    falling = [str(number) for number in range(TOTAL, 0, -1)]
    # All have one timestamp: the sort keys decide, and then the IDs of the chats.
    merged = [prefix + number for number in falling for prefix in ("b", "") if not prefix or int(number) <= OTHERS]
    for path in records:
        ids = [item_id for line in path.read_text().splitlines() for item_id in json.loads(line)["ids"]]
        assert max(Counter(ids).values()) == 1
        whole = merged if "merged" in path.name else falling
        assert ids == (whole[::-1] if path.name.endswith(("oldest", "forward")) else whole)


def test_a_record_that_ends_in_the_middle_of_a_line_is_cut_back(tmp_path: Path) -> None:
    path = tmp_path / "record"
    record = dying.Record(path)
    record.add(["9"], "nine")
    with path.open("ab") as file:
        file.write(b'{"ids": ["8"], "check')
    assert dying.Record(path).checkpoint == "nine"
    assert path.read_text().count("\n") == 1
    assert dying.Record(tmp_path / "new").checkpoint is None
