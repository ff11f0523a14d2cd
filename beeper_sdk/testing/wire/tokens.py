"""Bearer tokens: who may do what. Tokens are random, live in memory only, and are never printed by a repr."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace

from .errors import Refused, unauthorized
from .json_values import Json

SCOPES = ("read", "write")


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token, without the token itself."""

    id: str
    scopes: tuple[str, ...]
    issued_at: int
    expires_at: int | None = None
    client_id: str | None = None
    client_name: str | None = None


@dataclass(slots=True)
class Tokens:
    """Every token that is good."""

    _good: dict[str, Token] = field(default_factory=dict[str, Token], repr=False)
    _worked: set[str] = field(default_factory=set[str], repr=False)
    _count: int = 0

    def issue(
        self,
        scopes: tuple[str, ...],
        issued_at: int,
        *,
        lifetime: int | None = None,
        client: tuple[str, str] | None = None,
        text: str | None = None,
    ) -> str:
        """Make a token, a random one unless `text` is given; ``client`` is the id and name of who asked for it."""
        text = text or f"beeper_fake_{secrets.token_urlsafe(24)}"
        self._count += 1
        expires_at = None if lifetime is None else issued_at + lifetime
        self._good[text] = Token(f"token_{self._count}", scopes, issued_at, expires_at, *(client or (None, None)))
        return text

    def revoke(self, text: str) -> None:
        """Make a token worthless; one that is not known is no error (RFC 7009)."""
        self._good.pop(text, None)

    def find(self, text: str | None, now: int) -> Token | None:
        """The token behind a text, unless it is unknown, revoked or too old."""
        token = self._good.get(text or "")
        if token is None or (token.expires_at is not None and token.expires_at <= now):
            return None
        return token

    def check(self, text: str | None, scopes: tuple[str, ...], now: int) -> Token:
        """The token with a value, if it is valid and has these scopes."""
        token = self.find(text, now)
        if token is None:
            raise unauthorized()
        missing = [scope for scope in scopes if scope not in token.scopes]
        if missing:
            raise lacking(missing[0])
        self._worked.add(text or "")
        return token

    def has_expired(self, text: str | None, now: int) -> bool:
        """Whether a token was valid until its time was up."""
        return text in self._good and self.find(text, now) is None

    def worked_before(self, text: str | None) -> bool:
        """Whether a token opened something before."""
        return text in self._worked

    def expire(self, text: str | None, now: int) -> None:
        """Let a token's time be up; one that is not good is no error."""
        if text in self._good:
            self._good[text] = replace(self._good[text], expires_at=now)


def lacking(scope: str) -> Refused:
    """A token that is good, but not for this."""
    return Refused(403, f"Forbidden: the token lacks the scope {scope}")


def user_info(token: Token) -> Json:
    """The facts about a token that its holder may know."""
    info: Json = {
        "sub": token.id,
        "scope": " ".join(token.scopes),
        "iat": token.issued_at,
        "token_use": "access",
    }
    if token.expires_at is not None:
        info["exp"] = token.expires_at
    if token.client_id is not None:
        info |= {"aud": token.client_id, "client_id": token.client_id}
    return info


def introspection(token: Token | None, issuer: str, app: dict[str, str]) -> Json:
    """RFC 7662: the facts about any token."""
    if token is None:
        return {"active": False}
    facts: Json = {key: value for key, value in user_info(token).items() if key != "token_use"}
    client: Json = {}
    if token.client_id is not None:
        client = {"id": token.client_id, "name": token.client_name}
    facts |= {"nbf": token.issued_at, "iss": issuer, "app": app, "client": client}
    return {"active": True, "token_type": "Bearer", **facts}
