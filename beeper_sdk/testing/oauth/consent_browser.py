"""The person in front of the consent page, for tests without a browser: plain HTTP, and what the page's script does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener

from ..._core.util.override import override
from ..wire.json_values import Json

_PATIENCE = 10.0


class _Form(HTMLParser):
    """What stands in the consent form."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.scopes: list[str] = []
        self.buttons: list[str] = []
        self.feed(html)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "button":
            self.buttons.append(named.get("value", ""))
        elif tag == "input" and named.get("type") == "hidden":
            self.hidden[named["name"]] = named.get("value", "")
        elif tag == "input" and named.get("name") == "scope":
            self.scopes.append(named["value"])


def consent(url: str, *, allow: bool = True, scopes: Sequence[str] | None = None, follow: bool = False) -> str:
    """Open a consent page and press a button; ``FakeBeeper.consent`` says the rest."""
    opener = build_opener(ProxyHandler({}))
    form = _Form(_fetch(opener, Request(url)))  # noqa: S310 - whatever the test says
    wanted = form.scopes if scopes is None else list(scopes)
    if unknown := [scope for scope in wanted if scope not in form.scopes]:
        raise ValueError(f"scopes takes those on the page, {' and '.join(form.scopes)}, not {', '.join(unknown)}")
    answer = _agreed(opener, url, form, wanted) if allow and wanted else _echo(form, {"error": "access_denied"})
    target = form.hidden["redirect_uri"]
    redirect = f"{target}{'&' if '?' in target else '?'}{urlencode(answer)}"
    if follow:
        _fetch(opener, Request(redirect))  # noqa: S310 - the redirect URI of the test
    return redirect


def _echo(form: _Form, answer: Json) -> Json:
    return answer | ({"state": form.hidden["state"]} if "state" in form.hidden else {})


def _agreed(opener: OpenerDirector, url: str, form: _Form, scopes: list[str]) -> Json:
    hidden = form.hidden
    body: Json = {
        "clientInfo": {"clientID": hidden["client_id"], "name": hidden["client_name"]},
        "scopes": scopes,
        "codeChallenge": hidden["code_challenge"],
        "codeChallengeMethod": "S256",
        **{name: hidden[name] for name in ("state", "resource") if name in hidden},
    }
    headers = {"content-type": "application/json"}
    there = urljoin(url, "/oauth/authorize/callback")
    request = Request(there, json.dumps(body).encode(), headers)  # noqa: S310 - where the page came from
    answer: Json = json.loads(_fetch(opener, request))
    return answer


def _fetch(opener: OpenerDirector, request: Request) -> str:
    try:
        with opener.open(request, timeout=_PATIENCE) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        with error:
            said = error.read().decode(errors="replace")
        raise RuntimeError(f"{request.get_method()} {request.host} answered {error.code}: {_reason(said)}") from None


def _reason(html: str) -> str:
    return html.partition('<p id="reason">')[2].partition("</p>")[0] or "no reason given"
