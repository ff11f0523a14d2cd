"""The page on which a person lets a program in, or does not: self-contained, no resource from anywhere else.

Its script posts to ``/oauth/authorize/callback`` and goes to the redirect URI with ``code`` and ``state``, or with
``error``. All it needs stands in the form, so that a test without a browser (``consent_browser``) can do the same.
"""

from __future__ import annotations

import secrets
from html import escape

from ..wire.errors import Refused
from .authorize_request import Asked

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


def page(asked: Asked) -> tuple[str, dict[str, str]]:
    """The page of a request, and its headers."""
    hidden = {
        "client_id": asked.client_id,
        "client_name": asked.client_name,
        "redirect_uri": asked.redirect_uri,
        "code_challenge": asked.challenge,
        "state": asked.state,
        "resource": asked.resource,
    }
    fields = [_hidden(name, value) for name, value in hidden.items() if value is not None]
    boxes = [_box(scope) for scope in asked.scopes]
    name = escape(asked.client_name)
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
    """The page that says why there is nothing to allow."""
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
