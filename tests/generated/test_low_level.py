"""`beeper_sdk_client` alone: requests as values, and a plain client that sends them."""

from __future__ import annotations

import asyncio
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from beeper_sdk_client import AsyncClient, Client, Content, DecodeError, Request, StatusError, api, models
from beeper_sdk_client._client import to_http
from beeper_sdk_client._decoding import JsonDecoder, NoContent
from beeper_sdk_client._request import FormBody, MultipartBody, Operation
from tests.each import each_of
from tests.generated.contract import HARD_ID, TOKEN, FakeResponse, example

Handler = Callable[[httpx.Request], httpx.Response]


class Server:
    """Answers every request in the same way, and remembers them."""

    def __init__(self, status: int = 200, json: Any = None, **answer: Any) -> None:
        self.status = status
        self.answer = answer if json is None else {"json": json}
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self.status, **self.answer)

    def client(self, access_token: str | None = TOKEN) -> Client:
        return Client(access_token=access_token, http_client=httpx.Client(transport=httpx.MockTransport(self)))

    def async_client(self, access_token: str | None = TOKEN) -> AsyncClient:
        http_client = httpx.AsyncClient(transport=httpx.MockTransport(self))
        return AsyncClient(access_token=access_token, http_client=http_client)


def test_a_call_is_sent_and_its_answer_decoded() -> None:
    server = Server(json=example("Chat"))
    with server.client() as client:
        chat = client.send(api.chats.retrieve(HARD_ID, max_participant_count=5))
    assert chat == models.Chat.from_dict(example("Chat"))
    (request,) = server.requests
    assert str(request.url).startswith("http://127.0.0.1:23373/v1/chats/%21a%3Ab%2Fc%23d%25")
    assert request.headers["authorization"] == f"Bearer {TOKEN}"


def test_the_same_async() -> None:
    server = Server(json=example("Chat"))

    async def call() -> models.Chat:
        async with server.async_client() as client:
            return await client.send(api.chats.retrieve("c"))

    assert asyncio.run(call()) == models.Chat.from_dict(example("Chat"))
    assert [request.headers["authorization"] for request in server.requests] == [f"Bearer {TOKEN}"]


def test_a_json_body_is_what_was_given() -> None:
    server = Server(json=example("MessageSendResult"))
    sent = server.client().send(api.messages.send("c", text="Grüße 😀"))
    assert sent.to_dict() == example("MessageSendResult")
    (request,) = server.requests
    assert request.headers["content-type"] == "application/json"
    assert json.loads(request.content) == {"text": "Grüße 😀"}


@pytest.mark.parametrize("status", [301, 400, 401, 404, 409, 429, 500, 502, 520])
def test_a_bad_status_is_an_error_without_text_of_the_answer(status: int) -> None:
    with pytest.raises(StatusError, match=f"chats.retrieve failed with HTTP status {status}") as caught:
        Server(status, text="c4n4ry").client().send(api.chats.retrieve("c4n4ry"))
    assert (caught.value.status, caught.value.operation) == (status, "chats.retrieve")
    assert "c4n4ry" not in repr(caught.value) + str(pickle.loads(pickle.dumps(caught.value)))


def test_a_wrong_shape_is_a_decode_error_also_async() -> None:
    server = Server(json={"title": "x"})
    with pytest.raises(DecodeError, match=r"^\$\.id: missing$"):
        server.client().send(api.chats.retrieve("c"))
    with pytest.raises(DecodeError, match=r"^\$\.id: missing$"):
        asyncio.run(server.async_client().send(api.chats.retrieve("c")))


def test_a_public_operation_sends_no_token() -> None:
    server = Server(json=example("ServerInfo"))
    server.client().send(api.info.retrieve())
    server.client(None).send(api.info.retrieve())
    assert ["authorization" in request.headers for request in server.requests] == [False, False]


def test_an_operation_that_can_do_without_a_token_sends_the_one_it_has() -> None:
    server = Server(json=example("OpenAPIDocument"))
    server.client().send(api.info.spec())
    server.client(None).send(api.info.spec())
    assert [request.headers.get("authorization") for request in server.requests] == [f"Bearer {TOKEN}", None]


def test_without_a_token_nothing_is_sent_that_needs_one() -> None:
    server = Server()
    with pytest.raises(ValueError, match=r"^chats\.list requires an access token; pass access_token"):
        server.client(None).send(api.chats.list())
    assert server.requests == []


@pytest.mark.parametrize("answer", [{"status": 204}, {"status": 200, "json": {"success": True}}, {"status": 202}])
def test_an_answer_without_content_is_none(answer: dict[str, Any]) -> None:
    archived: object = Server(**answer).client().send(api.chats.archive("c"))
    assert archived is None


class TestContent:
    """Files."""

    def test_bytes_type_and_range(self, tmp_path: Path) -> None:
        headers = {"content-type": "image/png", "content-range": "bytes 0-3/9"}
        server = Server(206, content=b"\x89PNG", headers=headers)
        content = server.client().send(api.assets.serve(url="mxc://x/y", range="bytes=0-3"))
        assert (bytes(content), len(content), content.status) == (b"\x89PNG", 4, 206)
        assert (content.content_type, content.content_range) == ("image/png", "bytes 0-3/9")
        assert server.requests[0].headers["range"] == "bytes=0-3"
        saved = content.save(tmp_path / "photo.png")
        assert saved.read_bytes() == b"\x89PNG"
        assert repr(content) == "<Content image/png, 4 bytes>"

    def test_an_answer_without_a_type_is_bytes(self) -> None:
        content = Server(content=b"x").client().send(api.assets.serve(url="mxc://x/y"))
        assert (content.content_type, content.content_range, content.status) == ("application/octet-stream", None, 200)

    def test_not_modified_is_no_error(self) -> None:
        assert len(Server(304).client().send(api.assets.serve(url="mxc://x/y"))) == 0

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="nowhere"):
            Content(b"x", "image/png").save(tmp_path / "nowhere" / "photo.png")

    def test_its_request_can_be_streamed(self) -> None:
        assert api.assets.serve(url="mxc://x/y").operation.stream
        assert not api.chats.list().operation.stream


def test_no_repr_shows_a_token_an_id_or_a_text() -> None:
    secret = "c4n4ry"
    client = Server().client(secret)
    async_client = Server().async_client(secret)
    requests: list[Request[Any]] = [
        api.chats.retrieve(secret),
        api.messages.send(secret, text=secret),
        api.chats.search(query=secret),
        api.oauth.token(code=secret, code_verifier=secret),
        api.assets.upload(file=secret.encode()),
    ]
    for item in (client, async_client, *requests, *(request.operation for request in requests)):
        assert secret not in repr(item)
    for request in requests:
        assert secret not in repr(request.body)
    assert repr(requests[0]) == "<Request chats.retrieve GET /v1/chats/{chatID}>"
    assert repr(client) == "Client(base_url='http://127.0.0.1:23373')"


def test_a_base_url_may_end_in_a_slash_or_have_a_path() -> None:
    server = Server(json=[])
    for base in ("http://127.0.0.1:9/", "http://127.0.0.1:9/beeper"):
        client = server.client()
        client.base_url = base
        client.send(api.accounts.list())
    assert [request.url.path for request in server.requests] == ["/v1/accounts", "/beeper/v1/accounts"]


def test_a_form_field_given_twice_is_sent_twice() -> None:
    operation = Operation("x", "POST", "/x", "once", "none", NoContent())
    fields = (("a", "1"), ("b", "2"), ("a", "3"))
    form = to_http("http://x", None, Request(operation, "/x", body=FormBody(fields)))
    assert sorted(form.read().split(b"&")) == [b"a=1", b"a=3", b"b=2"]
    multipart = to_http("http://x", None, Request(operation, "/x", body=MultipartBody({"f": b""}, fields))).read()
    assert multipart.count(b'name="a"') == 2


def test_a_page_is_no_answer_where_none_is_expected() -> None:
    """A proxy that asks for a login says 200; the server never received the call."""
    decode = NoContent()
    decode(httpx.Response(200, content=b'{"success": true}'))
    with pytest.raises(DecodeError, match="it is not JSON"):
        decode(httpx.Response(200, content=b"<html>", headers={"content-type": "Text/HTML; charset=utf-8"}))


@each_of([b" ", b"null", b"OK", b"true", b"[]", b'{"success": false}', b'{"success": "true"}', b'{"error": "no"}'])
def test_a_body_that_does_not_report_success_is_an_error(body: bytes) -> None:
    for decode in (NoContent(), NoContent(empty=True)):
        with pytest.raises(DecodeError):
            decode(httpx.Response(200, content=body))


def test_an_empty_body_is_a_success_only_where_it_is_documented() -> None:
    with pytest.raises(DecodeError, match="found an empty body"):
        NoContent()(httpx.Response(200))
    for body in (b"", b"{}", b'{"success": true}'):
        assert NoContent(empty=True)(httpx.Response(200, content=body)) is None


def test_half_an_emoji_in_a_text_is_read() -> None:
    """JavaScript cuts texts between the two halves of an emoji, and writes the half."""
    answer = FakeResponse(b'{"id": "@alice:beeper.local", "fullName": "Alice \\ud83e"}')
    user = JsonDecoder(lambda: models.User.from_dict)(answer)
    assert user.full_name == "Alice \ud83e"
