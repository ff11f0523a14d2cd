"""Certificates and proxies of the environment: faults are reported by variable when a client is created."""

from __future__ import annotations

import os
import pickle
import socket
import ssl
import threading
from pathlib import Path
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors
from tests.scripted_server import TOKEN, Kind

REMOTE = "https://beeper.example"
AUTHORITY = Path(__file__).parents[1] / "authority.crt"
VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR", *(f"{name}_PROXY" for name in ("HTTP", "HTTPS", "ALL", "NO")))


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSLKEYLOGFILE", raising=False)
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def fails(variable: str, url: str, text: str) -> None:
    """Both clients cannot be created, nor unpickled in another process, and the error shows no value."""
    with pytest.MonkeyPatch.context() as patch:
        value = os.environ.pop(variable)
        pickled = pickle.dumps(Beeper(TOKEN, base_url=url, allow_remote=True))
        patch.setenv(variable, value)
        for create in (Beeper, AsyncBeeper):
            with pytest.raises(ValueError, match=text) as caught:
                create(TOKEN, base_url=url, allow_remote=True)
            assert variable in str(caught.value)
            assert "canary" not in str(caught.value)
            assert caught.value.__context__ is None
        with pytest.raises(ValueError, match=text):
            pickle.loads(pickled)


@pytest.mark.parametrize(
    ("variable", "content", "text"),
    [
        ("SSL_CERT_FILE", None, "does not exist"),
        ("SSL_CERT_FILE", b"", "no valid certificates in PEM format"),
        ("SSL_CERT_FILE", b"\x30\x82\x01\x00", "no valid certificates in PEM format"),
        ("SSL_CERT_FILE", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "no valid certificates"),
        ("SSL_CERT_DIR", None, "no folder that can be read"),
        ("SSL_CERT_DIR", b"", "no folder that can be read"),
    ],
)
def test_certificates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, content: bytes | None, text: str
) -> None:
    path = tmp_path / "canary"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv(variable, str(path))
    fails(variable, REMOTE, text)


def test_a_folder_is_no_certificate_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path))
    fails("SSL_CERT_FILE", REMOTE, "cannot be read")


def test_a_file_for_keys_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(AUTHORITY))
    for path in (tmp_path, tmp_path / "missing" / "canary"):
        for url in (REMOTE, "https://localhost:1"):
            monkeypatch.setenv("SSLKEYLOGFILE", str(path))
            fails("SSLKEYLOGFILE", url, "cannot be written; correct or unset the variable")
        Beeper(TOKEN).close()  # without TLS, it is not used
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    Beeper(TOKEN, base_url=REMOTE).close()


PROXIES = (
    "canary://proxy", "http://", "://canary", "http://proxy:99999", "http://proxy:canary", "http://[::1", "the proxy",
    "socks4://alice:canary@proxy:1", "http://alice:canary@", "http://proxy\x7f", "http://xn--canary",
)  # fmt: skip


@pytest.mark.parametrize("address", PROXIES)
def test_proxies(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    for variable, url in (("HTTPS_PROXY", REMOTE), ("http_proxy", "http://beeper.example"), ("ALL_PROXY", REMOTE)):
        with monkeypatch.context() as patch:
            patch.setenv(variable, address)
            fails(variable, url, "must be the URL of a proxy")


def test_a_socks_proxy_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beeper_sdk._transport.via_httpx.environment.find_spec", lambda _: None)
    monkeypatch.setenv("ALL_PROXY", "socks5://alice:canary@proxy:1080")
    fails("ALL_PROXY", REMOTE, r"install httpx\[socks\]")


@pytest.mark.parametrize("account", [f"{'alice' * 52}:canary", f"alice:{'canary' * 50}"])
def test_a_name_or_password_that_is_too_long_for_socks(monkeypatch: pytest.MonkeyPatch, account: str) -> None:
    pytest.importorskip("socksio")
    monkeypatch.setenv("ALL_PROXY", f"socks5://{account}@proxy:1080")
    fails("ALL_PROXY", REMOTE, "more than 255 bytes")


def test_the_certificates_for_a_proxy_with_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/canary")
    monkeypatch.setenv("HTTP_PROXY", "https://proxy.example")
    with pytest.raises(ValueError, match="SSL_CERT_FILE"):
        Beeper(TOKEN, base_url="http://beeper.example", allow_remote=True)


@pytest.mark.parametrize("host", ["xn--localhost", "xn--a.localhost", "[fe80::1%]", ".".join(["a" * 60] * 5)])
def test_a_host_that_no_server_can_have(host: str) -> None:
    for create in (Beeper, AsyncBeeper):
        with pytest.raises(ValueError, match=r"base_url .*host") as caught:
            create(TOKEN, base_url=f"http://{host}", allow_remote=True)
        assert type(caught.value) is ValueError
        assert caught.value.__context__ is None


@pytest.mark.parametrize("url", ["http://localhost:23373", "http://127.0.0.1:1", "http://[::1]:1", "https://localhost"])
def test_clients_of_this_machine_use_none_of_them(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    def forbidden(*_: object, **__: object) -> None:
        pytest.fail("certificates were loaded")

    for name in VARIABLES:
        monkeypatch.setenv(name, "/canary://nowhere")
    monkeypatch.setattr("ssl.create_default_context", forbidden)
    monkeypatch.setattr("httpx.create_ssl_context", forbidden)
    Beeper(TOKEN, base_url=url).close()


def test_a_client_with_a_transport_of_its_own_uses_none_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx

    monkeypatch.setenv("SSL_CERT_FILE", "/canary")
    Beeper(TOKEN, base_url=REMOTE, transport=httpx.MockTransport(lambda _: httpx.Response(200))).close()


@pytest.mark.parametrize("no_proxy", ["[::1]:80", "all://*:x", "http://[", "192.168.0.0/99", "::1", "a:b:c, ,://"])
def test_no_value_of_no_proxy_stops_a_client(monkeypatch: pytest.MonkeyPatch, no_proxy: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", no_proxy)
    Beeper(TOKEN, base_url=REMOTE).with_options(timeout=1).close()
    AsyncBeeper(TOKEN, base_url=REMOTE).with_options(timeout=1)


class Proxy:
    """A proxy that refuses every request, and the first lines of what it received."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.lines: list[bytes] = []
        self.thread = threading.Thread(target=self._serve)

    def __enter__(self) -> str:
        self.thread.start()
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                self.lines.append(connection.recv(65536).partition(b"\r\n")[0])
                connection.sendall(b"HTTP/1.1 503 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")


def send(kind: Kind, url: str) -> None:
    """Send a message, which must not be repeated."""
    options: Any = {"base_url": url, "retry": RetryPolicy(attempts=1), "allow_remote": True}
    if kind == "sync":
        with Beeper(TOKEN, **options) as beeper:
            beeper.messages.send("!a:x", text="canary")
        return

    async def run() -> None:
        async with AsyncBeeper(TOKEN, **options) as beeper:
            await beeper.messages.send("!a:x", text="canary")

    anyio.run(run, backend=kind)


def test_the_proxy_is_used_and_its_refusal_means_that_nothing_was_sent(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Proxy()
    with proxy as url:
        monkeypatch.setenv("HTTPS_PROXY", url)
        with pytest.raises(errors.APIConnectionError, match="and the proxy that HTTPS_PROXY sets"):
            send(kind, REMOTE)
        monkeypatch.setenv("NO_PROXY", "beeper.invalid")
        with pytest.raises(errors.APIConnectionError) as caught:
            send(kind, "https://beeper.invalid")
    assert "PROXY" not in str(caught.value)
    assert proxy.lines == [b"CONNECT beeper.example:443 HTTP/1.1"]


def test_the_certificates_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[dict[str, Any]] = []
    real = ssl.create_default_context

    def load(**options: Any) -> ssl.SSLContext:
        loaded.append(options)
        return real(**options)

    monkeypatch.setattr("ssl.create_default_context", load)
    monkeypatch.setenv("SSL_CERT_DIR", str(AUTHORITY.parent))
    Beeper(TOKEN, base_url=REMOTE).close()
    monkeypatch.setenv("SSL_CERT_FILE", str(AUTHORITY))
    Beeper(TOKEN, base_url=REMOTE).close()
    assert loaded == [{"capath": str(AUTHORITY.parent)}, {"cafile": str(AUTHORITY)}]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize(
    ("variable", "problem"), [("SSLKEYLOGFILE", "cannot be written"), ("SSL_CERT_FILE", "is a pipe")]
)
def test_a_pipe_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, problem: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setenv(variable, str(tmp_path / "pipe"))
    fails(variable, REMOTE, problem)
