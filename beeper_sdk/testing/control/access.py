"""Who may control the server: programs with its token, and no page of another site."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import parse_qs

from ..server.asgi import CONTROL, Scope


@dataclass(frozen=True, slots=True)
class Head:
    """A request without its body."""

    method: str
    path: str
    """As received, percent-encoded."""
    query: str
    headers: tuple[tuple[str, str], ...]
    port: int

    def all(self, name: str) -> list[str]:
        """The values of a header."""
        return [value for key, value in self.headers if key == name]

    @property
    def is_from_browser(self) -> bool:
        """Whether a browser sent it. Libraries of Java and Perl accept HTML as well, but send a token."""
        return any("text/html" in value for value in self.all("accept")) and not self.all("authorization")


def head_of(scope: Scope) -> Head:
    """The request of a scope."""
    return Head(
        "GET" if scope["method"] == "HEAD" else scope["method"],
        scope["raw_path"].partition(b"?")[0].decode("latin-1"),
        scope["query_string"].decode("latin-1"),
        tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]),
        int(scope["server"][1]),
    )


def is_foreign(head: Head) -> bool:
    """Whether a browser sent a request for a page of another origin."""
    hosts = head.all("host")
    if any([origin] != [f"http://{host}" for host in hosts] for origin in head.all("origin")):
        return True
    sites, navigates = head.all("sec-fetch-site"), head.all("sec-fetch-mode") == ["navigate"]
    allowed = {"same-origin", "none"} | ({"same-site"} if navigates else set[str]())
    return not set(sites) <= allowed


class Access:
    """Checks the control token of one server, and the cookie of its pages, which follows from it."""

    def __init__(self, token: str) -> None:
        self._token = token.encode()
        # Cookies of one host are sent to all its ports. This one is worth nothing but the pages.
        self._page = hashlib.sha256(b"pages of the fake server " + self._token).hexdigest().encode()

    def has_token(self, head: Head) -> bool:
        """Whether a request has the control token."""
        values = head.all("authorization")
        scheme, _, token = (values[0] if len(values) == 1 else "").partition(" ")
        return scheme.lower() == "bearer" and self._equal(token.strip(), self._token)

    def is_offered(self, head: Head) -> bool:
        """Whether the query has the control token, as in the address that a person opens first."""
        return any(self._equal(token, self._token) for token in parse_qs(head.query).get("token", ()))

    def has_cookie(self, head: Head) -> bool:
        """Whether a request has the cookie of pages."""
        # `http.cookies` ignores what follows a cookie of another program that it cannot read.
        pairs = [pair.strip().partition("=") for value in head.all("cookie") for pair in value.split(";")]
        return any(name == _cookie(head) and self._equal(value, self._page) for name, _, value in pairs)

    def set_cookie(self, head: Head) -> tuple[str, str]:
        """The header that sets the cookie of pages."""
        attributes = f"HttpOnly; SameSite=Strict; Path={CONTROL.decode()}"
        return "set-cookie", f"{_cookie(head)}={self._page.decode()}; {attributes}"

    @staticmethod
    def _equal(given: str, expected: bytes) -> bool:
        return hmac.compare_digest(given.encode(errors="surrogatepass"), expected)


def _cookie(head: Head) -> str:
    """Servers of one machine have cookies of their own."""
    return f"beeper_fake_{head.port}"
