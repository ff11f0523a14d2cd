"""``serve --contract``: each valid request has the example of its operation, whatever its IDs; others are refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.contract.examples import example, example_response
from beeper_sdk.testing.contract.server import ContractServer
from beeper_sdk.testing.wire import spec_document
from beeper_sdk.testing.wire.json_values import is_list, is_object
from beeper_sdk.testing.wire.spec import Operation, operations
from beeper_sdk.testing.wire.spec_document import document, operation_of, resolved
from tests.schema_check import SchemaCheck
from tests.testing.wire import Json, Wire, answer_schema

ANY = {"authorization": "Bearer any"}


@pytest.fixture(scope="module")
def server() -> Iterator[ContractServer]:
    with ContractServer() as server:
        yield server


@pytest.fixture(scope="module")
def http(server: ContractServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers=ANY, trust_env=False, verify=False) as http:
        yield http


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper(world="empty") as fake:
        yield fake


def valid_request(operation: Operation) -> Json:
    """A request with the examples of the spec for all parameters and the body."""
    path, query, described = operation.template, dict[str, Any](), operation_of(operation.template, operation.method)
    shared: list[Json] = document()["paths"][path].get("parameters", [])
    for parameter in map(resolved, (*shared, *described.get("parameters", ()))):
        value = parameter.get("example", example(parameter["schema"]))
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", "an-unknown-ID")
        elif parameter["in"] == "query":
            query[parameter["name"]] = json.dumps(value).strip('"') if isinstance(value, bool) else value
    request: Json = {"method": operation.method, "url": path, "params": query}
    for media_type, described in (
        resolved(operation_of(operation.template, operation.method).get("requestBody", {})).get("content", {}).items()
    ):
        body = example(described["schema"])
        if media_type == "multipart/form-data":
            request["files"] = {"file": ("a.txt", b"a")}
        else:
            request["data" if "form" in media_type else "json"] = body
    return request


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.id)
def test_a_valid_request_has_the_example_of_its_operation(operation: Operation, http: httpx.Client) -> None:
    answer = http.request(**valid_request(operation))
    assert answer.is_success, answer.text
    expected = example_response(operation, http.base_url.netloc.decode())
    assert (answer.status_code, answer.content) == (expected.status, expected.body)


@pytest.mark.parametrize("path", ["/v1/info", "/.well-known/oauth-protected-resource", "/v1/spec"])
def test_an_example_names_the_server_itself_and_not_the_app_of_the_person_who_runs_it(
    path: str, http: httpx.Client, server: ContractServer
) -> None:
    text = http.get(path).text
    assert "127.0.0.1:23373" not in text
    if path == "/v1/info":
        info = json.loads(text)
        assert info["server"]["base_url"] == server.url
        assert info["server"]["port"] == int(server.url.rpartition(":")[2])


def test_a_client_finds_the_login_of_the_server_itself(server: ContractServer) -> None:
    with Beeper("any", base_url=server.url) as beeper:
        endpoints = beeper.info.retrieve().endpoints
        assert endpoints.oauth.authorization_endpoint == f"{server.url}/oauth/authorize"


def test_the_examples_are_valid_and_those_that_are_built_from_schemas_too(monkeypatch: pytest.MonkeyPatch) -> None:
    check, found = SchemaCheck(document()), 0
    for operation in operations():
        expected = example_response(operation, "127.0.0.1:41234")
        if (schema := answer_schema(operation, expected.status)) is not None:
            check.validator(schema).validate(json.loads(expected.body))
            found += 1
    assert found > 80
    bare = deepcopy(document())
    remove_examples(bare)
    monkeypatch.setattr(spec_document, "document", lambda: bare)
    for name, schema in bare["components"]["schemas"].items():
        assert check.validator(schema).is_valid(example(schema)), name


def remove_examples(node: object) -> None:
    """Remove the examples of all schemas in a node."""
    if is_object(node):
        if node.keys() & {"description", "type", "$ref"}:
            node.pop("example", None)
        for inner in node.values():
            remove_examples(inner)
    elif is_list(node):
        for inner in node:
            remove_examples(inner)


def test_our_client_reads_the_examples(server: ContractServer) -> None:
    with Beeper("any", base_url=server.url) as beeper:
        assert beeper.accounts.list()[0].network == "WhatsApp"
        sent = beeper.messages.send("any chat", text="hello")
        assert beeper.messages.retrieve("any message", chat_id="any chat").id
        assert sent.pending_message_id
        assert bytes(beeper.assets.serve(url="mxc://any")) == b"An example of a file."


def test_nothing_changes(http: httpx.Client) -> None:
    before = http.get("/v1/chats").content
    http.post("/v1/chats/1/messages", json={"text": "hello"}).raise_for_status()
    http.patch("/v1/chats/1", json={"title": "New"}).raise_for_status()
    assert http.get("/v1/chats").content == before


def test_a_token_is_needed_where_the_spec_needs_one(http: httpx.Client) -> None:
    for operation in operations():
        answer = http.request(**valid_request(operation), headers={"authorization": ""})
        assert (answer.status_code == 401) == (operation.scopes is not None), operation.id


def bad_requests() -> Iterator[Json]:
    chat, send = "/v1/chats/1", "/v1/chats/1/messages"
    yield {"method": "GET", "url": "/v1/nothing"}
    yield {"method": "GET", "url": "/v2/chats"}
    yield {"method": "POST", "url": "/v1/accounts"}
    archivals: tuple[object, ...] = ({"archived": "yes"}, {"archived": 1}, [])
    for body in archivals:
        yield {"method": "POST", "url": f"{chat}/archive", "json": body}
    attachments: tuple[Json, ...] = ({}, {"uploadID": "1", "type": "nope"})
    for body in ({"text": 1}, {"text": ["a"]}, *({"attachment": attachment} for attachment in attachments)):
        yield {"method": "POST", "url": send, "json": body}
    for content in (b"{", b"", b"null", b"[1"):
        yield {"method": "PUT", "url": f"{send}/1", "content": content, "headers": {"content-type": "application/json"}}
    yield {"method": "POST", "url": f"{chat}/reminders", "json": {"reminder": {"remindAt": "tomorrow"}}}
    yield {"method": "POST", "url": "/v1/chats", "json": {"accountID": "1"}}
    for query in ({"limit": "x"}, {"direction": "sideways"}, {"limit": "0"}, {"dateAfter": "1700000000"}):
        yield {"method": "GET", "url": "/v1/messages/search", "params": query}
    yield {"method": "GET", "url": "/v1/assets/serve"}
    yield {"method": "POST", "url": "/v1/assets/upload"}
    yield {"method": "POST", "url": "/v1/assets/upload", "json": {"file": "a"}}
    yield {"method": "POST", "url": "/v1/assets/upload", "files": {"other": ("a.txt", b"a")}}
    yield {"method": "POST", "url": "/v1/assets/upload/base64", "json": {}}
    yield {"method": "POST", "url": "/oauth/token", "data": {"grant_type": "password"}}
    yield {"method": "POST", "url": "/oauth/register", "json": {}}
    yield {"method": "GET", "url": "/v0/get-chat"}


@pytest.mark.parametrize("request_", list(bad_requests()), ids=lambda each: f"{each['method']} {each['url']}")
def test_an_invalid_request_is_refused_as_the_fake_server_refuses_it(
    request_: Json, http: httpx.Client, fake: FakeBeeper
) -> None:
    refused = http.request(**request_)
    assert 400 <= refused.status_code < 500
    with Wire(fake) as wire:
        expected = wire.http.request(**request_)
    assert (refused.status_code, refused.json()) == (expected.status_code, expected.json())
    assert refused.headers["content-type"] == expected.headers["content-type"]


def test_names_that_the_api_does_not_have_are_refused_on_request(http: httpx.Client) -> None:
    request: Json = {"method": "POST", "url": "/v1/chats/1/messages", "json": {"text": "a", "txet": "a"}}
    assert http.request(**request).is_success
    with ContractServer(strict_requests=True) as strict:
        refused = httpx.request("POST", strict.url + request["url"], json=request["json"], headers=ANY, trust_env=False)
    assert refused.json()["message"] == "Unrecognized key: txet"


def test_consent_is_given_at_once(http: httpx.Client) -> None:
    query = {"response_type": "code", "redirect_uri": "http://127.0.0.1/back?from=app", "state": "a b&c"}
    answer = http.get("/oauth/authorize", params=query)
    assert answer.status_code == 302
    target = urlsplit(answer.headers["location"])
    assert (target.netloc, target.path) == ("127.0.0.1", "/back")
    given = parse_qs(target.query)
    assert (given["from"], given["state"]) == (["app"], ["a b&c"])
    form = {"grant_type": "authorization_code", "code": given["code"][0], "code_verifier": "v" * 43}
    assert http.post("/oauth/token", data=form).json()["token_type"] == "Bearer"
    for wrong in ({"response_type": "token"}, {"redirect_uri": "javascript:alert(1)"}, {"redirect_uri": "/back"}):
        assert http.get("/oauth/authorize", params=query | wrong).status_code == 400
