"""Errors of a first call say what to check: where the token came from, and whether base_url is right."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk.auth import FileToken
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.v0 import Client
from tests.core.compat.helpers import BOTH, Kind
from tests.scripted_server import TOKEN, Script, answer, call

REFUSED = answer({"message": "Unauthorized", "code": "unauthorized"}, 401)
WHERE = {"HOME", "USERPROFILE", "XDG_CONFIG_HOME", "BEEPER_TOKEN_FILE", "BEEPER_ACCESS_TOKEN"}


def stored(path: Path) -> Path:
    """A token file for the default server."""
    path.parent.mkdir(parents=True, exist_ok=True)
    entry = {"access_token": TOKEN, "scope": "read write", "token_type": "Bearer"}
    path.write_text(json.dumps({"version": 1, "tokens": {"http://127.0.0.1:23373": entry}}))
    path.chmod(0o600)
    return path


def over_network(kind: Kind, fake: FakeBeeper, act: Any, **options: Any) -> Any:
    return call(kind, Script(), act, access_token=fake.token, transport=None, **options)


def refused(**options: Any) -> str:
    """The message of the error that a first call ends in."""
    with (
        Beeper(transport=httpx.MockTransport(Script(REFUSED)), **options) as beeper,
        pytest.raises(errors.AuthenticationError) as caught,
    ):
        beeper.accounts.list()
    assert TOKEN not in f"{caught.value} {caught.value!r}"
    return str(caught.value)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in WHERE:
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "alice"
    home.mkdir()
    monkeypatch.setenv("USERPROFILE" if os.name == "nt" else "HOME", str(home))
    return home


def test_a_401_says_where_the_token_came_from(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "the token of the access_token argument is wrong" in refused(access_token=TOKEN)
    assert "the token of the access_token function is wrong" in refused(access_token=lambda: TOKEN)
    given = FileToken(stored(tmp_path / "given.json"))
    assert "the token of the FileToken of access_token is no longer valid" in refused(access_token=given)
    stored(home / ".config" / "beeper-sdk" / "tokens.json")
    text = refused()
    assert "the token of the stored login (~/.config/beeper-sdk/tokens.json) is no longer valid" in text
    assert text.endswith(". Run `python -m beeper_sdk login`, which replaces it")
    monkeypatch.setenv("BEEPER_TOKEN_FILE", str(stored(tmp_path / "bob" / "tokens.json")))
    text = refused()
    assert "the token of the stored login (BEEPER_TOKEN_FILE) is no longer valid" in text
    assert str(tmp_path) not in text
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", TOKEN)
    text = refused()
    assert "the token of BEEPER_ACCESS_TOKEN is wrong, revoked or of another server" in text
    assert text.endswith("or remove it and run `python -m beeper_sdk login`")  # it has precedence over a login


def test_a_missing_scope_says_whose_it_is() -> None:
    with (
        FakeBeeper() as fake,
        fake.quirk("read_only_token"),
        Beeper(fake.token, base_url=fake.url) as beeper,
        pytest.raises(errors.MissingScope, match="the token of the access_token argument lacks the scope 'write'"),
    ):
        beeper.chats.archive("c")


def test_a_401_to_a_call_without_a_token_blames_none() -> None:
    with (
        Beeper("", transport=httpx.MockTransport(Script(REFUSED))) as beeper,
        pytest.raises(errors.AuthenticationError) as caught,
    ):
        beeper.info.retrieve()
    assert "token" not in str(caught.value)


MAY_BE_WRONG = "no response of http://localhost:23373 was of Beeper so far, so base_url may be wrong"
PAGE = "the response is an HTML page, not JSON; check base_url"


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("status", [404, 405])
@pytest.mark.parametrize(
    ("body", "hint"), [(b"<title>x</title>", PAGE), (b"nope", MAY_BE_WRONG), (b"", MAY_BE_WRONG), (b"{}", MAY_BE_WRONG)]
)
def test_a_404_of_what_is_not_beeper_says_that_the_url_may_be_wrong(
    kind: Kind, status: int, body: bytes, hint: str
) -> None:
    for act in (lambda b: b.accounts.list(), lambda b: b.info.retrieve()):
        with pytest.raises(errors.APIStatusError) as caught:
            call(kind, Script(httpx.Response(status, content=body)), act)
        assert hint in str(caught.value)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_v0_client_says_so_too() -> None:
    server = Script(httpx.Response(404, content=b"nope"))
    with Client(TOKEN, transport=httpx.MockTransport(server)) as client, pytest.raises(errors.NotFoundError) as caught:
        client.send_message(chat_id="c", text="hi")
    assert MAY_BE_WRONG in str(caught.value)


@pytest.mark.parametrize("before", [answer([]), answer({"code": "forbidden"}, 403, x_beeper_desktop_version="4.3.0")])
def test_once_beeper_responded_the_url_is_right(before: httpx.Response) -> None:
    server = Script(before, httpx.Response(404, content=b"nope"))
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        with suppress(errors.PermissionDeniedError):
            beeper.accounts.list()
        with pytest.raises(errors.NotFoundError) as caught:
            beeper.chats.retrieve("c")
    assert "base_url" not in str(caught.value)


@pytest.mark.parametrize("kind", BOTH)
def test_a_wrong_path_of_the_base_url_says_nothing_about_a_chat(kind: Kind, fake_beeper: FakeBeeper) -> None:
    acts: tuple[tuple[Any, str], ...] = (
        (lambda b: b.messages.send("c", text="hi"), "nothing was sent, because the server has no such path; the path"),
        (lambda b: b.chats.start(account_id="a", user={"id": "x"}), "nothing was sent, because the server has no such"),
        (lambda b: b.request("POST", "/v1/chats", json={}), "the path of base_url may be wrong"),
        (lambda b: b.chats.retrieve("c"), "code not_found; the path of base_url may be wrong; see"),
    )
    for act, hint in acts:
        with pytest.raises(errors.APIError) as caught:
            over_network(kind, fake_beeper, act, base_url=f"{fake_beeper.url}/beeper")
        assert hint in str(caught.value)
        assert "the path of base_url may be wrong" in str(caught.value)
        assert "does not exist" not in str(caught.value)
    assert sum(request.method == "POST" for request in fake_beeper.requests) == 3


@pytest.mark.parametrize("kind", BOTH)
def test_with_the_right_path_a_missing_chat_is_what_is_missing(kind: Kind, fake_beeper: FakeBeeper) -> None:
    with pytest.raises(errors.NotFoundError, match="nothing was sent, because the chat does not exist; see"):
        over_network(
            kind, fake_beeper, lambda b: b.messages.send("!c:beeper.local", text="hi"), base_url=fake_beeper.url
        )


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("status", [200, 404, 408, 501, 502])
def test_a_send_that_a_page_responds_to_suggests_to_check_base_url(kind: Kind, status: int) -> None:
    server = Script(httpx.Response(status, html="<title>x</title>"))
    with pytest.raises((errors.DeliveryUncertain, errors.NotFoundError)) as caught:
        call(kind, server, lambda b: b.messages.send("c", text="hi"))
    assert PAGE in str(caught.value)
    assert sum(request.method == "POST" for request in server.requests) == 1


@pytest.mark.parametrize("kind", BOTH)
def test_a_server_without_tls_says_which_url_to_use(
    kind: Kind, fake_beeper: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")  # not used for this machine
    with pytest.raises(errors.APIConnectionError) as caught:
        over_network(kind, fake_beeper, lambda b: b.accounts.list(), base_url=f"https{fake_beeper.url[4:]}")
    assert str(caught.value).endswith(f"; the server may speak plain HTTP: use {fake_beeper.url}")
    assert "EPERM" not in str(caught.value)
    assert "SSL_CERT_FILE" not in str(caught.value)
    assert not fake_beeper.requests


def test_what_the_app_says_is_not_a_wrong_url() -> None:
    server = Script(answer({"message": "no", "code": "NOT_FOUND"}, 404))
    with (
        Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper,
        pytest.raises(errors.NotFoundError) as caught,
    ):
        beeper.chats.retrieve("!c:beeper.local")
    assert str(caught.value).endswith("status 404, code NOT_FOUND; see error.server_message")


HINT = "; an ID of a chat is required, and beeper.chats.find finds a chat by its name"


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("chat", ["Hiking", "Bob Birchwood", "Zoë"])
def test_a_name_in_place_of_an_id_leads_to_chats_find(kind: Kind, fake_beeper: FakeBeeper, chat: str) -> None:
    for use in (lambda b: b.chats.retrieve(chat), lambda b: b.messages.send(chat, text="hi")):
        with pytest.raises(errors.NotFoundError) as caught:
            over_network(kind, fake_beeper, use, base_url=fake_beeper.url)
        assert HINT in str(caught.value)
        assert chat not in str(caught.value)


@pytest.mark.parametrize("chat", ["!no:beeper.local", "404", "imsg##thread:1", "@user:beeper.local"])
def test_an_unknown_id_does_not(fake_beeper: FakeBeeper, chat: str) -> None:
    with pytest.raises(errors.NotFoundError) as caught:
        over_network("sync", fake_beeper, lambda b: b.chats.retrieve(chat), base_url=fake_beeper.url)
    assert HINT not in str(caught.value)
