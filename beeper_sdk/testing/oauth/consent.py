"""The page on which a person lets a program in, or does not: self-contained, no resource from anywhere else.

Its script posts to ``/oauth/authorize/callback`` and goes to the redirect URI with ``code`` and ``state``, or with
``error``. All it needs stands in the form, so that a test without a browser (`consent`) can do the same.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from contextlib import suppress
from html import escape
from html.parser import HTMLParser
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener

from ..._core.util.override import override
from ..wire.errors import Refused
from ..wire.json_values import Json, is_object
from .grants import AuthorizationRequest

_MEANING = {
    "read": "Look at accounts, chats and messages",
    "write": "Send, edit, delete, react and change chats",
}
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 10vh auto; max-width: 28rem; padding: 0 1rem; }
label { display: block; }
button { font: inherit; margin: 1.5rem 0.75rem 0 0; padding: 0.5rem 1.5rem; }
"""
_SCRIPT = """
const form = document.getElementById("consent");
const field = (name) => form.elements.namedItem(name)?.value;
const given = (pairs) => Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== undefined));
const leave = (answer) => {
  const there = new URL(field("redirect_uri"));
  for (const [name, value] of Object.entries(answer)) there.searchParams.append(name, value);
  location.assign(there.href);
};
const agree = async (scopes) => {
  const answer = await fetch("/oauth/authorize/callback", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(given({
      clientInfo: { clientID: field("client_id"), name: field("client_name") },
      scopes,
      state: field("state"),
      codeChallenge: field("code_challenge"),
      codeChallengeMethod: "S256",
      resource: field("resource"),
    })),
  });
  return answer.ok ? await answer.json() : given({ error: "server_error", state: field("state") });
};
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  const scopes = [...form.querySelectorAll("input[name=scope]:checked")].map((box) => box.value);
  const allowed = event.submitter.value === "allow" && scopes.length > 0;
  leave(allowed ? await agree(scopes) : given({ error: "access_denied", state: field("state") }));
});
"""


def consent_page(request: AuthorizationRequest) -> tuple[str, dict[str, str]]:
    """The page of a request, and its headers."""
    hidden = {
        "client_id": request.client_id,
        "client_name": request.client_name,
        "redirect_uri": request.redirect_uri,
        "code_challenge": request.challenge,
        "state": request.state,
        "resource": request.resource,
    }
    fields = [_hidden(name, value) for name, value in hidden.items() if value is not None]
    boxes = [_box(scope) for scope in request.scopes]
    name = escape(request.client_name)
    form = f"""<h1>Allow {name} to use Beeper?</h1>
<form id="consent">
{"".join(fields)}
<p>{name} asks to:</p>
{"".join(boxes)}
<button type="submit" id="allow" name="decision" value="allow">Allow</button>
<button type="submit" id="deny" name="decision" value="deny">Deny</button>
</form>"""
    return _whole("Allow access to Beeper?", form, _SCRIPT)


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">\n'


def _box(scope: str) -> str:
    return f'<label><input type="checkbox" name="scope" value="{scope}" checked> {_MEANING[scope]} ({scope})</label>\n'


def refusal_page(refused: Refused) -> tuple[str, dict[str, str]]:
    """The page that explains why access cannot be granted."""
    return _whole(
        "This request cannot be allowed",
        f'<h1>This cannot be allowed</h1>\n<p id="reason">{escape(refused.message)}</p>',
    )


def _whole(title: str, body: str, script: str = "") -> tuple[str, dict[str, str]]:
    nonce = secrets.token_urlsafe(16)
    scripts = f'<script nonce="{nonce}">{script}</script>\n' if script else ""
    html = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style nonce="{nonce}">{_STYLE}</style>
</head>
<body>
{body}
{scripts}</body>
</html>
"""
    inline = f"'nonce-{nonce}'"
    policy = f"default-src 'none'; script-src {inline}; style-src {inline}; connect-src 'self'"
    return html, {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "content-security-policy": f"{policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    }


_PATIENCE = 10.0


class _ConsentForm(HTMLParser):
    """What stands in the consent form."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.scopes: list[str] = []
        self.buttons: list[str] = []
        self.feed(html)

    @property
    def is_whole(self) -> bool:
        """Whether all is there that a decision needs."""
        return self.hidden.keys() >= {"client_id", "client_name", "redirect_uri", "code_challenge"}

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
    """Open a consent page and submit its form; see ``FakeBeeper.consent``."""
    opener = build_opener(ProxyHandler({}))
    if not (url.isascii() and url.isprintable() and " " not in url):
        raise ValueError("url must be percent-encoded: printable ASCII without spaces")
    form = _ConsentForm(_fetch(opener, Request(url)))  # noqa: S310 - the test chooses the URL
    if not form.is_whole:
        raise RuntimeError("what was received is not the consent page")
    wanted = form.scopes if scopes is None else list(scopes)
    if unknown := [scope for scope in wanted if scope not in form.scopes]:
        raise ValueError(
            f"scopes must be among those on the page, {' and '.join(form.scopes)}, not {', '.join(unknown)}"
        )
    answer = _agreed(opener, url, form, wanted) if allow and wanted else _echo(form, {"error": "access_denied"})
    target = form.hidden["redirect_uri"]
    redirect = f"{target}{'&' if '?' in target else '?'}{urlencode(answer)}"
    if follow:
        _fetch(opener, Request(redirect))  # noqa: S310 - the redirect URI of the test
    return redirect


def _echo(form: _ConsentForm, answer: Json) -> Json:
    return answer | ({"state": form.hidden["state"]} if "state" in form.hidden else {})


def _agreed(opener: OpenerDirector, url: str, form: _ConsentForm, scopes: list[str]) -> Json:
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
    request = Request(there, json.dumps(body).encode(), headers)  # noqa: S310 - the host of the page
    try:
        answer: object = json.loads(_fetch(opener, request))
    except ValueError:
        answer = None
    if not is_object(answer):
        raise RuntimeError("the response to the consent is not a JSON object")
    return answer


def _fetch(opener: OpenerDirector, request: Request) -> str:
    try:
        with opener.open(request, timeout=_PATIENCE) as answer:
            return str(answer.read().decode(errors="replace"))
    except HTTPError as error:
        page = _page_of(error)
        raise RuntimeError(
            f"{request.get_method()} {request.host} failed with status {error.code}: {_reason(page)}"
        ) from None
    except URLError as error:
        raise RuntimeError(f"{request.get_method()} {request.host} failed: {error.reason}") from None
    except HTTPException:
        raise RuntimeError(f"the response to {request.get_method()} {request.host} is incomplete or invalid") from None


def _page_of(error: HTTPError) -> str:
    with error, suppress(HTTPException):
        return error.read().decode(errors="replace")
    return ""


def _reason(html: str) -> str:
    return html.partition('<p id="reason">')[2].partition("</p>")[0] or "no reason given"
