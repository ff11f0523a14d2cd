"""The consent page and the codes it gives: what is asked for, what a person says, what a code is good for."""

from __future__ import annotations

import hashlib
import socket
import threading
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beeper_sdk import Beeper
from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.oauth.grants import same_redirect
from tests.sweeps import examples
from tests.testing.wire import Json, Wire

VERIFIER = "v" * 50
CHALLENGE = urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
REDIRECT = "http://127.0.0.1:9/cb"


def _client(wire: Wire, *redirects: str, **more: str) -> str:
    body = {"client_name": "my app", "redirect_uris": list(redirects or (REDIRECT,)), **more}
    return str(wire.ok("POST", "/oauth/register", json=body)["client_id"])


def _page(wire: Wire, **changes: str | None) -> str:
    """The address of a consent page; None leaves a parameter out."""
    defaults: dict[str, str | None] = {
        "client_id": changes.pop("client_id") if "client_id" in changes else _client(wire),
        "redirect_uri": REDIRECT,
        "response_type": "code",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        "state": "s 1",
    }
    query = {name: value for name, value in (defaults | changes).items() if value is not None}
    return f"{wire.fake.url}/oauth/authorize?{urlencode(query)}"


def _parameters(redirect: str) -> dict[str, str]:
    """The parameters of a redirect URI."""
    values_by_name = parse_qs(urlsplit(redirect).query, keep_blank_values=True)
    assert all(len(values) == 1 for values in values_by_name.values())
    return {name: values[0] for name, values in values_by_name.items()}


def _form(client_id: str, code: str, **extra: str) -> dict[str, str]:
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": VERIFIER, "client_id": client_id}
    return form | extra


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_person_who_allows_it_sends_a_code_and_the_code_becomes_a_token(wire: Wire) -> None:
    client = _client(wire)
    redirect = wire.fake.consent(_page(wire, client_id=client, scope="read"))
    assert redirect.startswith(f"{REDIRECT}?")
    parameters = _parameters(redirect)
    assert parameters.keys() == {"code", "state"}
    assert parameters["state"] == "s 1"
    token = wire.ok("POST", "/oauth/token", data=_form(client, parameters["code"], redirect_uri=REDIRECT))
    assert token["scope"] == "read"
    with Beeper(token["access_token"], base_url=wire.fake.url) as beeper:
        assert beeper.oauth.userinfo().client_id == client
        assert beeper.accounts.list()


@pytest.mark.parametrize(
    ("operation", "rule", "message"),
    [
        ("oauth.authorize", {"body": "hello"}, "what was received is not the consent page"),
        ("oauth.authorize", {"cut_after": 10}, r"the response to GET 127\.0\.0\.1:\d+ is incomplete or invalid"),
        (
            "oauth.authorize",
            {"status": 500, "body": "x" * 99, "cut_after": 9},
            "failed with status 500: no reason given",
        ),
        ("oauth.authorize_callback", {"body": "hello"}, "the response to the consent is not a JSON object"),
        ("oauth.authorize_callback", {"body": [1]}, "the response to the consent is not a JSON object"),
    ],
)
def test_what_is_not_the_page_is_reported(wire: Wire, operation: str, rule: Json, message: str) -> None:
    wire.fake.fail(operation, **rule)
    with pytest.raises(RuntimeError, match=message):
        wire.fake.consent(_page(wire))


@pytest.mark.parametrize("query", ["state=a b", "state=é", "state=a\r\nX: y", "state=\ud800"])
def test_a_url_that_is_not_encoded_is_refused_before_anything_is_sent(wire: Wire, query: str) -> None:
    with pytest.raises(ValueError, match=r"^url must be percent-encoded: printable ASCII without spaces$"):
        wire.fake.consent(f"{wire.fake.url}/oauth/authorize?{query}")
    assert len(wire.fake.requests) == 0


def test_a_person_who_denies_it_sends_an_error_and_posts_nothing(wire: Wire) -> None:
    for redirect in (wire.fake.consent(_page(wire), allow=False), wire.fake.consent(_page(wire), scopes=[])):
        assert _parameters(redirect) == {"error": "access_denied", "state": "s 1"}
    assert "state" not in _parameters(wire.fake.consent(_page(wire, state=None), allow=False))
    assert wire.fake.requests.of("oauth.authorize_callback") == []
    assert len(wire.fake.requests.of("oauth.authorize")) == 3


def test_a_person_may_allow_less_than_was_asked_for_and_never_more(wire: Wire) -> None:
    client = _client(wire)
    parameters = _parameters(wire.fake.consent(_page(wire, client_id=client), scopes=["read"]))
    assert wire.ok("POST", "/oauth/token", data=_form(client, parameters["code"]))["scope"] == "read"
    with pytest.raises(ValueError, match="scopes must be among those on the page, read, not write"):
        wire.fake.consent(_page(wire, scope="read"), scopes=["write"])
    wire.fake.consent(_page(wire, client_id=client, scope="read"), allow=False)
    body = {"clientInfo": {"clientID": client}, "scopes": ["write"], "codeChallenge": CHALLENGE}
    assert wire.post("/oauth/authorize/callback", body) == {"error": "invalid_scope"}


def test_both_scopes_are_asked_for_where_none_is_named(wire: Wire) -> None:
    client = _client(wire)
    parameters = _parameters(wire.fake.consent(_page(wire, client_id=client)))
    assert wire.ok("POST", "/oauth/token", data=_form(client, parameters["code"]))["scope"] == "read write"


def test_following_leads_to_the_listener(wire: Wire) -> None:
    came: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append(self.path)
            self.send_response(200)
            self.end_headers()

        @override
        def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002 - the name it has in the base

    with HTTPServer(("127.0.0.1", 0), Listener) as listener:
        threading.Thread(target=listener.handle_request, daemon=True).start()
        there = f"http://127.0.0.1:{listener.server_port}/cb"
        # Registered with another port: on the loopback interface any will do.
        redirect = wire.fake.consent(_page(wire, redirect_uri=there), follow=True)
    assert came == [redirect.removeprefix(f"http://127.0.0.1:{listener.server_port}")]


def test_the_page_needs_nothing_from_elsewhere_and_says_who_asks(wire: Wire) -> None:
    answer = wire.http.get(_page(wire, resource="http://127.0.0.1:1"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["x-beeper-desktop-version"]
    assert "my app" in answer.text
    tags = _Tags(answer.text).tags
    buttons = [attributes["value"] for tag, attributes in tags if tag == "button"]
    hidden = {attributes["name"]: attributes["value"] for _, attributes in tags if attributes.get("type") == "hidden"}
    assert buttons == ["allow", "deny"]
    assert (hidden["redirect_uri"], hidden["state"], hidden["resource"]) == (REDIRECT, "s 1", "http://127.0.0.1:1")
    assert not [attributes for _, attributes in tags if {"src", "href", "onclick", "style"} & attributes.keys()]
    policy = answer.headers["content-security-policy"]
    nonces = {attributes["nonce"] for tag, attributes in tags if tag in ("script", "style")}
    assert len(nonces) == 1
    assert policy.startswith("default-src 'none'")
    assert f"script-src 'nonce-{nonces.pop()}'" in policy


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1), state=st.text(), path=st.text("a\"'<>&/ é", max_size=5))
def test_whatever_a_client_says_stays_text_and_comes_back_whole(shared: Wire, name: str, state: str, path: str) -> None:
    there = f"http://127.0.0.1:9/{path}"
    client = shared.ok("POST", "/oauth/register", json={"client_name": name, "redirect_uris": [there]})["client_id"]
    url = _page(shared, client_id=client, redirect_uri=there, state=state)
    tags = _Tags(shared.http.get(url).text).tags
    assert [tag for tag, _ in tags if tag in ("script", "img", "a", "button")] == ["button", "button", "script"]
    redirect = shared.fake.consent(url, allow=False)
    assert redirect.startswith(f"{there}?")
    assert _parameters(redirect) == {"error": "access_denied", "state": state}


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_id": None},
        {"client_id": "client_99"},
        {"redirect_uri": None},
        {"redirect_uri": "http://127.0.0.1:9/elsewhere"},
        {"redirect_uri": "https://127.0.0.1:9/cb"},
        {"redirect_uri": "http://evil.example.com:9/cb"},
        {"redirect_uri": "http://user@127.0.0.1:9/cb"},
        {"redirect_uri": "http://127.0.0.1:x/cb"},
        {"response_type": None},
        {"response_type": "token"},
        {"code_challenge": None},
        {"code_challenge": "short"},
        {"code_challenge": "+" * 43},
        {"code_challenge_method": None},
        {"code_challenge_method": "plain"},
        {"scope": "admin"},
        {"scope": ""},
        {"scope": "read admin"},
    ],
    ids=str,
)
def test_a_bad_request_for_consent_is_a_page_that_leads_nowhere(wire: Wire, wrong: dict[str, str | None]) -> None:
    url = _page(wire, **wrong)
    answer = wire.http.get(url)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/html; charset=utf-8")
    assert "location" not in answer.headers
    assert "<form" not in answer.text
    assert "<script" not in answer.text
    with pytest.raises(RuntimeError, match=r"failed with status 400: .*(must|not one|client)"):
        wire.fake.consent(url)


def test_a_parameter_given_twice_is_refused(wire: Wire) -> None:
    assert wire.http.get(f"{_page(wire)}&state=again").status_code == 400


@pytest.mark.parametrize("uri", ["javascript:alert(1)", "data:text/html,x", "no-scheme", "http://127.0.0.1:9/#part"])
def test_a_registered_redirect_that_is_no_place_to_go_is_refused_too(wire: Wire, uri: str) -> None:
    client = _client(wire, uri)
    assert wire.http.get(_page(wire, client_id=client, redirect_uri=uri)).status_code == 400


def test_a_client_cannot_ask_for_more_than_it_registered(wire: Wire) -> None:
    client = _client(wire, scope="read")
    assert wire.http.get(_page(wire, client_id=client, scope="read write")).status_code == 400
    assert wire.http.get(_page(wire, client_id=client, scope="read")).status_code == 200


@pytest.mark.parametrize(
    ("given_uri", "registered", "same"),
    [
        ("http://127.0.0.1:1/cb", "http://127.0.0.1:2/cb", True),
        ("http://127.0.0.1/cb", "http://127.0.0.1:2/cb", True),
        ("http://[::1]:1/cb", "http://[::1]/cb", True),
        ("http://localhost:1/cb", "http://localhost:2/cb", True),
        ("http://localhost:1/cb", "http://127.0.0.1:1/cb", False),
        ("http://127.0.0.1:1/cb?a=1", "http://127.0.0.1:1/cb", False),
        ("https://example.com:1/cb", "https://example.com:2/cb", False),
        ("com.example.app:/cb", "com.example.app:/cb", True),
        ("http://127.0.0.1.example.com:1/cb", "http://127.0.0.1:1/cb", False),
    ],
)
def test_only_the_port_of_a_loopback_address_may_differ(given_uri: str, registered: str, *, same: bool) -> None:
    assert same_redirect(given_uri, registered) is same


def test_the_redirect_of_the_token_request_is_the_one_the_page_had(wire: Wire) -> None:
    client = _client(wire)
    there = "http://127.0.0.1:1234/cb"
    codes = [
        _parameters(wire.fake.consent(_page(wire, client_id=client, redirect_uri=there)))["code"] for _ in range(3)
    ]
    for uri in (REDIRECT, "http://127.0.0.1:1234/else"):
        error = wire.rejected("POST", "/oauth/token", 400, data=_form(client, codes.pop(), redirect_uri=uri))
        assert error["error"] == "invalid_grant"
    wire.ok("POST", "/oauth/token", data=_form(client, codes.pop(), redirect_uri=there))


def test_a_code_for_one_resource_is_none_for_another(wire: Wire) -> None:
    client = _client(wire)
    mine, theirs = "http://127.0.0.1:1", "http://127.0.0.1:2"
    codes = [_parameters(wire.fake.consent(_page(wire, client_id=client, resource=mine)))["code"] for _ in range(2)]
    error = wire.rejected("POST", "/oauth/token", 400, data=_form(client, codes.pop(), resource=theirs))
    assert error["error"] == "invalid_target"
    wire.ok("POST", "/oauth/token", data=_form(client, codes.pop(), resource=mine))


def test_codes_and_tokens_end_when_their_time_is_up() -> None:
    moment = [datetime(2026, 12, 1, tzinfo=UTC)]
    with FakeBeeper(now=lambda: moment[0], token_lifetime=60) as fake, Wire(fake) as wire:
        client = _client(wire)
        codes = [_parameters(fake.consent(_page(wire, client_id=client)))["code"] for _ in range(2)]
        moment[0] += timedelta(seconds=599)
        token = wire.ok("POST", "/oauth/token", data=_form(client, codes.pop()))
        assert token["expires_in"] == 60
        moment[0] += timedelta(seconds=1)
        assert wire.rejected("POST", "/oauth/token", 400, data=_form(client, codes.pop()))["error"] == "invalid_grant"
        with Wire(fake, token["access_token"]) as mine:
            info = mine.get("/oauth/userinfo")
            assert info["exp"] - info["iat"] == 60
            moment[0] += timedelta(seconds=60)
            mine.rejected("GET", "/oauth/userinfo", 401)
            assert mine.ok("POST", "/oauth/introspect", data={"token": token["access_token"]}) == {"active": False}
    with pytest.raises(ValueError, match="token_lifetime must be an int of at least 1"):
        FakeBeeper(token_lifetime=0)


def _endpoints(document: Json) -> dict[str, Any]:
    return {name: url for name, url in document.items() if name.endswith("_endpoint")}


def test_every_document_names_the_same_endpoints_and_each_is_there(wire: Wire) -> None:
    meta = wire.get("/.well-known/oauth-authorization-server")
    resource = wire.get("/.well-known/oauth-protected-resource")
    info = wire.get("/v1/info")
    assert resource == {"resource": wire.fake.url, "authorization_servers": [meta["issuer"]]}
    listed = _endpoints(info["endpoints"]["oauth"])
    assert set(listed) - set(_endpoints(meta)) == {"introspection_endpoint"}
    assert listed | _endpoints(meta) == listed
    assert meta["issuer"] == info["server"]["base_url"]
    assert meta["service_documentation"] == info["endpoints"]["spec"]
    introspected = wire.ok("POST", "/oauth/introspect", data={"token": wire.fake.token})
    assert (introspected["iss"], introspected["app"]) == (meta["issuer"], info["app"])
    for name, url in listed.items():
        method = "GET" if name in ("authorization_endpoint", "userinfo_endpoint") else "POST"
        assert httpx.request(method, url, trust_env=False).status_code in (400, 401, 422), name


@pytest.mark.parametrize(("version", "young"), [("4.2.556", False), ("4.2.557", True), ("4.1.284", False)])
def test_an_older_app_grants_tokens_without_info_and_introspection(version: str, *, young: bool) -> None:
    with FakeBeeper(version=version) as fake, Wire(fake) as wire:
        client = _client(wire)
        parameters = _parameters(fake.consent(_page(wire, client_id=client)))
        token = wire.ok("POST", "/oauth/token", data=_form(client, parameters["code"]))["access_token"]
        with Wire(fake, token) as mine:
            assert mine.get("/oauth/userinfo")["scope"] == "read write"
        statuses = (
            wire.http.get("/v1/info").status_code,
            wire.http.post("/oauth/introspect", data={"token": token}).status_code,
        )
        assert statuses == ((200, 200) if young else (404, 404))
        wire.ok("POST", "/oauth/revoke", data={"token": token})
        headers = {"authorization": f"Bearer {token}"}
        assert httpx.get(f"{fake.url}/oauth/userinfo", headers=headers, trust_env=False).status_code == 401


def test_the_page_is_read_and_not_posted_to(wire: Wire) -> None:
    answer = wire.http.post("/oauth/authorize")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert wire.fake.requests.of("oauth.authorize") == []


def test_a_person_needs_a_running_beeper() -> None:
    with pytest.raises(RuntimeError, match="not running"):
        FakeBeeper().consent("http://127.0.0.1:1/oauth/authorize")


def test_a_redirect_uri_that_cannot_be_reached_is_named(wire: Wire) -> None:
    with socket.socket() as unused:  # bound, and not listening: nothing else can listen there either
        unused.bind(("127.0.0.1", 0))
        redirect = f"http://127.0.0.1:{unused.getsockname()[1]}/cb"
        page = _page(wire, client_id=_client(wire, redirect), redirect_uri=redirect)
        with pytest.raises(RuntimeError, match=rf"^GET {urlsplit(redirect).netloc} failed: .*refused"):
            wire.fake.consent(page, follow=True)
