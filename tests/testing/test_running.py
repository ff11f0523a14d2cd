"""Starting and stopping: nothing is left behind, nothing heavy is imported before, and a fault inside is a 500."""

from __future__ import annotations

import gc
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.services import chats
from tests.testing.known_chats import BOB
from tests.testing.wire import Wire, enc

ROOT = Path(__file__).parents[2]
ENV = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generated")])}


def _python(code: str) -> str:
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, env=ENV, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_starting_and_stopping_leaves_no_thread_no_file_and_no_port() -> None:
    before = threading.active_count()
    for _ in range(2):
        with FakeBeeper() as fake, Wire(fake) as wire:
            up = wire.post("/v1/assets/upload/base64", {"content": "YQ=="})["srcURL"]
            path = Path(up.removeprefix("file://"))
            assert path.exists()
            assert threading.active_count() == before + 1
            url = fake.url
        assert threading.active_count() == before
        assert not path.exists()
        with pytest.raises(httpx.ConnectError):
            httpx.get(url, trust_env=False)


def test_connections_that_come_in_as_it_stops_are_closed() -> None:
    for _ in range(3):
        with ExitStack() as visits:
            with FakeBeeper() as fake:
                at = urlsplit(fake.url)
                for _ in range(20):
                    visits.enter_context(socket.create_connection((at.hostname, at.port)))
            gc.collect()  # what was left open shows as a warning, which is an error


def test_two_run_side_by_side_with_worlds_of_their_own() -> None:
    with (
        FakeBeeper() as first_fake,
        FakeBeeper() as second_fake,
        Wire(first_fake) as first,
        Wire(second_fake) as second,
    ):
        assert first_fake.url != second_fake.url
        first.post(f"/v1/chats/{enc(BOB)}/messages", {"text": "only here"})
        assert second.get("/v1/messages/search", query="only here")["items"] == []
        with Wire(second_fake, first_fake.token) as stranger:
            stranger.rejected("GET", "/v1/accounts", 401)


def test_a_fresh_start_is_a_fresh_world() -> None:
    fake = FakeBeeper(seed=1)
    for _ in range(2):
        with fake, Wire(fake) as wire:
            assert wire.get("/v1/messages/search", query="hippogriff")["items"] == []
            wire.post(f"/v1/chats/{enc(BOB)}/messages", {"text": "hippogriff"})
    assert len(fake.requests) == 4
    fake.stop()
    with pytest.raises(RuntimeError, match="not running"):
        _ = fake.url
    with pytest.raises(RuntimeError, match="not running"):
        _ = fake.world


def test_it_starts_once_at_a_time_and_refuses_an_odd_version() -> None:
    with FakeBeeper() as fake, pytest.raises(RuntimeError, match="already running"):
        fake.start()
    with pytest.raises(ValueError, match=r"version must be an app version such as 4\.2\.808"):
        FakeBeeper(version="new")


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"port": 70000}, ValueError, "port must be an int from 0 to 65535"),
        ({"host": "example.com"}, ValueError, "host must be localhost, or an IP address of this machine"),
        ({"host": "fe80::1%eth0"}, ValueError, "host must be localhost, or an IP address of this machine"),
        ({"host": ""}, ValueError, "host must be localhost, or an IP address of this machine"),
        ({"host": 1}, TypeError, "host must be a str, not int"),
        ({"token": "short"}, ValueError, "token must have at least 8 characters, all of them printable ASCII"),
        ({"token": "with a space"}, ValueError, "token must have at least 8 characters"),
        ({"token": "t\u00f6ken-of-mine"}, ValueError, "token must have at least 8 characters"),
        ({"token": b"12345678"}, TypeError, "token must be a str, not bytes"),
        ({"port": "x"}, TypeError, "port must be an int from 0 to 65535, not str"),
        ({"seed": "x"}, TypeError, "seed must be an int of at least 0, not str"),
        ({"seed": -1}, ValueError, "seed must be an int of at least 0"),
        ({"version": "3.0"}, ValueError, r"version must be 4\.1\.92 or later"),
        ({"version": 4}, TypeError, "version must be a str, not int"),
        ({"signed_in": "no"}, TypeError, "signed_in must be True or False, not str"),
        ({"token_lifetime": "1"}, TypeError, "token_lifetime must be an int of at least 1, not str"),
        ({"token_lifetime": 0}, ValueError, "token_lifetime must be an int of at least 1"),
    ],
)
def test_a_wrong_argument_is_named_before_it_starts(
    arguments: dict[str, Any], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        FakeBeeper(**arguments)


def test_a_token_can_be_chosen_and_stays(wire: Wire) -> None:
    with FakeBeeper(world="empty", token="of-this-test") as fake:
        for _ in range(2):
            assert fake.token == "of-this-test"
            with Wire(fake) as own, Wire(fake, wire.fake.token) as other:
                assert own.get("/oauth/userinfo")["scope"] == "read write"
                other.rejected("GET", "/v1/accounts", 401)
            fake.reset()


def test_a_port_that_is_taken_is_an_error_at_once() -> None:
    with FakeBeeper() as fake, pytest.raises(OSError, match="in use"):
        FakeBeeper(port=httpx.URL(fake.url).port or 0).start()


def test_a_fault_in_a_handler_is_a_500_in_the_envelope(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(chats, "chat_view", fails)
    body = wire.rejected("GET", f"/v1/chats/{enc(BOB)}", 500)
    assert body == {"message": "Internal server error", "code": "internal_server_error"}
    monkeypatch.undo()
    wire.get(f"/v1/chats/{enc(BOB)}")


def test_what_the_world_hands_out_is_a_copy(wire: Wire) -> None:
    wire.fake.world.chat(BOB)["title"] = "changed"
    wire.fake.world.messages(BOB).clear()
    assert wire.get("/v1/chats/100")["title"] != "changed"
    assert wire.get(f"/v1/chats/{enc(BOB)}/messages")["items"]
    wire.fake.world.change(lambda world: world.room(BOB).wire.update(title="changed"))
    assert wire.get("/v1/chats/100")["title"] == "changed"


def test_an_id_that_the_world_does_not_have_is_a_value_error(wire: Wire) -> None:
    world = wire.fake.world
    with pytest.raises(ValueError, match="there is no such chat"):
        world.receive("nope", "private text")
    with pytest.raises(ValueError, match="there is no such account"):
        world.add_chats("nope", 1)
    with pytest.raises(ValueError, match="there is no such user"):
        world.leave(BOB, "nope")
    with pytest.raises(ValueError, match="there is no such chat"):
        world.change(lambda state: state.room("nope"))


def test_a_repr_shows_no_private_data(wire: Wire) -> None:
    assert re.fullmatch(r"<WorldView, \d+ chats>", repr(wire.fake.world))
    assert repr(wire.fake.quirk("no_is_self", optional=True)) == "<RuleHandle no_is_self, 0 hits>"


def test_requests_are_counted_by_operation(wire: Wire) -> None:
    wire.get(f"/v1/chats/{enc(BOB)}", maxParticipantCount=5)
    wire.get("/v1/chats")
    assert len(wire.fake.requests.of("chats.retrieve")) == 1
    last = wire.fake.requests[0]
    assert (last.method, last.template, last.query) == ("GET", "/v1/chats/{chatID}", "maxParticipantCount=5")
    assert last.path == f"/v1/chats/{enc(BOB)}"
    wire.fake.requests.clear()
    assert list(wire.fake.requests) == []


def test_many_clients_at_once_lose_nothing(wire: Wire) -> None:
    def send(number: int) -> None:
        with Wire(wire.fake) as mine:
            for index in range(10):
                mine.post(f"/v1/chats/{enc(BOB)}/messages", {"text": f"crowd {number} {index}"})

    threads = [threading.Thread(target=send, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    messages = wire.fake.world.messages(BOB)[-50:]
    assert {row["text"] for row in messages} == {
        f"crowd {number} {index}" for number in range(5) for index in range(10)
    }
    keys = [int(row["sortKey"]) for row in messages]
    assert keys == sorted(keys)


def test_the_fixtures_serve_the_sdk(fake_beeper: FakeBeeper, beeper: Beeper, async_beeper: AsyncBeeper) -> None:
    async def count() -> int:
        async with async_beeper:
            return len(await async_beeper.accounts.list())

    assert len(beeper.accounts.list()) == anyio.run(count) == 5
    assert len(fake_beeper.requests.of("accounts.list")) == 2


def test_importing_is_light_until_one_starts() -> None:
    code = """
import sys
import beeper_sdk.testing, beeper_sdk.testing.plugin
from beeper_sdk.testing import FakeBeeper, QUIRKS, World
fake = FakeBeeper()
fake.quirk("conflict")
heavy = {"fastapi", "uvicorn", "websockets", "pydantic", "starlette", "httpx", "asyncio"}
heavy |= {"beeper_sdk_server", "beeper_sdk_client"}
print(sorted(heavy & sys.modules.keys()))
"""
    assert _python(code) == "[]\n"


def test_the_missing_extra_is_named() -> None:
    code = """
import sys
sys.modules["httptools"] = None
from beeper_sdk.testing import FakeBeeper
try:
    FakeBeeper().start()
except ModuleNotFoundError as error:
    print(error)
"""
    assert _python(code) == "FakeBeeper requires httptools; install beeper-sdk[testing]\n"


# One process for three tests: to start Python and to make the data takes a second, each time.
_PROGRAM = """
import signal, sys
from beeper_sdk.__main__ import main
from beeper_sdk.testing import FakeBeeper
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests may run under nohup
for _ in range(3):
    print(main(["serve", "--port", "0", "--quirk", "no_is_self", "--token", "it's-$HOME"]), flush=True)
print(FakeBeeper().start().url.partition(":")[0], "websockets" in sys.modules)
"""


def test_serve_prints_url_and_token_and_ends_when_told_and_a_program_that_never_stops_it_still_ends() -> None:
    command = [sys.executable, "-W", "error", "-c", _PROGRAM]
    with ExitStack() as opened:
        server = opened.enter_context(
            subprocess.Popen(command, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        )
        opened.callback(server.kill)  # whatever fails: otherwise the test would wait for its end
        assert server.stdout is not None
        assert server.stderr is not None
        for end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            _is_served(server.stdout)
            server.send_signal(end)
            assert server.stdout.readline() == "0\n"
        assert server.stdout.readline() == "http False\n"  # websockets is imported by the first connection
        assert (server.wait(10), server.stderr.read()) == (0, "")


def _is_served(output: IO[str]) -> None:
    lines = [shlex.split(output.readline()) for _ in range(2)]
    (url, token) = (line[-1].partition("=")[2] for line in lines)
    assert lines == [["export", f"BEEPER_BASE_URL={url}"], ["export", "BEEPER_ACCESS_TOKEN=it's-$HOME"]]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", url)
    answer = httpx.get(f"{url}/v1/accounts", headers={"authorization": f"Bearer {token}"}, trust_env=False)
    assert len(answer.json()) == 5


def test_serve_says_what_is_wrong() -> None:
    command = [sys.executable, "-m", "beeper_sdk", "serve", "--port", "0", "--quirk", "nonsense"]
    done = subprocess.run(command, env=ENV, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "there is no quirk 'nonsense'" in done.stderr


def test_the_fixtures_show_in_pytest(tmp_path: Path) -> None:
    # In a folder of its own, without the other plugins and this project's tests: they took most of 3.4 s.
    command = [sys.executable, "-m", "pytest", "--fixtures", "-p", "beeper_sdk.testing.plugin"]
    env = ENV | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    for name in ("fake_beeper", "beeper", "async_beeper"):
        assert re.search(rf"^{name} -- ", done.stdout, re.MULTILINE), done.stdout[-2000:]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="requires fork")
def test_a_forked_process_leaves_the_server_to_its_parent() -> None:
    with FakeBeeper() as fake, Wire(fake) as wire:
        uploaded = wire.ok("POST", "/v1/assets/upload", files={"file": ("a.txt", b"a")})
        kept = Path(urlsplit(wire.post("/v1/assets/download", {"url": uploaded["srcURL"]})["srcURL"]).path)
        child = os.fork()
        if child == 0:
            fake.stop()
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        assert kept.exists()
        assert wire.get("/v1/accounts")
