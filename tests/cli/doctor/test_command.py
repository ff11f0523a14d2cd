"""``python -m beeper_sdk doctor``: what it says of servers in all states, how it ends, and what it never shows."""

from __future__ import annotations

import json
import re
import socket
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from beeper_sdk import Beeper, auth
from beeper_sdk._cli.doctor.checks import examine
from beeper_sdk._cli.doctor.environment import PORTS, Surroundings, hints, other_urls, surroundings
from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from tests.cli.doctor.helpers import SECRET, described, document, run, serving

Capture = pytest.CaptureFixture[str]
PLAIN = Surroundings()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number: int = server.getsockname()[1]
        return number


def test_a_server_of_today_is_fine(fake_beeper: FakeBeeper, token: str, capsys: Capture) -> None:
    ended = run(capsys, "--base-url", fake_beeper.url, "--json")
    assert (ended.status, ended.stderr) == (0, "")
    assert {entry["name"]: entry["state"] for entry in ended.json["checks"]} == dict.fromkeys(
        ("server", "token", "version", "accounts", "chats", "spec", "responses"), "ok"
    )
    assert ended.json["ok"] is True
    assert (ended.json["server_version"], ended.json["generation"]) == ("4.3.73", "v1")
    assert ended.json["unsupported"] == []
    assert token not in ended.stdout
    assert len(fake_beeper.requests) == 5
    assert all(request.method == "GET" for request in fake_beeper.requests)


def test_in_words(fake_beeper: FakeBeeper, token: str, capsys: Capture) -> None:
    ended = run(capsys, "--base-url", fake_beeper.url)
    assert ended.status == 0
    assert f"ok       server    Beeper responded at {fake_beeper.url} in " in ended.stdout
    assert "ok       version   4.3.73 (v1); supports 80 of 80 operations\n" in ended.stdout
    assert ended.stdout.endswith("no problems found\n")
    assert token not in ended.stdout
    private = [chat["title"] for chat in fake_beeper.world.chats()]
    assert not any(title in ended.stdout for title in private if len(title) > 6)


AGES = [
    ("4.1.92", None, "v0", "search", "labels.list"),
    ("4.1.250", "4.1.250", "v0", "chats.archive", "chats.list"),
    ("4.1.294", "4.1.294", "v1", "chats.list", "labels.list"),
    ("4.2.557", "4.2.557", "v1", "info.spec", "accounts.retrieve"),
    ("4.3.0", "4.3.0", "v1", "accounts.retrieve", "labels.list"),
]


@pytest.mark.parametrize(
    ("version", "reported_version", "generation", "has", "lacks"), AGES, ids=[age[0] for age in AGES]
)
def test_an_older_app_is_told_for_what_it_is(
    version: str, reported_version: str | None, generation: str, has: str, lacks: str,
    capsys: Capture, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with FakeBeeper(version=version) as fake:
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake.token)
        ended = run(capsys, "--base-url", fake.url, "--json")
    assert ended.status == 0, ended.stdout
    assert (ended.json["server_version"], ended.json["generation"]) == (reported_version, generation)
    assert has not in ended.json["unsupported"]
    assert lacks in ended.json["unsupported"]
    assert ended.check("accounts")[0] == ended.check("chats")[0] == "ok"
    drift = ended.json["drift"]
    assert (drift is None) == (reported_version in (None, "4.1.250", "4.1.294"))
    if drift is not None:
        assert sum(drift[kind][f"{side}_count"] for kind in ("operations", "arguments", "fields", "values")
                   for side in ("missing", "extra")) == 0  # fmt: skip


def test_health_is_a_read_and_not_what_the_app_says_of_itself(
    fake_beeper: FakeBeeper, capsys: Capture, beeper: Beeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.token)
    assert beeper.app.setup.retrieve().state == "ready"
    fake_beeper.quirk("state_initializing")
    assert beeper.app.setup.retrieve().state == "initializing"
    before = len(fake_beeper.requests)
    assert run(capsys, "--base-url", fake_beeper.url).status == 0
    assert not any(request.path.startswith("/v1/app/") for request in fake_beeper.requests[before:])
    fake_beeper.quirk("server_error", operation="chats.list")
    ended = run(capsys, "--base-url", fake_beeper.url, "--json")
    assert ended.status == 1
    assert ended.check("chats") == ("problem", "cannot be read (InternalServerError, status 500)")


class TestTokens:
    def test_none(self, fake_beeper: FakeBeeper, capsys: Capture) -> None:
        ended = run(capsys, "--base-url", fake_beeper.url, "--json")
        assert ended.status == 1
        assert ended.check("token") == ("problem", "there is no token")
        assert ended.check("version")[0] == "ok"
        assert "python -m beeper_sdk login" in ended.stdout

    def test_none_wanted(self, fake_beeper: FakeBeeper, token: str, capsys: Capture) -> None:
        ended = run(capsys, "--base-url", fake_beeper.url, "--json", "--no-token")
        assert ended.status == 0
        assert ended.check("token")[0] == "skipped"
        for name in ("accounts", "chats"):
            assert ended.check(name) == ("skipped", "skipped: there is no token that the server accepts")
        assert not any(request.has_token for request in fake_beeper.requests)

    @pytest.mark.parametrize("lifetime", [None, -1])
    def test_wrong_or_past(
        self, fake_beeper: FakeBeeper, lifetime: int | None, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bad = "canary-token-1" if lifetime is None else fake_beeper.issue_token("read", lifetime=lifetime)
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", bad)
        ended = run(capsys, "--base-url", fake_beeper.url, "--json")
        assert ended.status == 1
        text = "rejected: it is wrong, belongs to another Beeper, has expired or was revoked"
        assert ended.check("token") == ("problem", text)
        assert bad not in ended.stdout

    def test_one_that_a_log_in_kept_and_that_is_over(self, fake_beeper: FakeBeeper, capsys: Capture) -> None:
        store = auth.FileToken(base_url=fake_beeper.url)
        store.save(auth.Token("canary-token-2", fake_beeper.url, ("read", "write")))
        try:
            ended = run(capsys, "--base-url", fake_beeper.url, "--json")
        finally:
            store.delete()
        assert ended.check("token") == ("problem", "rejected; it was accepted before, so it has expired or was revoked")

    def test_one_that_may_not_write(
        self, fake_beeper: FakeBeeper, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.issue_token("read"))
        ended = run(capsys, "--base-url", fake_beeper.url, "--json")
        assert ended.status == 0
        assert ended.check("token") == ("note", "valid, without the scope write")

    def test_one_that_may_not_read(
        self, fake_beeper: FakeBeeper, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.issue_token("write"))
        ended = run(capsys, "--base-url", fake_beeper.url, "--json")
        assert ended.status == 1
        assert ended.check("token") == ("problem", "valid, without the scope read")
        assert ended.check("accounts") == ("problem", "cannot be read (MissingScope, status 403)")


class TestWhere:
    def test_nothing_is_there(self, capsys: Capture) -> None:
        url = f"http://127.0.0.1:{free_port()}"
        ended = run(capsys, "--base-url", url)
        assert ended.status == 1
        assert f"PROBLEM  server    no server at {url}\n" in ended.stdout
        assert ended.stdout.endswith("problems found\n")

    def test_it_listens_at_another_port(self, fake_beeper: FakeBeeper, token: str) -> None:
        closed, there = free_port(), int(fake_beeper.url.rpartition(":")[2])
        report = examine(f"http://127.0.0.1:{closed}", ports=(closed, there), around=PLAIN)
        assert report.found_at == [fake_beeper.url]
        assert report.checks[0].hints == (f"a Beeper responds at another address: use --base-url {fake_beeper.url}",)
        assert not report.ok
        assert not any(request.has_token for request in fake_beeper.requests)

    def test_what_to_do_names_what_selected_the_address(
        self, fake_beeper: FakeBeeper, token: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        closed, there = f"http://127.0.0.1:{free_port()}", int(fake_beeper.url.rpartition(":")[2])
        for variable, given, todo in (
            (closed, None, f"set BEEPER_BASE_URL={fake_beeper.url}"),
            (fake_beeper.url, closed, "omit --base-url"),
            (closed, closed, f"use --base-url {fake_beeper.url}"),
        ):
            monkeypatch.setenv("BEEPER_BASE_URL", variable)
            hints = examine(given, ports=(there,), around=PLAIN).checks[0].hints
            assert hints == (f"a Beeper responds at another address: {todo}",)

    def test_it_listens_at_the_other_address(self, token: str) -> None:
        with FakeBeeper() as fake, fake.quirk("ipv6_only"):
            there = int(fake.url.rpartition(":")[2])
            for url in (
                f"http://127.0.0.1:{there}",
                f"http://127.0.0.1:{free_port()}",
                f"http://localhost:{free_port()}",
            ):
                report = examine(url, ports=(there,), around=PLAIN)
                assert report.found_at == [f"http://[::1]:{there}"]
            assert examine(f"http://localhost:{there}").checks[0].state == "ok"
            assert all(request.has_token == (request.operation != "info.retrieve") for request in fake.requests)

    def test_the_ports_it_takes_are_looked_at(self) -> None:
        assert (PORTS[0], PORTS[-1]) == (23373, 23392)

    def test_something_else_is_there(self, token: str, capsys: Capture) -> None:
        class Shop(BaseHTTPRequestHandler):
            seen: list[str] = []  # noqa: RUF012 - of this test only

            def do_GET(self) -> None:
                self.seen.append(self.headers.get("authorization", ""))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(f"<title>{SECRET}</title>".encode())

            @override
            def log_message(self, *said: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
                """Says nothing."""

        with serving(Shop) as url:
            ended = run(capsys, "--base-url", url, "--json")
            assert other_urls("http://127.0.0.1:1", [int(url.rpartition(":")[2])]) == []
        assert ended.status == 1
        text = f"{url} is not a Beeper: it responds to /v1/info with status 200, an HTML page"
        assert ended.check("server") == ("problem", text)
        assert "Alice" not in ended.stdout
        assert set(Shop.seen) == {""}, "the token was shown to a stranger"

    def test_wsl_and_containers_are_seen(self, tmp_path: Path) -> None:
        assert (surroundings(tmp_path).wsl, surroundings(tmp_path).container) == (False, False)
        (tmp_path / "proc" / "1").mkdir(parents=True)
        (tmp_path / "proc" / "version").write_text("Linux version 5.15.90.1-microsoft-standard-WSL2")
        assert surroundings(tmp_path).wsl
        (tmp_path / "proc" / "1" / "cgroup").write_text("0::/kubepods/besteffort/pod1")
        assert surroundings(tmp_path).container

    @pytest.mark.parametrize("mark", [".dockerenv", "run/.containerenv"])
    def test_containers_have_marks(self, tmp_path: Path, mark: str) -> None:
        (tmp_path / "run").mkdir()
        (tmp_path / mark).touch()
        assert surroundings(tmp_path).container

    @pytest.mark.parametrize(
        ("url", "around", "said"),
        [
            ("http://127.0.0.1:1", Surroundings(wsl=True), "this is WSL"),
            ("http://127.0.0.1:1", Surroundings(container=True), "host.docker.internal"),
            ("http://localhost:1", PLAIN, "check that Beeper is running"),
            ("http://127.0.0.1:1", PLAIN, "check that Beeper is running"),
            ("https://beeper.example", PLAIN, "remote access"),
        ],
    )
    def test_each_place_has_its_hint(self, url: str, around: Surroundings, said: str) -> None:
        assert said in hints(url, around)[0]


class TestDescription:
    def test_what_it_has_more_is_told_and_is_no_problem(
        self, fake_beeper: FakeBeeper, token: str, capsys: Capture
    ) -> None:
        description = document()
        description["info"]["description"] = SECRET
        description["components"]["schemas"]["Message"]["properties"]["isEphemeral"] = {"description": SECRET}
        description["paths"]["/v1/polls"] = {"get": {"summary": SECRET}}
        with described(fake_beeper, description) as url:
            ended, as_json = run(capsys, "--base-url", url), run(capsys, "--base-url", url, "--json")
        assert ended.status == as_json.status == 0
        assert "operations that this SDK does not know (1):\n  GET /v1/polls\n" in ended.stdout
        assert "  Message.isEphemeral\n" in ended.stdout
        assert as_json.json["drift"]["operations"]["extra"] == ["GET /v1/polls"]
        assert "Alice" not in ended.stdout + as_json.stdout

    @pytest.mark.parametrize(
        "content",
        [b"", b"<html>", b"[]", b"[" * 100_000, b'"x"', b"\xff", b" " * (16 * 2**20 + 1)],
        ids=["empty", "page", "list", "deep", "text", "no text", "large"],
    )
    def test_one_that_cannot_be_read_is_noted(
        self, fake_beeper: FakeBeeper, token: str, capsys: Capture, content: bytes
    ) -> None:
        with described(fake_beeper, content) as url:
            ended = run(capsys, "--base-url", url, "--json")
        assert ended.status == 0
        state, text = ended.check("spec")
        assert state == "note"
        assert "cannot be read" in text


def test_wrong_usage_ends_with_2(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", "t")
    for wrong in (["--nothing"], ["--base-url", "nowhere"], ["--base-url", "http://beeper.example"]):
        with pytest.raises(SystemExit) as ended:
            run(capsys, *wrong)
        assert ended.value.code == 2
        error = capsys.readouterr().err
        assert error.startswith("python -m beeper_sdk doctor: error: ")
        assert wrong[0] in error
        assert error.count("\n") == 1
        assert not re.search(r"base_url|allow_remote", error)


def test_what_json_says_is_json_whatever_happens(capsys: Capture) -> None:
    ended = run(capsys, "--base-url", f"http://127.0.0.1:{free_port()}", "--json")
    assert json.loads(ended.stdout)["ok"] is False
