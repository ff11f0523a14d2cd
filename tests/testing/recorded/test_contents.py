"""What is recorded of a request: everything that a test may ask for, and no token."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import quote, quote_plus, urlencode

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.recorded.log import RequestLog
from beeper_sdk.testing.recorded.request import MAX_BODY
from beeper_sdk.testing.recorded.requests import Requests
from beeper_sdk.testing.recorded.secrets import Secrets
from beeper_sdk.testing.wire.forms import read_form
from beeper_sdk.testing.wire.requests import Call
from tests.sweeps import examples
from tests.testing.known_chats import BOB
from tests.testing.wire import Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"
SECRET = "a-secret-token-of-another-kind"


def test_a_request_of_the_sdk_is_recorded_with_its_contents(fake_beeper: FakeBeeper, beeper: Beeper) -> None:
    beeper.messages.send(BOB, text="hi")
    beeper.chats.search(query="a b", unread_only=True).first()
    search, sent = fake_beeper.requests.last, fake_beeper.requests.of("messages.send").last
    assert (sent.operation, sent.method, sent.status, sent.happened) == ("messages.send", "POST", 200, True)
    assert (sent.path_params, sent.params, sent.json) == ({"chatID": BOB}, {}, {"text": "hi"})
    assert sent.headers["Content-Type"] == sent.headers["content-type"] == "application/json"
    assert sent.headers["authorization"] == "Bearer ***"
    assert "X-Missing" not in sent.headers
    assert (search.operation, search.json, search.form) == ("chats.search", None, {})
    assert search.params["query"] == ["a b"]
    assert search.params["unreadOnly"] == ["true"]


def test_the_fields_and_files_of_a_form_are_read(wire: Wire) -> None:
    data = b"\r\n--x\r\n" + bytes(range(256))
    wire.ok("POST", "/v1/assets/upload", files={"file": ("a.bin", data)}, data={"fileName": "ä.bin"})
    form = wire.fake.requests.last.form
    assert form == {"file": [data], "fileName": ["ä.bin"]}
    with pytest.raises(ValueError, match=r"the body of this assets\.upload request is not JSON; see its form or body"):
        _ = wire.fake.requests.last.json


@settings(max_examples=examples(25), deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.binary(max_size=30)), min_size=1, max_size=4))
def test_any_file_of_a_form_is_read_as_it_was(files: list[tuple[str, bytes]]) -> None:
    request = httpx.Request("POST", "http://x", files=[(name, ("f", data)) for name, data in files])
    request.read()
    expected: dict[str, list[str | bytes]] = {}
    for name, data in files:
        expected.setdefault(name, []).append(data)
    assert read_form(request.headers["content-type"], request.content) == expected


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("/v1/accounts", {"headers": {"authorization": f"Bearer {SECRET}", "referer": f"http://x/{SECRET}"}}),
        ("/v1/accounts", {"headers": {"authorization": f"Basic {SECRET}"}}),
        ("/v1/accounts", {"headers": {"authorization": SECRET}}),
        ("/v1/accounts", {"headers": {"x-beeper-access-token": SECRET, "cookie": f"a={SECRET}"}}),
        ("/v1/accounts", {"params": {"dangerouslyUseTokenInQuery": SECRET, "limit": "3"}}),
        ("/v1/accounts", {"params": {"access_token": SECRET}}),
        (f"/v1/accounts/{SECRET}", {"headers": {"authorization": f"Bearer {SECRET}"}}),
        ("/oauth/token", {"data": {"grant_type": "authorization_code", "code": SECRET, "code_verifier": SECRET}}),
        ("/oauth/introspect", {"data": {"token": SECRET}}),
        ("/oauth/introspect", {"json": {"token": SECRET, "more": [{"refresh_token": SECRET}]}}),
        ("/oauth/introspect", {"content": f'{{"token": "{SECRET}"', "headers": {"authorization": f"Bearer {SECRET}"}}),
    ],
)
def test_no_token_is_recorded_anywhere(fake_beeper: FakeBeeper, path: str, options: dict[str, Any]) -> None:
    with httpx.Client(base_url=fake_beeper.url, trust_env=False, verify=False) as http:
        http.request("POST", path, **options)
    recorded = fake_beeper.requests.last
    everything = [recorded.path, recorded.query, str(recorded.body), str(dict(recorded.headers)), str(recorded.params)]
    assert SECRET not in "".join(everything)
    assert "***" in "".join(everything)
    assert SECRET not in repr(recorded)


_NAMES = [
    "token",
    "access_token",
    "accessToken",
    "ToKeN",
    "refresh_token",
    "client_secret",
    "dangerouslyUseTokenInQuery",
]
_SECRETS = st.text("abcdefghijklmnop-_~+/=. ", min_size=20, max_size=30).map(lambda text: f"x{text}x")


def _escaped(name: str) -> str:
    return "".join(f"\\u{ord(letter):04x}" for letter in name)


@settings(max_examples=examples(50), deadline=None)
@given(
    secret=_SECRETS, name=st.sampled_from(_NAMES), where=st.sampled_from(["query", "form", "json", "escaped", "twice"])
)
def test_a_secret_is_removed_however_it_is_encoded(secret: str, name: str, where: str) -> None:
    pair = urlencode({"a": "1", name: secret})
    json_type = {"content-type": "application/json"}
    bodies: dict[str, tuple[dict[str, str], bytes]] = {
        "query": ({}, b""),
        "form": ({"content-type": "application/x-www-form-urlencoded"}, pair.encode()),
        "json": (json_type, json.dumps({"a": [{name: secret}]}).encode()),
        "escaped": (json_type, f'{{"{_escaped(name)}": "{_escaped(secret)}"}}'.encode()),
        "twice": (json_type, f'{{"{name}": "{secret}", "{name}": 5}}'.encode()),
    }
    headers, body = bodies[where]
    secrets = Secrets(Call("POST", "/x", pair if where == "query" else "", headers, None))
    kept = secrets.query(pair).encode() + secrets.body(body, headers.get("content-type", ""))
    for form in (secret, quote(secret), quote_plus(secret), _escaped(secret)):
        assert form.encode() not in kept


@settings(max_examples=examples(50), deadline=None)
@given(st.dictionaries(st.text(max_size=5), st.one_of(st.none(), st.integers(), st.text(max_size=20)), max_size=4))
def test_what_is_not_secret_is_kept_byte_by_byte(body: dict[str, Any]) -> None:
    content = json.dumps(body).encode()
    assert Secrets(Call("POST", "/x", "", {}, None)).body(content, "application/json") == content
    query = urlencode(body)
    assert Secrets(Call("POST", "/x", query, {}, None)).query(query) == query


def test_a_token_that_the_server_issued_is_removed_also_where_no_name_shows_it(wire: Wire) -> None:
    wire.post(MESSAGES, {"text": f"my token is {wire.fake.issue_token('read')}"})
    assert wire.fake.requests.last.json == {"text": "my token is ***"}


def test_a_repr_shows_no_contents(wire: Wire) -> None:
    wire.send("GET", "/v1/chats/search", params={"query": "private"})
    wire.post(MESSAGES, {"text": "private"})
    wire.send("GET", "/nothing/private")
    requests = wire.fake.requests
    assert [repr(request) for request in requests] == [
        "<RecordedRequest chats.search, GET /v1/chats/search, 200>",
        "<RecordedRequest messages.send, POST /v1/chats/{chatID}/messages, 200>",
        "<RecordedRequest GET, no operation, 404>",
    ]
    assert repr(requests) == "<Requests, 3 received>"
    assert repr(requests.last.headers).startswith("<Headers host, accept")


def test_a_body_that_is_too_large_is_not_kept(wire: Wire) -> None:
    for size in (MAX_BODY - 100, MAX_BODY):
        content = base64.b64encode(b"a" * (size * 3 // 4)).decode()
        wire.ok("POST", "/v1/assets/upload/base64", json={"content": content})
    small, large = wire.fake.requests
    assert len(small.json["content"]) > MAX_BODY - 200
    assert large.body is None
    with pytest.raises(ValueError, match=r"assets\.upload_base64 request is incomplete, or too large to be kept"):
        _ = large.json


def _fill(log: RequestLog, count: int, body: bytes = b"") -> None:
    for number in range(count):
        call = Call("GET", f"/{number}", "", {"host": "x"}, None)
        log.finish(log.add(call), call, "", body, happened=True)


def test_the_log_keeps_the_newest_requests_and_counts_the_others() -> None:
    log = RequestLog(max_requests=3)
    requests = Requests(log)
    _fill(log, 5)
    assert ([request.path for request in requests], requests.dropped) == (["/2", "/3", "/4"], 2)
    log.sent(0, 200)  # was dropped meanwhile
    with pytest.raises(AssertionError, match=r"2 older requests were dropped; call requests\.clear"):
        requests.assert_not_called("chats.list")
    requests.clear()
    assert (len(requests), requests.dropped) == (0, 0)
    requests.assert_not_called("chats.list")


def test_the_log_keeps_the_newest_bodies() -> None:
    log = RequestLog(max_bodies=100)
    _fill(log, 5, b"x" * 40)
    assert [request.body is not None for request in log.copy()] == [False, False, False, True, True]


def test_a_hundred_thousand_requests_are_kept_by_default() -> None:
    log = RequestLog()
    call = Call("GET", "/", "", {}, None)
    recorded = log.copy
    for _ in range(3):
        log.add(call)
    assert len(recorded()) == 3
    assert log._max_requests == 100_000
